/** The entry of the glossary for the term under the cursor. Changes when types of other things can be shown. */
import type { Workspace } from '../workspace/workspace.ts';
import { type DefinitionOptions, entryTargets } from './definition.ts';
import { subjects } from './subject.ts';
import type { Target } from './types.ts';

export function typeDefinition(
  workspace: Workspace,
  uri: string,
  offset: number,
  options: DefinitionOptions = {},
): Target[] {
  for (const subject of subjects(workspace, uri, offset)) {
    if (subject.kind !== 'term') continue;
    const found = entryTargets(workspace, uri, subject, options);
    if (found.length > 0) return found;
  }
  return [];
}
