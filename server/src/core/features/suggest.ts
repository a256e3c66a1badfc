/**
 * Terms that recur and that no glossary defines, ranked, with a drafted entry for each.
 * Changes when another sign makes a term worth an entry.
 */
import type { TermCategory } from '../document/model.ts';
import type { FileEntry } from '../glossary/model.ts';
import type { Segmenter } from '../host.ts';
import { fold, termKey } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { DEFINITION_KINDS, type Definition } from '../workspace/definitions.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface Suggestion {
  /** As printed most often, in Simplified characters. */
  readonly term: string;
  readonly key: string;
  /** Why it is offered: quoted, shaped like a programme, coined by an enumeration, or a keyword of the segmenter. */
  readonly reason: 'quoted' | 'programme' | 'coined' | 'keyword';
  readonly count: number;
  readonly documents: number;
  readonly score: number;
  /** What an entry would say, as far as the documents say it. */
  readonly entry: FileEntry;
  /** Where the entry's definition stands. */
  readonly definition: { readonly uri: string; readonly span: Span } | null;
  /** Up to three mentions with the words around them. */
  readonly contexts: readonly { readonly uri: string; readonly span: Span; readonly text: string }[];
}

export interface SuggestOptions {
  /** Only terms of these documents; all by default. */
  readonly uris?: ReadonlySet<string>;
  /** At most so many; 100 by default. */
  readonly most?: number;
  /** Terms that occur less often are left out; 2 by default. */
  readonly least?: number;
}

/** How much a category is worth: names of things before figures of speech. */
const WEIGHT: Readonly<Record<TermCategory, number>> = {
  'numeric-abbreviation': 1.6,
  program: 1.4,
  mechanism: 1.3,
  strategy: 1.3,
  goal: 1,
  slogan: 1,
  institution: 0.9,
  brand: 1,
  unknown: 0.8,
  idiom: 0.5,
  metaphor: 0.5,
  quotation: 0.3,
};

const CONTEXT = 24;

interface Tally {
  count: number;
  quoted: number;
  read: number;
  readonly documents: DocumentSummary[];
  category: TermCategory;
}

/** Terms that the documents mark as terms and no glossary knows, the most useful first. */
export function undefinedTerms(workspace: Workspace, options: SuggestOptions = {}): Suggestion[] {
  const tallies = new Map<number, Tally>();
  for (const summary of workspace.summaries()) {
    if (options.uris && !options.uris.has(summary.uri)) continue;
    for (let i = 0; i < summary.terms.count; i++) {
      const m = summary.terms.at(i);
      if (m.inGlossary) continue;
      const tally: Tally = tallies.get(m.key) ?? { count: 0, quoted: 0, read: 0, documents: [], category: 'unknown' };
      tally.count++;
      if (m.quoted) tally.quoted++;
      if (m.read) tally.read++;
      if (tally.documents.at(-1) !== summary) tally.documents.push(summary);
      if (tally.category === 'unknown') tally.category = summary.terms.category(m.key);
      tallies.set(m.key, tally);
    }
  }
  const found: Suggestion[] = [];
  for (const [id, tally] of tallies) {
    const key = workspace.ids.key(id);
    if (tally.count < (options.least ?? 2) || !isTermLike(key)) continue;
    found.push(suggestion(workspace, id, key, tally));
  }
  return best(found, options.most ?? 100);
}

/** The draft of an entry for any key, with what the documents say of it, this one's category first. */
export function draftEntry(workspace: Workspace, uri: string, key: string): FileEntry {
  const id = workspace.ids.find(key);
  const own = workspace.summary(uri);
  const category = (id === undefined ? undefined : own?.terms.category(id)) ?? 'unknown';
  if (id === undefined) return draft(key, category, null, []);
  const documents = [...workspace.defining([id])].flatMap(({ uri: other }) => workspace.summary(other) ?? []);
  const here = documents.filter((s) => s.uri === uri);
  const found = strongest(workspace, here.length > 0 ? here : documents, id);
  const text = found && workspace.text(found.uri)?.slice(found.d.span.start, found.d.span.end);
  return draft(key, category, text ?? null, found?.d.components ?? []);
}

