/**
 * Every mention of what is under the cursor, in all documents, in both scripts, quoted or not.
 * Changes when something else can be under the cursor.
 */
import type { Workspace } from '../workspace/workspace.ts';
import type { Reference } from './types.ts';

export interface ReferenceOptions {
  /** Defining passages and titles count as well; true where it is missing. */
  readonly includeDeclaration?: boolean;
}

/** References of the term, 《title》, document number or meeting at `offset`; in the order of URI and place. */
export function references(
  _workspace: Workspace,
  _uri: string,
  _offset: number,
  _options: ReferenceOptions = {},
): Reference[] {
  return [];
}

/** References of a term or title given as text, for the command line. */
export function referencesOf(_workspace: Workspace, _query: string, _options: ReferenceOptions = {}): Reference[] {
  return [];
}
