/**
 * The one interface between the core and the world. Node, the web worker, the command line and tests implement it.
 * Changes when the core needs something new from outside. Paths are URIs as strings.
 */

export interface FileStat {
  readonly type: 'file' | 'directory';
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, 0 where the file system does not know. */
  readonly mtime: number;
}

export interface FileChange {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Bytes as text; or why not: `offset` is the first byte that no supported encoding can read. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly reason: 'binary' | 'undecodable' | 'too-large'; readonly offset: number };

export interface Disposable {
  dispose(): void;
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/** A word with its part of speech where the segmenter knows it (`nr` person, `ns` place, `nt` organisation). */
export interface Word {
  readonly text: string;
  readonly tag?: string;
}

/** Splits one sentence into words. `name` is shown to the user. */
export interface Segmenter {
  readonly name: 'nodejieba' | 'jieba-wasm' | 'Intl.Segmenter';
  words(sentence: string): Promise<readonly Word[]>;
  /** Keywords with weights (TF-IDF or TextRank), empty where the segmenter has none. */
  keywords(text: string, most: number): Promise<readonly { readonly word: string; readonly weight: number }[]>;
}

export interface Host {
  /** URIs of all files below `folder` that match one of `include` and none of `exclude` (glob patterns). */
  list(folder: string, include: readonly string[], exclude: readonly string[]): Promise<readonly string[]>;
  /** The bytes of a file. Rejects with an Error whose message names the file and the reason. */
  read(uri: string): Promise<Uint8Array>;
  /**
   * The bytes of a file, its size instead where that is above `most`, null where no file is there. Rejects as `read`.
   * For reading many files: one visit each.
   */
  readUpTo(uri: string, most: number): Promise<Uint8Array | number | null>;
  /** Tells the encoding of a file's bytes from the bytes alone, and decodes them without replacing anything. */
  decode(bytes: Uint8Array): Decoded;
  /** Null where nothing is there. */
  stat(uri: string): Promise<FileStat | null>;
  /** Calls back for changes below the workspace folders, where the host can tell. */
  watch(listener: (changes: readonly FileChange[]) => void): Disposable;
  /** Replaces a file whole, by temporary file and rename where possible; folders are made as needed. */
  write(uri: string, bytes: Uint8Array): Promise<void>;
  /** Appends and flushes to the device before it resolves; false where the file system can't append. */
  append(uri: string, bytes: Uint8Array): Promise<boolean>;
  /**
   * Runs `run` while no other process that asks for the same file does, where the file system can keep others out: for
   * a file that is read, changed and written as a whole.
   */
  exclusively<T>(uri: string, run: () => Promise<T>): Promise<T>;
  rename(from: string, to: string): Promise<void>;
  remove(uri: string): Promise<void>;
  /** SHA-256 as lower-case hex. */
  hash(text: string): Promise<string>;
  /** `bytes` random bytes. */
  random(bytes: number): Uint8Array;
  /** The best segmenter that this host can load; loaded on first use. */
  segmenter(): Promise<Segmenter>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after other pending work had its turn. */
  yield(): Promise<void>;
  log(level: LogLevel, message: string): void;
}
