/**
 * Document symbols: the outline as an editor shows it, nested, and flat for clients that know no nesting.
 * Changes when the outline view should show something else.
 */
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import type { PolicyDocument, Section, SectionKind } from '../document/model.ts';
import type { Span } from '../text/span.ts';
import { toRange } from './ranges.ts';
import { sectionName } from './sectionName.ts';

/** Values of `SymbolKind`: icons that tell the kinds of sections apart in every theme. */
const ICON: Readonly<Record<SectionKind, DocumentSymbol['kind']>> = {
  part: 2, // Module
  chapter: 3, // Namespace
  article: 5, // Class
  numbered: 15, // String
  heading: 20, // Key
  reported: 24, // Event
  item: 22, // EnumMember
};

export type OutlineSource = Pick<PolicyDocument, 'lines' | 'outline'>;

/** Longest name that is sent; editors cut names to their own width. */
const LONGEST = 120;

const nameOf = (s: Section): string => {
  const name = sectionName(s).replace(/\s+/g, ' ').trim();
  if (name === '') return '…';
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
};

/** The protocol demands that the selection lies in the range; a heading can end behind a clipped section. */
const around = (outer: Span, inner: Span): Span => ({
  start: Math.min(outer.start, inner.start),
  end: Math.max(outer.end, inner.end),
});

/** The outline nested as the document is; a reported section's detail names speaker and verb. */
export function documentSymbols({ lines, outline }: OutlineSource): DocumentSymbol[] {
  const convert = (s: Section): DocumentSymbol => ({
    name: nameOf(s),
    ...(s.speaker === undefined ? {} : { detail: `${s.speaker}${s.verb ?? ''}` }),
    kind: ICON[s.kind],
    range: toRange(lines, around(s.span, s.headingSpan)),
    selectionRange: toRange(lines, s.headingSpan),
    children: s.children.map(convert),
  });
  return outline.map(convert);
}

/** The outline flat, each section with the name of the one that holds it. */
export function flatSymbols(source: OutlineSource, uri: string): SymbolInformation[] {
  const all: SymbolInformation[] = [];
  const walk = (symbols: readonly DocumentSymbol[], container: string | null): void => {
    for (const s of symbols) {
      const { name, kind, range } = s;
      all.push({ name, kind, location: { uri, range }, ...(container === null ? {} : { containerName: container }) });
      walk(s.children ?? [], name);
    }
  };
  walk(documentSymbols(source), null);
  return all;
}
