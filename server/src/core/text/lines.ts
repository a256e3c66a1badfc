/**
 * Physical lines: the one file that knows line and column.
 * Changes when what ends a line changes. LF, CR LF and CR each end one, as in the Language Server Protocol.
 */
import type { Span } from './span.ts';

/** A physical line: `[start, end)` without its terminator; the next line starts at `next`. */
export interface Line extends Span {
  readonly next: number;
}

/** Zero-based line and zero-based UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The lines of a text and the conversion between offsets and positions. Every text has at least one line. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    const lone = text.includes('\r');
    if (lone) {
      for (let i = 0; i < text.length; i++) {
        const c = text.charCodeAt(i);
        if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
        if (c === 13 || c === 10) starts.push(i + 1);
      }
    } else {
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    }
    this.#starts = starts;
  }

  /** How many lines there are. */
  get count(): number {
    return this.#starts.length;
  }

  /** The line with this zero-based number; the last line for a number beyond it. */
  line(number: number): Line {
    const i = Math.max(0, Math.min(number, this.count - 1));
    const start = this.#starts[i]!;
    const next = this.#starts[i + 1] ?? this.#text.length;
    let end = next;
    if (end > start && this.#text.charCodeAt(end - 1) === 10) end--;
    if (end > start && this.#text.charCodeAt(end - 1) === 13) end--;
    return { start, end, next };
  }

  /** The zero-based number of the line that holds `offset`; offsets outside the text are clamped. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (this.#starts[mid]! <= offset) low = mid;
      else high = mid - 1;
    }
    return low;
  }

  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.#starts[line]! };
  }

  /** The offset of a position; a column beyond the line's end gives the line's end. */
  offset(position: Position): number {
    if (position.line >= this.count) return this.#text.length;
    const line = this.line(position.line);
    return Math.min(line.start + Math.max(0, position.character), line.end);
  }
}
