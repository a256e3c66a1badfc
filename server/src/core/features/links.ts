/** 《titles》 and document numbers that resolve to documents of the workspace. Changes when something else can be linked. */
import type { Workspace } from '../workspace/workspace.ts';
import type { DocumentLink } from './types.ts';

export function documentLinks(_workspace: Workspace, _uri: string): DocumentLink[] {
  return [];
}