/** The terms of `undefinedTerms` with the keywords of a segmenter behind the marked terms; `turn` lets other work have its turn. */
export async function suggestEntries(
  workspace: Workspace,
  segmenter: Segmenter | null,
  options: SuggestOptions & { readonly turn?: () => Promise<void> } = {},
): Promise<Suggestion[]> {
  const marked = undefinedTerms(workspace, { ...options, most: Number.POSITIVE_INFINITY });
  const known = new Set(marked.map((s) => s.key));
  const weights = new Map<string, { weight: number; documents: DocumentSummary[] }>();
  if (segmenter) {
    for (const summary of [...workspace.summaries()].slice(0, MOST_TEXTS)) {
      if (options.uris && !options.uris.has(summary.uri)) continue;
      const text = workspace.text(summary.uri);
      if (text === undefined) continue;
      await options.turn?.();
      for (const { word, weight } of await segmenter.keywords(fold(text).slice(0, MOST_UNITS), 30)) {
        const key = termKey(word);
        if (known.has(key) || workspace.glossary.has(key) || !/^[\u4e00-\u9fff]{3,12}$/.test(key)) continue;
        const entry = weights.get(key) ?? { weight: 0, documents: [] };
        entry.weight += weight;
        entry.documents.push(summary);
        weights.set(key, entry);
      }
    }
  }
  const keywords = [...weights].flatMap(([key, { documents }]) => {
    const count = documents.reduce((n, s) => n + workspace.places(s.uri, key).length, 0);
    if (count < Math.max(3, options.least ?? 2)) return [];
    return [keyword(workspace, key, count, documents)];
  });
  return best([...marked, ...keywords], options.most ?? 100);
}

/** Keywords are taken from so many texts at most, and from the beginning of each. */
const MOST_TEXTS = 200;
const MOST_UNITS = 50_000;

const isTermLike = (key: string): boolean =>
  key.length >= 2 && key.length <= 30 && /[\u4e00-\u9fff]{2}|[\u4e00-\u9fff].*[0-9A-Za-z+]/.test(key);

const best = (all: Suggestion[], most: number): Suggestion[] =>
  all.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).slice(0, most);

function suggestion(workspace: Workspace, id: number, key: string, tally: Tally): Suggestion {
  const definition = strongest(workspace, tally.documents, id);
  const text = definition && workspace.text(definition.uri)?.slice(definition.d.span.start, definition.d.span.end);
  const components = definition?.d.components ?? [];
  const reason = tally.quoted > 0 ? 'quoted' : tally.read > 0 ? 'programme' : 'coined';
  const length = key.length <= 12 ? 1 : key.length <= 18 ? 0.6 : 0.3;
  const spread = 1 + Math.log2(tally.documents.length);
  const score = Math.log2(1 + tally.count) * spread * WEIGHT[tally.category] * length * (definition ? 1.5 : 1);
  return {
    term: key,
    key,
    reason,
    count: tally.count,
    documents: tally.documents.length,
    score,
    entry: draft(key, tally.category, text ?? null, components),
    definition: definition ? { uri: definition.uri, span: definition.d.span } : null,
    contexts: contextsOf(workspace, key, tally.documents),
  };
}

function keyword(workspace: Workspace, key: string, count: number, documents: readonly DocumentSummary[]): Suggestion {
  return {
    term: key,
    key,
    reason: 'keyword',
    count,
    documents: documents.length,
    score: 0.3 * Math.log2(1 + count) * (1 + Math.log2(documents.length)),
    entry: draft(key, 'unknown', null, []),
    definition: null,
    contexts: contextsOf(workspace, key, documents),
  };
}

function strongest(
  workspace: Workspace,
  documents: readonly DocumentSummary[],
  id: number,
): { uri: string; d: Definition } | null {
  const uris = new Set(documents.map((s) => s.uri));
  let found: { uri: string; d: Definition } | null = null;
  const rank = (d: Definition): number => DEFINITION_KINDS.indexOf(d.kind);
  for (const { uri, definition: d } of workspace.defining([id])) {
    if (uris.has(uri) && (!found || rank(d) < rank(found.d))) found = { uri, d };
  }
  return found;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** An entry with what the documents say; its author completes it. */
function draft(
  term: string,
  category: TermCategory,
  definition: string | null,
  components: readonly string[],
): FileEntry {
  return {
    term,
    ...(category === 'unknown' ? {} : { category }),
    ...(definition === null ? {} : { definition: { zh: oneLine(definition) } }),
    ...(components.length > 1 ? { components: components.map((zh) => ({ zh: oneLine(zh) })) } : {}),
    confidence: 'in-document',
  };
}

function contextsOf(workspace: Workspace, key: string, documents: readonly DocumentSummary[]): Suggestion['contexts'] {
  const found: { uri: string; span: Span; text: string }[] = [];
  for (const s of documents) {
    const text = workspace.text(s.uri);
    const first = workspace.places(s.uri, key)[0];
    if (text === undefined || !first) continue;
    const around = text.slice(Math.max(0, first.span.start - CONTEXT), first.span.end + CONTEXT);
    found.push({ uri: s.uri, span: first.span, text: oneLine(around) });
    if (found.length === 3) break;
  }
  return found;
}
