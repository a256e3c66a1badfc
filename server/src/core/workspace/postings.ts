/** Which documents mention, or define, which term. Changes when more than presence has to be known of all documents at once. */

const EMPTY: ReadonlySet<string> = new Set();

export class Postings {
  readonly #documents = new Map<number, Set<string>>();

  /** Replaces the keys of a document. */
  update(uri: string, before: ReadonlySet<number>, after: ReadonlySet<number>): void {
    for (const key of before) {
      if (after.has(key)) continue;
      const uris = this.#documents.get(key);
      uris?.delete(uri);
      if (uris?.size === 0) this.#documents.delete(key);
    }
    for (const key of after) {
      if (before.has(key)) continue;
      const uris = this.#documents.get(key);
      if (uris) uris.add(uri);
      else this.#documents.set(key, new Set([uri]));
    }
  }

  /** The URIs of the documents that mention a key. */
  of(key: number): ReadonlySet<string> {
    return this.#documents.get(key) ?? EMPTY;
  }

  /** All keys that are mentioned anywhere. */
  keys(): IterableIterator<number> {
    return this.#documents.keys();
  }
}
