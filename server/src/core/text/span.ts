/**
 * Spans: half-open ranges of UTF-16 offsets, the only unit of place inside the core.
 * Changes when the way a place is expressed changes. Lines and columns exist in `lines.ts` alone.
 */

/** A half-open range `[start, end)` of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in the span, its end included (a cursor behind the last character is still on it). */
export const touches = (s: Span, offset: number): boolean => s.start <= offset && offset <= s.end;

/** Whether `inner` lies wholly in `outer`. */
export const encloses = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The text of the span. */
export const slice = (text: string, s: Span): string => text.slice(s.start, s.end);
