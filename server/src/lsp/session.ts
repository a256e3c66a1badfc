/**
 * One client's session: what was agreed at `initialize`, its settings, its open documents and the core behind them.
 * Changes when features need another fact about the session.
 */
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Disposable, FileChange, Host, LogLevel } from '../core/host.ts';
import { type Locale, localeOf } from '../core/l10n.ts';
import { Reading } from '../core/service.ts';
import { LineIndex } from '../core/text/lines.ts';
import { OpenDocuments } from './documents.ts';
import type { Environment } from './environment.ts';
import type { Located } from './positions.ts';
import type { InitializationOptions } from './protocol.ts';
import { DEFAULTS, type Settings } from './settings.ts';

/** Documents of this language are policy documents because their reader says so. */
export const LANGUAGE = 'policy-zh';

export class Session {
  readonly connection: Connection;
  readonly environment: Environment;
  readonly documents = new OpenDocuments();
  capabilities: ClientCapabilities = {};
  locale: Locale = 'en';
  settings: Settings = DEFAULTS;
  utf8 = false;
  segmenter: string | null = null;
  readonly #readings = new Map<string, Reading>();
  readonly #watchers = new Set<(changes: readonly FileChange[]) => void>();
  #host: Host | null = null;

  constructor(connection: Connection, environment: Environment) {
    this.connection = connection;
    this.environment = environment;
  }

  get host(): Host {
    if (!this.#host) throw new Error('not initialized');
    return this.#host;
  }

  /** Called once, when the client has introduced itself. */
  begin(options: InitializationOptions, capabilities: ClientCapabilities, locale: string | undefined): void {
    this.capabilities = capabilities;
    this.locale = localeOf(options.locale ?? locale);
    this.#host = this.environment.createHost({
      connection: this.connection,
      options,
      settings: () => this.settings,
      watch: (listener) => this.watch(listener),
      log: (level, message) => this.log(level, message),
      onSegmenter: (name) => {
        this.segmenter = name;
      },
    });
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

  /** What is understood of an open document as it is now; null for one that is not open. */
  reading(uri: string): Reading | null {
    const open = this.documents.get(uri);
    if (!open) {
      this.#readings.delete(uri);
      return null;
    }
    const had = this.#readings.get(uri);
    if (had?.text === open.text && had.version === open.version) return had;
    const limited = open.text.length > this.settings.files.maxSize * 1_000_000;
    const reading = new Reading(open.text, open.version, limited, open.languageId === LANGUAGE);
    this.#readings.set(uri, reading);
    return reading;
  }

  /** The reading of an open policy document within the size cap, or null: what most features ask for. */
  policy(uri: string): Reading | null {
    const reading = this.reading(uri);
    return reading?.isPolicy && !reading.limited ? reading : null;
  }

  forget(uri: string): void {
    this.#readings.delete(uri);
  }

  /** Text and lines of any document, open or on disk, for the conversion of positions. */
  readonly textOf = async (uri: string): Promise<Located | null> => {
    const open = this.documents.get(uri);
    if (open || !uri) return open ?? null;
    try {
      const decoded = this.host.decode(await this.host.read(uri));
      return decoded.ok ? { text: decoded.text, lines: new LineIndex(decoded.text) } : null;
    } catch {
      return null;
    }
  };
}
