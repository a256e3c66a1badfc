/**
 * Applying fixes: one, all of a kind, until nothing changes. Changes when the order or the limits of applying change.
 */
import type { Edit } from './rule.ts';
import type { Finding } from './run.ts';

/** Edits of these findings that do not touch one another, in order; an edit that overlaps an earlier one is left out whole. */
export function chooseEdits(findings: readonly Finding[]): { edits: Edit[]; used: Finding[] } {
  const edits: Edit[] = [];
  const used: Finding[] = [];
  const byStart = findings
    .filter((f) => f.fix && f.fix.edits.length > 0)
    .sort((a, b) => a.fix!.edits[0]!.span.start - b.fix!.edits[0]!.span.start);
  for (const f of byStart) {
    const own = f.fix!.edits;
    const free = own.every((e) =>
      edits.every(
        (o) =>
          (e.span.end <= o.span.start || e.span.start >= o.span.end) &&
          !(e.span.start === o.span.start && (e.span.start === e.span.end || o.span.start === o.span.end)),
      ),
    );
    if (!free) continue;
    edits.push(...own);
    used.push(f);
  }
  return { edits: edits.sort((a, b) => a.span.start - b.span.start), used };
}

/** The text with edits applied; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let from = 0;
  for (const { span, newText } of edits) {
    out += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return out + text.slice(from);
}

export interface FixOutcome {
  readonly text: string;
  readonly fixed: number;
  readonly rounds: number;
  /** Whether another round would change nothing. */
  readonly settled: boolean;
}

const MOST_ROUNDS = 3;

/** Applies all fixes that `wanted` accepts, checks again, and so on until nothing changes, at most three rounds. */
export function fixAll(
  text: string,
  check: (text: string) => readonly Finding[],
  wanted: (finding: Finding) => boolean = (f) => f.fix?.safe === true,
): FixOutcome {
  let current = text;
  let fixed = 0;
  for (let round = 0; ; round++) {
    const { edits, used } = chooseEdits(check(current).filter(wanted));
    const next = applyEdits(current, edits);
    if (next === current) return { text: current, fixed, rounds: round, settled: true };
    if (round === MOST_ROUNDS) return { text: current, fixed, rounds: round, settled: false };
    fixed += used.length;
    current = next;
  }
}
