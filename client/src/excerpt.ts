/**
 * The beginning and the end of an open document, as much as recognising it takes.
 * Changes when recognition reads another part. A single line may have twenty million characters: none is copied whole.
 */
import type * as vscode from 'vscode';

const HEAD = 16_000;
const TAIL = 2_000;

/** The first 16,000 characters, and of a longer document the last 2,000 behind them. */
export function excerpt(document: vscode.TextDocument): string {
  let head = '';
  let line = 0;
  for (; line < document.lineCount && head.length < HEAD; line++) {
    head += `${document.lineAt(line).text.slice(0, HEAD - head.length)}\n`;
  }
  let tail = '';
  for (let last = document.lineCount - 1; last >= line && tail.length < TAIL; last--) {
    tail = `${document.lineAt(last).text.slice(-(TAIL - tail.length))}\n${tail}`;
  }
  return head + tail;
}
