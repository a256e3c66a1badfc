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

/** Where each pair of neighbouring units stands, made once for a text that many quotes are looked for in. */
interface PairIndex {
  /** Each pair by a small number. */
  readonly ids: ReadonlyMap<number, number>;
  /** The pair that begins at each unit; the last unit begins none: `ids.size`. */
  readonly at: Int32Array;
  /** By pair; all 0 between searches. */
  readonly marked: Uint8Array;
  /** The places of pair `n` are `places[first[n]]` to `places[first[n + 1]]`, ascending. */
  readonly first: Int32Array;
  readonly places: Int32Array;
}

const pairOf = (text: string, i: number): number => text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1);
const indices = new WeakMap<Comparable, PairIndex>();

function pairsOf(c: Comparable): PairIndex {
  const known = indices.get(c);
  if (known) return known;
  const { text } = c;
  const ids = new Map<number, number>();
  const pairs = Math.max(0, text.length - 1);
  const at = new Int32Array(text.length);
  for (let i = 0; i < pairs; i++) {
    const pair = pairOf(text, i);
    const id = ids.get(pair) ?? ids.size;
    if (id === ids.size) ids.set(pair, id);
    at[i] = id;
  }
  if (text.length > 0) at[pairs] = ids.size;
  const first = new Int32Array(ids.size + 1);
  for (let i = 0; i < pairs; i++) first[at[i]! + 1]!++;
  for (let id = 0; id < ids.size; id++) first[id + 1]! += first[id]!;
  const next = first.slice();
  const places = new Int32Array(pairs);
  for (let i = 0; i < pairs; i++) places[next[at[i]!]!++] = i;
  const index = { ids, at, marked: new Uint8Array(ids.size + 1), first, places };
  indices.set(c, index);
  return index;
}

interface Windows {
  readonly stretch: Stretch;
  readonly width: number;
  readonly step: number;
  readonly count: number;
}

/** By window: how many pairs it shares with a quote. Kept between searches, all 0. */
let shares = new Int32Array(1024);

/** Counts pairs that stand seldom by their places; gives the windows that have at least one. */
function countBySeldom(index: PairIndex, pairs: Iterable<number>, { stretch, width, step, count }: Windows): number[] {
  const touched: number[] = [];
  for (const id of pairs) {
    for (let n = atLeast(index, id, stretch.from); n < index.first[id + 1]!; n++) {
      const at = index.places[n]! - stretch.from;
      if (at >= stretch.to - stretch.from) break;
      const last = Math.min(count - 1, Math.floor(at / step));
      for (let w = Math.max(0, Math.ceil((at - width + 1) / step)); w <= last; w++) {
        if (shares[w]! === 0) touched.push(w);
        shares[w]!++;
      }
    }
  }
  return touched;
}

/** Counts pairs that stand everywhere in one pass; gives the windows that have at least `least`. */
function countByPass({ at, marked }: PairIndex, pairs: Iterable<number>, windows: Windows, least: number): number[] {
  const { stretch, width, step, count } = windows;
  for (const id of pairs) marked[id] = 1;
  const good: number[] = [];
  let sum = 0;
  for (let i = 0; i < width; i++) sum += marked[at[stretch.from + i]!]!;
  for (let w = 0, from = stretch.from; w < count; w++, from += step) {
    if (sum >= least) {
      shares[w] = sum;
      good.push(w);
    }
    if (w + 1 < count) for (let i = from; i < from + step; i++) sum += marked[at[i + width]!]! - marked[at[i]!]!;
  }
  for (const id of pairs) marked[id] = 0;
  return good;
}

/** Windows (ascending) by what they share, those with the most first, of equal ones the first; `most` is the most there is. */
function mostFirst(windows: Int32Array, most: number): Int32Array {
  const next = new Int32Array(most + 2);
  for (const w of windows) next[most - shares[w]! + 1]!++;
  for (let r = 0; r <= most; r++) next[r + 1]! += next[r]!;
  const out = new Int32Array(windows.length);
  for (const w of windows) out[next[most - shares[w]!]!++] = w;
  return out;
}

/** The first windows that lie apart from one another. */
function apart(windows: Int32Array, reach: number): number[] {
  const out: number[] = [];
  for (const w of windows) {
    if (out.some((o) => Math.abs(w - o) < reach)) continue;
    out.push(w);
    if (out.length === MOST_WINDOWS) break;
  }
  return out;
}

/**
 * The windows that share most pairs of neighbouring units with the quote: only there a similar quote can be. Some passes
 * over numbers at most: this runs for each annotation that lost its text.
 */
function promising(index: PairIndex, quote: string, s: Stretch): Stretch[] {
  const size = s.to - s.from;
  const width = Math.min(size, Math.ceil(quote.length * 1.4));
  const step = Math.max(1, Math.floor(quote.length / 4));
  // An edit costs two pairs, so with two fifths of the units edited a fifth of the pairs is left.
  const least = Math.max(2, Math.floor((quote.length - 1) * 0.2));
  const windows = { stretch: s, width, step, count: Math.floor((size - width) / step) + 1 };
  if (windows.count > shares.length) shares = new Int32Array(windows.count * 2);
  const pairs = new Set<number>();
  let places = 0;
  for (let i = 0; i + 1 < quote.length; i++) {
    const id = index.ids.get(pairOf(quote, i));
    if (id === undefined || pairs.has(id)) continue;
    pairs.add(id);
    places += index.first[id + 1]! - index.first[id]!;
  }
  const seldom = places * 8 < size;
  const touched = seldom ? countBySeldom(index, pairs, windows) : countByPass(index, pairs, windows, least);
  const good = Int32Array.from(seldom ? touched.filter((w) => shares[w]! >= least) : touched);
  if (seldom) good.sort();
  const out: Stretch[] = [];
  const slack = Math.ceil(quote.length / 2);
  for (const best of apart(mostFirst(good, width), Math.ceil(width / step))) {
    const from = s.from + best * step;
    out.push({ from: Math.max(s.from, from - slack), to: Math.min(s.to, from + width + slack) });
  }
  for (const w of touched) shares[w] = 0;
  return out;
}

/** The first place of a pair that is not before a unit. */
function atLeast({ first, places }: PairIndex, id: number, unit: number): number {
  let low = first[id]!;
  let high = first[id + 1]!;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (places[mid]! < unit) low = mid + 1;
    else high = mid;
  }
  return low;
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
      const length = part.slice(from, from + most + right.length).indexOf(right);
      if (length <= 0) continue;
      const to = from + length;
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
