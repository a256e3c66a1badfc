/**
 * Call hierarchy as citation hierarchy: who cites this document or uses this programme, and whom a document cites.
 * Changes when another way of citing counts.
 */
import { termKey } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { fileName } from '../workspace/file-name.ts';
import { sameMeeting } from '../workspace/meetings.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import { core, numberKey, titleKey } from '../workspace/titles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { termReferences } from './references.ts';
import { chief, subjects } from './subject.ts';

/** A document, or a term with a place that stands for it. `key` is the term's; null for documents. */
export interface HierarchyItem {
  readonly kind: 'document' | 'term' | 'missing';
  readonly name: string;
  readonly detail: string;
  /** Of a document that is not in the workspace: the document that cites it. */
  readonly uri: string;
  readonly span: Span;
  readonly selection: Span;
  readonly key: string | null;
}

export interface HierarchyCall {
  readonly item: HierarchyItem;
  /** Places of the citations, in the citing document. */
  readonly spans: readonly Span[];
}

function documentItem(s: DocumentSummary): HierarchyItem {
  const selection = s.title?.span ?? { start: 0, end: 0 };
  return {
    kind: 'document',
    name: s.title?.text ?? fileName(s.uri),
    detail: [s.date, s.issuer?.text].filter(Boolean).join(' · '),
    uri: s.uri,
    span: { start: 0, end: s.length },
    selection,
    key: null,
  };
}

/** The item at `offset`: the term or the cited document under the cursor, else the document itself. */
export function prepareHierarchy(workspace: Workspace, uri: string, offset: number): HierarchyItem | null {
  const own = workspace.summary(uri);
  if (!own) return null;
  const subject = chief(subjects(workspace, uri, offset));
  if (subject?.kind === 'term') {
    const entry = workspace.entry(uri, subject.key);
    const name = entry?.term ?? subject.key;
    return { kind: 'term', name, detail: '', uri, span: subject.span, selection: subject.span, key: subject.key };
  }
  if (subject?.kind === 'title' && !subject.reference.periodical) {
    const full = subject.reference.shortFor ?? subject.reference.title;
    const target = workspace.byTitle(full)[0];
    return target ? documentItem(target) : missing(uri, `《${full}》`, subject.span, full);
  }
  return documentItem(own);
}

const missing = (uri: string, name: string, span: Span, key: string): HierarchyItem => ({
  kind: 'missing',
  name,
  detail: '',
  uri,
  span,
  selection: span,
  key,
});

/** Documents that cite the item or use the term, in the order of their URIs. */
export function incoming(workspace: Workspace, item: HierarchyItem): HierarchyCall[] {
  const byUri = new Map<string, Span[]>();
  const add = (uri: string, span: Span): void => {
    const spans = byUri.get(uri);
    if (spans) spans.push(span);
    else byUri.set(uri, [span]);
  };
  if (item.kind === 'term' && item.key !== null) {
    for (const r of termReferences(workspace, item.key, workspace.summary(item.uri))) add(r.uri, r.span);
  } else {
    const target = item.kind === 'document' ? workspace.summary(item.uri) : undefined;
    const title = item.key ?? target?.title?.text;
    if (title) {
      for (const s of workspace.citing(title)) {
        if (s.uri === target?.uri) continue;
        for (const r of s.references) if (cites(workspace, r.match, title, target)) add(s.uri, r.span);
      }
    }
    if (target) fromNumbersAndMeetings(workspace, target, add);
  }
  return [...byUri]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([uri, spans]) => {
      const s = workspace.summary(uri);
      return s ? [{ item: documentItem(s), spans: spans.sort((a, b) => a.start - b.start) }] : [];
    });
}

const cites = (workspace: Workspace, key: string, title: string, target: DocumentSummary | undefined): boolean =>
  key === titleKey(title) ||
  (target !== undefined && core(key) === core(titleKey(title)) && workspace.byTitle(key).includes(target));

/** Citations by document number, and of the meeting that adopted or is reported by the document. */
function fromNumbersAndMeetings(
  workspace: Workspace,
  target: DocumentSummary,
  add: (uri: string, span: Span) => void,
): void {
  const number = target.docNumber && numberKey(target.docNumber.text);
  for (const s of workspace.summaries()) {
    if (s.uri === target.uri) continue;
    for (const c of s.citations) {
      if (c.kind === 'document-number' && number !== null && numberKey(c.text) === number) add(s.uri, c.span);
    }
    // A document names the meeting of another one: it reports it, was adopted by it, or looks back to it.
    const meeting = target.meeting;
    if (meeting) for (const m of s.meetings) if (sameMeeting(m, meeting)) add(s.uri, m.span);
  }
}

/** What a document cites: documents of the workspace, and titles that are not in it; of a term nothing. */
export function outgoing(workspace: Workspace, item: HierarchyItem): HierarchyCall[] {
  const own = item.kind === 'document' ? workspace.summary(item.uri) : undefined;
  if (!own) return [];
  const calls = new Map<string, { item: HierarchyItem; spans: Span[] }>();
  const add = (id: string, make: () => HierarchyItem, span: Span): void => {
    const call = calls.get(id);
    if (call) call.spans.push(span);
    else calls.set(id, { item: make(), spans: [span] });
  };
  for (const r of own.references) {
    if (r.periodical) continue;
    const full = r.shortFor ?? r.title;
    const target = workspace.byTitle(full).find((t) => t.uri !== own.uri);
    if (target) add(target.uri, () => documentItem(target), r.span);
    else if (own.titleKey === null || titleKey(full) !== titleKey(own.titleKey)) {
      add(`《${termKey(full)}`, () => missing(own.uri, `《${full.replace(/\s+/g, ' ')}》`, r.span, full), r.span);
    }
  }
  for (const c of own.citations) {
    if (c.kind !== 'document-number') continue;
    const target = workspace.byNumber(c.text).find((t) => t.uri !== own.uri);
    if (target) add(target.uri, () => documentItem(target), c.span);
  }
  for (const m of own.meetings) {
    for (const s of workspace.summaries()) {
      if (s.uri !== own.uri && s.meeting && sameMeeting(s.meeting, m)) add(s.uri, () => documentItem(s), m.span);
    }
  }
  return [...calls.values()].sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);
}
