/**
 * The form of phrase-shaped knowledge: an expression with lines that it must match and lines that it must not.
 * Changes when phrase data needs another field. All expressions are matched on folded text, without `g` and `y`.
 */

export interface Phrase {
  /** Short stable name. */
  readonly name: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  /** Lines that look alike and must not match. */
  readonly counter?: readonly string[];
}

/** One expression that matches what any of the phrases matches. */
export function anyOf(phrases: readonly Phrase[]): RegExp {
  const flags = phrases.some((p) => p.pattern.ignoreCase) ? 'i' : '';
  return new RegExp(phrases.map((p) => `(?:${p.pattern.source})`).join('|'), flags);
}
