/**
 * The documents of a workspace: open ones with their parse, the others as summaries, and the indexes over all.
 * Changes when what is kept of documents, or how long, changes.
 *
 * Texts of indexed documents stay up to a budget, so that a document can be parsed again when a feature needs it; a
 * document whose text had to go keeps its summary and everything that rests on it.
 */
import type { PolicyDocument } from '../document/model.ts';
import { parse } from '../document/parse.ts';
import type { Structure } from '../document/structure.ts';
import type { Context, Glossary } from '../glossary/glossary.ts';
import type { GlossaryEntry } from '../glossary/model.ts';
import { termKey } from '../text/fold.ts';
import { type Definition, stronger } from './definitions.ts';
import { Entries, type Entry } from './entries.ts';
import { Indexes } from './indexes.ts';
import { KeyIds } from './key-ids.ts';
import { Lru } from './lru.ts';
import type { Mention } from './mentions.ts';
import { Scans } from './scan.ts';
import { type DocumentSummary, signature, summarize, survey } from './summary.ts';

export interface WorkspaceOptions {
  readonly glossary: Glossary;
  /** How many parses of documents that are not open are kept; 8 by default. */
  readonly parses?: number;
  /** How many UTF-16 units of texts of documents that are not open are kept; 64 Mi by default. */
  readonly textBudget?: number;
  /** For measurements and tests. */
  readonly parse?: (text: string) => PolicyDocument;
}

export class Workspace {
  readonly ids = new KeyIds();
  #glossary: Glossary;
  readonly #entries: Entries;
  readonly #parses: Lru<string, PolicyDocument>;
  readonly #indexes = new Indexes();
  readonly #scans = new Scans();
  readonly #parse: (text: string) => PolicyDocument;
  #generation = 0;
  /** Grows with every summary that is made. */
  #revision = 0;
  readonly #counts = new Lru<string, { readonly revision: number; readonly count: number }>(256);
  /** Some summaries were made with an older glossary. */
  #stale = false;

  constructor(options: WorkspaceOptions) {
    this.#glossary = options.glossary;
    this.#parses = new Lru(options.parses ?? 8);
    this.#entries = new Entries(options.textBudget ?? 64 * 1024 * 1024);
    this.#parse = options.parse ?? parse;
  }

  get glossary(): Glossary {
    return this.#glossary;
  }

  /** Grows with every change that another document could notice. */
  get generation(): number {
    return this.#generation;
  }

  /** How many documents there are. */
  get size(): number {
    return this.#entries.size;
  }

  uris(): IterableIterator<string> {
    return this.#entries.uris();
  }

  has(uri: string): boolean {
    return this.#entries.get(uri) !== undefined;
  }

  /** The version of an open document; null for one that is only indexed, undefined for an unknown one. */
  version(uri: string): number | null | undefined {
    return this.#entries.get(uri)?.version;
  }

  /**
   * Puts a document in, or replaces its text. `version` is the editor's for an open document and null for an indexed
   * one; `parsed` saves the parse where the caller has it already. Returns whether anything changed that other documents could notice.
   */
  set(uri: string, text: string, version: number | null, parsed?: PolicyDocument): boolean {
    const before = this.#entries.get(uri);
    if (before && before.text === text && !before.surveyed) {
      this.#setVersion(before, version);
      return false;
    }
    const document = parsed ?? this.#parse(text);
    const entry = this.#take(uri, text, version);
    entry.document = document;
    const changed = this.#refresh(entry);
    if (version === null) entry.document = null;
    this.#entries.trim();
    return changed;
  }

  /**
   * Takes in what the structure of an indexed document tells, so that its outline, title and citations can be found
   * before its paragraphs are read. `set` with the same text brings the rest.
   */
  survey(uri: string, structure: Structure): void {
    const entry = this.#take(uri, structure.text, null);
    this.#enter(entry, survey(uri, structure));
    entry.surveyed = true;
    entry.glossary = null;
    entry.signature = null;
    this.#revision++;
    this.#generation++;
    this.#entries.trim();
  }

  /** Takes in an indexed document whose summary is known: the one that `set` would make of this text with this glossary. */
  restore(uri: string, text: string, summary: DocumentSummary): void {
    const entry = this.#take(uri, text, null);
    this.#enter(entry, summary);
    entry.surveyed = false;
    entry.glossary = this.#glossary;
    entry.signature = null;
    this.#revision++;
    this.#generation++;
    this.#entries.trim();
  }

