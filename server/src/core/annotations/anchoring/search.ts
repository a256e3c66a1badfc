/**
 * Searches a text for a quote by quote, context, position and section jointly, without a base text to compare with.
 * Changes when candidates are found or weighed differently.
 *
 * Unlike the usual procedure (exact hits, and only if there are none the least wrong one, always accepted) similar quotes
 * compete with equal ones by their context, and the caller gets the scores to decide with a threshold and a margin.
 */
import approximate from 'approx-string-match';
import type { Span } from '../../text/span.ts';
import type { TextTarget } from '../model.ts';
import { type Comparable, comparable, spanOf, unitAt } from './comparable.ts';

export interface Candidate {
  readonly span: Span;
  /** 0 … 1. */
  readonly score: number;
  readonly quote: number;
  readonly context: number;
}

export interface SearchOptions {
  /** Only hits inside these stretches of units count: those that a matching calls inserted. Absent: all of the text. */
  readonly within?: readonly Stretch[];
  /** Where each unit was before, or -1: hits count whose units are new at least by half. */
  readonly origin?: Int32Array;
  /** Equal quotes alone. */
  readonly exact?: boolean;
  /** Where the quote is expected, as an offset of the source. */
  readonly expected: number;
  readonly sectionAt?: ((offset: number) => readonly string[]) | undefined;
}

/** Half-open, in units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches of inserted units, each wider: a quote may lie across the edge of what a matching calls inserted. */
export function insertedStretches(from: Int32Array, slack = 40): Stretch[] {
  const out: { from: number; to: number }[] = [];
  for (let i = 0; i < from.length; i++) {
    if (from[i]! >= 0) continue;
    const start = i;
    while (i < from.length && from[i]! < 0) i++;
    const last = out.at(-1);
    if (last && start - slack <= last.to) last.to = Math.min(from.length, i + slack);
    else out.push({ from: Math.max(0, start - slack), to: Math.min(from.length, i + slack) });
  }
  return out;
}

const CONTEXT_UNITS = 32;
const MOST_HITS = 80;
const FUZZY_FROM = 6;
const MOST_WINDOWS = 10;

/**
 * Edits between two texts, or with `free` between the first and the best beginning of the second. Two rows that are kept:
 * this runs some thousand times for one document.
 */
function edits(a: string, b: string, free: boolean): number {
  const n = a.length;
  let row = rows[0]!;
  let next = rows[1]!;
  if (row.length <= n) {
    row = rows[0] = new Int32Array(n + 64);
    next = rows[1] = new Int32Array(n + 64);
  }
  for (let i = 0; i <= n; i++) row[i] = i;
  let best = n;
  for (let j = 1; j <= b.length; j++) {
    next[0] = j;
    const unit = b.charCodeAt(j - 1);
    for (let i = 1; i <= n; i++) {
      const replaced = row[i - 1]! + (a.charCodeAt(i - 1) === unit ? 0 : 1);
      const shorter = Math.min(row[i]!, next[i - 1]!) + 1;
      next[i] = Math.min(replaced, shorter);
    }
    [row, next] = [next, row];
    if (row[n]! < best) best = row[n]!;
  }
  return free ? best : row[n]!;
}

const rows: [Int32Array, Int32Array] = [new Int32Array(512), new Int32Array(512)];

const reversed = (text: string): string => text.split('').reverse().join('');

/** A quote prepared for searching. */
export interface Needle {
  readonly quote: string;
  /** Units before the quote, nearest last; and behind it. */
  readonly before: string;
  readonly after: string;
  readonly section: string | undefined;
}

export function needle(target: TextTarget): Needle {
  return {
    quote: comparable(target.quote.exact).text,
    before: comparable(target.quote.prefix).text.slice(-CONTEXT_UNITS),
    after: comparable(target.quote.suffix).text.slice(0, CONTEXT_UNITS),
    section: target.section?.at(-1),
  };
}

const weights = (length: number): readonly [number, number] =>
  length >= 24 ? [50, 20] : length >= 8 ? [40, 26] : [24, 34];

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly quote: number;
}

