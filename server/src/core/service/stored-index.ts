/**
 * The file in which the summaries of a workspace outlast a session. A record is found by the SHA-256 of a document's text
 * alone, so one that is old is not found, and the file by its stamp, which names the readers and the glossary. What is damaged
 * is as if it were not there. Changes when the form of the file, or what it may cost, changes.
 */
import type { Host } from '../host.ts';

const MAGIC = 0x31785350;
/** Written as two bytes in the machine's order, as all words of the records are. */
const ORDER = 0xfeff;
const HASH = 32;
/** Hash, length, checksum. */
const HEAD = HASH + 8;
/** Bytes that the file may have. */
const MOST = 128 * 1024 * 1024;

/** FNV-1a over some bytes. */
function checksum(bytes: Uint8Array, seed = 0x811c9dc5): number {
  let sum = seed;
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  return sum >>> 0;
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

function bytesOf(hash: string): Uint8Array {
  const bytes = new Uint8Array(HASH);
  for (let i = 0; i < HASH; i++) bytes[i] = Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

function hashAt(file: Uint8Array, at: number): string {
  let hash = '';
  for (let i = at; i < at + HASH; i++) hash += HEX[file[i]!]!;
  return hash;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The first bytes of a file with this stamp. */
function beginning(stamp: string): Uint8Array {
  const bytes = new Uint8Array(8 + 2 * stamp.length);
  viewOf(bytes).setUint32(0, MAGIC, true);
  bytes.set(new Uint8Array(Uint16Array.of(ORDER).buffer), 4);
  viewOf(bytes).setUint16(6, stamp.length, true);
  bytes.set(new Uint8Array(Uint16Array.from(stamp, (c) => c.charCodeAt(0)).buffer), 8);
  return bytes;
}

/** The records of a file by hash; none where it has another stamp. What is cut off or damaged is left out. */
export function readRecords(file: Uint8Array, stamp: string): Map<string, Uint8Array> {
  const records = new Map<string, Uint8Array>();
  const first = beginning(stamp);
  if (file.length < first.length || first.some((byte, i) => file[i] !== byte)) return records;
  const view = viewOf(file);
  for (let at = first.length; at + HEAD <= file.length; ) {
    const length = view.getUint32(at + HASH, true);
    const end = at + HEAD + length;
    if (end > file.length) break;
    const record = file.subarray(at + HEAD, end);
    if (checksum(record, checksum(file.subarray(at, at + HASH))) === view.getUint32(at + HASH + 4, true))
      records.set(hashAt(file, at), record);
    at = end;
  }
  return records;
}

/** A file with these records, as many as there is room for. */
export function writeRecords(stamp: string, records: ReadonlyMap<string, Uint8Array>, most = MOST): Uint8Array {
  const first = beginning(stamp);
  const kept: (readonly [Uint8Array, Uint8Array])[] = [];
  let size = first.length;
  for (const [hash, record] of records) {
    if (size + HEAD + record.length > most) continue;
    size += HEAD + record.length;
    kept.push([bytesOf(hash), record]);
  }
  const file = new Uint8Array(size);
  const view = viewOf(file);
  file.set(first);
  let at = first.length;
  for (const [hash, record] of kept) {
    file.set(hash, at);
    view.setUint32(at + HASH, record.length, true);
    view.setUint32(at + HASH + 4, checksum(record, checksum(hash)), true);
    file.set(record, at + HEAD);
    at += HEAD + record.length;
  }
  return file;
}

/** One use of the file: read before an index is made, written behind it. */
export class StoredIndex {
  readonly #host: Host;
  readonly #uri: string;
  readonly #stamp: string;
  readonly #records: ReadonlyMap<string, Uint8Array>;

  private constructor(host: Host, uri: string, stamp: string, records: ReadonlyMap<string, Uint8Array>) {
    this.#host = host;
    this.#uri = uri;
    this.#stamp = stamp;
    this.#records = records;
  }

  /** Reads the file; `fresh` takes nothing from it. */
  static async open(host: Host, uri: string, stamp: string, fresh: boolean): Promise<StoredIndex> {
    let records: ReadonlyMap<string, Uint8Array> = new Map();
    try {
      const file = fresh ? null : await host.readUpTo(uri, MOST);
      if (file instanceof Uint8Array) records = readRecords(file, stamp);
    } catch (error) {
      host.log('info', `what was stored of the index is not used: ${String(error)}`);
    }
    return new StoredIndex(host, uri, stamp, records);
  }

  get stamp(): string {
    return this.#stamp;
  }

  /** The record of a text with this hash. An empty one is that of a text that is no policy document. */
  get(hash: string): Uint8Array | undefined {
    return this.#records.get(hash);
  }

  /** Removes what a process left that was killed while it wrote. */
  async #sweep(): Promise<void> {
    const cut = this.#uri.lastIndexOf('/');
    const left = `${this.#uri.slice(cut + 1)}.*.tmp`;
    const found = await this.#host.list(this.#uri.slice(0, cut), [left], []).catch(() => []); // no folder yet
    for (const uri of found) await this.#host.remove(uri);
  }

  /** Replaces the file, where it would not hold the same. */
  async save(records: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const same = [...records].every(([hash, record]) => this.#records.get(hash) === record);
    // Records that nobody asked for any more may stay until they are many.
    if (same && this.#records.size <= records.size + (records.size >> 2)) return;
    try {
      await this.#sweep();
      await this.#host.write(this.#uri, writeRecords(this.#stamp, records));
    } catch (error) {
      this.#host.log('info', `the index is not stored: ${String(error)}`);
    }
  }
}
