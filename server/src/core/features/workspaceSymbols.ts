/** Search for documents, sections and terms by Chinese in either script, by pinyin and by initials. */
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkspaceSymbol } from './types.ts';

export interface SymbolOptions {
  /** 512 by default. */
  readonly most?: number;
}

/** Best matches first. Asynchronous because pinyin is loaded on first use. */
export async function workspaceSymbols(
  _workspace: Workspace,
  _query: string,
  _options: SymbolOptions = {},
): Promise<WorkspaceSymbol[]> {
  return [];
}
