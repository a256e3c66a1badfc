/**
 * Selectors: a span of the normalised text as quote and position, and back by position.
 * Changes when what is stored about a place changes.
 */
import type { Span } from '../text/span.ts';
import type { TextTarget } from './model.ts';
import { isBoundary, type NormalText } from './units.ts';

/** Code points of context on each side. */
export const CONTEXT = 64;

/** Describes `span` (offsets in the normalised text) for storing. `base` is the hash of that text. */
export function describe(text: NormalText, span: Span, base: string, section?: readonly string[]): TextTarget {
  const start = text.toPoint(span.start);
  const end = text.toPoint(span.end);
  let from = text.fromPoint(Math.max(0, start - CONTEXT));
  let to = text.fromPoint(end + CONTEXT);
  while (!isBoundary(text.text, from)) from--;
  while (!isBoundary(text.text, to)) to++;
  return {
    quote: {
      exact: text.text.slice(span.start, span.end),
      prefix: text.text.slice(from, span.start),
      suffix: text.text.slice(span.end, to),
    },
    position: { start, end },
    base,
    ...(section && section.length > 0 ? { section } : {}),
  };
}

/** The span that `target` names in the text that it was made for; null where the text there is not the quote. */
export function byPosition(text: NormalText, target: TextTarget): Span | null {
  const start = text.fromPoint(target.position.start);
  const end = text.fromPoint(target.position.end);
  return text.text.slice(start, end) === target.quote.exact ? { start, end } : null;
}
