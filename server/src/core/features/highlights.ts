/** Mentions of what is under the cursor in the same document. Changes when highlighting tells more apart. */
import type { Workspace } from '../workspace/workspace.ts';
import type { Highlight } from './types.ts';

export function highlights(_workspace: Workspace, _uri: string, _offset: number): Highlight[] {
  return [];
}
