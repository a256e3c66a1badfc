/**
 * Text that was broken at a fixed width: at which, which rows reach it, and which row goes on in the next.
 * Changes when the way typesetters and converters break lines changes.
 */
import type { Line } from '../../text/lines.ts';
import { DELIVERY_LINE } from '../data/front.ts';
import { anyOf } from '../data/phrases.ts';
import { PAGE_FURNITURE } from '../data/residue.ts';
import { isHan, isTerminal, lastUnit } from './characters.ts';
import { readMarker } from './marker.ts';

/** A line that is not blank; `[from, to)` is its content without blanks around it. */
export interface Row extends Line {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** Width in columns, half-width punctuation between Chinese characters counted as it was printed: full. */
function columns(text: string, row: Row): number {
  let n = 0;
  for (let i = row.start; i < row.to; i++) {
    const c = text.charCodeAt(i);
    const wide = c >= 0x1100 || (',;:?!()'.includes(text[i]!) && i > row.start && isHan(text.charCodeAt(i - 1)));
    n += wide ? 2 : 1;
  }
  return n;
}

/** How a text is wrapped. */
export interface Wrap {
  readonly full: (row: Row) => boolean;
  readonly indented: boolean;
  /** Indents that a converter dropped: first lines are short by their width, and a full stop at a line's end ends the paragraph. */
  readonly dropped: boolean;
}

const FURNITURE = anyOf(PAGE_FURNITURE);
const LONGEST_WRAPPED = 130;
const INDENT = 4;

/**
 * Whether the text was broken at a fixed width, in characters or in columns, and which rows reach that width. A few rows
 * may be longer, as titles are; in columns a row may fall short by what a typesetter moves to the next.
 */
export function detectWrap(text: string, rows: readonly Row[]): Wrap | null {
  if (rows.length < 8) return null;
  for (const row of rows) if (row.to - row.start > LONGEST_WRAPPED) return null;
  const measures: readonly (readonly [(row: Row) => number, number])[] = [
    [(row) => row.to - row.start, 1],
    [(row) => columns(text, row), INDENT],
  ];
  for (const [measure, play] of measures) {
    const sizes = rows.map(measure);
    const most = widthOf(sizes, play);
    if (most < 18) continue;
    const isOpen = (row: Row) => !isTerminal(lastUnit(text, row.from, row.to)) && !endsStop(text, row);
    const inReach = (i: number, least: number) => sizes[i]! >= least && sizes[i]! <= most + 1;
    const least = most - play;
    const reach = rows.filter((_, i) => inReach(i, least));
    if (reach.length < rows.length * 0.4 || reach.filter(isOpen).length < reach.length * 0.7) continue;
    const indented = rows.filter((row) => row.from - row.start >= 2 || text.charCodeAt(row.start) === 0x3000).length;
    let short = 0;
    let opening = 0;
    for (const [i, row] of rows.entries()) {
      if (!inReach(i, least - INDENT) || sizes[i]! >= least) continue;
      short++;
      if (isOpen(row) && (i === 0 || !inReach(i - 1, least - INDENT) || !isOpen(rows[i - 1]!))) opening++;
    }
    const dropped = indented === 0 && opening >= 2 && opening >= short * 0.7;
    const full = (row: Row) => measure(row) >= (dropped ? least - INDENT : least) && measure(row) <= most + 1;
    return { full, indented: indented >= rows.length * 0.04 && indented <= rows.length * 0.7, dropped };
  }
  return null;
}

/** The width that most rows reach: the greatest size, few outliers left aside, under which rows crowd. */
function widthOf(sizes: readonly number[], play: number): number {
  const counts = new Array<number>(LONGEST_WRAPPED * 2 + 2).fill(0);
  for (const size of sizes) counts[Math.min(size, counts.length - 1)]!++;
  let most = 0;
  let best = 0;
  for (let size = counts.length - 1; size > 0; size--) {
    let crowd = 0;
    for (let i = Math.max(0, size - play); i <= size; i++) crowd += counts[i]!;
    if (counts[size]! > 0 && crowd > most * 1.05) {
      most = crowd;
      best = size;
    }
  }
  let above = 0;
  for (let i = best + 1; i < counts.length; i++) above += counts[i]!;
  return above > sizes.length * 0.08 ? 0 : best;
}

function endsStop(text: string, row: Row): boolean {
  const c = lastUnit(text, row.from, row.to);
  return c === 0x3002 || c === 0x2e;
}

/** Whether the paragraph of a row goes on in the next. */
export function continues(text: string, folded: string, wrap: Wrap, row: Row, next: Row): boolean {
  if (next.number !== row.number + 1 || !wrap.full(row)) return false;
  if (DELIVERY_LINE.pattern.test(folded.slice(row.from, row.to))) return false;
  if (next.to - next.from <= 40 && FURNITURE.test(folded.slice(next.from, next.to))) return false;
  if (wrap.indented) return next.from === next.start;
  if (next.from > next.start && row.from === row.start) return false;
  const closed = isTerminal(lastUnit(folded, row.from, row.to)) || endsStop(text, row);
  return !(closed && (wrap.dropped || readMarker(folded, next.from, next.to) !== null));
}

const COUNTED =
  /^(?:年|月|日|个|项|天|家|人|名|次|位|届|亿|万|多|余|条|件|户|亩|公里|平方|%|％|元|吨|所|座|处|倍|分|时|点|岁|种|类|期|号|股|镇|村|乡|县)/;

/** A number alone on its line within a sentence, as pages leave it that set numbers in elements of their own: 在 / 2022 / 年…. */
export function isBrokenNumber(folded: string, before: Row, number: Row, behind: Row): boolean {
  if (number.number !== before.number + 1 || behind.number !== number.number + 1) return false;
  if (number.to - number.from > 8 || !/^[\d.,]+%?$/.test(folded.slice(number.from, number.to))) return false;
  if (before.to - before.from + (behind.to - behind.from) < 20) return false;
  if (isTerminal(lastUnit(folded, before.from, before.to)) || endsStop(folded, before)) return false;
  return COUNTED.test(folded.slice(behind.from, behind.from + 4));
}
