/**
 * What becomes of the files of the workspace folders, and when. First all texts are read; then the structure of each
 * document, so that outlines, titles and citations are found; then the paragraphs, while nobody asks for anything.
 * Who asks for a name or a term does not wait for all of that, but for the documents that hold its characters.
 * Changes when something else is read sooner or later.
 */
import type { FileChange, Host } from '../host.ts';
import type { Locale } from '../l10n.ts';
import { termKey } from '../text/fold.ts';
import { spelled } from '../text/spelled.ts';
import { fileName } from '../workspace/file-name.ts';
import { Backlog } from './backlog.ts';
import type { ServiceEvents } from './events.ts';
import { FileReader, INDEX_DEFAULTS, type IndexSettings } from './indexing.ts';
import type { LazyDocument } from './lazy-document.ts';
import type { StoredSummaries } from './stored-summaries.ts';

/** Where read documents go. Each function says whether anything changed that other documents could notice. */
export interface IndexTarget {
  /** Whether the editor has a document open: its text is newer than the file's. */
  isOpen(uri: string): boolean;
  /** The text of a document that is in the workspace, while it is kept. */
  text(uri: string): string | undefined;
  /** Takes the structure of a document, and `put` all of it. */
  survey(uri: string, document: LazyDocument): void;
  put(uri: string, document: LazyDocument): boolean;
  remove(uri: string): boolean;
  events(): ServiceEvents;
  /** What is stored of an earlier index, if anything is. */
  stored(fresh: boolean): Promise<StoredSummaries | null>;
  /** Resolves when nothing more urgent is waiting. */
  turn(): Promise<void>;
  /** Resolves when nobody has asked for anything for a moment. */
  idle(): Promise<void>;
}

/** How a shell wants it indexed. */
export interface IndexSteps {
  /** Before the files are listed: those who ask meanwhile wait for the texts already. */
  before?(): Promise<void>;
  /** Takes nothing from what is stored. */
  readonly fresh?: boolean;
}

/** Who waits for some documents of the index. */
export interface Waiter {
  /** Whether nobody waits any longer, or what there is suffices. */
  over(): boolean;
  /** Resolves when nobody waits any longer. */
  readonly left: Promise<void>;
}

const PATIENT: Waiter = { over: () => false, left: new Promise(() => {}) };

interface Stage {
  work(uri: string): Promise<void>;
  /** Of the whole work, from where to where. */
  readonly share: readonly [from: number, to: number];
}

/** Shares of the work: reading the texts, and reading texts and structures. */
const TEXTS = 0.05;
const STRUCTURES = 0.25;
/** More characters of a name need not be looked for. */
const LONGEST = 64;
/** UTF-16 units within which the title of a document begins. */
const HEAD = 2000;

export class FolderIndex {
  readonly #host: Host;
  readonly #target: IndexTarget;
  readonly #files: FileReader;
  readonly #indexed = new Set<string>();
  readonly #backlog = new Backlog();
  #settings: IndexSettings;
  /** Resolves when all texts are read; null when they are. */
  #texts: Promise<void> | null = null;
  #begin = (): void => {};
  /** Those who wait for some documents; resolves when there are none. */
  #waiters = 0;
  #served: Promise<void> = Promise.resolve();
  #serve = (): void => {};
  #run = 0;
  /** Files that were read again since the run began: what the run reads of them may be older. */
  readonly #fresh = new Set<string>();
  /** Which reading of a file is the latest. */
  #stored: StoredSummaries | null = null;
  readonly #tickets = new Map<string, number>();
  #ticket = 0;

  constructor(host: Host, locale: Locale, settings: IndexSettings | undefined, target: IndexTarget) {
    this.#host = host;
    this.#target = target;
    this.#settings = settings ?? INDEX_DEFAULTS;
    this.#files = new FileReader(host, locale, (uri, message) => target.events().problem(uri, message));
  }

  has(uri: string): boolean {
    return this.#indexed.has(uri);
  }

  /** A document was read to the end, or taken out: it waits for nothing. */
  settled(uri: string): void {
    this.#backlog.delete(uri);
  }

  /** Whether some documents were not read to the end yet. */
  get reading(): boolean {
    return this.#texts !== null || this.#backlog.size > 0;
  }

  /** How many documents were not read to the end yet. */
  get waiting(): number {
    return this.#backlog.size;
  }

