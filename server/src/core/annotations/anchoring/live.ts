/**
 * Keeps the places of annotations right while a text is edited. Changes when an edit should move an annotation otherwise.
 *
 * The rule, in the words of CodeMirror's `mapPos(start, 1)` and `mapPos(end, -1)`: what is typed inside joins, what is
 * typed against an edge stays outside, a deletion that reaches over an edge pulls it inwards, a replacement inside stays
 * inside. It differs where more is known than one change tells: text that was cut and comes back (undo, paste, moved line)
 * brings its annotations back, and a large replacement (a file read again, a formatter) is compared before it is applied.
 *
 * Offsets are UTF-16 offsets of the raw text, line ends as they are.
 */
import { describe } from '../selectors.ts';
import { isBoundary, NormalText } from '../units.ts';
import { type Ground, type Placement, place, prepareBase } from './reattach.ts';

/** Replaces `[start, end)` by `text`. Changes of one event apply one after the other, each to what the last one left. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Text at an edge that was cut off, to be taken back when it returns to its place. */
interface Cut {
  readonly side: 'start' | 'end';
  readonly text: string;
}

/** What was deleted together with a whole annotation. */
interface Tombstone {
  readonly chunk: string;
  /** Where in the chunk the annotation began. */
  readonly at: number;
  readonly quote: string;
  readonly time: number;
}

export interface LiveRange {
  readonly id: string;
  /** Of a detached one both are the place where it was. */
  readonly start: number;
  readonly end: number;
  readonly attached: boolean;
}

/** Text that was deleted around the place of a detached one, and where in it the place was. */
interface Gap {
  readonly text: string;
  readonly at: number;
}

interface Tracked {
  readonly id: string;
  start: number;
  end: number;
  attached: boolean;
  cuts: Cut[];
  tombstone: Tombstone | null;
  gaps: Gap[];
}

export interface LiveResult {
  /** Annotations whose words, or whose being attached, changed. Mere shifts are not listed. */
  readonly touched: ReadonlySet<string>;
  /** Those that came back elsewhere than where they were. */
  readonly relocated: ReadonlySet<string>;
  /** How those fared that a large replacement concerned; candidates in raw offsets of the new text. */
  readonly placements: ReadonlyMap<string, Placement>;
}

/** Up to this length a replacement is taken at its word. */
export const SMALL = 8;
/** How long text that was cut is awaited elsewhere, in milliseconds. */
export const PASTE_WITHIN = 60_000;
const WINDOW = 64;
const MOST_CUTS = 64;

interface Insertion {
  start: number;
  end: number;
}

const inside = (change: TextChange, pos: number): boolean => change.start < pos && pos < change.end;

/** New offset of the start of a range. */
export function mapStart(pos: number, c: TextChange): number {
  const delta = c.text.length - (c.end - c.start);
  if (c.start === c.end) return c.start <= pos ? pos + delta : pos;
  if (pos <= c.start) return pos;
  return inside(c, pos) ? c.start + c.text.length : pos + delta;
}

/** New offset of the end of a range. */
export function mapEnd(pos: number, c: TextChange): number {
  const delta = c.text.length - (c.end - c.start);
  if (c.start === c.end) return c.start < pos ? pos + delta : pos;
  if (pos <= c.start) return pos;
  return inside(c, pos) ? c.start : pos + delta;
}

export class LiveRanges {
  #text: string;
  readonly #items = new Map<string, Tracked>();

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** Puts an annotation at a place, or none: then it is detached, and `start` is where it would be looked for. */
  set(id: string, start: number, end: number, attached = true): void {
    this.#items.set(id, { id, start, end, attached, cuts: [], tombstone: null, gaps: [] });
  }

  delete(id: string): void {
    this.#items.delete(id);
  }

  get(id: string): LiveRange | undefined {
    return this.#items.get(id);
  }

  all(): Iterable<LiveRange> {
    return this.#items.values();
  }

