/** Places in a document between the editor's ranges and the offsets of annotations. Changes when either counts otherwise. */
import * as vscode from 'vscode';
import type { Span } from './shift.ts';

export const spanOf = (document: vscode.TextDocument, range: vscode.Range): Span => ({
  start: document.offsetAt(range.start),
  end: document.offsetAt(range.end),
});

/** The place of a thread that the editor began: its range, or its line where nothing was selected. */
export function placeOf(document: vscode.TextDocument, range: vscode.Range): Span {
  if (!range.isEmpty) return spanOf(document, range);
  const line = document.lineAt(range.start);
  const start = new vscode.Position(line.lineNumber, line.firstNonWhitespaceCharacterIndex);
  return spanOf(document, new vscode.Range(start, line.range.end));
}

/** Every place of some words in a text. */
export function every(text: string, words: string): Span[] {
  const out: Span[] = [];
  if (words === '') return out;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    out.push({ start: at, end: at + words.length });
  }
  return out;
}
