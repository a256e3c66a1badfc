/**
 * Search for documents, sections and terms by Chinese in either script, by pinyin and by initials.
 * Changes when something else can be searched for or results are ranked otherwise.
 */
import { termKey } from '../text/fold.ts';
import { findPinyin, loadPinyin, pinyinQuery } from '../text/pinyin.ts';
import type { Span } from '../text/span.ts';
import { DEFINITION_KINDS } from '../workspace/definitions.ts';
import type { Heading } from '../workspace/details.ts';
import { fileName } from '../workspace/file-name.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkspaceSymbol } from './types.ts';

export interface SymbolOptions {
  /** `MOST_LETTER` for one character, which means little, and `MOST` for more, by default. */
  readonly most?: number;
}

const MOST_LETTER = 512;
const MOST = 10_000;

/**
 * Names of a document in one string, each behind a line end, in the form in which they are searched. The first stands
 * for the document itself, the others for its sections from top to bottom.
 */
interface Names {
  readonly text: string;
  readonly starts: Uint32Array;
}

const searchable = (text: string): string => termKey(text).toLowerCase();
const names = new WeakMap<DocumentSummary, Names>();

function namesOf(summary: DocumentSummary): Names {
  const known = names.get(summary);
  if (known) return known;
  const items = summary.headings();
  const starts = new Uint32Array(items.length + 1);
  let text = searchable(summary.title?.text ?? fileName(summary.uri));
  items.forEach((item, i) => {
    text += '\n';
    starts[i + 1] = text.length;
    text += searchable(item.title);
  });
  const made = { text, starts };
  names.set(summary, made);
  return made;
}

type Find = (text: string, at: number) => { readonly start: number; readonly end: number } | null;

interface Hit {
  /** Lower is better. */
  readonly score: number;
  readonly summary: DocumentSummary | null;
  /** Index of the name, or the number of the term's key. */
  readonly index: number;
}

type HeadingOf = (summary: DocumentSummary, index: number) => Heading;

/** What the text of a document has to hold so that a search may find it (null: anything), and how many are enough. */
export function wantedFor(query: string): { readonly key: string | null; readonly enough: number } {
  const plain = searchable(query);
  if (plain === '') return { key: null, enough: MOST_LETTER };
  return { key: pinyinQuery(query) === null ? plain : null, enough: Number.POSITIVE_INFINITY };
}

/** Best matches first. Asynchronous because pinyin is loaded on first use. */
export async function workspaceSymbols(
  workspace: Workspace,
  query: string,
  options: SymbolOptions = {},
): Promise<WorkspaceSymbol[]> {
  const plain = searchable(query);
  const most = options.most ?? (plain.length < 2 ? MOST_LETTER : MOST);
  if (plain === '') return documents(workspace, most);
  const letters = pinyinQuery(query);
  if (letters !== null) await loadPinyin();
  const literal: Find = (text, at) => {
    const start = text.indexOf(plain, at);
    return start < 0 ? null : { start, end: start + plain.length };
  };
  const find: Find = letters === null ? literal : (text, at) => findPinyin(text, letters, at);
  const hits: Hit[] = [];
  terms(workspace, find, hits);
  for (const summary of workspace.summaries()) sections(summary, find, hits);
  hits.sort((a, b) => a.score - b.score);
  if (hits.length > most) hits.length = most;
  const headingOf = headings(hits);
  return hits.flatMap((hit) => symbolOf(workspace, hit, headingOf) ?? []);
}

/** The headings that some hits mean; of each document they are read once. */
function headings(hits: readonly Hit[]): HeadingOf {
  const wanted = new Map<DocumentSummary, number[]>();
  for (const { summary, index } of hits) {
    if (!summary || index === 0) continue;
    const list = wanted.get(summary);
    if (list) list.push(index - 1);
    else wanted.set(summary, [index - 1]);
  }
  const found = new Map<DocumentSummary, Map<number, Heading>>();
  for (const [summary, numbers] of wanted) {
    numbers.sort((a, b) => a - b);
    const read = summary.headings(numbers);
    found.set(summary, new Map(numbers.map((number, i) => [number, read[i]!])));
  }
  return (summary, index) => found.get(summary)!.get(index - 1)!;
}

/** Whole names before beginnings before inner parts; then documents, terms, sections; then short before long. */
const score = (kind: 0 | 1 | 2, length: number, from: number, matched: number): number =>
  (matched === length ? 0 : from === 0 ? 1 : 2) * 10_000 + kind * 1_000 + Math.min(length, 999);

function sections(summary: DocumentSummary, find: Find, hits: Hit[]): void {
  const { text, starts } = namesOf(summary);
  let i = 0;
  for (let found = find(text, 0); found; ) {
    while (i + 1 < starts.length && starts[i + 1]! <= found.start) i++;
    const start = starts[i]!;
    const end = i + 1 < starts.length ? starts[i + 1]! - 1 : text.length;
    hits.push({
      score: score(i === 0 ? 0 : 2, end - start, found.start - start, found.end - found.start),
      summary,
      index: i,
    });
    found = end + 1 < text.length ? find(text, end + 1) : null;
  }
}

function terms(workspace: Workspace, find: Find, hits: Hit[]): void {
  for (const id of workspace.termKeys()) {
    const key = workspace.ids.key(id).toLowerCase();
    const found = find(key, 0);
    if (found)
      hits.push({ score: score(1, key.length, found.start, found.end - found.start), summary: null, index: id });
  }
}

function documents(workspace: Workspace, most: number): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const summary of workspace.summaries()) {
    if (found.length >= most) break;
    found.push(documentSymbol(summary));
  }
  return found;
}

const documentSymbol = (summary: DocumentSummary): WorkspaceSymbol => ({
  name: summary.title?.text ?? fileName(summary.uri),
  kind: 'document',
  container: fileName(summary.uri),
  uri: summary.uri,
  span: summary.title?.span ?? { start: 0, end: 0 },
});

const titleOf = (summary: DocumentSummary): string => summary.title?.text ?? fileName(summary.uri);

function symbolOf(workspace: Workspace, hit: Hit, headingOf: HeadingOf): WorkspaceSymbol | null {
  const { summary, index } = hit;
  if (!summary) return termSymbol(workspace, index);
  if (index === 0) return documentSymbol(summary);
  const item = headingOf(summary, index);
  return {
    name: `${item.marker ?? ''}${item.title}`,
    kind: 'section',
    container: titleOf(summary),
    uri: summary.uri,
    span: item.span,
  };
}

/** A term stands at its strongest definition, else at its first mention. */
function termSymbol(workspace: Workspace, id: number): WorkspaceSymbol | null {
  const key = workspace.ids.key(id);
  let best: { summary: DocumentSummary; span: Span; rank: number } | null = null;
  for (const { uri, definition } of workspace.defining([id])) {
    const rank = DEFINITION_KINDS.indexOf(definition.kind);
    if (best && (rank > best.rank || (rank === best.rank && best.summary.uri < uri))) continue;
    const summary = workspace.summary(uri);
    if (summary) best = { summary, span: definition.span, rank };
  }
  if (!best) {
    for (const summary of workspace.mentioning(key)) {
      if (best && best.summary.uri < summary.uri) continue;
      const first = summary.terms.of(id)[0];
      if (first) best = { summary, span: first.span, rank: 0 };
    }
  }
  return best && { name: key, kind: 'term', container: titleOf(best.summary), uri: best.summary.uri, span: best.span };
}
