/**
 * What can be typed next: terms inside “ and anywhere by pinyin, titles after 《, the next number of a list, phrases of
 * a document's head and foot. Changes when something else can be completed.
 */

import type { Locale } from '../l10n.ts';
import { termKey } from '../text/fold.ts';
import { findPinyin, initialsOf, loadPinyin, pinyinQuery } from '../text/pinyin.ts';
import type { Span } from '../text/span.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { writeEntry } from './hoverTerm.ts';
import { nextMarkers } from './nextMarker.ts';
import { Page } from './page.ts';
import { headPhrases } from './phrases.ts';
import { sectionName } from './sectionName.ts';
import { CATEGORY, KIND } from './words.ts';

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'term' | 'title' | 'marker' | 'phrase';
  /** What replaces `span`. */
  readonly insert: string;
  readonly span: Span;
  /** What editors compare with the typed text: it holds the initials where pinyin was typed. */
  readonly filter: string;
  readonly sort: string;
  /** A remark behind the label, in the language of the interface. */
  readonly detail: string;
  /** Identity for `resolveCompletion`. */
  readonly data: { readonly kind: 'term' | 'title' | 'marker' | 'phrase'; readonly key: string };
}

export interface CompletionOptions {
  readonly locale: Locale;
  /** 50 by default. */
  readonly most?: number;
}

interface Candidate {
  readonly key: string;
  readonly text: string;
  readonly count: number;
  readonly detail: string;
  /** Lower is better: what this document uses, what belongs to its place, all other. */
  readonly group: 0 | 1 | 2;
}

/** Where nothing is typed yet, a short list is looked at; a long one is in the way. */
const MOST_UNTYPED = 20;

const OPENERS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’' };

/** Items for the place `offset` of an open document. */
export async function completion(
  workspace: Workspace,
  uri: string,
  offset: number,
  options: CompletionOptions,
): Promise<CompletionItem[]> {
  const document = workspace.document(uri);
  if (!document) return [];
  const { text } = document;
  const most = options.most ?? 50;
  const line = document.lines.line(document.lines.lineAt(offset));
  const before = text.slice(line.start, offset);

  const title = /《([^《》]{0,60})$/.exec(before);
  if (title) return titles(workspace, uri, offset, title[1]!, text[offset] === '》', options.locale, most);
  const quote = /([“「『‘])([^“”「」『』‘’]{0,30})$/.exec(before);
  if (quote) {
    const close = OPENERS[quote[1]!]!;
    return terms(workspace, uri, offset, quote[2]!, text[offset] === close ? '' : close, options.locale, most);
  }
  if (/^\s*$/.test(before)) {
    const span = { start: offset, end: offset };
    const markers = nextMarkers(document, offset);
    if (markers.length > 0) {
      return markers.map((marker, i) => ({
        label: marker,
        kind: 'marker',
        insert: marker,
        span,
        filter: marker,
        sort: String(i),
        detail: '',
        data: { kind: 'marker', key: marker },
      }));
    }
  }
  const latin = /[A-Za-z]{2,30}$/.exec(before)?.[0];
  const phrases = headPhrases(document, offset, before, options.locale);
  if (latin !== undefined)
    return [...(await byPinyin(workspace, uri, offset, latin, options.locale, most)), ...phrases];
  return phrases;
}

/**
 * Terms of the glossary and of the workspace, each once; of those that only the words show, such as are used twice.
 * What stands at `offset` is being typed: it is no use of a term.
 */
function candidates(workspace: Workspace, uri: string, offset: number, locale: Locale): Candidate[] {
  const found = new Map<string, Candidate>();
  const zh = locale === 'zh-cn';
  const own = workspace.summary(uri);
  const used = own?.terms.distinct() ?? new Set<number>();
  const context = workspace.context(uri);
  const uses = (key: string): boolean => used.has(workspace.ids.find(key) ?? -1);
  for (const entry of workspace.glossary.entries) {
    if (entry.category === 'document' || found.has(entry.key)) continue;
    const elsewhere = workspace.glossary.choose(entry.key, context)?.elsewhere === true;
    const category = zh ? CATEGORY[entry.category].zh : CATEGORY[entry.category].en;
    const detail = entry.translation !== undefined && !zh ? entry.translation : category;
    found.set(entry.key, {
      key: entry.key,
      text: entry.term.replace(/^[“「]|[”」]$/g, ''),
      count: workspace.documentCount(entry.key),
      detail,
      group: uses(entry.key) ? 0 : elsewhere || entry.category === 'quotation' ? 2 : 1,
    });
  }
  for (const id of workspace.termKeys()) {
    const key = workspace.ids.key(id);
    if (found.has(key) || key.length > 30) continue;
    const mentions = own?.terms.of(id) ?? [];
    const kept = mentions.filter((m) => offset < m.span.start || m.span.end < offset);
    const count = workspace.documentCount(key) - (mentions.length > 0 && kept.length === 0 ? 1 : 0);
    if (count < 2 && !kept.some((m) => m.quoted)) continue;
    const category = own?.terms.category(id) ?? 'unknown';
    found.set(key, {
      key,
      text: key,
      count,
      detail: zh ? CATEGORY[category].zh : CATEGORY[category].en,
      group: kept.length > 0 ? 0 : 1,
    });
  }
  return [...found.values()];
}

