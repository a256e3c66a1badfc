/**
 * What is under the cursor: every thing that the document knows at an offset, the longest first.
 * Changes when another kind of thing can be asked about.
 */

import type {
  Citation,
  DateMention,
  Enumeration,
  MeetingMention,
  PersonMention,
  Section,
  SpannedText,
} from '../document/model.ts';
import { fold, termKey } from '../text/fold.ts';
import { type Span, touches } from '../text/span.ts';
import type { Mention } from '../workspace/mentions.ts';
import type { ReferenceItem } from '../workspace/summary.ts';
import { titleKey } from '../workspace/titles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Deictic, deicticAt } from './deictic.ts';
import { namedPersons } from './namedPersons.ts';
import { type ShortForm, shortFormAt } from './shortForms.ts';

export type Subject =
  | { readonly kind: 'term'; readonly span: Span; readonly key: string; readonly mention: Mention }
  | { readonly kind: 'title'; readonly span: Span; readonly reference: ReferenceItem; readonly draft?: true }
  | { readonly kind: 'own-title'; readonly span: Span; readonly title: SpannedText }
  | { readonly kind: 'number'; readonly span: Span; readonly text: string }
  | { readonly kind: 'meeting'; readonly span: Span; readonly meeting: MeetingMention }
  | { readonly kind: 'date'; readonly span: Span; readonly date: DateMention }
  | { readonly kind: 'enumeration'; readonly span: Span; readonly enumeration: Enumeration }
  | { readonly kind: 'marker'; readonly span: Span; readonly path: readonly Section[] }
  | { readonly kind: 'place'; readonly span: Span; readonly citation: Citation }
  | { readonly kind: 'person'; readonly span: Span; readonly person: PersonMention }
  | { readonly kind: 'short-form'; readonly span: Span; readonly form: ShortForm }
  | { readonly kind: 'body'; readonly span: Span; readonly body: Deictic };

const size = (s: Span): number => s.end - s.start;

/** The sections from the top to the innermost whose marker is at `offset`. */
function markerPath(
  sections: readonly Section[],
  offset: number,
  above: readonly Section[] = [],
): readonly Section[] | null {
  for (const section of sections) {
    if (section.markerSpan && touches(section.markerSpan, offset)) return [...above, section];
    if (section.span.start <= offset && offset <= section.span.end) {
      const found = markerPath(section.children, offset, [...above, section]);
      if (found) return found;
    }
  }
  return null;
}

/** 全会指出: the word that stands for the reported meeting at the head of a reported section, where the cursor is on it. */
function speakerAt(sections: readonly Section[], text: string, offset: number): Span | null {
  for (const section of sections) {
    if (section.span.start > offset || offset > section.span.end) continue;
    const { speaker, titleSpan } = section;
    if (section.kind === 'reported' && speaker !== undefined && MEETING_WORD.test(fold(speaker))) {
      const at = text.indexOf(speaker, titleSpan.start);
      const span = { start: at, end: at + speaker.length };
      if (at >= 0 && span.end <= titleSpan.end && touches(span, offset)) return span;
    }
    const found = speakerAt(section.children, text, offset);
    if (found) return found;
  }
  return null;
}

/** A bare 全会, or 本次会议 and the like, around `offset`; not the end of a longer name (三中全会, 市委全会). */
function plenumAt(text: string, offset: number): Span | null {
  const from = Math.max(0, offset - 6);
  const around = fold(text.slice(from, offset + 6));
  for (const match of around.matchAll(/(?:本次|这次|此次)(?:全会|会议|大会)|全会|会议/g)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    const before = around.slice(0, match.index);
    const after = around.slice(match.index + match[0].length);
    if (!touches(span, offset) || /[中次届委〇一二三四五六七八九十]$/.test(before)) continue;
    // 会议 alone means the reported one where its course is told: 市委常委会主持会议, 会议结束时.
    if (match[0] !== '会议' || (ATTENDED.test(before) && ENDED.test(after)) || COURSE.test(after)) return span;
  }
  return null;
}

const ATTENDED = /(?:主持|参加|列席|出席|邀请|召开)了?$/;
const ENDED = /^(?:并?[，。；、\s]|$)/;
const COURSE = /^(?:结束[时前后]|期间|开始前|闭幕|开幕)/;
const MEETING_WORD = /^(?:本次|这次|此次)?(?:全会|会议|大会|全体会议)$/;

const DRAFT = /(决议|决定|意见|规划|办法|条例|方案|纲要|细则|规定|报告)(?:草案|(?:征求意见|讨论|审议|送审)?稿)/g;

/** 决议稿: the draft of the one 《…决议》 that the document names. */
function draftAt(text: string, references: readonly ReferenceItem[], offset: number): Subject | null {
  const from = Math.max(0, offset - 10);
  const around = fold(text.slice(from, offset + 10));
  for (const match of around.matchAll(DRAFT)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    if (!touches(span, offset)) continue;
    const named = references.filter((r) => !r.periodical && r.shortFor === null && r.match.endsWith(match[1]!));
    const full = named[0];
    if (!full || named.some((r) => r.match !== full.match) || titleKey(full.title).length <= match[1]!.length) continue;
    const reference = { ...full, title: text.slice(span.start, span.end), shortFor: full.title, span };
    return { kind: 'title', span, reference, draft: true };
  }
  return null;
}

