/**
 * Pairs of quotation marks and title marks. Changes when other marks, or other faults of typists, must be paired.
 * One pass with a stack per paragraph, so a million unclosed marks cost no more than a million characters.
 */
import type { Span } from '../../text/span.ts';
import type { Reading } from './reading.ts';

export type MarkKind = 'quote' | 'single' | 'title' | 'inner-title';

/** A matched pair; the span includes the marks. */
export interface Pair extends Span {
  readonly kind: MarkKind;
  /** How many pairs of quotation marks are around it. */
  readonly quoteDepth: number;
  /** How many title marks are around it. */
  readonly titleDepth: number;
}

interface Open {
  readonly kind: MarkKind;
  readonly start: number;
  readonly quoteDepth: number;
  readonly titleDepth: number;
}

const OPEN: Readonly<Record<string, MarkKind>> = { '“': 'quote', '‘': 'single', '《': 'title', '〈': 'inner-title' };
const CLOSE: Readonly<Record<string, MarkKind>> = { '”': 'quote', '’': 'single', '》': 'title', '〉': 'inner-title' };
/** How far back on the stack a closing mark looks for its partner: marks between were never closed. */
const REACH = 6;
/** Longer than any title or quotation that a paragraph quotes as one. */
const LONGEST = 600;

/** All pairs of marks, by start. A pair stays within its paragraph; a title may run over the line into the next ones. */
export function readMarks(reading: Reading): Pair[] {
  const { folded } = reading;
  const pairs: Pair[] = [];
  let stack: Open[] = [];
  let straight: Open | null = null;
  let boundary = 0;
  const mark = /[“”‘’《》〈〉"]/g;
  for (let m = mark.exec(folded); m !== null; m = mark.exec(folded)) {
    const at = m.index;
    if (at >= boundary) {
      const block = reading.blockAt(at);
      boundary = block ? block.end : folded.length;
      if (block && stack.length > 0) stack = carried(stack, folded, at);
      straight = null;
    }
    const c = m[0];
    if (c === '"') {
      if (straight === null) straight = opened('quote', at, stack);
      else {
        if (at - straight.start > 1) pairs.push({ ...straight, end: at + 1 });
        straight = null;
      }
      continue;
    }
    const opens = OPEN[c];
    if (opens !== undefined) {
      stack.push(opened(opens, at, stack));
      continue;
    }
    const kind = CLOSE[c]!;
    const lowest = Math.max(0, stack.length - REACH);
    for (let i = stack.length - 1; i >= lowest; i--) {
      const open = stack[i]!;
      if (open.kind !== kind) continue;
      stack.length = i;
      if (at - open.start > 1 && at - open.start <= LONGEST) pairs.push({ ...open, end: at + 1 });
      break;
    }
  }
  return pairs.sort((a, b) => a.start - b.start || b.end - a.end);
}

function opened(kind: MarkKind, start: number, stack: readonly Open[]): Open {
  const top = stack[stack.length - 1];
  if (top === undefined) return { kind, start, quoteDepth: 0, titleDepth: 0 };
  const quoting = top.kind === 'quote' || top.kind === 'single';
  return {
    kind,
    start,
    quoteDepth: top.quoteDepth + (quoting ? 1 : 0),
    titleDepth: top.titleDepth + (quoting ? 0 : 1),
  };
}

/** A title that a hard wrap broke stays open: no empty line since its mark, and not too long ago. */
function carried(stack: readonly Open[], folded: string, at: number): Open[] {
  const first = stack.find((open) => open.kind === 'title' && at - open.start <= 200);
  if (first === undefined) return [];
  const between = folded.slice(first.start, at);
  if (/\n[ \t]*\r?\n/.test(between) || /[。；]\s*\n/.test(between)) return [];
  return stack.slice(stack.indexOf(first)).slice(0, REACH);
}
