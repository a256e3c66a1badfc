/**
 * The documents that the client has open: their text, kept in step with its edits.
 * Changes when synchronisation changes. Edits that make no sense leave a whole text behind, never an exception.
 */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Change } from '../core/annotations/api.ts';
import { LineIndex } from '../core/text/lines.ts';
import { fromUtf8, type Located } from './positions.ts';
import { canonical } from './uris.ts';

export interface OpenDocument extends Located {
  /** Canonical spelling; `wire` is the client's. */
  readonly uri: string;
  readonly wire: string;
  readonly languageId: string;
  readonly version: number;
}

export class OpenDocuments {
  readonly #all = new Map<string, OpenDocument>();
  utf8 = false;

  /** By canonical URI. */
  get(uri: string): OpenDocument | undefined {
    return this.#all.get(uri);
  }

  all(): OpenDocument[] {
    return [...this.#all.values()];
  }

  /** Whether some client spelling differs from the canonical one. */
  get spelledOtherwise(): boolean {
    for (const d of this.#all.values()) if (d.wire !== d.uri) return true;
    return false;
  }

  open(wire: string, languageId: string, version: number, text: string): OpenDocument {
    const uri = canonical(wire);
    const document = { uri, wire, languageId, version, text, lines: new LineIndex(text) };
    this.#all.set(uri, document);
    return document;
  }

  /** Null for a document that was never opened. `edits` apply one after the other. */
  change(
    wire: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): { readonly document: OpenDocument; readonly edits: readonly Change[] } | null {
    const before = this.#all.get(canonical(wire));
    if (!before) return null;
    let { text, lines } = before;
    const edits: Change[] = [];
    for (const change of changes) {
      if ('range' in change && change.range) {
        const located = { text, lines };
        const at = (p: { line: number; character: number }): number =>
          lines.offset(this.utf8 ? fromUtf8(located, p) : p);
        const [start, end] = [at(change.range.start), at(change.range.end)].sort((a, b) => a - b) as [number, number];
        edits.push({ start, end, text: change.text });
        text = text.slice(0, start) + change.text + text.slice(end);
      } else {
        edits.push({ start: 0, end: text.length, text: change.text });
        text = change.text;
      }
      lines = new LineIndex(text);
    }
    const document = { ...before, version, text, lines };
    this.#all.set(before.uri, document);
    return { document, edits };
  }

  close(wire: string): OpenDocument | null {
    const uri = canonical(wire);
    const document = this.#all.get(uri) ?? null;
    this.#all.delete(uri);
    return document;
  }
}
