/**
 * Lists and reads the files of the workspace folders: which they are, and the text of each or why there is none.
 * Changes when what is indexed changes; `folder-index.ts` decides what becomes of the texts, and when.
 */
import type { Host } from '../host.ts';
import { type Locale, say } from '../l10n.ts';

export interface IndexSettings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Bytes. */
  readonly maxBytes: number;
}

export const INDEX_DEFAULTS: IndexSettings = {
  include: ['**/*.txt', '**/*.md'],
  exclude: ['**/node_modules/**', '**/.git/**', '**/.annotations/**'],
  maxBytes: 5_000_000,
};

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** One line for the reader about a file that was left out. */
export type Problem = (uri: string, message: string) => void;

/** Files that are read at the same time. */
const AHEAD = 12;

const TOO_LARGE = { en: '{0} MB, more than the limit of {1} MB', zh: '{0} MB，超过 {1} MB 的上限' };
const UNREADABLE = {
  binary: { en: 'a binary file', zh: '二进制文件' },
  undecodable: {
    en: 'byte {0} is not UTF-8, UTF-16 or GB18030',
    zh: '第 {0} 字节既非 UTF-8、UTF-16，亦非 GB18030',
  },
  'too-large': { en: 'too large to read', zh: '文件过大' },
} as const;

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

export class FileReader {
  readonly #host: Host;
  readonly #locale: Locale;
  readonly #problem: Problem;

  constructor(host: Host, locale: Locale, problem: Problem) {
    this.#host = host;
    this.#locale = locale;
    this.#problem = problem;
  }

  /** URIs of all files of all folders, without those that can't be listed. */
  async list(folders: readonly string[], { include, exclude }: IndexSettings): Promise<Set<string>> {
    const found = new Set<string>();
    for (const folder of folders) {
      try {
        for (const uri of await this.#host.list(folder, include, exclude)) found.add(uri);
      } catch (error) {
        this.#problem(folder, error instanceof Error ? error.message : String(error));
      }
    }
    return found;
  }

  /** The text of one file, or null after saying why not. A file that has gone is no problem, it is just gone. */
  async text(uri: string, maxBytes: number): Promise<string | null> {
    try {
      const bytes = await this.#host.readUpTo(uri, maxBytes);
      if (bytes === null) return null;
      if (typeof bytes === 'number') {
        this.#problem(uri, say(this.#locale, TOO_LARGE, megabytes(bytes), megabytes(maxBytes)));
        return null;
      }
      const decoded = this.#host.decode(bytes);
      if (decoded.ok) return decoded.text;
      const { reason, offset } = decoded;
      if (reason !== 'binary') this.#problem(uri, say(this.#locale, UNREADABLE[reason], offset));
    } catch (error) {
      this.#problem(uri, error instanceof Error ? error.message : String(error));
    }
    return null;
  }

  /** The texts of many files in their order, some of them read ahead. Those that are not `wanted` are left out. */
  async *texts(
    uris: readonly string[],
    maxBytes: number,
    wanted: (uri: string) => boolean,
  ): AsyncGenerator<readonly [uri: string, text: string | null]> {
    const reads: Promise<string | null>[] = [];
    const waiting: string[] = [];
    for (const uri of uris) {
      if (!wanted(uri)) continue;
      waiting.push(uri);
      reads.push(this.text(uri, maxBytes));
      if (reads.length >= AHEAD) yield [waiting.shift()!, await reads.shift()!];
    }
    while (reads.length > 0) yield [waiting.shift()!, await reads.shift()!];
  }
}