const rank = (n: number): string => String(Math.max(0, 99_999 - n)).padStart(5, '0');

async function matching(all: readonly Candidate[], typed: string): Promise<{ c: Candidate; at: number }[]> {
  const letters = pinyinQuery(typed);
  if (letters !== null) await loadPinyin();
  const key = termKey(typed);
  return all.flatMap((c) => {
    if (key === '') return [{ c, at: 0 }];
    const at = letters === null ? c.key.indexOf(key) : (findPinyin(c.key.toLowerCase(), letters)?.start ?? -1);
    return at < 0 ? [] : [{ c, at }];
  });
}

async function terms(
  workspace: Workspace,
  uri: string,
  offset: number,
  typed: string,
  close: string,
  locale: Locale,
  most: number,
): Promise<CompletionItem[]> {
  const span = { start: offset - typed.length, end: offset };
  const found = await matching(candidates(workspace, uri, offset, locale), typed);
  found.sort(
    (a, b) =>
      Math.min(a.at, 1) - Math.min(b.at, 1) ||
      a.c.group - b.c.group ||
      b.c.count - a.c.count ||
      a.c.key.length - b.c.key.length,
  );
  return found.slice(0, typed === '' ? Math.min(most, MOST_UNTYPED) : most).map(({ c }, i) => ({
    label: c.text,
    kind: 'term',
    insert: c.text + close,
    span,
    filter: pinyinQuery(typed) === null ? `${typed}${c.text}` : `${typed} ${initialsOf(c.key)}`,
    sort: String(i).padStart(3, '0'),
    detail: c.detail,
    data: { kind: 'term', key: c.key },
  }));
}

/** Terms whose pinyin begins as typed; the letters are replaced. */
async function byPinyin(
  workspace: Workspace,
  uri: string,
  offset: number,
  typed: string,
  locale: Locale,
  most: number,
): Promise<CompletionItem[]> {
  const found = await matching(candidates(workspace, uri, offset, locale), typed);
  const span = { start: offset - typed.length, end: offset };
  return found
    .filter(({ at }) => at === 0)
    .sort((a, b) => a.c.group - b.c.group || b.c.count - a.c.count || a.c.key.length - b.c.key.length)
    .slice(0, most)
    .map(({ c }, i) => ({
      label: c.text,
      kind: 'term',
      insert: c.text,
      span,
      filter: typed,
      sort: String(i).padStart(3, '0'),
      detail: c.detail,
      data: { kind: 'term', key: c.key },
    }));
}

async function titles(
  workspace: Workspace,
  uri: string,
  offset: number,
  typed: string,
  closed: boolean,
  locale: Locale,
  most: number,
): Promise<CompletionItem[]> {
  const found = new Map<string, Candidate>();
  for (const s of workspace.summaries()) {
    const own = s.title?.text.replace(/\s+/g, ' ');
    const zh = locale === 'zh-cn';
    if (own && s.uri !== uri) {
      const detail = [zh ? KIND[s.kind].zh : KIND[s.kind].en, s.date ?? ''].filter(Boolean).join(' · ');
      found.set(termKey(own), { key: termKey(own), text: own, count: 1000, detail, group: 1 });
    }
    for (const r of s.references) {
      const typing = s.uri === uri && r.span.start <= offset && offset <= r.span.end;
      if (r.shortFor !== null || r.periodical || typing) continue;
      const key = termKey(r.title);
      const before = found.get(key);
      found.set(
        key,
        before
          ? { ...before, count: before.count + 1 }
          : { key, text: r.title.replace(/\s+/g, ' '), count: 1, detail: '', group: 1 },
      );
    }
  }
  const hits = await matching([...found.values()], typed);
  hits.sort((a, b) => a.at - b.at || b.c.count - a.c.count || a.c.key.length - b.c.key.length);
  return hits.slice(0, most).map(({ c, at }, i) => ({
    label: c.text,
    kind: 'title',
    insert: closed ? c.text : `${c.text}》`,
    span: { start: offset - typed.length, end: offset },
    filter: pinyinQuery(typed) === null ? `${typed}${c.text}` : `${typed} ${initialsOf(c.key)}`,
    sort: `${Math.min(at, 9)}${rank(c.count)}${String(i).padStart(3, '0')}`,
    detail: c.detail,
    data: { kind: 'title', key: c.key },
  }));
}

/** The documentation of an item, made when an editor asks for it; null where there is none. */
export function resolveCompletion(
  workspace: Workspace,
  uri: string,
  data: CompletionItem['data'],
  locale: Locale,
): { readonly markdown: string; readonly plaintext: string } | null {
  const page = new Page();
  if (data.kind === 'term') {
    const entry = workspace.entry(uri, data.key);
    if (entry) writeEntry(page, entry, { locale, bilingual: false });
  } else if (data.kind === 'title') {
    const target = workspace.byTitle(data.key)[0];
    if (target) {
      page.text(
        [KIND[target.kind][locale === 'zh-cn' ? 'zh' : 'en'], target.date ?? '', target.issuer?.text ?? '']
          .filter(Boolean)
          .join(' · '),
      );
      page.list(target.outline.slice(0, 12).map((o) => [sectionName(o)]));
    }
  }
  return page.empty ? null : { markdown: page.markdown(), plaintext: page.plaintext() };
}
