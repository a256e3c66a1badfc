/** Where what is under the cursor is defined. Changes when the order of targets changes. */
import type { Workspace } from '../workspace/workspace.ts';
import type { Target } from './types.ts';

/** Targets in this order: the defining passage in the document, in other documents, the entry in a user's glossary. */
export function definition(_workspace: Workspace, _uri: string, _offset: number): Target[] {
  return [];
}
