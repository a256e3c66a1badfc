/**
 * Word lists that are asked "does the text end (or begin) with one of these?" many times. Changes for speed alone.
 */

/** A set of UTF-16 units: a bit for each, so that the Chinese ones lie in three kilobytes. */
export class UnitSet {
  readonly #bits = new Uint32Array(2048);

  constructor(characters: Iterable<string>) {
    for (const character of characters) this.add(character.charCodeAt(0));
  }

  add(unit: number): void {
    this.#bits[unit >>> 5]! |= 1 << (unit & 31);
  }

  /** Whether the unit is in the set; false for `NaN`, which `charCodeAt` gives outside a text. */
  has(unit: number): boolean {
    // `NaN >>> 5` is 0, so the place of unit 0 is never used: no list holds it.
    return (this.#bits[unit >>> 5]! & (1 << (unit & 31))) !== 0;
  }
}

const PAIRS = 4095;

/** Values by the last two units of their words, which have two or more. */
export class TailIndex<T> {
  /** Which of `#groups` a pair of units may have, by what is mixed of them; 0 for none. */
  readonly #slots = new Uint16Array(PAIRS + 1);
  readonly #groups: { readonly pair: string; readonly values: T[]; next: number }[] = [];

  constructor(entries: Iterable<readonly [string, T]>) {
    this.#groups.push({ pair: '', values: [], next: 0 });
    for (const [word, value] of entries) {
      const known = this.before(word, word.length) as T[];
      if (known.length > 0) {
        known.push(value);
        continue;
      }
      const pair = word.slice(-2);
      const slot = mix(pair.charCodeAt(0), pair.charCodeAt(1));
      this.#groups.push({ pair, values: [value], next: this.#slots[slot]! });
      this.#slots[slot] = this.#groups.length - 1;
    }
  }

  /** The values of all words that end in the two units before `end`, in the order in which they were given. */
  before(text: string, end: number): readonly T[] {
    const first = text.charCodeAt(end - 2);
    const last = text.charCodeAt(end - 1);
    let group = this.#slots[mix(first, last)]!;
    while (group !== 0) {
      const { pair, values, next } = this.#groups[group]!;
      if (pair.charCodeAt(0) === first && pair.charCodeAt(1) === last) return values;
      group = next;
    }
    return this.#groups[0]!.values;
  }
}

const mix = (first: number, last: number): number => (first * 31 + last) & PAIRS;

const FILTER = 2047;

/** Words by their last or first character, longest first. */
export class WordIndex {
  /** The words whose last (or first) unit has these low bits: a number of `#words`, 0 for none. */
  readonly #slots = new Uint16Array(FILTER + 1);
  readonly #words: (readonly string[])[] = [[]];
  readonly #atEnd: boolean;

  constructor(words: Iterable<string>, side: 'end' | 'start') {
    this.#atEnd = side === 'end';
    const lists = new Map<number, string[]>();
    for (const word of words) {
      const slot = word.charCodeAt(this.#atEnd ? word.length - 1 : 0) & FILTER;
      const list = lists.get(slot);
      if (list === undefined) lists.set(slot, [word]);
      else list.push(word);
    }
    for (const [slot, list] of lists) {
      this.#slots[slot] = this.#words.length;
      this.#words.push(list.sort((a, b) => b.length - a.length));
    }
  }

  /** The longest word that ends at `at` (or starts there), or undefined. */
  at(text: string, at: number): string | undefined {
    const slot = this.#slots[text.charCodeAt(this.#atEnd ? at - 1 : at) & FILTER]!;
    if (slot === 0) return undefined;
    for (const word of this.#words[slot]!) {
      const { length } = word;
      const from = this.#atEnd ? at - length : at;
      if (from < 0) continue;
      let k = length - 1;
      while (k >= 0 && word.charCodeAt(k) === text.charCodeAt(from + k)) k--;
      if (k < 0) return word;
    }
    return undefined;
  }
}
