/**
 * What an entry point gives the server: its host and its timers. Node and the worker implement it.
 * Changes when the server needs something from the platform that the core does not.
 */
import type { Connection } from 'vscode-languageserver';
import type { Disposable, FileChange, Host, LogLevel } from '../core/host.ts';
import type { InitializationOptions } from './protocol.ts';
import type { Settings } from './settings.ts';

/** What a host may use of the session that it serves. */
export interface HostContext {
  readonly connection: Connection;
  readonly options: InitializationOptions;
  readonly settings: () => Settings;
  /** File events as the client reports them. */
  watch(listener: (changes: readonly FileChange[]) => void): Disposable;
  log(level: LogLevel, message: string): void;
  /** Tells the status item which segmenter was loaded. */
  onSegmenter(name: string): void;
}

export interface Environment {
  readonly kind: 'node' | 'worker';
  readonly version: string;
  /** Names the code and the data that read documents: another name, other summaries. Empty where nobody knows. */
  readonly readers: string;
  /** Tells whether a path relative to its workspace folder matches one of `include` and none of `exclude`. */
  matcher(include: readonly string[], exclude: readonly string[]): (path: string) => boolean;
  /** The name of whoever is logged in; empty where nobody can tell. */
  user(): string;
  /** The name that git knows in a folder (a URI, or empty); empty where it knows none. */
  gitUser?(folder: string): Promise<string>;
  createHost(context: HostContext): Host;
  /** Gives memory back that nothing needs any more, where the platform can be asked to; it may take a moment. */
  releaseMemory?(): void;
  /** Calls back once after `ms`; the returned function calls it off. */
  later(ms: number, callback: () => void): () => void;
}
