/**
 * The composition root and typed facade of the core: open documents, the index of the workspace, the glossary and the
 * checks. Shells (language server, command line) talk to this file. Changes when a shell needs a new answer.
 */
import type { Annotations } from './annotations/service.ts';
import type { CheckConfig, Finding } from './checks/run.ts';
import type { Suppression } from './checks/suppressions.ts';
import { Glossary } from './glossary/glossary.ts';
import type { FileChange, Host } from './host.ts';
import type { Locale } from './l10n.ts';
import { Checking, type Matcher } from './service/checking.ts';
import { NO_EVENTS, type ServiceEvents } from './service/events.ts';
import { WorkspaceFacts } from './service/facts.ts';
import { FolderIndex, type IndexSteps, type Waiter } from './service/folder-index.ts';
import { Glossaries } from './service/glossaries.ts';
import type { IndexSettings } from './service/indexing.ts';
import { LazyDocument, type TextState } from './service/lazy-document.ts';
import { type Storage, StoredSummaries } from './service/stored-summaries.ts';
import { LineIndex } from './text/lines.ts';
import { Workspace } from './workspace/workspace.ts';

export type { ServiceEvents } from './service/events.ts';
export type { IndexSteps, Waiter } from './service/folder-index.ts';
export type { IndexProgress, IndexSettings } from './service/indexing.ts';
export { LazyDocument } from './service/lazy-document.ts';

export interface ServiceOptions {
  readonly locale: Locale;
  readonly checks?: CheckConfig;
  readonly index?: IndexSettings;
  /** Glob patterns for `exclude` in configuration files. */
  readonly matcher?: Matcher;
  /** Where the index outlasts the session, if it does. */
  readonly storage?: Storage;
  /** Who writes annotations. */
  readonly author?: () => string | Promise<string>;
  /** URIs of the workspace folders as they are now. */
  readonly folders?: () => readonly string[];
  /** Resolves when nothing more urgent than indexing is waiting; by default the host's `yield`. */
  readonly turn?: () => Promise<void>;
  /** Resolves when nobody has asked for anything for a moment; by default as `turn`. */
  readonly idle?: () => Promise<void>;
}

export interface Counts {
  readonly documents: number;
  readonly terms: number;
  readonly references: number;
}

export class Service {
  readonly host: Host;
  readonly locale: Locale;
  readonly glossaries: Glossaries;
  readonly checking: Checking;
  #ready: Promise<void> | null = null;
  #hasGlossary = false;
  readonly #workspace: Workspace;
  readonly #facts: WorkspaceFacts;
  readonly #open = new Map<string, LazyDocument>();
  readonly #stale = new Set<string>();
  readonly #findings = new WeakMap<LazyDocument, { key: string; findings: readonly Finding[] }>();
  readonly #turn: () => Promise<void>;
  readonly #index: FolderIndex;
  readonly #options: ServiceOptions;
  #annotations: Promise<Annotations> | null = null;
  #storing: Promise<void> = Promise.resolve();
  /** Nobody asks for anything any more. */
  #leaving = false;
  #configuration = 0;
  /** Parsed by `put` or `open` right before the workspace asks for it. */
  #parsed: LazyDocument | null = null;
  events: ServiceEvents = NO_EVENTS;

