/**
 * Classes of single characters that the layout reader asks for, as functions of a UTF-16 unit of folded text.
 * Changes when a character belongs to another class.
 */

/** White space and invisible characters that may surround the content of a line, in original or folded text. */
export function isBlank(c: number): boolean {
  if (c < 0x80) return c === 32 || c === 9 || c === 0 || c === 11 || c === 12;
  if (c < 0x2000) return c === 0xa0 || c === 0xad || c === 0x85;
  if (c > 0x3000) return c === 0xfeff;
  return c <= 0x200f || c === 0x202f || c === 0x205f || c === 0x2060 || c === 0x3000 || c === 0x2028 || c === 0x2029;
}

/** Blank or line end: what may stand inside a paragraph that was wrapped. */
export function isSpace(c: number): boolean {
  return c === 10 || c === 13 || isBlank(c);
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** A Chinese character (basic block, extension A, compatibility, or half of a character outside the BMP). */
export function isHan(c: number): boolean {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xd800 && c <= 0xdfff) || c === 0x3007;
}

const CLOSERS = new Set([...'”’）》〉】〕」』)"]'].map((c) => c.charCodeAt(0)));
const TERMINALS = new Set([...'。！？；：…!?;:'].map((c) => c.charCodeAt(0)));

/** Closing quotation marks and brackets. */
export function isCloser(c: number): boolean {
  return CLOSERS.has(c);
}

/** A mark that ends a sentence or a clause that introduces a list. */
export function isTerminal(c: number): boolean {
  return TERMINALS.has(c);
}

/** The last character of `[start, end)` that is no closing mark and no blank, 0 where there is none; looks at 8 characters. */
export function lastUnit(folded: string, start: number, end: number): number {
  const floor = Math.max(start, end - 8);
  for (let i = end - 1; i >= floor; i--) {
    const c = folded.charCodeAt(i);
    if (!isCloser(c) && !isSpace(c)) return c;
  }
  return 0;
}

const DOT = 0x2e;

/** Whether the unit at `at` ends a sentence: 。 or a dot that stands for it between Chinese characters. */
export function isFullStop(folded: string, at: number): boolean {
  const c = folded.charCodeAt(at);
  if (c === 0x3002 || c === 0xff61) return true;
  if (c !== DOT || at === 0) return false;
  const before = folded.charCodeAt(at - 1);
  if (!isHan(before) && !isCloser(before) && before !== 0x25) return false;
  const after = folded.charCodeAt(at + 1);
  return (
    Number.isNaN(after) ||
    isHan(after) ||
    isDigit(after) ||
    isSpace(after) ||
    after === 0x201c ||
    after === 0x300a ||
    after === 0xff08
  );
}

/** The offset of the first full stop in `[from, to)`, or -1. */
export function findFullStop(folded: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const c = folded.charCodeAt(i);
    if ((c === 0x3002 || c === DOT || c === 0xff61) && isFullStop(folded, i)) return i;
  }
  return -1;
}
