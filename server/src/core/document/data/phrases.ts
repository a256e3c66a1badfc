/**
 * The form of phrase-shaped knowledge: an expression with lines that it must match and lines that it must not.
 * Changes when phrase data needs another field. All expressions are matched on folded text, without `g` and `y`.
 */
import { AnyLine } from '../../text/edges.ts';

export interface Phrase {
  /** Short stable name. */
  readonly name: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  /** Lines that look alike and must not match. */
  readonly counter?: readonly string[];
}

const united = (expressions: readonly RegExp[]): RegExp =>
  new RegExp(
    expressions.map(({ source }) => `(?:${source})`).join('|'),
    expressions.some((e) => e.ignoreCase) ? 'i' : '',
  );

/** One expression that matches what any of the phrases matches. */
export const anyOf = (phrases: readonly Phrase[]): RegExp => united(phrases.map(({ pattern }) => pattern));

/** The same for phrases that are tried on very many lines: most of them can begin with few characters. */
export const anyLineOf = (phrases: readonly Phrase[]): AnyLine =>
  new AnyLine(
    phrases.map(({ pattern }) => pattern),
    united,
  );
