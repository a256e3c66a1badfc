/**
 * Lists of characters and words that are asked "does one of these stand here?" for many places of a text.
 * Changes for speed alone.
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

/** `NaN`, which `charCodeAt` gives outside a text, counts as 0. */
const slotOf = (first: number, second: number, slots: Uint16Array): number =>
  (first * 31 + second) & (slots.length - 1);

/** Values by two neighbouring units. */
export class PairIndex<T> {
  /** By what is mixed of a pair: the number of its group, 0 for none; groups that share a slot are chained. */
  readonly #slots: Uint16Array;
  readonly #groups: { readonly pair: string; readonly values: T[]; readonly next: number }[] = [
    { pair: '', values: [], next: 0 },
  ];

  /** Takes pairs with a value each; the values of one pair keep their order. */
  constructor(entries: readonly (readonly [string, T])[]) {
    let size = 64;
    while (size < 8 * entries.length) size *= 2;
    this.#slots = new Uint16Array(size);
    for (const [pair, value] of entries) {
      const known = this.at(pair, 0) as T[];
      if (known.length > 0) {
        known.push(value);
        continue;
      }
      const slot = slotOf(pair.charCodeAt(0), pair.charCodeAt(1), this.#slots);
      this.#groups.push({ pair, values: [value], next: this.#slots[slot]! });
      this.#slots[slot] = this.#groups.length - 1;
    }
  }

  /** The values of the two units that stand at `at`; none outside the text. */
  at(text: string, at: number): readonly T[] {
    const first = text.charCodeAt(at);
    const second = text.charCodeAt(at + 1);
    let group = this.#slots[slotOf(first, second, this.#slots)]!;
    while (group !== 0) {
      const { pair, values, next } = this.#groups[group]!;
      if (pair.charCodeAt(0) === first && pair.charCodeAt(1) === second) return values;
      group = next;
    }
    return this.#groups[0]!.values;
  }

  /** The first place at or behind `from` where one of the pairs stands, or -1. */
  next(text: string, from: number): number {
    const slots = this.#slots;
    let first = text.charCodeAt(from);
    for (let at = from; at + 1 < text.length; at++) {
      const second = text.charCodeAt(at + 1);
      if (slots[slotOf(first, second, slots)] !== 0 && this.at(text, at).length > 0) return at;
      first = second;
    }
    return -1;
  }
}

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

  /** The longest word that ends at `at` (or starts there), of those of at most `most` characters; or undefined. */
  at(text: string, at: number, most = Number.POSITIVE_INFINITY): string | undefined {
    const slot = this.#slots[text.charCodeAt(this.#atEnd ? at - 1 : at) & FILTER]!;
    if (slot === 0) return undefined;
    for (const word of this.#words[slot]!) {
      const { length } = word;
      const from = this.#atEnd ? at - length : at;
      if (from < 0 || length > most) continue;
      let k = length - 1;
      while (k >= 0 && word.charCodeAt(k) === text.charCodeAt(from + k)) k--;
      if (k < 0) return word;
    }
    return undefined;
  }
}
