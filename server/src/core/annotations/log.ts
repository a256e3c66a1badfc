/**
 * One document's log on a file system: reads all segments, writes its own. Changes when how events reach the disk changes.
 *
 * A session writes to a segment of its own, named by a ULID that nobody else has, so merging branches never touches one
 * file from two sides. A segment is left for a new one when it is not as this session left it (another branch was
 * checked out, the file was rewritten) or after a write that failed half way.
 */
import type { Host } from '../host.ts';
import { type KnownEvent, type LogProblem, type NewEvent, readSegment, writeEvent } from './events.ts';
import { below, slug } from './place.ts';

/** UTF-8 bytes of a text; lone surrogates become U+FFFD. The core has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    let c = text.charCodeAt(i);
    if (c >= 0xd800 && c <= 0xdfff) {
      const next = text.charCodeAt(i + 1);
      if (c <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
        c = 0x10000 + ((c - 0xd800) << 10) + (next - 0xdc00);
        i++;
      } else c = 0xfffd;
    }
    if (c < 0x80) out[n++] = c;
    else if (c < 0x800) {
      out[n++] = 0xc0 | (c >> 6);
      out[n++] = 0x80 | (c & 63);
    } else if (c < 0x10000) {
      out[n++] = 0xe0 | (c >> 12);
      out[n++] = 0x80 | ((c >> 6) & 63);
      out[n++] = 0x80 | (c & 63);
    } else {
      out[n++] = 0xf0 | (c >> 18);
      out[n++] = 0x80 | ((c >> 12) & 63);
      out[n++] = 0x80 | ((c >> 6) & 63);
      out[n++] = 0x80 | (c & 63);
    }
  }
  return out.subarray(0, n);
}

/** Text of UTF-8 bytes; malformed bytes become U+FFFD, so that a torn line still shows what is left of it. */
export function fromUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i]!;
    const need = b < 0x80 ? 0 : b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : -1;
    let c = need === 0 ? b : need === 1 ? b & 31 : need === 2 ? b & 15 : b & 7;
    let k = 1;
    for (; k <= need; k++) {
      const next = bytes[i + k];
      if (next === undefined || (next & 0xc0) !== 0x80) break;
      c = (c << 6) | (next & 63);
    }
    if (need < 0 || k <= need) c = 0xfffd;
    i += need < 0 ? 1 : k;
    if (c > 0xffff) units.push(0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
    else units.push(c);
    if (units.length > 8000) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  return parts.join('') + String.fromCharCode(...units);
}

export interface LogRead {
  readonly events: readonly KnownEvent[];
  readonly problems: readonly LogProblem[];
  readonly files: readonly string[];
}

/** Reads every segment below a folder; what cannot be read is a problem, not an error. */
export async function readLog(host: Host, folder: string): Promise<LogRead> {
  const events: KnownEvent[] = [];
  const problems: LogProblem[] = [];
  if ((await host.stat(folder)) === null) return { events, problems, files: [] };
  const files = (await host.list(folder, ['*.jsonl'], [])).filter((f) => f.endsWith('.jsonl'));
  for (const file of [...files].sort()) {
    try {
      const segment = readSegment(file, fromUtf8(await host.read(file)));
      events.push(...segment.events);
      problems.push(...segment.problems);
    } catch (error) {
      problems.push({
        file,
        line: 0,
        kind: 'unreadable',
        text: String(error instanceof Error ? error.message : error),
      });
    }
  }
  return { events, problems, files };
}

/** Names, sizes and times of the segments below a folder: cheap to ask for, another text when one was written to. */
export async function logAppearance(host: Host, folder: string): Promise<string> {
  if ((await host.stat(folder)) === null) return '';
  const out: string[] = [];
  for (const file of await host.list(folder, ['*.jsonl'], [])) {
    const stat = await host.stat(file);
    out.push(`${file} ${stat?.size} ${stat?.mtime}`);
  }
  return out.join('\n');
}

/** Appends events to a segment of its own. Writes one after another; resolves when the bytes are safe. */
export class LogWriter {
  readonly #host: Host;
  readonly #newId: () => string;
  #folder: string;
  #uri: string | null = null;
  /** Bytes that this session wrote to the segment. */
  #content: Uint8Array = new Uint8Array(0);
  #queue: Promise<unknown> = Promise.resolve();
  #lastTime = '';

  constructor(host: Host, folder: string, newId: () => string) {
    this.#host = host;
    this.#folder = folder;
    this.#newId = newId;
  }

  /** Events that this session knows of are older than what it writes next. */
  observe(latest: string): void {
    if (latest > this.#lastTime) this.#lastTime = latest;
  }

  /** From now on writes go to a new segment in this folder. */
  moveTo(folder: string): void {
    this.#folder = folder;
    this.#uri = null;
  }

  /** Gives events their id and time: never earlier than anything observed. */
  stamp(author: string, events: readonly NewEvent[]): KnownEvent[] {
    return events.map((event) => {
      const now = this.#host.now();
      const floor = this.#lastTime === '' ? 0 : Date.parse(this.#lastTime) + 1;
      const t = new Date(Number.isFinite(floor) ? Math.max(now, floor) : now).toISOString();
      this.#lastTime = t;
      const own = { id: this.#newId(), t, by: author };
      // Foreign fields of an event must not pass for these.
      return { ...own, ...event, ...own } as KnownEvent;
    });
  }

  /** Appends stamped events in one write and flushes. Rejects where nothing could be written. */
  append(author: string, events: readonly KnownEvent[]): Promise<void> {
    const run = this.#queue.then(() => this.#write(author, utf8(events.map(writeEvent).join(''))));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #write(author: string, bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    if (this.#uri !== null) {
      const stat = await this.#host.stat(this.#uri).catch(() => null);
      if (stat === null || stat.size !== this.#content.length) this.#uri = null;
    }
    if (this.#uri === null) {
      this.#uri = below(this.#folder, `${this.#newId()}-${slug(author)}.jsonl`);
      this.#content = new Uint8Array(0);
    }
    const whole = new Uint8Array(this.#content.length + bytes.length);
    whole.set(this.#content);
    whole.set(bytes, this.#content.length);
    const uri = this.#uri;
    try {
      if (!(await this.#host.append(uri, bytes))) await this.#host.write(uri, whole);
      this.#content = whole;
    } catch (error) {
      this.#uri = null;
      throw error;
    }
  }
}
