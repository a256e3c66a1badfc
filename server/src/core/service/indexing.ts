/**
 * Reads the files of the workspace folders into the index: a few at a time, one parsed per turn, requests first.
 * The structure of all files comes first, so that outlines, titles and citations are found soon; what the paragraphs
 * say is read behind it, while nobody asks for anything. Changes when what is indexed, or how fast, changes.
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

export const INDEX_DEFAULTS: IndexSettings = {
  include: ['**/*.txt', '**/*.md'],
  exclude: ['**/node_modules/**', '**/.git/**', '**/.annotations/**'],
  maxBytes: 5_000_000,
};

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** Where read documents go, and what the run must ask on its way. */
export interface IndexTarget {
  /** False for documents that the editor has open: their text is newer than the file's. */
  wants(uri: string): boolean;
  /** Takes the structure of a document, and `put` all of it. */
  survey(uri: string, document: LazyDocument): void;
  put(uri: string, document: LazyDocument): void;
  /** Reads the paragraphs of a surveyed document, if they were not read meanwhile. */
  complete(uri: string): void | Promise<void>;
  drop(uri: string): void;
  /** One line for the reader about a file that was left out. */
  problem(uri: string, message: string): void;
  progress(progress: IndexProgress): void;
  /** Resolves when nothing more urgent is waiting. */
  turn(): Promise<void>;
  /** Resolves when nobody has asked for anything for a moment. */
  idle(): Promise<void>;
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
    const bytes = await host.readUpTo(uri, maxBytes);
    if (bytes === null) return null;
    if (typeof bytes === 'number') {
      target.problem(uri, say(locale, TOO_LARGE, megabytes(bytes), megabytes(maxBytes)));
      return null;
    }
    const decoded = host.decode(bytes);
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
  const document = policyDocument(text);
  if (document) target.put(uri, document);
  else target.drop(uri);
}

function policyDocument(text: string | null): LazyDocument | null {
  const document =
    text === null ? null : new LazyDocument({ text, version: 0, limited: false, declared: false, passing: true });
  return document?.isPolicy ? document : null;
}

/** Surveying is about a quarter of the work. */
const SURVEY = 0.25;

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
    if (target.wants(uri))
      await guarded(host, uri, () => {
        const document = policyDocument(text);
        if (document) target.survey(uri, document);
        else target.drop(uri);
      });
    target.progress({ done: Math.floor((i + 1) * SURVEY), total: uris.length });
  }
  for (let i = 0; i < uris.length; i++) {
    const uri = uris[i]!;
    await target.idle();
    if (target.cancelled) return found;
    await guarded(host, uri, () => target.complete(uri));
    target.progress({ done: Math.floor(uris.length * SURVEY + (i + 1) * (1 - SURVEY)), total: uris.length });
  }
  return found;
}

/** A document that breaks a reader costs nobody else anything. */
async function guarded(host: Host, uri: string, work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    host.log('error', `indexing ${uri}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}
