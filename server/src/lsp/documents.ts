/**
 * The documents that the client has open: their text, kept in step with its edits.
 * Changes when synchronisation changes. Edits that make no sense leave a whole text behind, never an exception.
 */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { LineIndex } from '../core/text/lines.ts';
import { fromUtf8, type Located } from './positions.ts';

export interface OpenDocument extends Located {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
}

export class OpenDocuments {
  readonly #all = new Map<string, OpenDocument>();
  #utf8 = false;

  set utf8(on: boolean) {
    this.#utf8 = on;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#all.get(uri);
  }

  all(): OpenDocument[] {
    return [...this.#all.values()];
  }

  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    const document = { uri, languageId, version, text, lines: new LineIndex(text) };
    this.#all.set(uri, document);
    return document;
  }

  /** Null for a document that was never opened. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenDocument | null {
    const before = this.#all.get(uri);
    if (!before) return null;
    let text = before.text;
    let lines: LineIndex | null = before.lines;
    for (const change of changes) {
      if (!('range' in change) || !change.range) {
        text = change.text;
        lines = null;
        continue;
      }
      lines ??= new LineIndex(text);
      const located = { text, lines };
      const at = (p: { line: number; character: number }): number =>
        lines!.offset(this.#utf8 ? fromUtf8(located, p) : p);
      const a = at(change.range.start);
      const b = at(change.range.end);
      text = text.slice(0, Math.min(a, b)) + change.text + text.slice(Math.max(a, b));
      lines = null;
    }
    const document = { ...before, version, text, lines: lines ?? new LineIndex(text) };
    this.#all.set(uri, document);
    return document;
  }

  close(uri: string): boolean {
    return this.#all.delete(uri);
  }
}
