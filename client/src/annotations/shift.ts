/**
 * Moves places along with the edits of a document until the server speaks again, by the server's own rule: text typed
 * inside joins, text typed against an edge stays outside. Changes when that rule does.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One change of an edit: `length` characters at `start` became `inserted` characters. */
export interface Shift {
  readonly start: number;
  readonly length: number;
  readonly inserted: number;
}

/** More than this on both sides is a rewrite, which the server compares before it moves anything. */
const REWRITE = 8;

/** Changes of one event, whose coordinates all count in the text before it, in an order in which they can be applied. */
export function ordered(
  changes: readonly { readonly rangeOffset: number; readonly rangeLength: number; readonly text: string }[],
): Shift[] {
  return changes
    .map((c) => ({ start: c.rangeOffset, length: c.rangeLength, inserted: c.text.length }))
    .sort((a, b) => b.start - a.start);
}

function position(at: number, { start, length, inserted }: Shift, side: -1 | 1): number {
  const end = start + length;
  if (at < start) return at;
  if (at > end) return at + inserted - length;
  if (length === 0) return side < 0 ? start : start + inserted;
  if (at === start) return start;
  if (at === end) return start + inserted;
  return side < 0 ? start : start + inserted;
}

/** Where a span is after a change; null where nothing of it is left. */
export function shifted(span: Span, change: Shift): Span | null {
  if (change.start > span.end) return span;
  const start = position(span.start, change, 1);
  const end = position(span.end, change, -1);
  return start < end ? { start, end } : null;
}

/** Whether only the server can tell what a change does to a span. */
export const uncertain = (span: Span, change: Shift): boolean =>
  change.start < span.end &&
  change.start + change.length > span.start &&
  ((change.length > REWRITE && change.inserted > REWRITE) || shifted(span, change) === null);
