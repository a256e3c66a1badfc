/**
 * Finds many terms in one pass over compact text. Changes when matching becomes faster or keys can mean more.
 *
 * A trie of hashes: every beginning of every key sets one bit, so from each place of the text the walk goes on only as
 * long as some key may begin so, and ends after two units nearly everywhere. Where a whole key may end, another bit is
 * set, and the words themselves are compared. Adding a key costs what the key costs; there is nothing to build at start
 * and nothing to rebuild when a user's glossary changes, except for more room when it grows.
 */

/** A match in compact offsets. */
export interface Hit {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const step = (hash: number, unit: number): number => {
  const h = Math.imul(hash ^ unit, 0x5bd1e995);
  return h ^ (h >>> 15);
};
const SEED = 0x2f0b4a27;

/** Bits of room for each beginning of a key: one in sixteen places is set, so chance seldom leads on. */
const ROOM = 16;

export class Matcher {
  readonly #keys = new Set<string>();
  readonly #first = new Uint8Array(65536);
  #beginnings = new Uint32Array(1 << 9);
  #ends = new Uint32Array(1 << 9);
  #mask = (1 << 14) - 1;
  #count = 0;

  /** How many keys there are. */
  get size(): number {
    return this.#keys.size;
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /** Adds a `termKey` of two units or more; shorter ones are ignored, for a single character is no term. */
  add(key: string): void {
    if (key.length < 2 || this.#keys.has(key)) return;
    this.#keys.add(key);
    this.#count += key.length;
    if (this.#count * ROOM > this.#mask + 1) this.#grow();
    else this.#enter(key);
  }

  #enter(key: string): void {
    this.#first[key.charCodeAt(0)] = 1;
    let hash = SEED;
    for (let i = 0; i < key.length; i++) {
      hash = step(hash, key.charCodeAt(i));
      const bit = hash & this.#mask;
      this.#beginnings[bit >>> 5] = this.#beginnings[bit >>> 5]! | (1 << (bit & 31));
    }
    const bit = hash & this.#mask;
    this.#ends[bit >>> 5] = this.#ends[bit >>> 5]! | (1 << (bit & 31));
  }

  #grow(): void {
    let bits = this.#mask + 1;
    while (bits < this.#count * ROOM * 2) bits *= 2;
    this.#mask = bits - 1;
    this.#beginnings = new Uint32Array(bits >>> 5);
    this.#ends = new Uint32Array(bits >>> 5);
    for (const key of this.#keys) this.#enter(key);
  }

  /**
   * All longest matches in `text`, in order; a match inside a longer one is left out, overlapping ones stay.
   * `accepts` can refuse a key at a place (a trap, missing quotation marks); then the next shorter one is tried.
   */
  find(text: string, accepts?: (key: string, start: number, end: number) => boolean): Hit[] {
    const hits: Hit[] = [];
    const first = this.#first;
    const beginnings = this.#beginnings;
    const endBits = this.#ends;
    const mask = this.#mask;
    const length = text.length;
    const ends: number[] = [];
    let covered = 0;
    for (let i = 0; i < length - 1; i++) {
      const unit = text.charCodeAt(i);
      if (first[unit] === 0) continue;
      let hash = step(SEED, unit);
      let n = 0;
      for (let j = i + 1; j < length; j++) {
        hash = step(hash, text.charCodeAt(j));
        const bit = hash & mask;
        const word = bit >>> 5;
        const flag = 1 << (bit & 31);
        if ((beginnings[word]! & flag) === 0) break;
        if ((endBits[word]! & flag) !== 0 && j >= covered) ends[n++] = j + 1;
      }
      while (n > 0) {
        const end = ends[--n]!;
        const key = text.slice(i, end);
        if (!this.#keys.has(key) || (accepts && !accepts(key, i, end))) continue;
        hits.push({ key, start: i, end });
        covered = end;
        break;
      }
    }
    return hits;
  }
}