  constructor(host: Host, options: ServiceOptions) {
    this.host = host;
    this.#options = options;
    this.locale = options.locale;
    this.glossaries = new Glossaries(host);
    this.#turn = options.turn ?? (() => host.yield());
    this.checking = new Checking(
      host,
      options.checks ?? { locale: options.locale },
      options.matcher ?? (() => () => false),
    );
    this.#workspace = new Workspace({ glossary: new Glossary([]), parse: (text) => this.#parse(text) });
    this.#facts = new WorkspaceFacts();
    this.#index = new FolderIndex(host, this.locale, options.index, {
      isOpen: (uri) => this.#open.has(uri),
      text: (uri) => this.#workspace.text(uri),
      survey: (uri, document) => {
        this.#facts.remove(uri);
        this.#workspace.survey(uri, document.structure);
      },
      stored: (fresh) => this.#openStored(fresh),
      put: (uri, document) => this.#put(uri, document, null),
      remove: (uri) => this.#remove(uri),
      events: () => this.events,
      turn: this.#turn,
      idle: options.idle ?? this.#turn,
    });
  }

  #parse(text: string) {
    const at = this.#parsed;
    if (at?.text === text) return at.document;
    for (const open of this.#open.values()) if (open.text === text) return open.document;
    return new LazyDocument({ text, version: 0, limited: false, declared: true }).document;
  }

  // Open documents

  /** A document was opened or changed. Nothing is read before something is asked. */
  open(uri: string, state: TextState): LazyDocument {
    const document = new LazyDocument(state);
    this.#open.set(uri, document);
    this.#stale.add(uri);
    return document;
  }

  /** A document was closed: what its file says counts again, if it is one of the indexed files. */
  async close(uri: string): Promise<void> {
    this.#open.delete(uri);
    this.#stale.delete(uri);
    if (this.#index.has(uri)) await this.#index.reread(uri);
    else if (this.#remove(uri)) this.events.changed();
  }

  /** An open document as it is now. */
  opened(uri: string): LazyDocument | null {
    return this.#open.get(uri) ?? null;
  }

  /** An open policy document within the size cap: what most features answer for. */
  policy(uri: string): LazyDocument | null {
    const document = this.opened(uri);
    return document?.isPolicy && !document.limited ? document : null;
  }

  // The workspace

  /** The workspace with all open documents as they are now. */
  workspace(): Workspace {
    if (this.#stale.size === 0) return this.#workspace;
    let changed = false;
    for (const uri of this.#stale) {
      const document = this.policy(uri);
      if (document) changed = this.#put(uri, document, document.version) || changed;
      else changed = this.#remove(uri) || changed;
    }
    this.#stale.clear();
    if (changed) this.events.changed();
    return this.#workspace;
  }

  #put(uri: string, document: LazyDocument, version: number | null): boolean {
    this.#index.settled(uri);
    this.#parsed = document;
    try {
      this.#facts.put(uri, document.document);
      return this.#workspace.set(uri, document.text, version);
    } finally {
      this.#parsed = null;
    }
  }

  #remove(uri: string): boolean {
    this.#index.settled(uri);
    this.#facts.remove(uri);
    return this.#workspace.remove(uri);
  }

  /** Grows with every change that answers for other documents rest on. */
  get generation(): number {
    return this.#workspace.generation;
  }

  /** The glossary as it is now; empty until it is asked for. */
  get glossary(): Glossary {
    return this.#workspace.glossary;
  }

  /** Whether it was asked for and is there. */
  get hasGlossary(): boolean {
    return this.#hasGlossary;
  }

  /** Resolves when the glossary can answer; loads the built-in one on first use. It does not wait for what is renewed. */
  glossaryReady(): Promise<void> {
    if (!this.#ready) this.reloadGlossary().catch(() => {}); // who waits for `#ready` hears of it
    return this.#ready ?? Promise.resolve();
  }

  /** Makes the glossary again from the files read so far, and renews what rests on it between other work. */
  async reloadGlossary(): Promise<void> {
    const taken = this.#takeGlossary();
    this.#ready ??= taken;
    await taken.catch((error) => {
      this.#ready = null;
      throw error;
    });
    const { glossary } = this.#workspace;
    while (this.#workspace.glossary === glossary && this.#workspace.step(1)) await this.#turn();
  }

  async #takeGlossary(): Promise<void> {
    this.#workspace.setGlossary(await this.glossaries.build());
    this.#hasGlossary = true;
    this.#configuration++;
    this.events.changed();
  }

  /** Text and lines of any document, open or on disk; null where there is none. */
  async located(uri: string): Promise<{ readonly text: string; readonly lines: LineIndex } | null> {
    const text = await this.textOf(uri);
    return text === null ? null : { text, lines: new LineIndex(text) };
  }

  /** Text of any document, open or on disk; null where there is none. */
  async textOf(uri: string): Promise<string | null> {
    return this.#open.get(uri)?.text ?? this.#workspace.text(uri) ?? this.#textOnDisk(uri);
  }

  async #textOnDisk(uri: string): Promise<string | null> {
    try {
      const decoded = this.host.decode(await this.host.read(uri));
      return decoded.ok ? decoded.text : null;
    } catch {
      return null;
    }
  }

  // Indexing

  /** Somebody is about to call `index`: who asks from now on waits for it. */
  expectIndex(): void {
    this.#index.expect();
  }

  /** Reads all files of the folders, replacing what was indexed before. A later call ends an earlier one. */
  async index(folders: readonly string[], settings?: IndexSettings, steps?: IndexSteps): Promise<boolean> {
    const done = await this.#index.index(folders, settings, steps);
    if (!done) return false;
    this.workspace();
    this.events.changed();
    const idle = this.#options.idle ?? this.#turn;
    this.#storing = this.#index
      .store(() => (this.#leaving ? this.host.yield() : idle()))
      .catch((error) => this.host.log('warn', `the index is not stored: ${String(error)}`));
    return true;
  }

  /** Resolves when the last index is stored for the next start. */
  get stored(): Promise<void> {
    return this.#storing;
  }

  async #openStored(fresh: boolean): Promise<StoredSummaries | null> {
    const { storage } = this.#options;
    if (!storage || storage.file() === null) return null;
    try {
      await this.glossaryReady();
      const terms = this.glossaries.name();
      return await StoredSummaries.open(this.host, this.#workspace, this.#facts, storage, terms, fresh);
    } catch (error) {
      this.host.log('warn', `nothing stored of the index is used: ${String(error)}`);
      return null;
    }
  }

  /** Whether some documents of the index were not read to the end yet. */
  get reading(): boolean {
    return this.#index.reading;
  }

  /** How many documents of the index were not read to the end yet. */
  get waiting(): number {
    return this.#index.waiting;
  }

  /** As `FolderIndex.surveyFor`. */
  surveyFor(key: string | null, waiter?: Waiter): Promise<void> {
    return this.#index.surveyFor(key, waiter);
  }

  /** As `FolderIndex.surveyTitled`. */
  surveyTitled(keys: readonly string[], waiter?: Waiter): Promise<void> {
    return this.#index.surveyTitled(keys, waiter);
  }

  /** As `FolderIndex.completeFor`. */
  completeFor(key: string, waiter?: Waiter): Promise<void> {
    return this.#index.completeFor(key, waiter);
  }

  /** Files changed outside the editor. `matches` says whether a new file belongs to the workspace. */
  filesChanged(changes: readonly FileChange[], matches: (uri: string) => boolean): Promise<void> {
    return this.#index.filesChanged(changes, matches);
  }

  /** How many documents the index holds. */
  get size(): number {
    return this.#workspace.size;
  }

  /** Documents, different terms and references of the index, for the status. */
  counts(): Counts {
    const { size, ids, referenceCount } = this.#workspace;
    return { documents: size, terms: ids.size, references: referenceCount };
  }

  // Annotations

  /** The annotations, loaded on first use. */
  annotations(): Promise<Annotations> {
    this.#annotations ??= import('./annotations/service.ts').then(({ createAnnotations }) =>
      createAnnotations(this.host, {
        workspaceFolders: this.#options.folders ?? (() => []),
        author: this.#options.author ?? (() => ''),
        locale: this.locale,
      }),
    );
    return this.#annotations;
  }

  async dispose(): Promise<void> {
    this.#leaving = true;
    await this.#storing;
    await (await this.#annotations)?.dispose();
  }

  // Checks

  /** Names the state that findings of a document rest on; equal keys, equal findings. */
  findingsKey(uri: string): string {
    const stamp = `${this.generation}.${this.#configuration}.${this.checking.stamp}`;
    return `${this.#open.get(uri)?.version ?? ''}.${stamp}`;
  }

  /** Findings of an open document; empty for one that is none of ours. */
  async findings(uri: string, cancelled: () => boolean = () => false): Promise<readonly Finding[]> {
    const document = this.policy(uri);
    if (!document) return [];
    const { glossary } = this.workspace();
    const key = this.findingsKey(uri);
    const had = this.#findings.get(document);
    if (had?.key === key) return had.findings;
    const context = this.#facts.context(uri, glossary);
    const gone = () => cancelled() || this.#open.get(uri)?.text !== document.text;
    const findings = await this.checking.run(uri, document.document, context, await this.#setAside(uri), gone);
    if (findings) this.#findings.set(document, { key, findings });
    return findings ?? [];
  }

  /** What somebody has set aside in a document. */
  async #setAside(uri: string): Promise<readonly Suppression[]> {
    if (!this.#annotations) return [];
    try {
      return await (await this.#annotations).suppressions(uri);
    } catch (error) {
      this.host.log('warn', `suppressions of ${uri}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  }

  /** Findings were set aside or taken back. */
  suppressionsChanged(): void {
    this.#configuration++;
  }

  /** Findings of an indexed document that is not open. */
  async findingsOf(uri: string): Promise<readonly Finding[]> {
    if (this.#open.has(uri)) return this.findings(uri);
    const workspace = this.workspace();
    const document = workspace.document(uri);
    const context = this.#facts.context(uri, workspace.glossary);
    return (document && (await this.checking.run(uri, document, context))) || [];
  }
}

/** Makes the core's facade for a host. */
export const createService = (host: Host, options: ServiceOptions): Service => new Service(host, options);
