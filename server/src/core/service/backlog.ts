/**
 * Documents of the index that were not read to the end yet: of some the text alone is known, of others the structure.
 * What is kept of them has a budget, so that a small workspace is read once. Changes when more or less is kept.
 */
import { LazyDocument } from './lazy-document.ts';

/** UTF-16 units of texts that are kept until somebody reads their structure. */
const TEXTS = 64 * 1024 * 1024;
/** UTF-16 units of text whose structures are kept until the paragraphs are read. */
const STRUCTURES = 3_000_000;

interface Item {
  /** Until the structure is read; null where it had to go. */
  readonly text: string | null;
  /** With its structure; null where that had to go. */
  readonly document: LazyDocument | null;
  readonly surveyed: boolean;
}

export class Backlog {
  readonly #items = new Map<string, Item>();
  #texts = 0;
  #structures = 0;

  /** A text that nobody has looked at. */
  take(uri: string, text: string): void {
    this.delete(uri);
    const keep = this.#texts + text.length <= TEXTS;
    if (keep) this.#texts += text.length;
    this.#items.set(uri, { text: keep ? text : null, document: null, surveyed: false });
  }

  /** A document whose structure was read. */
  surveyed(uri: string, document: LazyDocument): void {
    this.delete(uri);
    const keep = this.#structures + document.text.length <= STRUCTURES;
    if (keep) this.#structures += document.text.length;
    this.#items.set(uri, { text: null, document: keep ? document : null, surveyed: true });
  }

  get size(): number {
    return this.#items.size;
  }

  get(uri: string): Item | undefined {
    return this.#items.get(uri);
  }

  delete(uri: string): void {
    const item = this.#items.get(uri);
    this.#texts -= item?.text?.length ?? 0;
    this.#structures -= item?.document?.text.length ?? 0;
    this.#items.delete(uri);
  }

  /** A document with what was kept of it. A surveyed one is known to be a policy document. */
  document(uri: string, text: string): LazyDocument {
    const item = this.#items.get(uri);
    if (item?.document?.text === text) return item.document;
    return new LazyDocument({ text, version: 0, limited: false, declared: item?.surveyed === true, passing: true });
  }

  /** Those that are waiting now, in the order in which they came. */
  uris(): readonly string[] {
    return [...this.#items.keys()];
  }
}
