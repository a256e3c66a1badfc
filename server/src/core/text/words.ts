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

/** Numbers for pairs of neighbouring units: what is known of a pair lies under its number in a list. 0 is no pair. */
class Pairs {
  /** By what is mixed of a pair: its number, 0 for none; pairs that share a slot are chained. */
  readonly #slots: Uint16Array;
  /** By number: both units of the pair, and the number of the next pair in its slot. */
  readonly #units: Int32Array;
  readonly #next: Uint16Array;
  readonly #mask: number;
  #count = 0;

  constructor(most: number) {
    let size = 64;
    while (size < 8 * most) size *= 2;
    this.#slots = new Uint16Array(size);
    this.#mask = size - 1;
    this.#units = new Int32Array(most + 1);
    this.#next = new Uint16Array(most + 1);
  }

  of(first: number, second: number): number {
    const units = (first << 16) | second;
    let number = this.#slots[(first * 31 + second) & this.#mask]!;
    while (number !== 0 && this.#units[number] !== units) number = this.#next[number]!;
    return number;
  }

  enter(first: number, second: number): number {
    const known = this.of(first, second);
    if (known !== 0) return known;
    const slot = (first * 31 + second) & this.#mask;
    const number = ++this.#count;
    this.#units[number] = (first << 16) | second;
    this.#next[number] = this.#slots[slot]!;
    this.#slots[slot] = number;
    return number;
  }
}

/** Values by two neighbouring units. */
export class PairIndex<T> {
  readonly #pairs: Pairs;
  /** By the number of their pair; none under 0. */
  readonly #values: T[][] = [[]];

  /** Takes pairs with a value each; the values of one pair keep their order. */
  constructor(entries: readonly (readonly [string, T])[]) {
    this.#pairs = new Pairs(entries.length);
    for (const [pair, value] of entries) {
      const number = this.#pairs.enter(pair.charCodeAt(0), pair.charCodeAt(1));
      const values = this.#values[number];
      if (values === undefined) this.#values[number] = [value];
      else values.push(value);
    }
  }

  /** The values of the two units that stand at `at`; none outside the text. */
  at(text: string, at: number): readonly T[] {
    const inside = at >= 0 && at + 1 < text.length;
    return this.#values[inside ? this.#pairs.of(text.charCodeAt(at), text.charCodeAt(at + 1)) : 0]!;
  }

  /** The first place at or behind `from` where one of the pairs stands, or -1. */
  next(text: string, from: number): number {
    if (from + 1 >= text.length) return -1;
    let first = text.charCodeAt(from);
    for (let at = from + 1; at < text.length; at++) {
      const second = text.charCodeAt(at);
      if (this.#pairs.of(first, second) !== 0) return at - 1;
      first = second;
    }
    return -1;
  }
}

/** Words by their last or first characters, longest first. */
export class WordIndex {
  readonly #atEnd: boolean;
  /** Numbers the last (or first) two units of the longer words, and (0, unit) of those that are one unit. */
  readonly #pairs: Pairs;
  /** By that number; none under 0. */
  readonly #words: string[][] = [[]];
  /** The words of one unit. */
  readonly #singles = new UnitSet([]);

  constructor(words: Iterable<string>, side: 'end' | 'start') {
    this.#atEnd = side === 'end';
    const sorted = [...words].sort((a, b) => b.length - a.length);
    this.#pairs = new Pairs(sorted.length);
    for (const word of sorted) {
      const { length } = word;
      if (length === 1) this.#singles.add(word.charCodeAt(0));
      const first = length === 1 ? 0 : word.charCodeAt(this.#atEnd ? length - 2 : 0);
      const second = word.charCodeAt(length === 1 ? 0 : this.#atEnd ? length - 1 : 1);
      const number = this.#pairs.enter(first, second);
      const known = this.#words[number];
      if (known === undefined) this.#words[number] = [word];
      else known.push(word);
    }
  }

  /** The longest word that ends at `at` (or starts there), of those of at most `most` characters; or undefined. */
  at(text: string, at: number, most = Number.POSITIVE_INFINITY): string | undefined {
    const pair = this.#atEnd ? at - 2 : at;
    if (pair >= 0 && pair + 1 < text.length) {
      const number = this.#pairs.of(text.charCodeAt(pair), text.charCodeAt(pair + 1));
      if (number !== 0) {
        for (const word of this.#words[number]!) if (word.length <= most && this.#stands(word, text, at)) return word;
      }
    }
    const single = this.#atEnd ? at - 1 : at;
    if (single < 0 || single >= text.length || most < 1) return undefined;
    const unit = text.charCodeAt(single);
    return this.#singles.has(unit) ? this.#words[this.#pairs.of(0, unit)]![0] : undefined;
  }

  /** How many of the words, of two units and more, a text holds side by side, up to `most`. For words by their first units. */
  countIn(text: string, most = Number.POSITIVE_INFINITY): number {
    let count = 0;
    let free = 0;
    let first = 0;
    for (let i = 0; i < text.length && count < most; i++) {
      const second = text.charCodeAt(i);
      const number = this.#pairs.of(first, second);
      first = second;
      if (number === 0 || i <= free) continue;
      for (const word of this.#words[number]!) {
        if (!this.#stands(word, text, i - 1)) continue;
        count++;
        free = i - 1 + word.length;
        break;
      }
    }
    return count;
  }

  /** Whether a word stands at `at` whose last (or first) two units do. */
  #stands(word: string, text: string, at: number): boolean {
    const { length } = word;
    if (length < 3) return length === 2;
    const from = this.#atEnd ? at - length : at;
    if (from < 0 || from + length > text.length) return false;
    const end = this.#atEnd ? length - 2 : length;
    for (let k = this.#atEnd ? 0 : 2; k < end; k++) if (word.charCodeAt(k) !== text.charCodeAt(from + k)) return false;
    return true;
  }
}
