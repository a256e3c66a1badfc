/**
 * The documents that the client has open: their text, kept in step with its edits.
 * Changes when synchronisation changes. Edits that make no sense leave a whole text behind, never an exception.
 */
import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../core/annotations/api.ts';
import { fromUtf8 } from './positions.ts';
import { canonical } from './uris.ts';

export interface OpenDocument {
  /** Canonical spelling; `wire` is the client's. */
  readonly uri: string;
  readonly wire: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** The document as it is now, whatever version this record is of: it follows all edits. */
  readonly live: TextDocument;
}

const whole = (n: unknown): number => (typeof n === 'number' && n > 0 ? Math.trunc(Math.min(n, 0x7fffffff)) : 0);
/** A position that a client sent, with what is no number taken for zero. */
const sound = (p: Position | undefined): Position => ({ line: whole(p?.line), character: whole(p?.character) });

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
    const live = TextDocument.create(uri, languageId, version, text);
    const document = { uri, wire, languageId, version, text, live };
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
    const { live } = before;
    const edits: Change[] = [];
    for (const change of changes) {
      const { text } = change;
      if (typeof text !== 'string') continue;
      if ('range' in change && change.range) {
        const [start, end] = this.#span(live, change.range.start, change.range.end);
        edits.push({ start, end, text });
        // The package trusts positions: it gets those of the offsets, which exist.
        const range = { start: live.positionAt(start), end: live.positionAt(end) };
        TextDocument.update(live, [{ range, text }], version);
      } else {
        edits.push({ start: 0, end: live.getText().length, text });
        TextDocument.update(live, [{ text }], version);
      }
    }
    const document = { ...before, version, text: live.getText() };
    this.#all.set(before.uri, document);
    return { document, edits };
  }

  /** Offsets of two positions in the wire's encoding, in their order. */
  #span(live: TextDocument, ...ends: readonly [Position, Position]): readonly [number, number] {
    const [a, b] = ends.map((p) => live.offsetAt(this.utf8 ? fromUtf8(live, sound(p)) : sound(p))) as [number, number];
    return a <= b ? [a, b] : [b, a];
  }

  close(wire: string): OpenDocument | null {
    const uri = canonical(wire);
    const document = this.#all.get(uri) ?? null;
    this.#all.delete(uri);
    return document;
  }
}
