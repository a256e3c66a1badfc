/**
 * Searching near a mark: expressions all of whose matches hold a character that is rare. Changes for speed alone.
 */

import { UnitSet } from '../../text/words.ts';
import type { Passage } from './passage.ts';

/** What is known of the matches of an expression. */
export interface Marked {
  /** They hold a character of this role … */
  readonly role: number;
  /** … of which this is true, if not of each … */
  readonly isMark?: (folded: string, at: number) => boolean;
  /** … no further than this behind their start, */
  readonly reach: number;
  /** and begin with one of these. */
  readonly opens: Iterable<string>;
}

/** An expression that is tried nowhere but before the marks that its matches hold. */
export class NearMark {
  readonly #expression: RegExp;
  readonly #marked: Marked;
  readonly #opens: UnitSet;

  constructor(source: string, marked: Marked) {
    this.#expression = new RegExp(source, 'y');
    this.#marked = marked;
    this.#opens = new UnitSet(marked.opens);
  }

  /** The first match that begins at or behind `from`, or null. */
  exec({ folded, sites }: Passage, from: number): RegExpExecArray | null {
    const { role, isMark, reach } = this.#marked;
    let least = from;
    for (let mark = sites.next(role, from); mark >= 0; mark = sites.next(role, mark + 1)) {
      if (isMark !== undefined && !isMark(folded, mark)) continue;
      for (let start = Math.max(least, mark - reach); start <= mark; start++) {
        if (!this.#opens.has(folded.charCodeAt(start))) continue;
        this.#expression.lastIndex = start;
        const match = this.#expression.exec(folded);
        if (match !== null) return match;
      }
      least = mark + 1;
    }
    return null;
  }
}
