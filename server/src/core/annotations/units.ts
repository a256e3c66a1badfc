/**
 * Units of place: the editor's text, the normalised text that selectors speak of, and code points.
 * Changes when what counts as the normalised text of a document changes.
 *
 * Selectors are counted in Unicode code points of the text without byte order mark and with LF alone as line end
 * (W3C Web Annotation §4.2.4: counted in code points, on normalised text), so that neither a switch of line ends nor
 * the editor's own encoding of characters moves them.
 */

/** Sorted positions of units that one side does not count. */
class Gaps {
  readonly #at: readonly number[];

  constructor(at: readonly number[]) {
    this.#at = at;
  }

  get empty(): boolean {
    return this.#at.length === 0;
  }

  /** How many of the positions are smaller than `offset`. */
  before(offset: number): number {
    let low = 0;
    let high = this.#at.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.#at[mid]! < offset) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  /** How many positions, each reduced by those before it, are smaller than `reduced` (or equal, if `inclusive`). */
  reducedBefore(reduced: number, inclusive: boolean): number {
    let low = 0;
    let high = this.#at.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      const value = this.#at[mid]! - mid;
      if (value < reduced || (inclusive && value === reduced)) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}

const NONE = new Gaps([]);

/** A text with LF line ends and without byte order mark, and the way from its offsets to those of the raw text. */
export class NormalText {
  readonly text: string;
  readonly #removed: Gaps;
  readonly #bom: boolean;
  #astral: Gaps | undefined;

  constructor(raw: string) {
    this.#bom = raw.charCodeAt(0) === 0xfeff;
    if (!this.#bom && !raw.includes('\r')) {
      this.text = raw;
      this.#removed = NONE;
      return;
    }
    const removed: number[] = this.#bom ? [0] : [];
    for (let i = raw.indexOf('\r\n'); i >= 0; i = raw.indexOf('\r\n', i + 2)) removed.push(i);
    this.#removed = new Gaps(removed);
    this.text = (this.#bom ? raw.slice(1) : raw).replace(/\r\n?/g, '\n');
  }

  /** Offset in the normalised text for an offset of the raw text. */
  fromRaw(offset: number): number {
    return offset - this.#removed.before(offset);
  }

  /** Offset in the raw text; before the CR of a CR LF, behind a byte order mark. */
  toRaw(offset: number): number {
    if (this.#removed.empty) return offset;
    const count = this.#removed.reducedBefore(offset, false);
    return offset + (this.#bom && count === 0 ? 1 : count);
  }

  #points(): Gaps {
    if (this.#astral) return this.#astral;
    const low: number[] = [];
    for (let i = 0; i < this.text.length - 1; i++) {
      const code = this.text.charCodeAt(i);
      if (code < 0xd800 || code > 0xdbff) continue;
      const next = this.text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) low.push(++i);
    }
    this.#astral = low.length > 0 ? new Gaps(low) : NONE;
    return this.#astral;
  }

  /** How many code points lie before this offset of the normalised text. */
  toPoint(offset: number): number {
    const astral = this.#points();
    return astral.empty ? offset : offset - astral.before(offset);
  }

  /** The offset in the normalised text of the code point with this number; beyond the end it is the end. */
  fromPoint(point: number): number {
    const astral = this.#points();
    const offset = astral.empty ? point : point + astral.reducedBefore(point, true);
    return Math.max(0, Math.min(offset, this.text.length));
  }
}

const MARK = /^(?:\p{M}|\u200d|[\ufe00-\ufe0f])$/u;

/** Whether a character boundary lies at `offset`: not in a surrogate pair, CR LF, or before a combining mark. */
export function isBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text.charCodeAt(offset - 1);
  const code = text.charCodeAt(offset);
  if (code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff) return false;
  if (before === 13 && code === 10) return false;
  if (code < 0x300 || (code >= 0x2e80 && code <= 0x3029) || (code >= 0x3400 && code <= 0x9fff))
    return before !== 0x200d;
  return !MARK.test(String.fromCodePoint(text.codePointAt(offset)!)) && before !== 0x200d;
}

/** The span widened to whole characters and cut to the text. */
export function snap(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let s = Math.max(0, Math.min(start, text.length));
  let e = Math.max(s, Math.min(end, text.length));
  while (!isBoundary(text, s)) s--;
  while (!isBoundary(text, e)) e++;
  return { start: s, end: e };
}