  /** Somebody is about to call `index`: who asks from now on waits for it. */
  expect(): void {
    this.#texts ??= new Promise((resolve) => {
      this.#begin = resolve;
    });
  }

  /** Reads all files of the folders, replacing what was indexed before. A later call ends an earlier one. */
  async index(
    folders: readonly string[],
    settings: IndexSettings = this.#settings,
    steps: IndexSteps = {},
  ): Promise<boolean> {
    this.#settings = settings;
    const run = ++this.#run;
    const cancelled = () => run !== this.#run;
    const listing = Promise.resolve(steps.before?.()).then(() =>
      cancelled() ? null : this.#read(folders, steps.fresh === true, cancelled),
    );
    const texts = listing.then(
      () => {},
      () => {},
    );
    this.#texts = texts;
    this.#begin();
    const found = await listing.finally(() => {
      if (this.#texts === texts) this.#texts = null;
    });
    if (!found || cancelled()) return false;
    await this.#each(found, cancelled, { work: (uri) => this.#survey(uri), share: [TEXTS, STRUCTURES] });
    await this.#each(found, cancelled, { work: (uri) => this.#complete(uri), share: [STRUCTURES, 1] });
    return !cancelled();
  }

  /** Stores the index that was made last, with a `turn` between two documents; nothing where it was not made to its end. */
  async store(turn: () => Promise<void>): Promise<void> {
    const stored = this.#stored;
    this.#stored = null;
    await stored?.save(turn);
  }

  /** Lists the files and reads their texts. What is no longer listed goes. */
  async #read(
    folders: readonly string[],
    fresh: boolean,
    cancelled: () => boolean,
  ): Promise<ReadonlySet<string> | null> {
    const stored = await this.#target.stored(fresh);
    if (cancelled()) return null;
    this.#stored = stored;
    this.#fresh.clear();
    const found = await this.#files.list(folders, this.#settings);
    if (cancelled()) return null;
    for (const uri of this.#indexed) if (!found.has(uri)) this.#forget(uri);
    for (const uri of found) this.#indexed.add(uri);
    await this.#readTexts([...found], cancelled);
    return found;
  }

  async #readTexts(uris: readonly string[], cancelled: () => boolean): Promise<void> {
    const wanted = (uri: string) => !cancelled() && this.#wants(uri);
    this.#progress(0, uris.length);
    let n = 0;
    for await (const [uri, text] of this.#files.texts(uris, this.#settings.maxBytes, wanted)) {
      const record = text === null ? undefined : await this.#stored?.find(uri, text);
      if (wanted(uri) && !this.#fresh.has(uri)) {
        if (text === null) this.#drop(uri);
        else if (!record || !this.#restore(uri, text, record)) this.#backlog.take(uri, text);
      } else this.#stored?.changed(uri);
      if (++n % 8 !== 0) continue;
      await this.#target.turn();
      this.#progress(n * TEXTS, uris.length);
    }
  }

  /** Takes a document in as it was stored; false where it has to be read. */
  #restore(uri: string, text: string, record: Uint8Array): boolean {
    const isPolicy = this.#stored?.restore(uri, text, record) ?? null;
    if (isPolicy === null) return false;
    this.#backlog.delete(uri);
    if (isPolicy) this.#target.events().changed();
    else this.#drop(uri);
    return true;
  }

  /** Does some work for each document that waits, one in a turn. A document that breaks a reader costs nobody else anything. */
  async #each(uris: ReadonlySet<string>, cancelled: () => boolean, { work, share: [from, to] }: Stage): Promise<void> {
    let n = 0;
    for (const uri of uris) {
      n++;
      if (!this.#backlog.get(uri)) continue;
      await this.#target.idle();
      await this.#served;
      if (cancelled()) return;
      await this.#guarded(uri, () => work(uri));
      this.#progress(uris.size * from + n * (to - from), uris.size);
    }
    this.#progress(uris.size * to, uris.size);
  }

  async #guarded(uri: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#drop(uri);
      this.#host.log('error', `indexing ${uri}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }

  #progress(done: number, total: number): void {
    this.#target.events().progress({ done: Math.floor(done), total });
  }

  #wants(uri: string): boolean {
    return this.#indexed.has(uri) && !this.#target.isOpen(uri);
  }

  #drop(uri: string): void {
    this.#backlog.delete(uri);
    if (this.#target.remove(uri)) this.#target.events().changed();
  }

  #forget(uri: string): void {
    this.#indexed.delete(uri);
    if (!this.#target.isOpen(uri)) this.#drop(uri);
  }

  /** Reads the structure of a document of which nothing is known but its text. */
  async #survey(uri: string): Promise<void> {
    const item = this.#backlog.get(uri);
    if (!item || item.surveyed) return;
    const text = item.text ?? (await this.#files.text(uri, this.#settings.maxBytes));
    if (this.#backlog.get(uri) !== item) return; // somebody else was quicker
    if (!this.#wants(uri)) return this.#backlog.delete(uri);
    const document = text === null ? null : this.#backlog.document(uri, text);
    if (!document?.isPolicy) {
      if (item.text !== null) this.#stored?.other(uri);
      return this.#drop(uri);
    }
    this.#target.survey(uri, document);
    this.#backlog.surveyed(uri, document);
    this.#target.events().changed();
  }

  /** Reads the paragraphs of a document; its text may have had to go meanwhile. */
  async #complete(uri: string): Promise<void> {
    const item = this.#backlog.get(uri);
    if (!item) return;
    if (!this.#wants(uri)) return this.#backlog.delete(uri);
    const text = item.surveyed ? this.#target.text(uri) : item.text;
    if (text === undefined || text === null) await this.reread(uri);
    else this.#enter(uri, this.#backlog.document(uri, text));
  }

  #enter(uri: string, document: LazyDocument): void {
    if (!document.isPolicy) this.#drop(uri);
    else if (this.#target.put(uri, document)) this.#target.events().changed();
  }

  /** Reads a file whole, now. */
  async reread(uri: string): Promise<void> {
    const ticket = ++this.#ticket;
    this.#tickets.set(uri, ticket);
    this.#fresh.add(uri);
    this.#stored?.changed(uri);
    const text = await this.#files.text(uri, this.#settings.maxBytes);
    if (this.#tickets.get(uri) !== ticket) return;
    this.#tickets.delete(uri);
    if (!this.#wants(uri)) return;
    this.#backlog.delete(uri);
    if (text === null) this.#drop(uri);
    else this.#enter(uri, this.#backlog.document(uri, text));
  }

  /** The text of a document that waits, as far as it is kept. */
  #textOf(uri: string): string | undefined {
    const item = this.#backlog.get(uri);
    return item?.surveyed ? this.#target.text(uri) : (item?.text ?? undefined);
  }

  /** Does some work for the documents that wait and may be wanted: those whose text is not at hand are. */
  async #eachWith(
    wanted: (text: string, uri: string) => boolean,
    { over, left }: Waiter,
    work: (uri: string) => Promise<void>,
  ): Promise<void> {
    while (this.#texts && !over()) await Promise.race([this.#texts, left]);
    this.#enterWaiter();
    try {
      let looked = 0;
      for (const uri of this.#backlog.uris()) {
        if (over()) return;
        const text = this.#textOf(uri);
        if (text === undefined || wanted(text, uri)) await this.#guarded(uri, () => work(uri));
        else if (++looked % 50 !== 0) continue;
        await this.#host.yield();
      }
    } finally {
      if (--this.#waiters === 0) this.#serve();
    }
  }

  /** While somebody waits for some documents, no others are read. */
  #enterWaiter(): void {
    if (this.#waiters++ > 0) return;
    this.#served = new Promise((resolve) => {
      this.#serve = resolve;
    });
  }

  /**
   * Resolves when the structures of all documents that may bear a name are read, while the index is still being made.
   * `key` is the `termKey` that their text, or their file's name, has to hold; null for any document.
   */
  surveyFor(key: string | null, waiter: Waiter = PATIENT): Promise<void> {
    const pattern = key === null ? null : spelled(key.slice(0, LONGEST));
    const wanted = (text: string, uri: string) =>
      pattern === null || pattern.test(text) || pattern.test(termKey(fileName(uri)));
    return this.#eachWith(wanted, waiter, (uri) => this.#survey(uri));
  }

  /**
   * Resolves when the structures of all documents that begin with one of these titles are read, while the index is still
   * being made. A title that stands further down is found when the document's turn comes.
   */
  surveyTitled(keys: readonly string[], waiter: Waiter = PATIENT): Promise<void> {
    const patterns = keys.map((key) => spelled(key.slice(0, LONGEST)));
    const wanted = (text: string) => {
      const head = text.slice(0, HEAD);
      return patterns.some((pattern) => pattern.test(head));
    };
    return this.#eachWith(wanted, waiter, (uri) => this.#survey(uri));
  }

  /** Resolves when all documents that may name a term are read to the end, while the index is still being made. */
  completeFor(key: string, waiter: Waiter = PATIENT): Promise<void> {
    const pattern = spelled(key.slice(0, LONGEST));
    return this.#eachWith(
      (text) => pattern.test(text),
      waiter,
      (uri) => this.#complete(uri),
    );
  }

  /** Files changed outside the editor. `matches` says whether a new file belongs to the workspace. */
  async filesChanged(changes: readonly FileChange[], matches: (uri: string) => boolean): Promise<void> {
    for (const { uri, type } of changes) {
      if (type === 'deleted') {
        for (const known of [...this.#indexed]) if (known === uri || known.startsWith(`${uri}/`)) this.#forget(known);
      } else if (this.#indexed.has(uri) || matches(uri)) {
        this.#indexed.add(uri);
        if (!this.#target.isOpen(uri)) await this.reread(uri);
      }
    }
  }
}
