/**
 * Semantic tokens: which stretches of a document are coloured, and as what. The legend is part of the contract.
 * Changes when another kind of stretch should be coloured. Encoding for the wire is not done here.
 */
import type { PolicyDocument, Section, TermCategory } from '../document/model.ts';
import type { Span } from '../text/span.ts';
import type { KnownTerm } from './knownTerms.ts';
import { namedPersons } from './namedPersons.ts';
import { namedPlaces } from './namedPlaces.ts';

export const TOKEN_TYPES = [
  'slogan',
  'numericAbbreviation',
  'program',
  'directiveMarker',
  'documentTitle',
  'date',
  'person',
  'place',
  'organization',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

export const TOKEN_MODIFIERS = ['defined', 'quoted', 'reference'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface Token extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

const OF_TERM: Readonly<Record<TermCategory, TokenType | null>> = {
  'numeric-abbreviation': 'numericAbbreviation',
  slogan: 'slogan',
  goal: 'slogan',
  idiom: 'slogan',
  metaphor: 'slogan',
  program: 'program',
  mechanism: 'program',
  strategy: 'program',
  brand: 'program',
  institution: 'organization',
  quotation: null,
  unknown: null,
};

export type TokenSource = Pick<
  PolicyDocument,
  'text' | 'outline' | 'terms' | 'references' | 'dates' | 'title' | 'persons' | 'issuer' | 'region'
>;

/** Places outside of terms: a term keeps one colour (“杭州之韵”). Both lists in the order of their places. */
function apart(places: readonly Span[], terms: TokenSource['terms'], known: readonly KnownTerm[]): Span[] {
  const spans = terms.filter((t) => OF_TERM[t.category]).map((t): Span => t.span);
  spans.push(...known);
  spans.sort((a, b) => a.start - b.start);
  let next = 0;
  let covered = -1;
  return places.filter((place) => {
    while (next < spans.length && spans[next]!.start <= place.start) covered = Math.max(covered, spans[next++]!.end);
    return covered < place.end;
  });
}

function collect(doc: TokenSource, known: readonly KnownTerm[]): Token[] {
  const all: Token[] = [];
  const add = (span: Span, type: TokenType, ...modifiers: TokenModifier[]): void => {
    if (span.end > span.start) all.push({ start: span.start, end: span.end, type, modifiers });
  };
  const walk = (sections: readonly Section[]): void => {
    for (const s of sections) {
      if (s.markerSpan) add(s.markerSpan, 'directiveMarker');
      walk(s.children);
    }
  };
  walk(doc.outline);
  if (doc.title) add(doc.title.span, 'documentTitle', 'defined');
  if (doc.issuer) add(doc.issuer.span, 'organization');
  const named = namedPlaces(doc);
  for (const span of named.organizations) add(span, 'organization');
  for (const span of apart(named.places, doc.terms, known)) add(span, 'place');
  for (const r of doc.references) add(r.span, 'documentTitle', 'reference');
  for (const d of doc.dates) add(d.span, 'date');
  for (const p of namedPersons(doc)) add(p.span, 'person');
  for (const t of doc.terms) {
    const type = OF_TERM[t.category];
    if (!type) continue;
    add(t.span, type, ...(t.defined ? (['defined'] as const) : []), ...(t.quoted ? (['quoted'] as const) : []));
  }
  return all;
}

/**
 * Flattens nested tokens, as clients without overlap support need it: where two overlap the shorter one wins and
 * the longer one keeps what is left on both sides. Of two that cross, the later one takes what both have.
 */
function flatten(tokens: Token[]): Token[] {
  tokens.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Token[] = [];
  const open: Token[] = [];
  let at = 0;
  const emit = (to: number): void => {
    const top = open.at(-1);
    if (top && to > at) out.push({ start: at, end: to, type: top.type, modifiers: top.modifiers });
    at = Math.max(at, to);
  };
  const closeUpTo = (offset: number): void => {
    for (let top = open.at(-1); top && top.end <= offset; top = open.at(-1)) {
      emit(top.end);
      open.pop();
    }
  };
  const later = (tail: Token, from: number): void => {
    let i = from;
    while (i < tokens.length && tokens[i]!.start < tail.start) i++;
    tokens.splice(i, 0, tail);
  };
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    closeUpTo(t.start);
    const top = open.at(-1);
    if (top && top.start === t.start && top.end === t.end) continue;
    emit(t.start);
    at = Math.max(at, t.start);
    if (top && t.end > top.end) {
      open.push({ ...t, end: top.end });
      later({ ...t, start: top.end }, i + 1);
    } else open.push(t);
  }
  closeUpTo(Number.POSITIVE_INFINITY);
  return out;
}

/** What the glossary knows where nothing else is coloured: a term inside a title or a programme keeps their colour. */
function unmarked(tokens: readonly Token[], known: readonly KnownTerm[]): Token[] {
  let next = 0;
  let covered = -1;
  return known.flatMap(({ start, end, category }) => {
    const type = category === 'document' ? null : OF_TERM[category];
    while (next < tokens.length && tokens[next]!.start < end) covered = Math.max(covered, tokens[next++]!.end);
    return type && covered <= start ? [{ start, end, type, modifiers: [] }] : [];
  });
}

/**
 * Tokens in order, none overlapping, none empty; a token may go over a line's end.
 * `known` are the glossary's terms in the order of their places, where there is a glossary.
 */
export function semanticTokens(doc: TokenSource, known: readonly KnownTerm[] = []): Token[] {
  const tokens = flatten(collect(doc, known));
  return known.length === 0 ? tokens : flatten([...tokens, ...unmarked(tokens, known)]);
}
