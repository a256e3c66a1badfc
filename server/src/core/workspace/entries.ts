/**
 * The documents of a workspace with their texts, which stay as far as a budget goes.
 * Changes when something else is kept beside a document's summary, or texts go in another order.
 */
import type { PolicyDocument } from '../document/model.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { DocumentSummary } from './summary.ts';

export interface Entry {
  readonly uri: string;
  /** Null where it had to go. */
  text: string | null;
  /** Of an open document. */
  version: number | null;
  /** Of open documents, and until the summary is made. */
  document: PolicyDocument | null;
  summary: DocumentSummary | null;
  /** Of the summary; null before it is compared for the first time. */
  signature: string | null;
  /** The glossary that the summary was made with. */
  glossary: Glossary | null;
  /** Its summary tells what the structure tells: the paragraphs were not read yet. */
  surveyed: boolean;
}

export class Entries {
  readonly #all = new Map<string, Entry>();
  readonly #budget: number;
  #units = 0;

  /** `budget` is how many UTF-16 units of texts of documents that are not open are kept. */
  constructor(budget: number) {
    this.#budget = budget;
  }

  get size(): number {
    return this.#all.size;
  }

  uris(): IterableIterator<string> {
    return this.#all.keys();
  }

  get(uri: string): Entry | undefined {
    return this.#all.get(uri);
  }

  [Symbol.iterator](): IterableIterator<Entry> {
    return this.#all.values();
  }

  /** The entry of a document with its new text. */
  take(uri: string, text: string, version: number | null): Entry {
    const before = this.#all.get(uri);
    if (before) this.#forgetText(before);
    const entry: Entry = before ?? {
      uri,
      text: null,
      version,
      document: null,
      summary: null,
      signature: null,
      glossary: null,
      surveyed: false,
    };
    entry.text = text;
    entry.document = null;
    entry.version = version;
    this.#all.set(uri, entry);
    if (version === null) this.#units += text.length;
    return entry;
  }

  /** A document was opened, changed without changing, or closed. */
  setVersion(entry: Entry, version: number | null): void {
    if (entry.version === null && version !== null) this.#units -= entry.text?.length ?? 0;
    else if (entry.version !== null && version === null) this.#units += entry.text?.length ?? 0;
    entry.version = version;
    this.trim();
  }

  delete(entry: Entry): void {
    this.#forgetText(entry);
    this.#all.delete(entry.uri);
  }

  #forgetText(entry: Entry): void {
    if (entry.version === null && entry.text !== null) this.#units -= entry.text.length;
    entry.text = null;
  }

  /** Lets texts go until the rest is within the budget, those of open documents never. */
  trim(): void {
    if (this.#units <= this.#budget) return;
    for (const entry of this.#all.values()) {
      if (entry.version !== null) continue;
      this.#forgetText(entry);
      if (this.#units <= this.#budget) return;
    }
  }
}
