/**
 * Documents of the index whose paragraphs are still to be read. Their structures are kept as far as a budget goes, so
 * that those of a small workspace are read once. Changes when more or less is kept of them.
 */
import { CompactText } from '../text/compact.ts';
import { fold } from '../text/fold.ts';
import { LazyDocument } from './lazy-document.ts';

/** UTF-16 units of text whose structures are kept. */
const KEPT = 3_000_000;

export class Surveyed {
  readonly #documents = new Map<string, LazyDocument | null>();
  #units = 0;

  add(uri: string, document: LazyDocument): void {
    this.delete(uri);
    const keep = this.#units + document.text.length <= KEPT;
    if (keep) this.#units += document.text.length;
    this.#documents.set(uri, keep ? document : null);
  }

  get size(): number {
    return this.#documents.size;
  }

  has(uri: string): boolean {
    return this.#documents.has(uri);
  }

  delete(uri: string): void {
    this.#units -= this.#documents.get(uri)?.text.length ?? 0;
    this.#documents.delete(uri);
  }

  /** The document with what was kept of it. */
  document(uri: string, text: string): LazyDocument {
    const kept = this.#documents.get(uri);
    return kept?.text === text
      ? kept
      : new LazyDocument({ text, version: 0, limited: false, declared: true, passing: true });
  }

  /** Those that are waiting now. */
  uris(): readonly string[] {
    return [...this.#documents.keys()];
  }
}

/** Whether a text has the characters of a key in this order, blanks, line ends and quotation marks inside ignored. */
export const mayName = (text: string, key: string): boolean =>
  CompactText.of(fold(text), () => true).text.includes(key);
