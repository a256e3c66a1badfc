/**
 * What the workspace keeps of a document: facts, outline, mentions, citations, definitions, and where its lines begin.
 * Changes when another document needs to know something more of this one.
 */

import { readTitles } from '../document/mentions/read.ts';
import type {
  Attendance,
  CitationKind,
  DateMention,
  EnumerationForm,
  Kind,
  MeetingMention,
  PolicyDocument,
  Reference,
  ReportedMeeting,
  Script,
  SectionKind,
  SpannedText,
} from '../document/model.ts';
import type { Structure } from '../document/structure.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { termKey } from '../text/fold.ts';
import type { LineIndex, Position } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type Definition, findDefinitions } from './definitions.ts';
import { type DetailLists, Details, packDetails } from './details.ts';
import type { KeyIds } from './key-ids.ts';
import { type Mention, readTermIndex, TermIndex } from './mentions.ts';
import { Scene } from './scene.ts';
import { titleKey } from './titles.ts';

/** A section without its text. */
export interface OutlineItem {
  readonly kind: SectionKind;
  readonly level: number;
  readonly marker: string | null;
  readonly title: string;
  readonly headingSpan: Span;
  readonly span: Span;
  readonly children: readonly OutlineItem[];
}

/** 《…》 in a document. */
export interface ReferenceItem {
  readonly title: string;
  /** What tells titles apart: `titleKey` of the title, or of the full title where it is a short form. */
  readonly match: string;
  readonly shortFor: string | null;
  readonly periodical: boolean;
  readonly span: Span;
}

export interface CitationItem {
  readonly text: string;
  readonly kind: CitationKind;
  readonly span: Span;
  readonly target: Span | null;
  readonly meeting: MeetingMention | null;
}

/** A declared count and its items, for hovers from other documents. */
export interface EnumerationItem {
  readonly declared: string;
  readonly key: string;
  readonly count: number;
  readonly items: readonly string[];
  readonly form: EnumerationForm;
  readonly declaredSpan: Span;
  readonly span: Span;
}

/** What the summary has one of. */
export interface Facts {
  readonly uri: string;
  /** Length of the text in UTF-16 units. */
  readonly length: number;
  readonly title: SpannedText | null;
  /** `termKey` of the title; null without one. */
  readonly titleKey: string | null;
  readonly kind: Kind;
  readonly script: Script;
  readonly policyScore: number;
  /** Its own day, ISO 8601, reduced precision where that is all there is. */
  readonly date: string | null;
  readonly issuer: SpannedText | null;
  readonly docNumber: SpannedText | null;
  readonly meeting: ReportedMeeting | null;
  readonly attendance: Attendance | null;
  readonly region: string | null;
  readonly terms: TermIndex;
  /** Offsets at which lines begin. */
  readonly lineStarts: Uint32Array;
}

/**
 * Everything about a document that is kept when its parse is not. Spans are offsets of its text. The lists (outline,
 * references, citations, definitions, enumerations, meetings) are made anew each time they are looked at.
 */
export interface DocumentSummary extends Facts, Details {}

/** Joins the facts with the packed lists. */
export const summaryWith = (facts: Facts, details: Details): DocumentSummary => Object.assign(details, facts);
const summaryOf = (facts: Facts, lists: DetailLists): DocumentSummary =>
  summaryWith(facts, new Details(packDetails(lists)));

const ROLES = ['signed', 'adopted', 'approved', 'meeting', 'printed', 'published', 'source', 'effective'] as const;

/** The day that a document is known by: signing or adoption before meeting before printing before its source. */
export function documentDate(dates: readonly DateMention[], meeting: ReportedMeeting | null): string | null {
  for (const role of ROLES) {
    const found = dates.find((d) => d.role === role && d.value !== null && /^\d{4}/.test(d.value));
    if (found?.value) return found.value;
  }
  return meeting?.date ?? null;
}

function startsOf(lines: LineIndex): Uint32Array {
  const starts = new Uint32Array(lines.count);
  for (let i = 0; i < starts.length; i++) starts[i] = lines.line(i).start;
  return starts;
}

