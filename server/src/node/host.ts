/**
 * The core's host in Node: files of this machine directly, files of other schemes through the client.
 * Changes when `core/host.ts` does.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Decoded, Disposable, FileChange, FileStat, Host, LogLevel, Segmenter } from '../core/host.ts';
import type { HostContext } from '../lsp/environment.ts';
import { ClientFiles } from '../platform/client-files.ts';
import { decode, MAX_BYTES } from '../platform/decode.ts';
import * as local from './files.ts';
import { loadSegmenter, segmenterScript } from './segmenter.ts';
import { decodeUtf8 } from './utf8.ts';

/** The files of this machine, or the client's for a URI of another scheme. */
type Files = Omit<typeof local, 'reasonOf' | 'pathOf' | 'uriOf'>;

export class NodeHost implements Host {
  readonly #context: HostContext;
  readonly #remote: ClientFiles;
  #segmenter: { readonly wanted: string; readonly loading: Promise<Segmenter> } | null = null;

  constructor(context: HostContext) {
    this.#context = context;
    this.#remote = new ClientFiles(context.connection, context.options.fileAccess !== undefined);
  }

  #files(uri: string): Files {
    return uri.startsWith('file:') ? local : this.#remote;
  }

  list(folder: string, include: readonly string[], exclude: readonly string[]): Promise<readonly string[]> {
    return this.#files(folder).list(folder, include, exclude);
  }
  read(uri: string): Promise<Uint8Array> {
    return this.#files(uri).read(uri);
  }
  readUpTo(uri: string, most: number): Promise<Uint8Array | number | null> {
    return this.#files(uri).readUpTo(uri, most);
  }
  decode(bytes: Uint8Array): Decoded {
    return decode(bytes, MAX_BYTES, decodeUtf8);
  }
  stat(uri: string): Promise<FileStat | null> {
    return this.#files(uri).stat(uri);
  }
  watch(listener: (changes: readonly FileChange[]) => void): Disposable {
    return this.#context.watch(listener);
  }
  write(uri: string, bytes: Uint8Array): Promise<void> {
    return this.#files(uri).write(uri, bytes);
  }
  append(uri: string, bytes: Uint8Array): Promise<boolean> {
    return this.#files(uri).append(uri, bytes);
  }
  exclusively<T>(uri: string, run: () => Promise<T>): Promise<T> {
    return this.#files(uri).exclusively(uri, run);
  }
  rename(from: string, to: string): Promise<void> {
    return this.#files(from).rename(from, to);
  }
  remove(uri: string): Promise<void> {
    return this.#files(uri).remove(uri);
  }
  async hash(text: string): Promise<string> {
    return createHash('sha256').update(text, 'utf8').digest('hex');
  }
  random(bytes: number): Uint8Array {
    return randomBytes(bytes);
  }
  segmenter(): Promise<Segmenter> {
    const { settings, log, onSegmenter } = this.#context;
    const wanted = settings().segmenter;
    if (this.#segmenter?.wanted !== wanted)
      this.#segmenter = {
        wanted,
        loading: loadSegmenter({ script: segmenterScript(), wanted, log, loaded: onSegmenter }),
      };
    return this.#segmenter.loading;
  }
  now(): number {
    return Date.now();
  }
  yield(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
  log(level: LogLevel, message: string): void {
    this.#context.log(level, message);
  }
}
