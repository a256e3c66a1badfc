/**
 * Every mention of what is under the cursor, in all documents, in both scripts, quoted or not.
 * Changes when something else can be under the cursor.
 */
import type { MeetingMention } from '../document/model.ts';
import { termKey } from '../text/fold.ts';
import { encloses } from '../text/span.ts';
import { sameMeeting } from '../workspace/meetings.ts';
import { sameSense } from '../workspace/senses.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import { core, numberKey, titleKey } from '../workspace/titles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chief, subjects } from './subject.ts';
import type { Reference } from './types.ts';

export interface ReferenceOptions {
  /** Defining passages and titles count as well; true where it is missing. */
  readonly includeDeclaration?: boolean;
}

const byPlace = (a: Reference, b: Reference): number =>
  a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.span.start - b.span.start;

const chosen = (all: Reference[], options: ReferenceOptions): Reference[] =>
  (options.includeDeclaration === false ? all.filter((r) => !r.declaration) : all).sort(byPlace);

/** References of the term, 《title》, document number or meeting at `offset`; in the order of URI and place. */
export function references(
  workspace: Workspace,
  uri: string,
  offset: number,
  options: ReferenceOptions = {},
): Reference[] {
  const subject = chief(subjects(workspace, uri, offset));
  switch (subject?.kind) {
    case 'term':
      return chosen(termReferences(workspace, subject.key, workspace.summary(uri)), options);
    case 'title':
      return chosen(titleReferences(workspace, subject.reference.shortFor ?? subject.reference.title), options);
    case 'own-title':
      return chosen(titleReferences(workspace, subject.title.text), options);
    case 'number':
      return chosen(numberReferences(workspace, subject.text), options);
    case 'meeting':
      return chosen(meetingReferences(workspace, subject.meeting), options);
    case 'person':
      return chosen(termReferences(workspace, termKey(subject.person.name)), options);
    default:
      return [];
  }
}

/** The full title that `references` looks for at `offset`; null where it looks for something else. */
export function titleAt(workspace: Workspace, uri: string, offset: number): string | null {
  const subject = chief(subjects(workspace, uri, offset));
  if (subject?.kind === 'title') return subject.reference.shortFor ?? subject.reference.title;
  return subject?.kind === 'own-title' ? subject.title.text : null;
}

/**
 * References of a term or title given as text, for the command line: what stands in 《》 is a title or the short form of
 * titles and nothing else; without the marks it is a title where there is one, else a document number, else a term.
 */
export function referencesOf(workspace: Workspace, query: string, options: ReferenceOptions = {}): Reference[] {
  const bare = query.trim().replace(/^[《〈]|[》〉]$/g, '');
  const marked = /^\s*[《〈]/.test(query);
  const all = new Map<string, Reference>();
  const add = (list: readonly Reference[]): void => {
    for (const r of list) all.set(`${r.uri} ${r.span.start} ${r.span.end}`, r);
  };
  const isTitle = marked || workspace.byTitle(bare).length > 0 || workspace.citing(bare).length > 0;
  if (isTitle) add(titleReferences(workspace, bare));
  if (marked) for (const full of fullTitles(workspace, bare)) add(titleReferences(workspace, full));
  if (/[〔[（(【]\s*\d{4}\s*[〕\]）)】]/.test(query)) add(numberReferences(workspace, bare));
  if (!marked && all.size === 0) add(termReferences(workspace, termKey(bare)));
  return chosen([...all.values()], options);
}

/** The full titles that some document shortens to this one. */
function fullTitles(workspace: Workspace, short: string): Set<string> {
  const key = titleKey(short);
  const found = new Set<string>();
  for (const summary of workspace.summaries())
    for (const { title, shortFor } of summary.references)
      if (shortFor !== null && titleKey(title) === key) found.add(shortFor);
  return found;
}

/** Every mention of a term; with `from`, only in documents that mean the same by it. */
export function termReferences(workspace: Workspace, key: string, from?: DocumentSummary): Reference[] {
  const found: Reference[] = [];
  if (key.length < 2) return found;
  const id = workspace.ids.find(key);
  const candidates = workspace.glossary.has(key) ? workspace.mentioning(key) : workspace.summaries();
  for (const summary of candidates) {
    if (from && from.uri !== summary.uri && !sameSense(workspace, from, summary, key)) continue;
    const definitions = id === undefined ? [] : summary.definitions.filter((d) => d.key === id);
    for (const m of workspace.places(summary.uri, key)) {
      found.push({ uri: summary.uri, span: m.span, declaration: definitions.some((d) => encloses(d.span, m.span)) });
    }
  }
  return found;
}

/** Every 《》 with this title or a short form of it, and the titles of the documents that bear it. */
export function titleReferences(workspace: Workspace, title: string): Reference[] {
  const found: Reference[] = [];
  const targets = workspace.byTitle(title);
  const names = new Set([titleKey(title), ...targets.map((t) => titleKey(t.title?.text ?? ''))]);
  for (const target of targets) {
    if (target.title) found.push({ uri: target.uri, span: target.title.span, declaration: true });
  }
  const citing = new Set<DocumentSummary>();
  for (const name of names) for (const summary of workspace.citing(name)) citing.add(summary);
  // Only a title with the same words behind its issuer can be another name of a target.
  const cores = new Set([...names].map(core));
  const known = new Map<string, boolean>();
  const matches = (name: string): boolean => {
    if (names.has(name)) return true;
    if (targets.length === 0 || !cores.has(core(name))) return false;
    let same = known.get(name);
    if (same === undefined) {
      same = workspace.byTitle(name).some((r) => targets.includes(r));
      known.set(name, same);
    }
    return same;
  };
  for (const summary of citing) {
    for (const reference of summary.references) {
      if (!reference.periodical && matches(reference.match)) {
        found.push({ uri: summary.uri, span: reference.span, declaration: false });
      }
    }
  }
  return found;
}

/** Every citation of a document number, and the document that has it. */
export function numberReferences(workspace: Workspace, number: string): Reference[] {
  const key = numberKey(number);
  const found: Reference[] = [];
  for (const summary of workspace.summaries()) {
    if (summary.docNumber && numberKey(summary.docNumber.text) === key) {
      found.push({ uri: summary.uri, span: summary.docNumber.span, declaration: true });
    }
    for (const c of summary.citations) {
      if (c.kind === 'document-number' && numberKey(c.text) === key) {
        found.push({ uri: summary.uri, span: c.span, declaration: false });
      }
    }
  }
  return found;
}

/** Every naming of a meeting by its body, 届 and 次, and the documents that report it. */
export function meetingReferences(workspace: Workspace, meeting: MeetingMention): Reference[] {
  const found: Reference[] = [];
  for (const summary of workspace.summaries()) {
    if (summary.meeting && sameMeeting(summary.meeting, meeting)) {
      found.push({ uri: summary.uri, span: summary.meeting.span, declaration: true });
    }
    for (const m of summary.meetings) {
      if (summary.meeting && m.span.start === summary.meeting.span.start) continue;
      if (sameMeeting(m, meeting)) found.push({ uri: summary.uri, span: m.span, declaration: false });
    }
  }
  return found;
}
