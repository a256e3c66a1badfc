/**
 * Finds annotations again in a text that was changed elsewhere. Changes when the order of means, or what is accepted as
 * certain, changes.
 *
 * In order: same text, same position; the text it was made for, compared with the new one; a search for the quote with its
 * context. Only what is certain is attached; what is not has candidates; what is gone is an orphan, never a guess.
 */
import type { Span } from '../../text/span.ts';
import type { AnchorCause, TextTarget } from '../model.ts';
import { byPosition } from '../selectors.ts';
import { NormalText } from '../units.ts';
import { type Carried, carry } from './carry.ts';
import { type Comparable, comparable, spanOf, unitsOf } from './comparable.ts';
import { diff, type Matching } from './diff.ts';
import { type Candidate, insertedStretches, type Needle, needle, type Stretch, search } from './search.ts';

export type Outcome = 'attached' | 'changed' | 'ambiguous' | 'orphan';

export interface Placement {
  readonly outcome: Outcome;
  /** In the normalised text; null for ambiguous ones and orphans. */
  readonly span: Span | null;
  /** 0 … 1. */
  readonly confidence: number;
  readonly cause: AnchorCause | 'position';
  /** At most three places to offer, best first. */
  readonly candidates: readonly Candidate[];
  /** The place is another one than a mere shift would explain, or its words changed: to be recorded. */
  readonly noteworthy: boolean;
}

export const ACCEPT = 0.9;
export const CONSIDER = 0.62;
export const MARGIN = 0.06;
/** A lower score will do where no other place comes near. */
export const ALONE = 0.8;
export const LEAD = 0.25;

/** The new text, prepared once for many annotations. */
export interface Ground {
  readonly text: NormalText;
  readonly hash: string;
  readonly sectionAt?: ((offset: number) => readonly string[]) | undefined;
  /** Made on first use. */
  comparable?: Comparable;
}

/** A base text and how it relates to the new one, prepared once for all annotations that refer to it. */
export interface Base {
  readonly text: NormalText;
  comparable: Comparable;
  matching: Matching;
  /** Where the new text has something that the base has not. */
  inserted: readonly Stretch[];
  /** How many such units there are before each unit. */
  inserts: Int32Array;
}

const groundOf = (ground: Ground): Comparable => (ground.comparable ??= comparable(ground.text.text));

/** Prepares a base text; the costly part, some 10 ms for 100,000 characters with few changes. */
export function prepareBase(ground: Ground, baseText: string): Base {
  const text = new NormalText(baseText);
  const own = comparable(text.text);
  const matching = diff(own, groundOf(ground));
  return {
    text,
    comparable: own,
    matching,
    inserted: insertedStretches(matching.from),
    inserts: counted(matching.from),
  };
}

function counted(from: Int32Array): Int32Array {
  const out = new Int32Array(from.length + 1);
  for (let i = 0; i < from.length; i++) out[i + 1] = out[i]! + (from[i]! < 0 ? 1 : 0);
  return out;
}

const BLANKS = /^\s*|\s*$/g;

/** Blanks at the edges of a quote are no part of what is compared: they come back where they still stand. */
function withBlanks(text: string, span: Span, exact: string): Span {
  const [head, tail] = [exact.match(BLANKS)?.[0] ?? '', /\s*$/.exec(exact)?.[0] ?? ''];
  const start =
    head && text.slice(span.start - head.length, span.start) === head ? span.start - head.length : span.start;
  const end = tail && text.slice(span.end, span.end + tail.length) === tail ? span.end + tail.length : span.end;
  return { start, end };
}

const ambiguous = (candidates: readonly Candidate[], cause: AnchorCause): Placement => ({
  outcome: candidates.length > 0 ? 'ambiguous' : 'orphan',
  span: null,
  confidence: candidates[0]?.score ?? 0,
  cause,
  candidates: candidates.slice(0, 3),
  noteworthy: false,
});

const asCandidate = (c: Exclude<Carried, { kind: 'gone' }>): Candidate => ({
  span: c.span,
  score: c.confidence,
  quote: c.kind === 'same' ? 1 : 0.5,
  context: c.context,
});

