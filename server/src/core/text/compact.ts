/**
 * Compact text: folded text without blanks and quotation marks, and the way back to the offsets of the original.
 * Changes when a term's identity ignores something else; what is left out is decided by `isKeyless` in fold.ts.
 */
import { isKeyless } from './fold.ts';
import type { Span } from './span.ts';

/** Text in which equal terms are equal substrings. */
export class CompactText {
  readonly text: string;
  /** Compact offsets before which something was left out, ascending. */
  readonly #at: readonly number[];
  /** How much had been left out up to and including that place. */
  readonly #removed: readonly number[];
  /** How many of `#at` the last question had behind it. */
  #hint = 0;

  private constructor(text: string, at: readonly number[], removed: readonly number[]) {
    this.text = text;
    this.#at = at;
    this.#removed = removed;
  }

  /**
   * Compacts folded text. Line ends are kept unless `joins(offset)` says that the line end at this offset lies inside
   * a paragraph, so that nothing matches across two paragraphs.
   */
  static of(folded: string, joins: (offset: number) => boolean = () => false): CompactText {
    const at: number[] = [];
    const removed: number[] = [];
    const pieces: string[] = [];
    let from = 0;
    let gone = 0;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      // Most characters are Chinese: one comparison lets them pass.
      if (unit > 0x206f && unit !== 0xfeff) continue;
      if (!isKeyless(unit)) continue;
      if ((unit === 10 || unit === 13) && !joins(i)) continue;
      if (i > from) pieces.push(folded.slice(from, i));
      from = i + 1;
      gone++;
      const place = from - gone;
      if (at.length > 0 && at[at.length - 1] === place) removed[removed.length - 1] = gone;
      else {
        at.push(place);
        removed.push(gone);
      }
    }
    if (gone > 0) pieces.push(folded.slice(from));
    // `join` makes one string in one piece, which is read faster than what `+` makes.
    return new CompactText(gone === 0 ? folded : pieces.join(''), at, removed);
  }

  /** The original offset of the character at a compact offset; ascending questions are answered fastest. */
  offset(compact: number): number {
    const at = this.#at;
    let i = this.#hint;
    if (i > 0 && at[i - 1]! > compact) i = this.#search(compact);
    else {
      let steps = 0;
      while (i < at.length && at[i]! <= compact && steps < 16) {
        i++;
        steps++;
      }
      if (i < at.length && at[i]! <= compact) i = this.#search(compact);
    }
    this.#hint = i;
    return compact + (i === 0 ? 0 : this.#removed[i - 1]!);
  }

  #search(compact: number): number {
    let low = 0;
    let high = this.#at.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.#at[mid]! <= compact) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  /** The original span of `[start, end)` in compact offsets: from its first character to behind its last. */
  span(start: number, end: number): Span {
    const first = this.offset(start);
    return { start: first, end: end > start ? this.offset(end - 1) + 1 : first };
  }
}
