/**
 * Symbols that the server found by pinyin or in the other script, named so that the editor shows them: its own filter
 * keeps only names that hold the letters of the query in their order. Changes when that filter does.
 */
import type * as vscode from 'vscode';

/** Whether all characters of the query, blanks apart, stand in the name in their order. */
export function passes(name: string, query: string): boolean {
  const wanted = [...query.toLowerCase().replace(/\s/g, '')];
  const there = name.toLowerCase();
  let at = 0;
  for (const c of wanted) {
    at = there.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The name with the query behind it, as the reading by which it was found, where it would not pass without. */
export const found = (name: string, query: string): string =>
  passes(name, query) ? name : `${name} (${query.trim()})`;

/** Gives the symbols names that pass the editor's filter. */
export function named<T extends vscode.SymbolInformation>(symbols: readonly T[], query: string): T[] {
  for (const symbol of symbols) symbol.name = found(symbol.name, query);
  return [...symbols];
}
