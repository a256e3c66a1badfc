/**
 * Passages in which a document says what a term means. Changes when another way of defining is understood.
 */
import type { PolicyDocument } from '../document/model.ts';
import type { Span } from '../text/span.ts';
import type { KeyIds } from './key-ids.ts';
import type { TermIndex } from './mentions.ts';

export type DefinitionKind = 'enumeration' | 'is' | 'means' | 'short-for' | 'apposition' | 'content';

/** A defining passage for the term with number `key`. */
export interface Definition {
  readonly key: number;
  readonly kind: DefinitionKind;
  readonly span: Span;
  /** The parts that it names, where it lists them. */
  readonly components: readonly string[];
}

/** All defining passages of a document. */
export function findDefinitions(_document: PolicyDocument, _terms: TermIndex, _ids: KeyIds): Definition[] {
  return [];
}