/** Exact occurrences, nearest to `expected` first where there are too many. */
function exactHits(text: string, quote: string, expected: number, within: readonly Stretch[]): Hit[] {
  const at: number[] = [];
  for (const s of within) {
    if (s.to - s.from < quote.length) continue;
    const part = s.from === 0 && s.to === text.length ? text : text.slice(s.from, s.to);
    for (let i = part.indexOf(quote); i >= 0; i = part.indexOf(quote, i + 1)) at.push(s.from + i);
  }
  if (at.length > MOST_HITS) at.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected)).length = MOST_HITS;
  return at.map((from) => ({ from, to: from + quote.length, quote: 1 }));
}

/**
 * The windows that share most pairs of neighbouring units with the quote: only there a similar quote can be. Some passes
 * over numbers, without anything made for each window: this runs for each annotation that lost its text.
 */
function promising(index: PairIndex, quote: string, s: Stretch): Stretch[] {
  const size = s.to - s.from;
  const width = Math.min(size, Math.ceil(quote.length * 1.4));
  const step = Math.max(1, Math.floor(quote.length / 4));
  // An edit costs two pairs, so with two fifths of the units edited a fifth of the pairs is left.
  const least = Math.max(2, Math.floor((quote.length - 1) * 0.2));
  const count = Math.floor((size - width) / step) + 1;
  const shared = new Int32Array(Math.max(0, count));
  const { at: pairAt, marked } = index;
  const marks: number[] = [];
  for (let i = 0; i + 1 < quote.length; i++) {
    const pair = index.ids.get(pairOf(quote, i));
    if (pair === undefined || marked[pair] === 1) continue;
    marked[pair] = 1;
    marks.push(pair);
  }
  let sum = 0;
  for (let i = 0; i < width; i++) sum += marked[pairAt[s.from + i]!]!;
  for (let w = 0, from = s.from; w < count; w++, from += step) {
    shared[w] = sum;
    for (let i = from; w + 1 < count && i < from + step; i++) sum += marked[pairAt[i + width]!]! - marked[pairAt[i]!]!;
  }
  for (const pair of marks) marked[pair] = 0;
  const out: Stretch[] = [];
  const slack = Math.ceil(quote.length / 2);
  const reach = Math.ceil(width / step);
  while (out.length < MOST_WINDOWS) {
    let best = -1;
    let most = least - 1;
    for (let w = 0; w < count; w++) {
      if (shared[w]! <= most) continue;
      most = shared[w]!;
      best = w;
    }
    if (best < 0) break;
    const from = s.from + best * step;
    out.push({ from: Math.max(s.from, from - slack), to: Math.min(s.to, from + width + slack) });
    shared.fill(0, Math.max(0, best - reach + 1), best + reach);
  }
  return out;
}

/** Each pair of neighbouring units by a small number, made once for a text that many quotes are looked for in. */
interface PairIndex {
  readonly ids: ReadonlyMap<number, number>;
  /** The pair that begins at each unit; 0 is none. */
  readonly at: Int32Array;
  /** By pair; all 0 between searches. */
  readonly marked: Uint8Array;
}

const pairOf = (text: string, i: number): number => text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1);
const indices = new WeakMap<Comparable, PairIndex>();

function pairsOf(c: Comparable): PairIndex {
  const known = indices.get(c);
  if (known) return known;
  const ids = new Map<number, number>();
  const at = new Int32Array(c.text.length + 1);
  for (let i = 0; i + 1 < c.text.length; i++) {
    const pair = pairOf(c.text, i);
    let id = ids.get(pair);
    if (id === undefined) {
      id = ids.size + 1;
      ids.set(pair, id);
    }
    at[i] = id;
  }
  const index = { ids, at, marked: new Uint8Array(ids.size + 1) };
  indices.set(c, index);
  return index;
}

