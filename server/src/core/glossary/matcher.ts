/**
 * Finds many terms in one pass over compact text. Changes when matching becomes faster or keys can mean more.
 *
 * Two filters let nearly every position pass in a few nanoseconds: may a term begin with this unit, and with these two?
 * Behind them, terms with the same first two units stand by length, the longest first. Adding a term costs what the
 * term costs, so there is nothing to build at start and nothing to rebuild when a user's glossary changes.
 */

/** A match in compact offsets. */
export interface Hit {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface Bucket {
  /** Lengths of the keys, descending. */
  lengths: number[];
  readonly keys: Set<string>;
}

const BITS = 1 << 20;
const slot = (a: number, b: number): number => (Math.imul(a, 0x9e37) ^ Math.imul(b, 0x85eb)) & (BITS - 1);

export class Matcher {
  readonly #first = new Uint8Array(65536);
  readonly #pairs = new Uint8Array(BITS >> 3);
  readonly #buckets = new Map<number, Bucket>();
  #size = 0;

  /** How many keys there are. */
  get size(): number {
    return this.#size;
  }

  has(key: string): boolean {
    return this.#buckets.get(key.charCodeAt(0) * 65536 + key.charCodeAt(1))?.keys.has(key) ?? false;
  }

  /** Adds a `termKey` of two units or more; shorter ones are ignored, for a single character is no term. */
  add(key: string): void {
    if (key.length < 2) return;
    const a = key.charCodeAt(0);
    const b = key.charCodeAt(1);
    const pair = a * 65536 + b;
    let bucket = this.#buckets.get(pair);
    if (!bucket) {
      bucket = { lengths: [], keys: new Set() };
      this.#buckets.set(pair, bucket);
      this.#first[a] = 1;
      const s = slot(a, b);
      this.#pairs[s >> 3] = this.#pairs[s >> 3]! | (1 << (s & 7));
    }
    if (bucket.keys.has(key)) return;
    bucket.keys.add(key);
    this.#size++;
    if (!bucket.lengths.includes(key.length)) {
      bucket.lengths.push(key.length);
      bucket.lengths.sort((x, y) => y - x);
    }
  }

  /**
   * All longest matches in `text`, in order; a match inside a longer one is left out, overlapping ones stay.
   * `accepts` can refuse a key at a place (a trap, missing quotation marks); then the next shorter one is tried.
   */
  find(text: string, accepts: (key: string, start: number, end: number) => boolean = () => true): Hit[] {
    const hits: Hit[] = [];
    const first = this.#first;
    const pairs = this.#pairs;
    const last = text.length - 1;
    let covered = 0;
    for (let i = 0; i < last; i++) {
      const a = text.charCodeAt(i);
      if (first[a] === 0) continue;
      const b = text.charCodeAt(i + 1);
      const s = slot(a, b);
      if ((pairs[s >> 3]! & (1 << (s & 7))) === 0) continue;
      const bucket = this.#buckets.get(a * 65536 + b);
      if (!bucket) continue;
      for (const length of bucket.lengths) {
        const end = i + length;
        if (end > text.length) continue;
        if (end <= covered) break;
        const key = text.slice(i, end);
        if (!bucket.keys.has(key) || !accepts(key, i, end)) continue;
        hits.push({ key, start: i, end });
        covered = end;
        break;
      }
    }
    return hits;
  }
}
