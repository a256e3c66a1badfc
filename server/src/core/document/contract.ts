/**
 * The document model as the JSON of `policy-annotator parse`. Changes when the command-line contract changes.
 * Offsets become zero-based LSP positions here and nowhere else; keys of the contract are stable.
 */
import type { Encoding } from '../host.ts';
import type { Position } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { PolicyDocument, Section, SpannedText } from './model.ts';

export interface ContractOptions {
  /** File URI of the document. */
  readonly uri: string;
  readonly encoding?: Encoding;
  /** The URI of the document that bears this title (or has this document number) in the same run, if any. */
  readonly resolve?: (title: string) => string | null;
}

interface JsonRange {
  readonly start: Position;
  readonly end: Position;
}

interface JsonSpannedText {
  readonly text: string;
  readonly range: JsonRange;
}

interface JsonSection {
  readonly kind: Section['kind'];
  readonly level: number;
  readonly marker: string | null;
  readonly ordinal: number | null;
  readonly title: string;
  readonly headingRange: JsonRange;
  readonly range: JsonRange;
  readonly children: readonly JsonSection[];
  readonly speaker?: string;
  readonly verb?: string;
}

/** Maps every place of a document to positions; consecutive look-ups near each other are cheap. */
function ranger(document: PolicyDocument): (span: Span) => JsonRange {
  return (span) => ({ start: document.lines.position(span.start), end: document.lines.position(span.end) });
}

/**
 * One line of `policy-annotator parse` as an object, shaped as `document.schema.json`.
 * `resolve` finds other documents of the run by title or number; without it targets outside the document are null.
 */
export function toContract(document: PolicyDocument, options: ContractOptions) {
  const range = ranger(document);
  const spanned = (value: SpannedText | null): JsonSpannedText | null =>
    value === null ? null : { text: value.text, range: range(value.span) };
  const list = (values: readonly SpannedText[]) =>
    values.map((value) => ({ text: value.text, range: range(value.span) }));
  const section = (s: Section): JsonSection => ({
    kind: s.kind,
    level: s.level,
    marker: s.marker,
    ordinal: s.ordinal,
    title: s.title,
    headingRange: range(s.headingSpan),
    range: range(s.span),
    children: s.children.map(section),
    ...(s.speaker === undefined ? {} : { speaker: s.speaker }),
    ...(s.verb === undefined ? {} : { verb: s.verb }),
  });
  const resolve = options.resolve ?? (() => null);
  const { meeting, attendance } = document;
  return {
    uri: options.uri,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    kind: document.kind,
    script: document.script,
    title: spanned(document.title),
    subtitle: spanned(document.subtitle),
    issuer: spanned(document.issuer),
    docNumber: spanned(document.docNumber),
    dates: document.dates.map((date) => ({
      role: date.role,
      text: date.text,
      value: date.value,
      ...(date.endValue === undefined ? {} : { endValue: date.endValue }),
      inferredYear: date.inferredYear,
      range: range(date.span),
    })),
    source: spanned(document.source),
    meeting:
      meeting === null
        ? null
        : {
            body: meeting.body,
            bodyFull: meeting.bodyFull,
            congress: meeting.congress,
            session: meeting.session,
            enlarged: meeting.enlarged,
            date: meeting.date,
            range: range(meeting.span),
          },
    attendance:
      attendance === null
        ? null
        : { members: attendance.members, alternates: attendance.alternates, range: range(attendance.span) },
    parts: document.parts.map((part) => ({ role: part.role, title: part.title, range: range(part.span) })),
    outline: document.outline.map(section),
    enumerations: document.enumerations.map((e) => ({
      declared: e.declared,
      count: e.count,
      items: e.items.map((item) => ({ text: item.text, range: range(item.span) })),
      form: e.form,
      range: range(e.span),
    })),
    terms: document.terms.map((term) => ({
      text: term.text,
      normal: term.normal,
      category: term.category,
      quoted: term.quoted,
      defined: term.defined,
      range: range(term.span),
    })),
    references: document.references
      .filter((reference) => reference.periodical !== true)
      .map((reference) => ({
        title: reference.title,
        range: range(reference.span),
        shortFor: reference.shortFor,
        target: resolve(reference.shortFor ?? reference.title),
      })),
    citations: document.citations.map((citation) => ({
      text: citation.text,
      kind: citation.kind,
      range: range(citation.span),
      target:
        citation.target === null
          ? resolve(citation.text)
          : `${options.uri}#L${document.lines.position(citation.target.start).line + 1}`,
    })),
    directives: document.directives.map((directive) => ({
      path: directive.path,
      title: directive.title,
      text: directive.text,
      range: range(directive.span),
    })),
    persons: document.persons.map((person) => ({
      name: person.name,
      positions: person.positions,
      range: range(person.span),
    })),
    signers: list(document.signers),
    recipients: list(document.recipients),
    copies: list(document.copies),
    attachments: list(document.attachments),
    region: document.region,
    distribution: spanned(document.distribution),
  };
}

/** What `toContract` yields. */
export type ContractDocument = ReturnType<typeof toContract>;
