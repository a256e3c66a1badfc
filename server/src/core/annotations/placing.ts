/**
 * Places many annotations in one text, with pauses, and moves the places that were offered along with edits.
 * Changes when the order or the pauses of that work do.
 */
import type { Span } from '../text/span.ts';
import { type LiveResult, mapEnd, mapStart, type TextChange } from './anchoring/live.ts';
import { type Ground, type Placement, place, prepareBase } from './anchoring/reattach.ts';
import type { Annotation } from './model.ts';

/**
 * Places annotations, grouped by the hash of their base text; `texts` has those base texts that are at hand. `pause` says
 * whether the text is still the same; gives null where it is not.
 */
export async function placeAll(
  groups: ReadonlyMap<string, readonly Annotation[]>,
  texts: ReadonlyMap<string, string | null>,
  ground: Ground,
  pause: (() => Promise<boolean>) | null,
): Promise<readonly [Annotation, Placement][] | null> {
  const out: [Annotation, Placement][] = [];
  for (const [baseHash, group] of groups) {
    const same = baseHash === ground.hash;
    const text = same ? null : (texts.get(baseHash) ?? null);
    const base = text === null ? null : prepareBase(ground, text);
    // Without a base text each one may cost a millisecond or two.
    const often = base || same ? 64 : 4;
    for (const a of group) {
      out.push([a, place(a.target!, ground, base)]);
      if (pause && out.length % often === 0 && !(await pause())) return null;
    }
  }
  return out;
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
