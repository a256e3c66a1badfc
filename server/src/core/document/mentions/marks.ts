/**
 * Pairs of quotation marks and title marks. Changes when other marks, or other faults of typists, must be paired.
 * One pass with a stack per paragraph, so a million unclosed marks cost no more than a million characters.
 */
import type { Span } from '../../text/span.ts';
import type { Passage } from './passage.ts';
import { Reading } from './reading.ts';
import { ROLE } from './sites.ts';

export type MarkKind = 'quote' | 'single' | 'title' | 'inner-title';

/** A matched pair; the span includes the marks. */
export interface Pair extends Span {
  readonly kind: MarkKind;
}

/** A pair whose end is not known yet. */
interface Open {
  readonly kind: MarkKind;
  readonly start: number;
  end: number;
}

const NONE: readonly Pair[] = [];

/** How far back on the stack a closing mark looks for its partner: marks between were never closed. */
const REACH = 6;
/** Longer than any title or quotation that a paragraph quotes as one. */
const LONGEST = 600;
const DEEPEST = 64;

const kindOf = (unit: number): MarkKind | null => {
  if (unit === 0x201c || unit === 0x201d) return 'quote';
  if (unit === 0x300a || unit === 0x300b) return 'title';
  if (unit === 0x2018 || unit === 0x2019) return 'single';
  return unit === 0x3008 || unit === 0x3009 ? 'inner-title' : null;
};
const opens = (unit: number): boolean => unit === 0x201c || unit === 0x300a || unit === 0x2018 || unit === 0x3008;

/** So many pairs are looked through; of more a table is made. */
const FEW = 6;

/** The pairs of double quotation marks by where they start, or end. */
export class Quotes {
  readonly #edge: 'start' | 'end';
  readonly #pairs: readonly Pair[];
  #table: Map<number, Pair> | undefined;

  constructor(edge: 'start' | 'end', pairs: readonly Pair[]) {
    this.#edge = edge;
    this.#pairs = pairs;
  }

  /** The pair that starts, or ends, at an offset. */
  at(offset: number): Pair | undefined {
    if (this.#pairs.length === 0) return undefined;
    return this.#pairs.length > FEW ? this.#ofTable(offset) : this.#ofFew(offset);
  }

  #ofFew(offset: number): Pair | undefined {
    for (const pair of this.#pairs) {
      if ((this.#edge === 'start' ? pair.start : pair.end) === offset && pair.kind === 'quote') return pair;
    }
    return undefined;
  }

  #ofTable(offset: number): Pair | undefined {
    if (this.#table === undefined) {
      this.#table = new Map();
      for (const pair of this.#pairs) {
        if (pair.kind === 'quote') this.#table.set(this.#edge === 'start' ? pair.start : pair.end, pair);
      }
    }
    return this.#table.get(offset);
  }
}

/** All pairs of marks, by start. A pair stays within its paragraph; a title may run over the line into the next ones. */
export function readMarks(passage: Passage): readonly Pair[] {
  const { folded, sites } = passage;
  if (sites.next(ROLE.pairMark, 0) < 0) return NONE;
  const reading = passage instanceof Reading ? passage : null;
  const pairs: Pair[] = [];
  let stack: Open[] = [];
  let straight: Open | null = null;
  let boundary = 0;
  let sorted = true;
  let latest = -1;
  const add = (open: Open, end: number): void => {
    if (open.start < latest) sorted = false;
    latest = open.start;
    open.end = end;
    pairs.push(open);
  };
  for (let at = sites.next(ROLE.pairMark, 0); at >= 0; at = sites.next(ROLE.pairMark, at + 1)) {
    const unit = folded.charCodeAt(at);
    const kind = unit === 0x22 ? 'quote' : kindOf(unit);
    if (kind === null) continue;
    if (at >= boundary) {
      boundary = reading?.blockAt(at)?.end ?? folded.length;
      if (stack.length > 0) stack = carried(stack, folded, at);
      straight = null;
    }
    if (unit === 0x22) {
      if (straight === null) straight = { kind, start: at, end: at };
      else {
        if (at - straight.start > 1 && at - straight.start <= LONGEST) add(straight, at + 1);
        straight = null;
      }
      continue;
    }
    if (opens(unit)) {
      stack.push({ kind, start: at, end: at });
      if (stack.length > 2 * DEEPEST) stack = stack.slice(-DEEPEST);
      continue;
    }
    const lowest = Math.max(0, stack.length - REACH);
    for (let i = stack.length - 1; i >= lowest; i--) {
      const open = stack[i]!;
      if (open.kind !== kind) continue;
      while (stack.length > i) stack.pop();
      if (at - open.start > 1 && at - open.start <= LONGEST) add(open, at + 1);
      break;
    }
  }
  return sorted ? pairs : pairs.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A title that a hard wrap broke stays open: no empty line since its mark, and not too long ago. */
function carried(stack: readonly Open[], folded: string, at: number): Open[] {
  const first = stack.find((open) => open.kind === 'title' && at - open.start <= 200);
  if (first === undefined) return [];
  const between = folded.slice(first.start, at);
  if (/\n[ \t]*\r?\n/.test(between) || /[。；]\s*\n/.test(between)) return [];
  return stack.slice(stack.indexOf(first)).slice(0, REACH);
}
