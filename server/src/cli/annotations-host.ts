/** The core's host for commands that read and write annotations: files of this machine. Changes when `Host` does. */
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import os from 'node:os';
import type { Decoded, Disposable, Host, LogLevel, Segmenter } from '../core/host.ts';
import * as files from '../node/files.ts';
import { decode } from '../platform/decode.ts';
import type { Io } from './io.ts';

export class FileHost implements Host {
  readonly #err: (line: string) => void;

  /** `err` gets warnings and errors, one line each. */
  constructor(err: (line: string) => void) {
    this.#err = err;
  }

  async list(folder: string, include: readonly string[], exclude: readonly string[]): Promise<readonly string[]> {
    return (await files.stat(folder)) === null ? [] : files.list(folder, include, exclude);
  }
  read(uri: string): Promise<Uint8Array> {
    return files.read(uri);
  }
  readUpTo(uri: string, most: number): Promise<Uint8Array | number | null> {
    return files.readUpTo(uri, most);
  }
  decode(bytes: Uint8Array): Decoded {
    return decode(bytes);
  }
  stat(uri: string) {
    return files.stat(uri);
  }
  watch(): Disposable {
    return { dispose: () => {} };
  }
  write(uri: string, bytes: Uint8Array): Promise<void> {
    return files.write(uri, bytes);
  }
  append(uri: string, bytes: Uint8Array): Promise<boolean> {
    return files.append(uri, bytes);
  }
  exclusively<T>(uri: string, run: () => Promise<T>): Promise<T> {
    return files.exclusively(uri, run);
  }
  rename(from: string, to: string): Promise<void> {
    return files.rename(from, to);
  }
  remove(uri: string): Promise<void> {
    return files.remove(uri);
  }
  async hash(text: string): Promise<string> {
    return createHash('sha256').update(text, 'utf8').digest('hex');
  }
  random(bytes: number): Uint8Array {
    return randomBytes(bytes);
  }
  async segmenter(): Promise<Segmenter> {
    throw new Error('no segmenter here: annotations need none');
  }
  now(): number {
    return Date.now();
  }
  yield(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
  log(level: LogLevel, message: string): void {
    if (level === 'warn' || level === 'error') this.#err(message);
  }
}

/** Who writes, where the command line does not say: the environment, git's name, the name of the account. */
export function defaultAuthor(io: Io): string {
  const given = io.env['POLICY_ANNOTATOR_AUTHOR'];
  if (given) return given;
  try {
    const name = execFileSync('git', ['config', 'user.name'], { cwd: io.cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    if (name.toString().trim() !== '') return name.toString().trim();
  } catch {
    // No git, or no name in it.
  }
  return os.userInfo().username;
}
