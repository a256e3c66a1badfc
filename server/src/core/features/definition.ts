/** Where what is under the cursor is defined, described or enumerated. Changes when the order of targets changes. */
import type { GlossaryEntry } from '../glossary/model.ts';
import type { Span } from '../text/span.ts';
import { DEFINITION_KINDS, type Definition } from '../workspace/definitions.ts';
import { sameMeeting } from '../workspace/meetings.ts';
import { sameSense } from '../workspace/senses.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chief, type Subject, subjects } from './subject.ts';
import type { Location, Target } from './types.ts';

export interface DefinitionOptions {
  /** Where an entry of the built-in glossary can be read, if anywhere; entries of users' files have their own place. */
  readonly builtin?: (entry: GlossaryEntry) => Location | null;
}

/** How many documents besides the own one are offered. */
const MOST = 20;

const strength = (d: Definition): number => DEFINITION_KINDS.indexOf(d.kind);

/** Targets in this order: the defining passage in the document, in other documents, the entry of the glossary. */
export function definition(
  workspace: Workspace,
  uri: string,
  offset: number,
  options: DefinitionOptions = {},
): Target[] {
  const all = subjects(workspace, uri, offset);
  const subject = chief(all);
  if (!subject) return [];
  switch (subject.kind) {
    case 'term': {
      // A quotation that nothing defines is passed over for the term inside it.
      for (const s of [subject, ...all]) {
        if (s.kind !== 'term') continue;
        const found = [
          ...termDefinitions(workspace, uri, s.key, s.span),
          ...fullForm(workspace, uri, s.key, s.span),
          ...entryTargets(workspace, uri, s, options),
        ];
        if (found.length > 0) return found;
      }
      return [];
    }
    case 'title':
      return titleTargets(workspace, uri, subject);
    case 'number':
      return workspace.byNumber(subject.text).map((s) => top(s, subject.span, 'number'));
    case 'meeting':
      return meetingTargets(workspace, uri, subject);
    case 'place':
      return subject.citation.target ? [target(uri, subject.citation.target, subject.span, 'place')] : [];
    case 'short-form':
      return [
        target(
          uri,
          { start: subject.form.full.start, end: subject.form.span.end },
          subject.span,
          'definition',
          subject.form.span,
        ),
      ];
    case 'enumeration':
      return [target(uri, subject.enumeration.span, subject.span, 'enumeration', subject.enumeration.items[0]?.span)];
    default:
      return [];
  }
}

const target = (uri: string, span: Span, origin: Span, reason: Target['reason'], selection: Span = span): Target => ({
  uri,
  span,
  origin,
  selection,
  reason,
});

/** The title line of a document, or its beginning. */
const top = (s: DocumentSummary, origin: Span, reason: Target['reason']): Target =>
  target(s.uri, s.title?.span ?? { start: 0, end: 0 }, origin, reason);

/** Defining passages of a term: the own document's, then those of others, the strongest and nearest first. */
export function termDefinitions(workspace: Workspace, uri: string, key: string, origin: Span): Target[] {
  const own = workspace.summary(uri);
  const ids = keysOf(workspace, uri, key);
  if (!own || ids.size === 0) return [];
  const of = (s: DocumentSummary): Definition[] =>
    s.definitions
      .filter((d) => ids.has(d.key))
      .sort((a, b) => strength(a) - strength(b) || a.span.start - b.span.start);
  const found = of(own).map((d) => target(uri, d.span, origin, 'definition'));
  const others: { uri: string; d: Definition; near: number }[] = [];
  const homonym = workspace.glossary.byKey(key).length > 1;
  for (const { uri: other, definition: d } of workspace.defining(ids)) {
    if (other === uri) continue;
    const s = workspace.summary(other);
    if (!s || (homonym && !sameSense(workspace, own, s, key))) continue;
    others.push({ uri: other, d, near: s.region !== null && s.region === own.region ? 0 : 1 });
  }
  others.sort((a, b) => a.near - b.near || strength(a.d) - strength(b.d) || (a.uri < b.uri ? -1 : 1));
  for (const { uri: other, d } of others.slice(0, MOST)) found.push(target(other, d.span, origin, 'definition'));
  return found;
}

/** Where the document has a longer name of what the glossary knows by a short one: 国家综保区 → 国家综合保税区. */
function fullForm(workspace: Workspace, uri: string, key: string, origin: Span): Target[] {
  const names = workspace.entry(uri, key)?.keys.filter((k) => k.length > key.length) ?? [];
  for (const name of names.sort((a, b) => b.length - a.length)) {
    const id = workspace.ids.find(name);
    const first = id === undefined ? undefined : workspace.summary(uri)?.terms.of(id)[0];
    if (first) return [target(uri, first.span, origin, 'full-title')];
  }
  return [];
}

/** Numbers of the key and of the other names of the entry that it means here. */
function keysOf(workspace: Workspace, uri: string, key: string): Set<number> {
  const entry = workspace.entry(uri, key);
  const keys = new Set([key, ...(entry && entry.key === key ? entry.keys : entry ? [entry.key] : [])]);
  const ids = new Set<number>();
  for (const k of keys) {
    const id = workspace.ids.find(k);
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

/** The entry of the glossary that the term means here, as a place. */
export function entryTargets(
  workspace: Workspace,
  uri: string,
  subject: Extract<Subject, { kind: 'term' }>,
  options: DefinitionOptions,
): Target[] {
  const choice = workspace.glossary.choose(subject.key, workspace.context(uri));
  if (!choice) return [];
  const entries = choice.certain ? [choice.entry] : [choice.entry, ...choice.alternatives];
  return entries.flatMap((entry) => {
    if (entry.file.kind === 'user') {
      return [target(entry.file.uri, entry.file.span, subject.span, 'glossary' as const, entry.file.termSpan)];
    }
    const place = options.builtin?.(entry);
    return place ? [target(place.uri, place.span, subject.span, 'glossary' as const)] : [];
  });
}

/** 《title》: the document's title line, then for a short form the place where the full title stands. */
function titleTargets(workspace: Workspace, uri: string, subject: Extract<Subject, { kind: 'title' }>): Target[] {
  const { reference } = subject;
  if (reference.periodical) return [];
  const found = workspace.byTitle(reference.shortFor ?? reference.title).map((s) => top(s, subject.span, 'title'));
  if (reference.shortFor === null) return found;
  const full = workspace.summary(uri)?.references.find((r) => r.shortFor === null && r.match === reference.match);
  return full ? [...found, target(uri, full.span, subject.span, 'full-title')] : found;
}

/** Documents that report the meeting or adopt something at it; the own one last. */
function meetingTargets(workspace: Workspace, uri: string, subject: Extract<Subject, { kind: 'meeting' }>): Target[] {
  const found: Target[] = [];
  for (const s of workspace.summaries()) {
    if (!s.meeting || !sameMeeting(s.meeting, subject.meeting)) continue;
    if (s.uri === uri && s.meeting.span.start === subject.span.start) continue;
    const place = s.uri === uri ? s.meeting.span : (s.title?.span ?? s.meeting.span);
    found.push(target(s.uri, place, subject.span, 'meeting'));
  }
  return found.sort((a, b) => Number(a.uri === uri) - Number(b.uri === uri) || (a.uri < b.uri ? -1 : 1));
}
