/** A host in memory for tests: files in a map, a clock that moves when told, random bytes from a seed. */
import { createHash } from 'node:crypto';
import type { Decoded, Disposable, FileChange, FileStat, Host, Segmenter } from '../../../server/src/core/host.ts';

export class MemoryHost implements Host {
  readonly files = new Map<string, Uint8Array>();
  readonly writes: string[] = [];
  readonly #listeners = new Set<(changes: readonly FileChange[]) => void>();
  time = Date.UTC(2026, 10, 21);
  /** Whether the file system can append. */
  appends = true;
  /** Makes the next write to a file fail after so many bytes. */
  failAfter: number | null = null;
  #seed: number;

  constructor(seed = 1) {
    this.#seed = seed;
  }

  text(uri: string): string {
    return new TextDecoder().decode(this.files.get(uri) ?? new Uint8Array());
  }
  put(uri: string, text: string): void {
    this.files.set(uri, new TextEncoder().encode(text));
  }
  /** Tells the listeners that files changed, as a watcher would. */
  notify(...uris: string[]): void {
    for (const l of this.#listeners) l(uris.map((uri) => ({ uri, type: 'changed' })));
  }
  below(part: string): string[] {
    return [...this.files.keys()].filter((f) => decodeURIComponent(f).includes(part)).sort();
  }

  async list(folder: string, include: readonly string[]): Promise<readonly string[]> {
    const prefix = `${folder.replace(/\/$/, '')}/`;
    const patterns = include.map((p) => {
      const source = p
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*\*\//g, '\u0001')
        .replace(/\*/g, '[^/]*')
        .replaceAll('\u0001', '(?:.*/)?');
      return new RegExp(`^${source}$`);
    });
    return [...this.files.keys()]
      .filter((f) => f.startsWith(prefix) && patterns.some((p) => p.test(decodeURIComponent(f.slice(prefix.length)))))
      .sort();
  }
  async read(uri: string): Promise<Uint8Array> {
    const bytes = this.files.get(uri);
    if (!bytes) throw new Error(`${uri}: no such file`);
    return bytes;
  }
  async readUpTo(uri: string, most: number): Promise<Uint8Array | number | null> {
    const size = (await this.stat(uri))?.size ?? null;
    return size === null || size > most ? size : this.read(uri);
  }
  decode(bytes: Uint8Array): Decoded {
    return { ok: true, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  }
  async stat(uri: string): Promise<FileStat | null> {
    const bytes = this.files.get(uri);
    if (bytes) return { type: 'file', size: bytes.length, mtime: bytes.length };
    const prefix = `${uri.replace(/\/$/, '')}/`;
    return [...this.files.keys()].some((f) => f.startsWith(prefix)) ? { type: 'directory', size: 0, mtime: 0 } : null;
  }
  watch(listener: (changes: readonly FileChange[]) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }
  async write(uri: string, bytes: Uint8Array): Promise<void> {
    this.#mayFail();
    this.writes.push(uri);
    this.files.set(uri, bytes.slice());
  }
  async append(uri: string, bytes: Uint8Array): Promise<boolean> {
    if (!this.appends) return false;
    const old = this.files.get(uri) ?? new Uint8Array();
    const part = this.failAfter === null ? bytes : bytes.subarray(0, this.failAfter);
    const whole = new Uint8Array(old.length + part.length);
    whole.set(old);
    whole.set(part, old.length);
    this.files.set(uri, whole);
    this.#mayFail();
    return true;
  }
  #mayFail(): void {
    if (this.failAfter === null) return;
    this.failAfter = null;
    throw new Error('no space left on device');
  }
  exclusively<T>(_uri: string, run: () => Promise<T>): Promise<T> {
    return run();
  }
  async rename(from: string, to: string): Promise<void> {
    this.files.set(to, await this.read(from));
    this.files.delete(from);
  }
  async remove(uri: string): Promise<void> {
    this.files.delete(uri);
  }
  async hash(text: string): Promise<string> {
    return createHash('sha256').update(text).digest('hex');
  }
  random(bytes: number): Uint8Array {
    return Uint8Array.from({ length: bytes }, () => {
      this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0;
      return this.#seed >>> 24;
    });
  }
  async segmenter(): Promise<Segmenter> {
    throw new Error('none');
  }
  now(): number {
    return this.time++;
  }
  async yield(): Promise<void> {}
  log(): void {}
}
