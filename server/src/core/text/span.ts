/**
 * Spans: half-open ranges of UTF-16 offsets, the only unit of place inside the core.
 * Changes when the way a place is expressed changes. Lines and columns exist in `lines.ts` alone.
 */

/** A half-open range `[start, end)` of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Makes a span; `end` may equal `start`. */
export const span = (start: number, end: number): Span => ({ start, end });

/** Whether `offset` lies in the span, its end included (a cursor behind the last character is still on it). */
export const touches = (s: Span, offset: number): boolean => s.start <= offset && offset <= s.end;

/** Whether `inner` lies wholly in `outer`. */
export const encloses = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether the two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The text of the span. */
export const slice = (text: string, s: Span): string => text.slice(s.start, s.end);