  /** Whether only the structure of a document was read yet. */
  surveyed(uri: string): boolean {
    return this.#entries.get(uri)?.surveyed === true;
  }

  /** The entry of a document with its new text. */
  #take(uri: string, text: string, version: number | null): Entry {
    this.#parses.delete(uri);
    return this.#entries.take(uri, text, version);
  }

  /** Puts a new summary into the indexes. */
  #enter(entry: Entry, summary: DocumentSummary): void {
    this.#indexes.update(entry.uri, entry.summary, summary);
    entry.summary = summary;
  }

  #setVersion(entry: Entry, version: number | null): void {
    if (entry.version === null && version !== null) entry.document = this.#parses.get(entry.uri) ?? null;
    else if (entry.version !== null && version === null) {
      if (entry.document) this.#parses.set(entry.uri, entry.document);
      entry.document = null;
    }
    this.#entries.setVersion(entry, version);
  }

  /** Makes the summary of an entry whose parse is at hand, and brings the indexes up to date. */
  #refresh(entry: Entry): boolean {
    const document = entry.document ?? this.#documentOf(entry);
    if (!document) return false;
    const old = entry.surveyed ? null : entry.summary;
    this.#revision++;
    const summary = summarize(entry.uri, document, this.#glossary, this.ids);
    this.#enter(entry, summary);
    entry.glossary = this.#glossary;
    entry.surveyed = false;
    const before = old && (entry.signature ?? signature(old, this.ids));
    entry.signature = old ? signature(summary, this.ids) : null;
    const changed = !old || entry.signature !== before;
    if (changed) this.#generation++;
    return changed;
  }

  /** Takes a document out. */
  remove(uri: string): boolean {
    const entry = this.#entries.get(uri);
    if (!entry) return false;
    this.#entries.delete(entry);
    this.#parses.delete(uri);
    this.#scans.drop(uri);
    this.#indexes.update(uri, entry.summary, null);
    this.#generation++;
    this.#revision++;
    return true;
  }

  #documentOf(entry: Entry): PolicyDocument | undefined {
    if (entry.document) return entry.document;
    const kept = this.#parses.get(entry.uri);
    if (kept) return kept;
    if (entry.text === null) return undefined;
    const document = this.#parse(entry.text);
    if (entry.version === null) this.#parses.set(entry.uri, document);
    else entry.document = document;
    return document;
  }

  /** The parse of a document: kept for open ones, made again for indexed ones; undefined without text. */
  document(uri: string): PolicyDocument | undefined {
    const entry = this.#entries.get(uri);
    return entry && this.#documentOf(entry);
  }

  /** The text of a document, while it is kept. */
  text(uri: string): string | undefined {
    return this.#entries.get(uri)?.text ?? undefined;
  }

  /** The summary of a document, up to date with the glossary. */
  summary(uri: string): DocumentSummary | undefined {
    const entry = this.#entries.get(uri);
    if (!entry) return undefined;
    if (entry.glossary !== this.#glossary && !entry.surveyed) this.#refresh(entry);
    return entry.summary ?? undefined;
  }

  /** All summaries. */
  *summaries(): IterableIterator<DocumentSummary> {
    for (const uri of this.#entries.uris()) {
      const summary = this.summary(uri);
      if (summary) yield summary;
    }
  }

  /**
   * Replaces the glossary. Summaries are made again when they are next asked for; call `step` between other work to
   * spread the cost.
   */
  setGlossary(glossary: Glossary): void {
    if (glossary === this.#glossary) return;
    this.#glossary = glossary;
    this.#stale = true;
    this.#generation++;
  }

  /** Renews up to `most` summaries that an older glossary made; false when none is left. */
  step(most = 20): boolean {
    if (!this.#stale) return false;
    let n = 0;
    for (const entry of this.#entries) {
      if (entry.glossary === this.#glossary || entry.surveyed) continue;
      if (n++ >= most) return true;
      this.#refresh(entry);
      if (entry.glossary !== this.#glossary) entry.glossary = this.#glossary; // Its text is gone: it stays as it is.
    }
    this.#stale = false;
    return false;
  }

  /** Summaries of the documents that mention a key. */
  *mentioning(key: string): IterableIterator<DocumentSummary> {
    while (this.step(1000));
    const uris = new Set<string>();
    for (const name of [key, ...this.#glossary.longerNames(key)]) {
      const id = this.ids.find(name);
      if (id !== undefined) for (const uri of this.#indexes.mentions.of(id)) uris.add(uri);
    }
    for (const uri of uris) {
      const summary = this.summary(uri);
      if (summary) yield summary;
    }
  }

  /**
   * Every place of a key in a document: what was read as the term, what the glossary found, and the bare words. For keys
   * of the glossary the index has them all; for others the texts are searched once and the result is kept.
   */
  places(uri: string, key: string): readonly Mention[] {
    const summary = this.summary(uri);
    if (!summary) return [];
    const id = this.ids.find(key);
    const exact = id === undefined ? [] : summary.terms.of(id);
    const read = this.#withLonger(exact, key, summary);
    const text = this.#entries.get(uri)?.text;
    if (this.#glossary.has(key) || text === null || text === undefined || key.length < 2) return read;
    const bare = this.#scans
      .find(key, uri, text)
      .filter((span) => !read.some((m) => m.span.start < span.end && span.start < m.span.end))
      .map((span) => ({ key: id ?? -1, span, quoted: false, inGlossary: false, read: false }));
    return bare.length === 0 ? read : [...read, ...bare].sort((a, b) => a.span.start - b.span.start);
  }

  /** Adds the longer names of the same entry that hold no mention of their own. */
  #withLonger(exact: readonly Mention[], key: string, summary: DocumentSummary): readonly Mention[] {
    const longer = this.#glossary.longerNames(key).flatMap((name) => {
      const id = this.ids.find(name);
      return id === undefined ? [] : summary.terms.of(id);
    });
    const more = longer.filter((m) => !exact.some((e) => m.span.start <= e.span.start && e.span.end <= m.span.end));
    return more.length === 0 ? exact : [...exact, ...more].sort((a, b) => a.span.start - b.span.start);
  }

  /** In how many documents a key occurs. */
  documentCount(key: string): number {
    const id = this.ids.find(key);
    return id === undefined ? 0 : this.#indexes.mentions.of(id).size;
  }

  /** Numbers of all keys that occur in any document. */
  termKeys(): IterableIterator<number> {
    while (this.step(1000));
    return this.#indexes.mentions.keys();
  }

  /** How many 《》 there are in all documents. */
  get referenceCount(): number {
    return this.#indexes.references;
  }

  /** How often a key occurs in all documents, in marked form. */
  mentionCount(key: string): number {
    const known = this.#counts.get(key);
    if (known && known.revision === this.#revision) return known.count;
    let n = 0;
    for (const summary of this.mentioning(key))
      n += this.#withLonger(summary.terms.of(this.ids.id(key)), key, summary).length;
    this.#counts.set(key, { revision: this.#revision, count: n });
    return n;
  }

  /** The strongest defining passage of each document that defines one of these keys. */
  *defining(ids: Iterable<number>): IterableIterator<{ readonly uri: string; readonly definition: Definition }> {
    while (this.step(1000));
    const keys = [...ids].filter((id) => this.#indexes.definitions.of(id).size > 0);
    const uris = new Set(keys.flatMap((id) => [...this.#indexes.definitions.of(id)]));
    for (const uri of uris) {
      let best: Definition | undefined;
      const summary = this.#entries.get(uri)?.summary;
      for (const key of keys) {
        const d = summary?.definitionOf(key);
        if (d && (!best || stronger(d, best))) best = d;
      }
      if (best) yield { uri, definition: best };
    }
  }

  /** The documents that bear a title, folding and spacing apart; best first. */
  byTitle(title: string): DocumentSummary[] {
    return this.#indexes.titles.resolve(termKey(title), (uri) => this.summary(uri));
  }

  /** The documents with a document number (发文字号). */
  byNumber(number: string): DocumentSummary[] {
    return this.#indexes.titles.numbered(number, (uri) => this.summary(uri));
  }

  /** The documents that cite this title in 《》. */
  citing(title: string): DocumentSummary[] {
    return this.#indexes.titles.citing(termKey(title), (uri) => this.summary(uri));
  }

  /** What is known of a document for choosing between homonyms. */
  context(uri: string): Context {
    const summary = this.summary(uri);
    return { region: summary?.region ?? null, date: summary?.date ?? null };
  }

  /** The entry of the glossary that a key means in a document; undefined where its entries are of other places or later. */
  entry(uri: string, key: string): GlossaryEntry | undefined {
    const choice = this.#glossary.choose(key, this.context(uri));
    return choice?.elsewhere ? undefined : choice?.entry;
  }
}
