/**
 * One client's session: what was agreed at `initialize`, its settings, its open documents and the core behind them.
 * Changes when features need another fact about the session.
 */
import type { Connection, InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckConfig } from '../core/checks/run.ts';
import type { Disposable, FileChange, Host, LogLevel } from '../core/host.ts';
import { type Locale, localeOf } from '../core/l10n.ts';
import { createService, type LazyDocument, type Service } from '../core/service.ts';
import { Client } from './client.ts';
import { OpenDocuments } from './documents.ts';
import type { Environment } from './environment.ts';
import { type Located, negotiate } from './positions.ts';
import type { InitializationOptions } from './protocol.ts';
import { DEFAULTS, readSettings, type Settings } from './settings.ts';
import { canonical } from './uris.ts';

/** Documents of this language are policy documents because their reader says so. */
export const LANGUAGE = 'policy-zh';

/** Milliseconds without a request before work that nobody waits for begins, and how long it waits at most. */
const QUIET = 60;
const QUIET_AT_MOST = 1000;
/** Milliseconds without a request before the index reads on, and after how many it does so in spite of requests. */
const REST = 40;
const REST_AT_MOST = 250;
/** Milliseconds without a request or an edit that are a pause. */
const PAUSE = 1_000;
/** Milliseconds after a document was opened or changed in which no file is indexed. */
const SETTLE = 40;

export class Session {
  readonly connection: Connection;
  readonly environment: Environment;
  readonly documents = new OpenDocuments();
  client = new Client({});
  options: InitializationOptions = {};
  locale: Locale = 'en';
  settings: Settings = DEFAULTS;
  folders: string[] = [];
  utf8 = false;
  segmenter: string | null = null;
  /** Requests that are being answered now: indexing waits for them. */
  active = 0;
  /** Who writes annotations. */
  author: () => string | Promise<string> = () => '';
  /** Called when something that the status shows has changed. */
  onStatus: () => void = () => {};
  readonly #watchers = new Set<(changes: readonly FileChange[]) => void>();
  #service: Service | null = null;
  /** When a document was last opened or changed. */
  #edited = 0;
  /** When a request was last answered. */
  answered = 0;

  constructor(connection: Connection, environment: Environment) {
    this.connection = connection;
    this.environment = environment;
  }

  get service(): Service {
    if (!this.#service) throw new Error('not initialized');
    return this.#service;
  }

  get host(): Host {
    return this.service.host;
  }

  /** Called once, when the client has introduced itself. */
  begin(params: InitializeParams): void {
    this.options = (params.initializationOptions ?? {}) as InitializationOptions;
    this.client = new Client(params.capabilities ?? {});
    this.locale = localeOf(this.options.locale ?? params.locale);
    this.utf8 = negotiate(params.capabilities?.general?.positionEncodings) === 'utf-8';
    this.documents.utf8 = this.utf8;
    this.setFolders(params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : []));
    const host = this.environment.createHost({
      connection: this.connection,
      options: this.options,
      settings: () => this.settings,
      watch: (listener) => this.watch(listener),
      log: (level, message) => this.log(level, message),
      onSegmenter: (name) => {
        this.segmenter = name;
        this.onStatus();
      },
    });
    this.#service = createService(host, {
      locale: this.locale,
      checks: this.checkConfig(),
      matcher: this.environment.matcher,
      author: () => this.author(),
      folders: () => this.folders,
      storage: {
        readers: this.environment.readers,
        file: () => (this.settings.files.cache ? this.indexFile : null),
      },
      turn: async () => {
        const until = host.now() + QUIET_AT_MOST; // a request may wait for what waits here
        do await host.yield();
        while (this.active > 0 && host.now() < until);
        // Who has just opened or typed asks at once: the next file can wait for that.
        while (this.active > 0 || host.now() - this.#edited < SETTLE) await this.#pause(SETTLE / 4);
      },
      idle: async () => {
        const until = host.now() + REST_AT_MOST;
        await host.yield();
        const busy = () => this.active > 0 || host.now() - Math.max(this.answered, this.#edited) < REST;
        while (busy() && host.now() < until) await this.#pause(REST / 4);
      },
    });
  }

  /** URI of the file in which the index outlasts the session; null where the client gives no folder for it. */
  get indexFile(): string | null {
    const { storage } = this.options;
    return typeof storage === 'string' && storage !== '' ? `${storage.replace(/\/$/, '')}/index.bin` : null;
  }

  /** Resolves when requests have paused for a moment, or after a second at the latest. */
  async quiet(): Promise<void> {
    const until = this.host.now() + QUIET_AT_MOST;
    do await this.#pause(QUIET);
    while (this.active > 0 && this.host.now() < until);
  }

  /** Resolves when nobody has asked for anything or typed for a while, however long that takes. */
  async rest(): Promise<void> {
    const since = () => this.host.now() - Math.max(this.answered, this.#edited);
    do await this.#pause(PAUSE);
    while (this.active > 0 || since() < PAUSE);
  }

  /** Waits in a request for what itself may wait for `quiet`: meanwhile the request does not count as one. */
  async waiting<T>(what: Promise<T>): Promise<T> {
    this.active--;
    try {
      return await what;
    } finally {
      this.active++;
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.environment.later(ms, resolve));
  }

  setFolders(folders: readonly WorkspaceFolder[]): void {
    this.folders = folders.map((f) => canonical(f.uri));
  }

  configure(section: unknown): void {
    this.settings = readSettings(section);
    this.service.checking.configure(this.checkConfig());
  }

  checkConfig(): CheckConfig {
    return { ...this.settings.checks, locale: this.locale };
  }

  watch(listener: (changes: readonly FileChange[]) => void): Disposable {
    this.#watchers.add(listener);
    return { dispose: () => this.#watchers.delete(listener) };
  }

  filesChanged(changes: readonly FileChange[]): void {
    for (const listener of this.#watchers) listener(changes);
  }

  log(level: LogLevel, message: string): void {
    const { console } = this.connection;
    if (level === 'error') console.error(message);
    else if (level === 'warn') console.warn(message);
    else if (level === 'info') console.info(message);
    else console.debug(message);
  }

  /** Hands an open document's present text to the core. */
  opened(uri: string): LazyDocument | null {
    const open = this.documents.get(uri);
    if (!open) return null;
    this.#edited = this.host.now();
    return this.service.open(uri, {
      text: open.text,
      version: open.version,
      limited: open.text.length > this.settings.files.maxSize * 1_000_000,
      declared: open.languageId === LANGUAGE,
    });
  }

  /** Text and lines of any document, open or on disk, for the conversion of positions. */
  readonly textOf = async (uri: string): Promise<Located | null> => {
    const open = this.documents.get(uri);
    if (open || !uri) return open?.live ?? null;
    const text = await this.service.textOf(uri);
    return text === null ? null : TextDocument.create(uri, '', 0, text);
  };
}