/** Decides among candidates of a search. */
function decide(target: TextTarget, ground: Ground, found: readonly Candidate[], cause: AnchorCause): Placement {
  const good = found.filter((c) => c.score >= CONSIDER);
  const [best, second] = good;
  if (!best) return ambiguous([], cause);
  const runnerUp = found[1]?.score ?? 0;
  const certain = best.score >= ACCEPT && (!second || best.score - second.score >= MARGIN);
  const alone = best.score >= ALONE && best.score - runnerUp >= LEAD && best.context >= 0.7 && best.quote >= 0.75;
  if (!certain && !alone) return ambiguous(good, cause);
  const span = withBlanks(ground.text.text, best.span, target.quote.exact);
  const same = ground.text.text.slice(span.start, span.end) === target.quote.exact;
  return {
    outcome: same || best.quote === 1 ? 'attached' : 'changed',
    span,
    confidence: same ? best.score : Math.min(0.95, best.score),
    cause,
    candidates: [],
    noteworthy: true,
  };
}

/** An equal quote in inserted text, when the quote's own place was edited: a copy, or the original moved there. */
function twins(target: TextTarget, ground: Ground, base: Base, expected: number): Candidate[] {
  const n = needle(target);
  if (n.quote.length < 2) return [];
  return search(n, groundOf(ground), { within: base.inserted, origin: base.matching.from, expected, exact: true });
}

/** Wholly kept neighbours, by which words that were edited are known in their place although a copy stands elsewhere. */
const FIRM = 0.9;
/** A copy nearer than this may as well be the original, and the other one the copy. */
const BESIDE = 120;

/** Whether two places are in neighbouring paragraphs, or nearer. */
function beside(a: Span, b: Span, text: string): boolean {
  const [from, to] = [Math.min(a.end, b.end), Math.max(a.start, b.start)];
  return to - from < BESIDE || text.slice(from, to).split(/\n+/).length <= 2;
}

/** Whether edited words are still the ones meant: they stand where they stood, and the copy is not right beside them. */
function stays(carried: Exclude<Carried, { kind: 'gone' | 'doubtful' }>, copy: Candidate, text: string): boolean {
  return !carried.moved && carried.context >= FIRM && !beside(carried.span, copy.span, text);
}

/** Units on each side in which a copy pasted beside the original is looked for. */
const AROUND = 1200;
/** Context from which on two places look the same. */
const ALIKE = 0.65;

/**
 * Where text was inserted near by that looks like the quote with its surroundings: a paragraph copied right beside the
 * original, of which a comparison cannot say which is which. Gives all such places; one is none.
 */
function lookAlikes(target: TextTarget, ground: Ground, base: Base, span: Span): readonly Candidate[] {
  const here = groundOf(ground);
  const n = needle(target);
  const { from, to } = unitsOf(here, span.start, span.end);
  const window = { from: Math.max(0, from - AROUND), to: Math.min(here.text.length, to + AROUND) };
  const fresh = (start: number, end: number): number => base.inserts[end]! - base.inserts[start]!;
  const context = n.before.length + n.after.length;
  if (context < 16 || fresh(window.from, window.to) < (n.quote.length + context) / 2) return [];
  const expected = ground.text.fromPoint(target.position.start);
  const text = ground.text.text;
  const found = search(n, here, { within: [window], expected }).filter(
    (c) => c.context >= ALIKE && c.quote >= 0.5 && beside(span, c.span, text),
  );
  const isNew = (c: Candidate): boolean => {
    const units = unitsOf(here, c.span.start, c.span.end);
    const [start, end] = [
      Math.max(0, units.from - n.before.length),
      Math.min(here.text.length, units.to + n.after.length),
    ];
    return fresh(start, end) * 3 >= end - start;
  };
  return found.length > 1 && found.some(isNew) ? found : [];
}

