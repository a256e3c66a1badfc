/**
 * Findings that somebody has set aside: which they are, and which settings-aside have nothing left to set aside.
 * Changes when what a suppression covers changes. Where they are kept is the annotations' affair.
 */
import type { Span } from '../text/span.ts';
import type { Finding } from './run.ts';

export interface Suppression {
  readonly rule: string;
  /** Where it holds; null: in the whole document, or nowhere any more where `orphan`. */
  readonly span: Span | null;
  /** Its text is gone from the document. */
  readonly orphan: boolean;
  readonly reason: string | null;
}

export interface SetAside<F> {
  readonly shown: F[];
  readonly aside: F[];
  /** Suppressions that no finding answers. */
  readonly stale: Suppression[];
}

const touches = (a: Span, b: Span): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end || b.start === b.end));

/** Parts findings into those shown and those set aside. A suppression of a rule that did not run is not called stale. */
export function setAside<F extends Pick<Finding, 'rule' | 'span'>>(
  findings: readonly F[],
  suppressions: readonly Suppression[],
  ran: (rule: string) => boolean = () => true,
): SetAside<F> {
  const used = new Set<Suppression>();
  const shown: F[] = [];
  const aside: F[] = [];
  for (const f of findings) {
    const by = suppressions.filter(
      (s) => !s.orphan && s.rule === f.rule && (s.span === null || touches(s.span, f.span)),
    );
    for (const s of by) used.add(s);
    (by.length > 0 ? aside : shown).push(f);
  }
  return { shown, aside, stale: suppressions.filter((s) => !used.has(s) && ran(s.rule)) };
}
