/**
 * Where the annotations of a document lie. Changes when the layout of `.annotations` changes.
 *
 * The folder: the nearest ancestor of the document that has `.annotations/` (not above the git root, and not the root of
 * the file system, where one would catch every document there is), else the workspace folder, else the git root, else the
 * document's own folder. In it `docs/<path of the document>/<ULID>-<author>.jsonl`.
 */
import { URI, Utils } from 'vscode-uri';
import type { Host } from '../host.ts';

export const FOLDER = '.annotations';
/** The kinds of logs beside one another: annotations, and findings set aside. */
export type LogKind = 'docs' | 'suppressions';

export interface Place {
  /** URI of the folder that holds `.annotations`. */
  readonly root: string;
  /** The document's path below it, with `/`, not encoded. */
  readonly path: string;
}

const segments = (uri: URI): string[] => uri.path.split('/').filter((s) => s !== '');

/** URI of a path below a folder; the path is not encoded. */
export const below = (folder: string, ...path: readonly string[]): string =>
  Utils.joinPath(URI.parse(folder), ...path).toString();

/** The path of `uri` below `folder`, not encoded; null where it is not below it. */
export function relative(folder: string, uri: string): string | null {
  const base = URI.parse(folder);
  const child = URI.parse(uri);
  if (base.scheme !== child.scheme || base.authority !== child.authority) return null;
  const a = segments(base);
  const b = segments(child);
  if (b.length <= a.length) return null;
  return a.every((s, i) => s === b[i]) ? b.slice(a.length).join('/') : null;
}

const parentOf = (uri: string): string => Utils.dirname(URI.parse(uri)).toString();

/** Whether a document has a place in a file system at all: an unsaved one has none. */
export const hasPlace = (uri: string): boolean => !/^(untitled|git|vscode-scm|output|search-editor):/.test(uri);

/** The folders above a document, nearest first: up to the git root where there is one, never the file system's root. */
async function ancestors(host: Host, uri: string): Promise<{ folders: string[]; gitRoot: string | null }> {
  const folders: string[] = [];
  for (
    let folder = parentOf(uri);
    URI.parse(folder).path !== '/' && folder !== folders.at(-1);
    folder = parentOf(folder)
  ) {
    folders.push(folder);
    if ((await host.stat(below(folder, '.git'))) !== null) return { folders, gitRoot: folder };
  }
  return { folders, gitRoot: null };
}

/** Finds the place of a document's annotations; the answer for a folder is not cached here. */
export async function locate(host: Host, uri: string, workspaceFolders: readonly string[]): Promise<Place> {
  const at = (root: string): Place => ({ root, path: relative(root, uri) ?? Utils.basename(URI.parse(uri)) });
  const { folders, gitRoot } = await ancestors(host, uri);
  for (const folder of folders) {
    if ((await host.stat(below(folder, FOLDER)))?.type === 'directory') return at(folder);
  }
  const workspace = workspaceFolders
    .filter((folder) => relative(folder, uri) !== null)
    .sort((a, b) => b.length - a.length)[0];
  if (workspace !== undefined) return at(URI.parse(workspace).toString());
  return at(gitRoot ?? parentOf(uri));
}

/** URI of the folder with the segments of one document. */
export const logFolder = (place: Place, kind: LogKind): string => below(place.root, FOLDER, kind, place.path);

export const tagSetUri = (root: string): string => below(root, FOLDER, 'tagset.json');
export const baseUri = (root: string, hash: string): string => below(root, FOLDER, '_base', `${hash}.txt`);
export const ignoreUri = (root: string): string => below(root, FOLDER, '.gitignore');
export const attributesUri = (root: string): string => below(root, FOLDER, '.gitattributes');

/** An author's name as a part of a file name: letters and digits of any script, at most forty. */
export function slug(author: string): string {
  const clean = author
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...clean].slice(0, 40).join('') || 'anonymous';
}
