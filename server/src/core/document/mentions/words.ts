/**
 * Word lists that are asked "does the text end (or begin) with one of these?" many times. Changes for speed alone.
 */

/** Words by their last or first character, longest first. */
export class WordIndex {
  readonly #byUnit = new Map<number, string[]>();
  /** 1 where a unit with these low bits may be in the index; small enough to stay in the fastest memory. */
  readonly #filter = new Uint8Array(2048);
  readonly #atEnd: boolean;

  constructor(words: Iterable<string>, side: 'end' | 'start') {
    this.#atEnd = side === 'end';
    for (const word of words) {
      const unit = word.charCodeAt(this.#atEnd ? word.length - 1 : 0);
      this.#filter[unit & 2047] = 1;
      const list = this.#byUnit.get(unit);
      if (list === undefined) this.#byUnit.set(unit, [word]);
      else list.push(word);
    }
    for (const list of this.#byUnit.values()) list.sort((a, b) => b.length - a.length);
  }

  /** The longest word that ends at `at` (or starts there), or undefined. */
  at(text: string, at: number): string | undefined {
    const unit = text.charCodeAt(this.#atEnd ? at - 1 : at);
    if (this.#filter[unit & 2047] === 0) return undefined;
    const list = this.#byUnit.get(unit);
    if (list === undefined) return undefined;
    for (const word of list) if (text.startsWith(word, this.#atEnd ? at - word.length : at)) return word;
    return undefined;
  }
}
