/**
 * Terms of the glossary that stand in a document without quotation marks or any other sign of their own: what a reader
 * can hover although the parser saw nothing. Changes when other terms should be coloured.
 */
import type { PolicyDocument } from '../document/model.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { EntryCategory } from '../glossary/model.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { compactOf } from '../workspace/scene.ts';

export interface KnownTerm extends Span {
  readonly category: EntryCategory;
}

const known = new WeakMap<PolicyDocument, { readonly glossary: Glossary; readonly terms: readonly KnownTerm[] }>();

/** The matches of a glossary in the order of their places, kept as long as both stay the same. Linear. */
export function knownTerms(document: PolicyDocument, glossary: Glossary): readonly KnownTerm[] {
  const had = known.get(document);
  if (had?.glossary === glossary) return had.terms;
  const folded = fold(document.text);
  const terms = glossary
    .match(folded, compactOf(document, folded))
    .map(({ key, span }) => ({ ...span, category: glossary.byKey(key)[0]?.category ?? 'unknown' }));
  terms.sort((a, b) => a.start - b.start || b.end - a.end);
  known.set(document, { glossary, terms });
  return terms;
}
