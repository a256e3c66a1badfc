/**
 * Carries a place from an old version of a text to a new one along a matching, and says how sure that is.
 * Changes when what makes a carried place trustworthy changes.
 */
import type { Span } from '../../text/span.ts';
import { type Comparable, spanOf, unitsOf } from './comparable.ts';
import type { Matching } from './diff.ts';

export type Carried =
  /** The words are there, unchanged but for what comparing ignores. */
  | {
      readonly kind: 'same';
      readonly span: Span;
      readonly moved: boolean;
      readonly confidence: number;
      readonly context: number;
    }
  /** The words were edited in their place. */
  | {
      readonly kind: 'edited';
      readonly span: Span;
      readonly moved: boolean;
      readonly confidence: number;
      readonly context: number;
    }
  /** Something like them is there, not enough to be sure. */
  | { readonly kind: 'doubtful'; readonly span: Span; readonly confidence: number; readonly context: number }
  | { readonly kind: 'gone' };

/** Units of context on each side that speak for a place. */
const WINDOW = 16;

/** Share of the units in `[from, to)` of the old text that were kept near `[near0, near1)` of the new one. */
function keptShare(m: Matching, from: number, to: number, near0: number, near1: number): number | null {
  const f = Math.max(0, from);
  const t = Math.min(m.to.length, to);
  if (t <= f) return null;
  let kept = 0;
  for (let i = f; i < t; i++) {
    const j = m.to[i]!;
    if (j >= near0 && j < near1) kept++;
  }
  return kept / (t - f);
}

interface Core {
  /** First and last kept unit of the quote that belong together, in the old text. */
  readonly first: number;
  readonly last: number;
  readonly kept: number;
  readonly moved: boolean;
}

/** The largest group of kept units that lie close together in the new text. */
function core(m: Matching, from: number, to: number): Core | null {
  const length = to - from;
  let best: Core | null = null;
  for (let i = from; i < to; ) {
    if (m.to[i]! < 0) {
      i++;
      continue;
    }
    const first = i;
    let last = i;
    let kept = 1;
    for (i++; i < to; i++) {
      const j = m.to[i]!;
      if (j < 0) continue;
      const step = j - m.to[last]!;
      if (step <= 0 || step > i - last + Math.max(12, length) || m.kind[i] !== m.kind[last]) break;
      last = i;
      kept++;
    }
    if (!best || kept > best.kept) best = { first, last, kept, moved: m.kind[first] === 2 };
  }
  return best;
}

/** How much of the `inserted` units at an edge belongs to the quote, when `inside` of its own were replaced there. */
function share(inserted: number, inside: number, outside: number): number {
  if (inside === 0 || inserted === 0) return 0;
  if (outside === 0) return Math.min(inserted, inside * 2 + 1);
  return Math.round((inserted * inside) / (inside + outside));
}

function newRange(m: Matching, from: number, to: number, c: Core): { start: number; end: number } {
  let start = m.to[c.first]!;
  let end = m.to[c.last]! + 1;
  if (c.first > from) {
    let before = from - 1;
    while (before >= 0 && m.to[before]! < 0 && from - before < 64) before--;
    const anchored = before >= 0 && m.to[before]! >= 0 && m.to[before]! < start;
    const inserted = anchored ? start - m.to[before]! - 1 : 0;
    start -= share(inserted, c.first - from, anchored ? from - 1 - before : 0);
  }
  if (c.last < to - 1) {
    let after = to;
    while (after < m.to.length && m.to[after]! < 0 && after - to < 64) after++;
    const anchored = after < m.to.length && m.to[after]! >= end;
    const inserted = anchored ? m.to[after]! - end : 0;
    end += share(inserted, to - 1 - c.last, anchored ? after - to : 0);
  }
  return { start, end };
}

/** What stands where the quote stood, when nothing of it was kept but both neighbours were. */
function replaced(m: Matching, b: Comparable, from: number, to: number): Carried {
  const left = from > 0 ? m.to[from - 1]! : -1;
  const right = to < m.to.length ? m.to[to]! : b.text.length;
  if ((from > 0 && left < 0) || right < 0 || right <= left + 1) return { kind: 'gone' };
  const inserted = right - left - 1;
  if (inserted > Math.max(12, (to - from) * 3)) return { kind: 'gone' };
  const span = spanOf(b, left + 1, right);
  return { kind: 'doubtful', span, confidence: 0.4, context: 1 };
}

/**
 * Carries the quote at `span` of the old text. Both texts in comparable form, `m` from `diff(a, b)`.
 * The thresholds were set on documents other than those of the benchmark's report; see docs/annotations.md.
 */
export function carry(m: Matching, a: Comparable, b: Comparable, span: Span): Carried {
  const { from, to } = unitsOf(a, span.start, span.end);
  const length = to - from;
  if (length === 0) return { kind: 'gone' };
  const c = core(m, from, to);
  if (!c) return replaced(m, b, from, to);
  const range = newRange(m, from, to, c);
  const size = range.end - range.start;
  const left = keptShare(m, from - WINDOW, from, range.start - 2 * WINDOW, range.start);
  const right = keptShare(m, to, to + WINDOW, range.end, range.end + 2 * WINDOW);
  const context = left === null ? (right ?? 1) : right === null ? left : (left + right) / 2;
  const best = Math.max(left ?? 0, right ?? 0, left === null && right === null ? 1 : 0);
  const found = spanOf(b, range.start, range.end);
  const similarity = (2 * c.kept) / (length + size);
  if (c.kept === length && size === length) {
    const long = length >= 12;
    if (long || context >= 0.5 || best >= 0.8) {
      return {
        kind: 'same',
        span: found,
        moved: c.moved,
        confidence: long ? 1 : Math.min(1, 0.75 + context / 4),
        context,
      };
    }
    return { kind: 'doubtful', span: found, confidence: 0.5 + context / 4, context };
  }
  const confidence = Math.min(0.99, 0.55 * similarity + 0.45 * context);
  const sure =
    (similarity >= 0.75 && (context >= 0.35 || length >= 24)) ||
    (similarity >= 0.5 && context >= 0.5 && best >= 0.75) ||
    (similarity >= 0.34 && context >= 0.85);
  if (sure) return { kind: 'edited', span: found, moved: c.moved, confidence, context };
  if (similarity >= 0.5 || context >= 0.6) return { kind: 'doubtful', span: found, confidence, context };
  return { kind: 'gone' };
}