const referenceItems = (references: readonly Reference[]): ReferenceItem[] =>
  references.map((r) => ({
    title: r.title,
    match: titleKey(r.shortFor ?? r.title),
    shortFor: r.shortFor,
    periodical: r.periodical === true,
    span: r.span,
  }));

const NO_TERMS = TermIndex.of([], [], []);

/** What a structure alone tells: title, number, outline, 《》. Everything said inside paragraphs is missing. */
export function survey(uri: string, structure: Structure): DocumentSummary {
  const facts: Facts = {
    uri,
    length: structure.text.length,
    title: structure.title,
    titleKey: structure.title ? termKey(structure.title.text) : null,
    kind: structure.kind,
    script: structure.script,
    policyScore: structure.policyScore,
    date: null,
    issuer: structure.issuer,
    docNumber: structure.docNumber,
    meeting: null,
    attendance: null,
    region: null,
    terms: NO_TERMS,
    lineStarts: startsOf(structure.lines),
  };
  return summaryOf(facts, {
    outline: structure.outline,
    references: referenceItems(readTitles(structure)),
    citations: [],
    definitions: [],
    enumerations: [],
    meetings: [],
  });
}

/** The summary of a parsed document. */
export function summarize(uri: string, document: PolicyDocument, glossary: Glossary, ids: KeyIds): DocumentSummary {
  const scene = new Scene(document, glossary);
  const read = readTermIndex(scene, ids);
  const { definitions, coined } = findDefinitions(scene, read, ids);
  const facts: Facts = {
    uri,
    length: document.text.length,
    title: document.title,
    titleKey: document.title ? termKey(document.title.text) : null,
    kind: document.kind,
    script: document.script,
    policyScore: document.policyScore,
    date: documentDate(document.dates, document.meeting),
    issuer: document.issuer,
    docNumber: document.docNumber,
    meeting: document.meeting,
    attendance: document.attendance,
    region: document.region,
    terms: read.with(coined),
    lineStarts: startsOf(document.lines),
  };
  return summaryOf(facts, {
    outline: document.outline,
    references: referenceItems(document.references),
    citations: document.citations.map((c) => ({
      text: c.text,
      kind: c.kind,
      span: c.span,
      target: c.target,
      meeting: c.meeting ?? null,
    })),
    definitions,
    enumerations: document.enumerations.map((e) => ({
      declared: e.declared,
      key: termKey(e.declared),
      count: e.count,
      items: e.items.map((item) => item.text),
      form: e.form,
      declaredSpan: e.declaredSpan,
      span: e.span,
    })),
    meetings: document.meetings,
  });
}

/** Zero-based line and column of an offset in the summarized document. */
export function positionIn(summary: DocumentSummary, offset: number): Position {
  const starts = summary.lineStarts;
  const at = Math.max(0, Math.min(offset, summary.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (starts[mid]! <= at) low = mid;
    else high = mid - 1;
  }
  return { line: low, character: at - (starts[low] ?? 0) };
}

/**
 * What other documents depend on, as two hashes: summaries with the same signature give the same findings elsewhere.
 * Places are left out, so typing inside a paragraph changes nothing here.
 */
export function signature(summary: DocumentSummary, ids: KeyIds): string {
  const keys = [...summary.terms.distinct()].map((id) => ids.key(id)).sort();
  const outline = (items: readonly OutlineItem[]): unknown =>
    items.map((s) => [s.marker, s.title, outline(s.children)]);
  const facts = JSON.stringify([
    summary.title?.text,
    summary.kind,
    summary.date,
    summary.issuer?.text,
    summary.docNumber?.text,
    summary.meeting && [summary.meeting.body, summary.meeting.congress, summary.meeting.session, summary.meeting.date],
    summary.attendance && [summary.attendance.members, summary.attendance.alternates],
    summary.region,
    outline(summary.outline),
    keys,
    summary.references.map((r) => r.match),
    summary.citations.map((c) => [c.kind, c.text]),
    summary.definitions.map((d) => [ids.key(d.key), d.kind]),
    summary.enumerations.map((e) => [e.key, e.count, e.items]),
  ]);
  return digest(facts);
}

/** 53 bits of a string as text; for noticing a change, not for safety (cyrb53). */
function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `${(b >>> 0).toString(36)}${(a >>> 0).toString(36)}:${text.length}`;
}

export type { Definition, Mention };