function throughBase(target: TextTarget, ground: Ground, base: Base): Placement {
  const text = ground.text.text;
  const old = byPosition(base.text, target);
  const here = groundOf(ground);
  const carried: Carried = old ? carry(base.matching, base.comparable, here, old) : { kind: 'gone' };
  const expected = ground.text.fromPoint(target.position.start);
  if (carried.kind === 'same' || carried.kind === 'edited') {
    const copies = lookAlikes(target, ground, base, carried.span);
    if (copies.length > 0) return ambiguous(copies, 'base');
  }
  if (carried.kind === 'same') {
    const span = withBlanks(text, carried.span, target.quote.exact);
    const literal = text.slice(span.start, span.end) === target.quote.exact;
    if (carried.context < 0.4) {
      const better = twins(target, ground, base, span.start).filter((c) => c.context > carried.context + 0.3);
      if (better.length > 0) return ambiguous([asCandidate(carried), ...better], 'base');
    }
    return {
      outcome: 'attached',
      span,
      confidence: literal ? carried.confidence : Math.min(0.95, carried.confidence),
      cause: carried.moved ? 'moved' : 'base',
      candidates: [],
      noteworthy: carried.moved || !literal,
    };
  }
  if (carried.kind === 'edited') {
    const copies = twins(target, ground, base, carried.span.start).filter((c) => c.score >= CONSIDER);
    if (copies.some((c) => !stays(carried, c, text))) return ambiguous([asCandidate(carried), ...copies], 'base');
    return {
      outcome: 'changed',
      span: carried.span,
      confidence: carried.confidence,
      cause: carried.moved ? 'moved' : 'base',
      candidates: [],
      noteworthy: true,
    };
  }
  const found = search(needle(target), here, {
    within: base.inserted,
    origin: base.matching.from,
    expected,
    sectionAt: ground.sectionAt,
  });
  if (carried.kind === 'doubtful') {
    const others = found.filter((c) => c.score >= CONSIDER && c.span.start !== carried.span.start);
    return ambiguous(
      [asCandidate(carried), ...others].sort((a, b) => b.score - a.score),
      'base',
    );
  }
  return decide(target, ground, found, 'search');
}

/** The literal quote with all of its context, if it stands in the text exactly once. */
function verbatim(target: TextTarget, text: string): Span | null {
  const { prefix, exact, suffix } = target.quote;
  if (prefix.length + suffix.length < 16) return null;
  const whole = prefix + exact + suffix;
  const at = text.indexOf(whole);
  if (at < 0 || text.indexOf(whole, at + 1) >= 0) return null;
  return { start: at + prefix.length, end: at + prefix.length + exact.length };
}

/** The same in comparable form, with up to 32 units on each side: found through wrap, script and widths. */
function alike(n: Needle, ground: Ground): Span | null {
  if (n.quote === '' || n.before.length + n.after.length < 16) return null;
  const here = groundOf(ground);
  const whole = n.before + n.quote + n.after;
  const at = here.text.indexOf(whole);
  if (at < 0 || here.text.indexOf(whole, at + 1) >= 0) return null;
  return spanOf(here, at + n.before.length, at + n.before.length + n.quote.length);
}

/**
 * Places one annotation in a text.
 * `base` is the text that the target was made for, compared with the new text by `prepareBase`; null where it is not at hand.
 */
export function place(target: TextTarget, ground: Ground, base: Base | null): Placement {
  if (target.base === ground.hash) {
    const span = byPosition(ground.text, target);
    if (span) return { outcome: 'attached', span, confidence: 1, cause: 'position', candidates: [], noteworthy: false };
  }
  if (base) return throughBase(target, ground, base);
  const literal = verbatim(target, ground.text.text);
  if (literal) {
    return { outcome: 'attached', span: literal, confidence: 0.99, cause: 'search', candidates: [], noteworthy: false };
  }
  const n = needle(target);
  const similar = alike(n, ground);
  if (similar) {
    const span = withBlanks(ground.text.text, similar, target.quote.exact);
    const literal = ground.text.text.slice(span.start, span.end) === target.quote.exact;
    return { outcome: 'attached', span, confidence: 0.95, cause: 'search', candidates: [], noteworthy: !literal };
  }
  const found = search(n, groundOf(ground), {
    expected: ground.text.fromPoint(target.position.start),
    sectionAt: ground.sectionAt,
  });
  return decide(target, ground, found, 'search');
}

/** Places that could be meant, for an orphan, on request: also where the text is not new. */
export function suggest(target: TextTarget, ground: Ground): readonly Candidate[] {
  return search(needle(target), groundOf(ground), {
    expected: ground.text.fromPoint(target.position.start),
    sectionAt: ground.sectionAt,
  })
    .filter((c) => c.score >= 0.45)
    .slice(0, 3);
}
