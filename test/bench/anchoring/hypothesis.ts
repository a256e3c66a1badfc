/**
 * The published procedure of the Hypothesis client, re-implemented from its description for comparison: position if it
 * reproduces the quote; else all exact occurrences of the quote, or if there are none the approximate ones with the fewest
 * errors; the best by 50 quote + 20 prefix + 20 suffix + 2 position is taken, whatever its score. UTF-16, 32 units of context.
 */
import approximate from 'approx-string-match';
import type { Span } from './edits.ts';

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

function textErrors(text: string, pattern: string): number {
  if (pattern.length === 0 || text.length === 0) return 1;
  const found = approximate(text, pattern, pattern.length);
  return found.length === 0 ? 1 : found[0]!.errors / pattern.length;
}

export function hypothesis(before: string, quote: Span, after: string): { span: Span; score: number } | null {
  const exact = before.slice(quote.start, quote.end);
  if (after.slice(quote.start, quote.end) === exact) return { span: quote, score: 1 };
  const prefix = before.slice(Math.max(0, quote.start - 32), quote.start);
  const suffix = before.slice(quote.end, quote.end + 32);
  let matches: Match[] = [];
  for (let i = after.indexOf(exact); i >= 0; i = after.indexOf(exact, i + 1)) {
    matches.push({ start: i, end: i + exact.length, errors: 0 });
  }
  if (matches.length === 0) matches = approximate(after, exact, Math.min(256, Math.floor(exact.length / 2)));
  let best: { span: Span; score: number } | null = null;
  for (const m of matches) {
    const quoteScore = 1 - m.errors / exact.length;
    const left = prefix ? 1 - textErrors(after.slice(Math.max(0, m.start - prefix.length), m.start), prefix) : 1;
    const right = suffix ? 1 - textErrors(after.slice(m.end, m.end + suffix.length), suffix) : 1;
    const position = 1 - Math.abs(m.start - quote.start) / after.length;
    const score = (50 * quoteScore + 20 * left + 20 * right + 2 * position) / 92;
    if (!best || score > best.score) best = { span: { start: m.start, end: m.end }, score };
  }
  return best;
}
