/**
 * Files for the server on file systems that only the editor can reach: answers the `FILES` requests of the protocol.
 * Changes when the server needs another operation. Listing asks the editor's search first and walks the folders when
 * that does not answer in time, which it never does where a virtual file system has no search.
 */
import { Minimatch } from 'minimatch';
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FILES,
  type FileBytes,
  type FileInfo,
  type FileParams,
  type ListFilesParams,
  type RenameFileParams,
  type WriteFileParams,
} from '../../server/src/lsp/protocol.ts';

const SEARCH_LIMIT = 3_000;
const MOST_FILES = 50_000;
const WALK_WIDTH = 16;

/** Schemes whose search did not answer: they are walked at once from then on. */
const unsearchable = new Set<string>();

async function search({ folder, include, exclude }: ListFilesParams): Promise<string[] | null> {
  const root = vscode.Uri.parse(folder, true);
  if (unsearchable.has(root.scheme)) return null;
  const stop = new vscode.CancellationTokenSource();
  const group = (globs: readonly string[]): string => (globs.length === 1 ? globs[0]! : `{${globs.join(',')}}`);
  const none = exclude.length > 0 ? new vscode.RelativePattern(root, group(exclude)) : null;
  const pattern = new vscode.RelativePattern(root, group(include));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), SEARCH_LIMIT);
  });
  try {
    const found = await Promise.race([vscode.workspace.findFiles(pattern, none, MOST_FILES, stop.token), late]);
    if (found === null || found.length === 0) {
      stop.cancel();
      if (found === null) unsearchable.add(root.scheme);
      return null;
    }
    return found.map(String);
  } finally {
    clearTimeout(timer);
    stop.dispose();
  }
}

async function walk({ folder, include, exclude }: ListFilesParams, token: vscode.CancellationToken): Promise<string[]> {
  const compile = (globs: readonly string[]): Minimatch[] => globs.map((g) => new Minimatch(g, { dot: true }));
  const wanted = compile(include);
  const unwanted = compile(exclude);
  const skip = (path: string): boolean => unwanted.some((m) => m.match(path) || m.match(`${path}/_`));
  const found: string[] = [];
  const queue: [vscode.Uri, string][] = [[vscode.Uri.parse(folder, true), '']];
  const visit = async ([uri, path]: [vscode.Uri, string]): Promise<void> => {
    const entries = await vscode.workspace.fs.readDirectory(uri).then(
      (e) => e,
      () => [],
    );
    for (const [name, type] of entries) {
      const inner = path === '' ? name : `${path}/${name}`;
      if (skip(inner)) continue;
      if (type & vscode.FileType.Directory) {
        if (!(type & vscode.FileType.SymbolicLink)) queue.push([vscode.Uri.joinPath(uri, name), inner]);
      } else if (wanted.some((m) => m.match(inner))) found.push(vscode.Uri.joinPath(uri, name).toString());
    }
  };
  while (queue.length > 0 && found.length < MOST_FILES && !token.isCancellationRequested) {
    await Promise.all(queue.splice(0, WALK_WIDTH).map(visit));
  }
  return found;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

async function stat({ uri }: FileParams): Promise<FileInfo | null> {
  try {
    const s = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
    return { type: s.type & vscode.FileType.Directory ? 'directory' : 'file', size: s.size, mtime: s.mtime };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** Answers the server's file requests for as long as the client lives. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  const fs = vscode.workspace.fs;
  const at = (uri: string): vscode.Uri => vscode.Uri.parse(uri, true);
  return vscode.Disposable.from(
    client.onRequest(FILES.list, async (p: ListFilesParams, token: vscode.CancellationToken) =>
      ((await search(p)) ?? (await walk(p, token))).sort(),
    ),
    client.onRequest(
      FILES.read,
      async (p: FileParams): Promise<FileBytes> => ({
        base64: toBase64(await fs.readFile(at(p.uri))),
      }),
    ),
    client.onRequest(FILES.stat, stat),
    client.onRequest(FILES.write, async (p: WriteFileParams) => {
      await fs.createDirectory(vscode.Uri.joinPath(at(p.uri), '..'));
      await fs.writeFile(at(p.uri), fromBase64(p.base64));
      return null;
    }),
    client.onRequest(FILES.rename, async (p: RenameFileParams) => {
      await fs.rename(at(p.from), at(p.to), { overwrite: true });
      return null;
    }),
    client.onRequest(FILES.remove, async (p: FileParams) => {
      await fs.delete(at(p.uri));
      return null;
    }),
  );
}
