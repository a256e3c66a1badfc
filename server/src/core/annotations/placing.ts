/**
 * Places many annotations in one text, with pauses, and moves the places that were offered along with edits.
 * Changes when the order or the pauses of that work do.
 */
import type { Span } from '../text/span.ts';
import { LiveRanges, type LiveResult, mapEnd, mapStart, type TextChange } from './anchoring/live.ts';
import { type Ground, type Placement, place, prepareBase } from './anchoring/reattach.ts';
import type { Annotation } from './model.ts';
import type { NormalText } from './units.ts';

/** Lets others have a turn when it is time: work on one text is never longer at a stretch than it must be. */
export type Pause = () => Promise<void> | null;

/** Milliseconds at a stretch, and annotations where a clock stands still. */
const SLICE = 8;
const MOST = 64;

/** A pause for one long work; nothing is waited for as long as its time is not up. */
export function pauses(host: { readonly now: () => number; readonly yield: () => Promise<void> }): Pause {
  let since = host.now();
  let calls = 0;
  return () => {
    calls++;
    if (calls < MOST && host.now() - since < SLICE) return null;
    calls = 0;
    return host.yield().then(() => {
      since = host.now();
    });
  };
}

/** Places annotations, grouped by the hash of their base text; `texts` has those base texts that are at hand. */
export async function placeAll(
  groups: ReadonlyMap<string, readonly Annotation[]>,
  texts: ReadonlyMap<string, string | null>,
  ground: Ground,
  pause: Pause,
): Promise<readonly [Annotation, Placement][]> {
  const out: [Annotation, Placement][] = [];
  for (const [baseHash, group] of groups) {
    const same = baseHash === ground.hash;
    const text = same ? null : (texts.get(baseHash) ?? null);
    const base = text === null ? null : prepareBase(ground, text);
    for (const a of group) {
      out.push([a, place(a.target!, ground, base)]);
      const turn = pause();
      if (turn) await turn;
    }
  }
  return out;
}

/** A placement in the offsets of the text as it is stored. */
export function inRaw(found: Placement, text: NormalText): Placement {
  const raw = (span: Span): Span => ({ start: text.toRaw(span.start), end: text.toRaw(span.end) });
  return {
    ...found,
    span: found.span && raw(found.span),
    candidates: found.candidates.map((c) => ({ ...c, span: raw(c.span) })),
  };
}

/** Placements found in an older text, where edits that came meanwhile have taken them. */
export function carriedAlong(
  found: readonly [Annotation, Placement][],
  text: string,
  edits: readonly (readonly TextChange[])[],
  now: number,
): [Annotation, Placement][] {
  const live = new LiveRanges(text);
  const all = new Map(found.map(([a, p]) => [a.id, p]));
  for (const [id, { span }] of all) if (span) live.set(id, span.start, span.end);
  for (const changes of edits) shiftCandidates(all, changes, live.apply(changes, now));
  return found.map(([a]) => {
    const p = all.get(a.id)!;
    const range = live.get(a.id);
    return [a, { ...p, span: p.span && range?.attached ? { start: range.start, end: range.end } : null }];
  });
}

/** Places that were offered move with the text as well; `result` says which placements the change made anew. */
export function shiftCandidates(
  all: Map<string, Placement>,
  changes: readonly TextChange[],
  { placements }: LiveResult,
): void {
  const moved = (s: Span, change: TextChange): Span => ({
    start: mapStart(s.start, change),
    end: mapEnd(s.end, change),
  });
  for (const [id, p] of all) {
    if (p.candidates.length === 0 || placements.has(id)) continue;
    const candidates = p.candidates
      .map((c) => ({ ...c, span: changes.reduce(moved, c.span) }))
      .filter((c) => c.span.end > c.span.start);
    all.set(id, { ...p, candidates });
  }
}