  /** Applies the changes of one event. `now` in milliseconds. */
  apply(changes: readonly TextChange[], now: number): LiveResult {
    const touched = new Set<string>();
    const placements = new Map<string, Placement>();
    const relocated = new Set<string>();
    const insertions: Insertion[] = [];
    for (const given of changes) {
      const c = this.#clamp(given);
      const large = c.end - c.start > SMALL && c.text.length > SMALL;
      const change = large ? this.#trim(c) : c;
      const stillLarge = large && change.end - change.start > SMALL && change.text.length > SMALL;
      if (stillLarge) this.#replace(change, now, touched, placements);
      else this.#simple(change, now, touched);
      for (const i of insertions) {
        i.start = mapEnd(i.start, change);
        i.end = Math.max(i.start, mapEnd(i.end, change));
      }
      if (change.text.length > 0) insertions.push({ start: change.start, end: change.start + change.text.length });
    }
    if (insertions.length > 0) {
      for (const item of this.#items.values()) {
        if (!item.attached && item.tombstone) this.#revive(item, insertions, now, { touched, placements, relocated });
        if (item.attached && item.cuts.length > 0) this.#regrow(item, insertions, touched);
      }
    }
    return { touched, placements, relocated };
  }

  #clamp(c: TextChange): TextChange {
    const start = Math.max(0, Math.min(c.start, this.#text.length));
    return { start, end: Math.max(start, Math.min(c.end, this.#text.length)), text: c.text };
  }

  /** Leaves out what a replacement leaves as it is at both ends. */
  #trim(c: TextChange): TextChange {
    const text = this.#text;
    let { start, end } = c;
    let from = 0;
    let to = c.text.length;
    while (start < end && from < to && text.charCodeAt(start) === c.text.charCodeAt(from)) {
      start++;
      from++;
    }
    while (from > 0 && (!isBoundary(text, start) || !isBoundary(c.text, from))) {
      start--;
      from--;
    }
    while (end > start && to > from && text.charCodeAt(end - 1) === c.text.charCodeAt(to - 1)) {
      end--;
      to--;
    }
    while (to < c.text.length && (!isBoundary(text, end) || !isBoundary(c.text, to))) {
      end++;
      to++;
    }
    return { start, end, text: c.text.slice(from, to) };
  }

  #splice(c: TextChange): void {
    this.#text = this.#text.slice(0, c.start) + c.text + this.#text.slice(c.end);
  }

  #simple(c: TextChange, now: number, touched: Set<string>): void {
    const text = this.#text;
    for (const item of this.#items.values()) {
      if (!item.attached) {
        this.#shiftDetached(item, c);
        continue;
      }
      const { start: s, end: e } = item;
      if (e < c.start || (e === c.start && s < e)) continue;
      const start = mapStart(s, c);
      const end = mapEnd(e, c);
      if (s < c.end && c.start < e) {
        touched.add(item.id);
        if (end <= start) {
          this.#detach(item, c, now);
          continue;
        }
        if (end === c.start) this.#cut(item, 'end', text.slice(c.start, e));
        else if (start === c.start + c.text.length) this.#cut(item, 'start', text.slice(s, c.end));
      }
      item.start = start;
      item.end = end;
    }
    this.#splice(c);
  }

  /** The place of a detached one; text that is deleted around it and comes back puts it back where it was. */
  #shiftDetached(item: Tracked, c: TextChange): void {
    const pos = item.start;
    const gap = item.gaps.at(-1);
    if (c.end > c.start && c.start <= pos && pos <= c.end) {
      item.gaps.push({ text: this.#text.slice(c.start, c.end), at: pos - c.start });
      if (item.gaps.length > MOST_CUTS) item.gaps.shift();
    } else if (c.start === c.end && c.start === pos && gap?.text === c.text) {
      item.gaps.pop();
      item.start = item.end = pos + gap.at;
      return;
    }
    item.start = item.end = mapEnd(pos, c);
  }

  #cut(item: Tracked, side: Cut['side'], text: string): void {
    item.cuts.push({ side, text });
    if (item.cuts.length > MOST_CUTS) item.cuts.shift();
  }

  #detach(item: Tracked, c: TextChange, now: number): void {
    const chunk = this.#text.slice(c.start, c.end);
    const quote = this.#text.slice(item.start, item.end);
    item.tombstone = { chunk, at: item.start - c.start, quote, time: now };
    item.gaps = [];
    item.attached = false;
    item.start = item.end = c.start;
  }