/** Everything at `offset`, the longest first; empty for a document that is not known or has nothing there. */
export function subjects(workspace: Workspace, uri: string, offset: number): Subject[] {
  const document = workspace.document(uri);
  const summary = workspace.summary(uri);
  if (!document || !summary) return [];
  const found: Subject[] = [];
  for (const mention of summary.terms.under(offset)) {
    found.push({ kind: 'term', span: mention.span, key: workspace.ids.key(mention.key), mention });
  }
  const { references } = summary;
  for (const reference of references) {
    if (touches(reference.span, offset)) found.push({ kind: 'title', span: reference.span, reference });
  }
  const draft = draftAt(document.text, references, offset);
  if (draft) found.push(draft);
  if (document.title && touches(document.title.span, offset)) {
    found.push({ kind: 'own-title', span: document.title.span, title: document.title });
  }
  if (document.docNumber && touches(document.docNumber.span, offset)) {
    found.push({ kind: 'number', span: document.docNumber.span, text: document.docNumber.text });
  }
  for (const meeting of document.meetings) {
    if (touches(meeting.span, offset)) found.push({ kind: 'meeting', span: meeting.span, meeting });
  }
  for (const date of document.dates) {
    if (touches(date.span, offset)) found.push({ kind: 'date', span: date.span, date });
  }
  for (const enumeration of document.enumerations) {
    if (touches(enumeration.declaredSpan, offset)) {
      found.push({ kind: 'enumeration', span: enumeration.declaredSpan, enumeration });
    }
  }
  const speaker =
    document.meeting &&
    !found.some((f) => f.kind === 'meeting') &&
    (speakerAt(document.outline, document.text, offset) ?? plenumAt(document.text, offset));
  if (document.meeting && speaker) found.push({ kind: 'meeting', span: speaker, meeting: document.meeting });
  const path = markerPath(document.outline, offset);
  if (path) found.push({ kind: 'marker', span: path[path.length - 1]!.markerSpan!, path });
  for (const citation of document.citations) {
    if (!touches(citation.span, offset)) continue;
    if (citation.kind === 'document-number') found.push({ kind: 'number', span: citation.span, text: citation.text });
    else if (citation.kind === 'meeting' && citation.meeting) {
      found.push({ kind: 'meeting', span: citation.span, meeting: citation.meeting });
    } else found.push({ kind: 'place', span: citation.span, citation });
  }
  for (const person of namedPersons(document)) {
    if (touches(person.span, offset)) found.push({ kind: 'person', span: person.span, person });
  }
  const short = shortFormAt(document, offset);
  // A term that is explained, or the name of a document, says more.
  if (short && !found.some((f) => (f.kind === 'term' && f.mention.quoted) || f.kind === 'title'))
    found.push({ kind: 'short-form', ...short });
  const body = found.some((f) => f.kind === 'meeting') ? null : deicticAt(document.text, document.region, offset);
  if (body) found.push({ kind: 'body', span: body.span, body });
  return distinct(found).sort((a, b) => size(b.span) - size(a.span));
}

/** Leaves out a second subject of the same kind and place. */
function distinct(subjects: readonly Subject[]): Subject[] {
  const seen = new Set<string>();
  return subjects.filter((s) => {
    const id = `${s.kind}:${s.span.start}:${s.span.end}:${s.kind === 'term' ? s.key : ''}`;
    return seen.has(id) ? false : seen.add(id);
  });
}

/**
 * The subject that a jump or a search is about: the longest term where the cursor is in one, else the longest thing.
 * A quoted term inside a 《title》 is meant when the cursor is on the term, and one inside a longer name that was only
 * read from the text (“两个维护”制度机制) as well.
 */
export function chief(all: readonly Subject[]): Subject | undefined {
  const title = all.find((s) => s.kind === 'title');
  const term = chiefTerm(all);
  if (title && term && size(term.span) < size(title.span)) return term;
  return title ?? term ?? all[0];
}

/** The term that is meant, see `chief`. */
export function chiefTerm(all: readonly Subject[]): Extract<Subject, { kind: 'term' }> | undefined {
  const terms = all.filter((s) => s.kind === 'term');
  const longest = terms[0];
  if (!longest || longest.mention.inGlossary || longest.mention.quoted) return longest;
  return terms.find((s) => s.mention.quoted || s.mention.inGlossary) ?? longest;
}

/** The key of the term or name that is meant at an offset; null where something else or nothing is. */
export function termAt(workspace: Workspace, uri: string, offset: number): string | null {
  const subject = chief(subjects(workspace, uri, offset));
  if (subject?.kind === 'term') return subject.key;
  return subject?.kind === 'person' ? termKey(subject.person.name) : null;
}
