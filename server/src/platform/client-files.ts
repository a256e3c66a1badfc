/**
 * Files that only the editor can reach (virtual file systems, the browser): every call is a request to the client.
 * Changes when the file messages of the protocol do.
 */
import type { Connection } from 'vscode-languageserver';
import type { FileStat } from '../core/host.ts';
import { FILES, type FileBytes, type FileInfo } from '../lsp/protocol.ts';
import { fromBase64, toBase64 } from './base64.ts';

export class ClientFiles {
  readonly #connection: Connection;
  readonly #offered: boolean;

  /** `offered`: whether the client said that it serves files. */
  constructor(connection: Connection, offered: boolean) {
    this.#connection = connection;
    this.#offered = offered;
  }

  async #ask<T>(method: string, uri: string, params: object): Promise<T> {
    if (!this.#offered) throw new Error(`${uri}: the editor gives no access to this file system`);
    try {
      return await this.#connection.sendRequest<T>(method, params);
    } catch (error) {
      throw new Error(`${uri}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }

  async list(folder: string, include: readonly string[], exclude: readonly string[]): Promise<readonly string[]> {
    const found = await this.#ask<string[]>(FILES.list, folder, { folder, include, exclude });
    return [...found].sort();
  }
  async read(uri: string): Promise<Uint8Array> {
    return fromBase64((await this.#ask<FileBytes>(FILES.read, uri, { uri })).base64);
  }
  async readUpTo(uri: string, most: number): Promise<Uint8Array | number | null> {
    const found = await this.stat(uri);
    if (found?.type !== 'file') return null;
    return found.size > most ? found.size : this.read(uri);
  }
  async stat(uri: string): Promise<FileStat | null> {
    return this.#ask<FileInfo | null>(FILES.stat, uri, { uri });
  }
  async write(uri: string, bytes: Uint8Array): Promise<void> {
    await this.#ask<null>(FILES.write, uri, { uri, base64: toBase64(bytes) });
  }
  /** Editors' file systems replace files whole. */
  async append(_uri: string, _bytes: Uint8Array): Promise<boolean> {
    return false;
  }
  /** Nor can they keep others out. */
  exclusively<T>(_uri: string, run: () => Promise<T>): Promise<T> {
    return run();
  }
  async rename(from: string, to: string): Promise<void> {
    await this.#ask<null>(FILES.rename, from, { from, to });
  }
  async remove(uri: string): Promise<void> {
    await this.#ask<null>(FILES.remove, uri, { uri });
  }
}