  /** A large replacement: the old and the new stretch are compared, as after a change made elsewhere. */
  #replace(c: TextChange, now: number, touched: Set<string>, placements: Map<string, Placement>): void {
    const text = this.#text;
    const affected = [...this.#items.values()].filter((i) => i.attached && i.start < c.end && i.end > c.start);
    if (affected.length === 0) {
      this.#simple(c, now, touched);
      return;
    }
    const low = Math.max(0, Math.min(c.start, ...affected.map((i) => i.start)) - WINDOW);
    const high = Math.min(text.length, affected.reduce((m, i) => Math.max(m, i.end), c.end) + WINDOW);
    const [from, to] = [this.#boundary(low, -1), this.#boundary(high, 1)];
    const old = text.slice(from, to);
    const fresh = text.slice(from, c.start) + c.text + text.slice(c.end, to);
    const ground: Ground = { text: new NormalText(fresh), hash: 'new' };
    const base = prepareBase(ground, old);
    const shift = new Set(affected);
    for (const item of this.#items.values()) {
      if (shift.has(item)) continue;
      if (!item.attached) this.#shiftDetached(item, c);
      else [item.start, item.end] = [mapStart(item.start, c), mapEnd(item.end, c)];
    }
    for (const item of affected) {
      const span = {
        start: base.text.fromRaw(item.start - from),
        end: base.text.fromRaw(item.end - from),
      };
      const found = place(describe(base.text, span, 'old'), ground, base);
      const raw = (offset: number): number => from + ground.text.toRaw(offset);
      placements.set(item.id, {
        ...found,
        span: found.span && { start: raw(found.span.start), end: raw(found.span.end) },
        candidates: found.candidates.map((k) => ({ ...k, span: { start: raw(k.span.start), end: raw(k.span.end) } })),
      });
      if (!found.span || found.noteworthy) touched.add(item.id);
      if (found.span) {
        item.start = raw(found.span.start);
        item.end = raw(found.span.end);
        item.cuts = [];
      } else {
        this.#detach(item, { start: from, end: to, text: '' }, now);
        item.start = item.end = Math.min(c.start, fresh.length + from);
      }
    }
    this.#splice(c);
  }

  #boundary(offset: number, step: 1 | -1): number {
    let at = offset;
    while (!isBoundary(this.#text, at)) at += step;
    return at;
  }

  /** Text that was deleted with an annotation came back: in its place at any time, elsewhere soon after. */
  #revive(
    item: Tracked,
    insertions: readonly Insertion[],
    now: number,
    result: { touched: Set<string>; placements: Map<string, Placement>; relocated: Set<string> },
  ): void {
    const stone = item.tombstone!;
    const chunk = stone.chunk.trim();
    const lead = stone.chunk.length - stone.chunk.trimStart().length;
    const whole = stone.at >= lead && stone.at + stone.quote.length <= lead + chunk.length ? chunk : stone.chunk;
    const offset = whole === chunk ? stone.at - lead : stone.at;
    for (const put of insertions) {
      const text = this.#text.slice(put.start, put.end);
      const here = put.start <= item.start && item.start <= put.end;
      const soon = now - stone.time <= PASTE_WITHIN;
      let at = here || (soon && whole.length >= 6) ? text.indexOf(whole) : -1;
      if (at >= 0) at += offset;
      else if ((here && stone.quote.length >= 4) || (soon && stone.quote.length >= SMALL)) {
        at = text.indexOf(stone.quote);
        if (at >= 0 && text.indexOf(stone.quote, at + 1) >= 0) at = -1;
      }
      if (at < 0) continue;
      item.start = put.start + at;
      item.end = item.start + stone.quote.length;
      item.attached = true;
      item.tombstone = null;
      result.touched.add(item.id);
      result.placements.delete(item.id);
      if (!here) result.relocated.add(item.id);
      return;
    }
  }

  /** Text that was cut from an edge came back to it. */
  #regrow(item: Tracked, insertions: readonly Insertion[], touched: Set<string>): void {
    for (let cut = item.cuts.at(-1); cut; cut = item.cuts.at(-1)) {
      const from = cut.side === 'end' ? item.end : item.start - cut.text.length;
      const to = from + cut.text.length;
      if (!insertions.some((i) => i.start <= from && to <= i.end)) return;
      if (this.#text.slice(from, to) !== cut.text) return;
      if (cut.side === 'end') item.end = to;
      else item.start = from;
      item.cuts.pop();
      touched.add(item.id);
    }
  }
}