function fuzzyHits(haystack: Comparable, quote: string, within: readonly Stretch[]): Hit[] {
  const { text } = haystack;
  const most = Math.min(Math.floor(quote.length * 0.4), 200);
  const hits: Hit[] = [];
  for (const s of within) {
    if (s.to - s.from < quote.length - most) continue;
    for (const w of promising(pairsOf(haystack), quote, s)) {
      for (const m of approximate(text.slice(w.from, w.to), quote, most).slice(0, 4)) {
        hits.push({ from: w.from + m.start, to: w.from + m.end, quote: 1 - m.errors / quote.length });
      }
    }
  }
  return hits;
}

/** Stretches between the end of the prefix and the beginning of the suffix. */
function framedHits(text: string, n: Needle, within: readonly Stretch[]): Hit[] {
  const left = n.before.slice(-8);
  const right = n.after.slice(0, 8);
  if (left.length < 6 || right.length < 6) return [];
  const hits: Hit[] = [];
  const most = n.quote.length * 2 + 16;
  for (const s of within) {
    const part = s.from === 0 && s.to === text.length ? text : text.slice(s.from, s.to);
    for (let i = part.indexOf(left); i >= 0 && hits.length < 20; i = part.indexOf(left, i + 1)) {
      const from = i + left.length;
      const to = part.indexOf(right, from);
      if (to < 0) break;
      if (to === from || to - from > most) continue;
      const size = Math.max(n.quote.length, to - from);
      const errors = size <= 400 ? edits(n.quote, part.slice(from, to), false) : Math.abs(n.quote.length - (to - from));
      hits.push({ from: s.from + from, to: s.from + to, quote: Math.max(0, 1 - errors / size) });
    }
  }
  return hits;
}

/** All places that could be the quote's, best first; at most one for each place. */
export function search(n: Needle, haystack: Comparable, options: SearchOptions): Candidate[] {
  const text = haystack.text;
  if (n.quote.length === 0 || text.length === 0) return [];
  const expected = unitAt(haystack, options.expected);
  const within = options.within ?? [{ from: 0, to: text.length }];
  const { origin } = options;
  const fresh = (h: Hit): boolean => {
    if (!origin) return true;
    let n = 0;
    for (let i = h.from; i < h.to; i++) if (origin[i]! < 0) n++;
    return n * 2 >= h.to - h.from;
  };
  let hits = exactHits(text, n.quote, expected, within);
  if (n.quote.length >= FUZZY_FROM && options.exact !== true) hits.push(...fuzzyHits(haystack, n.quote, within));
  if (options.exact !== true) hits.push(...framedHits(text, n, within));
  hits = hits.filter(fresh);
  const [w, v] = weights(n.quote.length);
  const before = reversed(n.before);
  const out: Candidate[] = [];
  for (const hit of hits) {
    const left =
      before.length === 0
        ? null
        : 1 -
          edits(before, reversed(text.slice(Math.max(0, hit.from - CONTEXT_UNITS - 6), hit.from)), true) /
            before.length;
    const right =
      n.after.length === 0
        ? null
        : 1 - edits(n.after, text.slice(hit.to, hit.to + CONTEXT_UNITS + 6), true) / n.after.length;
    const position = 1 - Math.abs(hit.from - expected) / Math.max(1, text.length);
    let sum = w * hit.quote + 4 * position;
    let all = w + 4;
    for (const side of [left, right]) {
      if (side === null) continue;
      sum += v * Math.max(0, side);
      all += v;
    }
    const span = spanOf(haystack, hit.from, hit.to);
    if (n.section !== undefined && options.sectionAt) {
      all += 4;
      if (options.sectionAt(span.start).at(-1) === n.section) sum += 4;
    }
    const sides = [left, right].filter((s): s is number => s !== null);
    const context = sides.length > 0 ? sides.reduce((x, y) => x + Math.max(0, y), 0) / sides.length : 0;
    out.push({ span, score: sum / all, quote: hit.quote, context });
  }
  out.sort((a, b) => b.score - a.score || a.span.start - b.span.start);
  const distinct: Candidate[] = [];
  for (const c of out) {
    const near = distinct.some((d) => Math.min(c.span.end, d.span.end) - Math.max(c.span.start, d.span.start) > 0);
    if (!near) distinct.push(c);
    if (distinct.length >= 8) break;
  }
  return distinct;
}
