/**
 * Reads the files of the workspace folders into the index: a few at a time, one parsed per turn, requests first.
 * Changes when what is indexed, or how fast, changes.
 */
import type { Host } from '../host.ts';
import { type Locale, say } from '../l10n.ts';
import { LazyDocument } from './lazy-document.ts';

export interface IndexSettings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Bytes. */
  readonly maxBytes: number;
}

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** Where read documents go, and what the run must ask on its way. */
export interface IndexTarget {
  /** False for documents that the editor has open: their text is newer than the file's. */
  wants(uri: string): boolean;
  put(uri: string, document: LazyDocument): void;
  drop(uri: string): void;
  /** One line for the reader about a file that was left out. */
  problem(uri: string, message: string): void;
  progress(progress: IndexProgress): void;
  /** Resolves when nothing more urgent is waiting. */
  turn(): Promise<void>;
  readonly cancelled: boolean;
}

/** Files read ahead of the one that is being parsed. */
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

/** The text of one file, or null after saying why not. A file that has gone is no problem, it is just gone. */
async function readText(host: Host, uri: string, maxBytes: number, locale: Locale, target: IndexTarget) {
  try {
    const stat = await host.stat(uri);
    if (stat?.type !== 'file') return null;
    if (stat.size > maxBytes) {
      target.problem(uri, say(locale, TOO_LARGE, megabytes(stat.size), megabytes(maxBytes)));
      return null;
    }
    const decoded = host.decode(await host.read(uri));
    if (decoded.ok) return decoded.text;
    if (decoded.reason !== 'binary') target.problem(uri, say(locale, UNREADABLE[decoded.reason], decoded.offset));
  } catch (error) {
    target.problem(uri, error instanceof Error ? error.message : String(error));
  }
  return null;
}

/** Reads one file into the target, or takes it out where it has nothing to give. */
export async function indexFile(host: Host, uri: string, settings: IndexSettings, locale: Locale, target: IndexTarget) {
  const text = await readText(host, uri, settings.maxBytes, locale, target);
  if (target.cancelled || !target.wants(uri)) return;
  putText(uri, text, target);
}

function putText(uri: string, text: string | null, target: IndexTarget): void {
  const document = text === null ? null : new LazyDocument({ text, version: 0, limited: false, declared: false });
  if (document?.isPolicy) target.put(uri, document);
  else target.drop(uri);
}

/** Reads all files of all folders. Resolves with the URIs that it found; never rejects. */
export async function indexFolders(
  host: Host,
  folders: readonly string[],
  settings: IndexSettings,
  locale: Locale,
  target: IndexTarget,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const folder of folders) {
    try {
      for (const uri of await host.list(folder, settings.include, settings.exclude)) found.add(uri);
    } catch (error) {
      target.problem(folder, error instanceof Error ? error.message : String(error));
    }
    if (target.cancelled) return found;
  }
  const uris = [...found];
  target.progress({ done: 0, total: uris.length });
  const reads: Promise<string | null>[] = [];
  const read = (i: number): Promise<string | null> => {
    const uri = uris[i]!;
    return target.wants(uri) ? readText(host, uri, settings.maxBytes, locale, target) : Promise.resolve(null);
  };
  for (let i = 0; i < Math.min(AHEAD, uris.length); i++) reads[i] = read(i);
  for (let i = 0; i < uris.length; i++) {
    const uri = uris[i]!;
    const text = await reads[i]!;
    delete reads[i];
    if (i + AHEAD < uris.length) reads[i + AHEAD] = read(i + AHEAD);
    await target.turn();
    if (target.cancelled) return found;
    if (target.wants(uri)) {
      try {
        putText(uri, text, target);
      } catch (error) {
        host.log('error', `indexing ${uri}: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
    target.progress({ done: i + 1, total: uris.length });
  }
  return found;
}
