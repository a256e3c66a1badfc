/**
 * Files through Node: list, read, stat, write, append, rename, remove for `file:` URIs.
 * Changes when the way files are touched changes. Errors name the file and the reason.
 */
import { closeSync, constants, fstatSync, open, read as readAt } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileStat } from '../core/host.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a directory',
  ENOTDIR: 'part of the path is not a directory',
  EMFILE: 'too many open files',
  ELOOP: 'too many symbolic links',
  ENOSPC: 'no space left on device',
  EROFS: 'read-only file system',
};

/** The reason of a system error in words, without the path that Node appends. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return (code && REASONS[code]) ?? (error instanceof Error ? error.message : String(error));
}

const fail = (file: string) => (error: unknown) => {
  throw new Error(`${file}: ${reasonOf(error)}`, { cause: error });
};

export const pathOf = (uri: string): string => fileURLToPath(uri);
export const uriOf = (file: string): string => pathToFileURL(file).toString();

/** URIs below `folder`, sorted by code unit. Symbolic links are not followed: they can make circles. */
export async function list(
  folder: string,
  include: readonly string[],
  exclude: readonly string[],
): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob([...include], {
    cwd: pathOf(folder),
    ignore: [...exclude],
    absolute: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return found.map((f) => uriOf(path.normalize(f))).sort();
}

export async function read(uri: string): Promise<Uint8Array> {
  const file = pathOf(uri);
  return fs.readFile(file).catch(fail(file));
}

/**
 * As `Host.readUpTo`. Opening and reading wait for the disk in a thread, one after the other; what the system knows of an
 * open file is asked at once, because each thread that has to be woken costs more than the answer.
 */
export function readUpTo(uri: string, most: number): Promise<Uint8Array | number | null> {
  const file = pathOf(uri);
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR') resolve(null);
      else reject(new Error(`${file}: ${reasonOf(error)}`, { cause: error }));
    };
    open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0), (error, handle) => {
      if (error) return failed(error);
      const done = (answer: Uint8Array | number | null): void => {
        closeSync(handle);
        resolve(answer);
      };
      try {
        const found = fstatSync(handle);
        const { size } = found;
        if (!found.isFile() || size > most) return done(found.isFile() ? size : null);
        const bytes = new Uint8Array(size);
        const more = (at: number): void =>
          readAt(handle, bytes, at, size - at, at, (problem, n) => {
            if (problem) {
              closeSync(handle);
              failed(problem);
            } else if (n === 0 || at + n === size) done(bytes.subarray(0, at + n));
            else more(at + n);
          });
        if (size === 0) done(bytes);
        else more(0);
      } catch (problem) {
        failed(problem as NodeJS.ErrnoException);
      }
    });
  });
}

export async function stat(uri: string): Promise<FileStat | null> {
  const file = pathOf(uri);
  try {
    const s = await fs.stat(file);
    if (!s.isFile() && !s.isDirectory()) return null;
    return { type: s.isDirectory() ? 'directory' : 'file', size: s.size, mtime: Math.floor(s.mtimeMs) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    return fail(file)(error);
  }
}

let temporaries = 0;

/** Replaces a file whole: temporary file beside it, flushed, then renamed over it. */
export async function write(uri: string, bytes: Uint8Array): Promise<void> {
  const file = pathOf(uri);
  const temporary = `${file}.${process.pid}.${(++temporaries).toString(36)}.tmp`;
  try {
    await fs.mkdir(path.dirname(file), { recursive: true });
    const handle = await fs.open(temporary, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, file);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => {});
    fail(file)(error);
  }
}

/** Appends in one write and flushes to the device before it resolves. */
export async function append(uri: string, bytes: Uint8Array): Promise<boolean> {
  const file = pathOf(uri);
  try {
    await fs.mkdir(path.dirname(file), { recursive: true });
    const handle = await fs.open(file, 'a');
    const { size } = await handle.stat();
    try {
      await handle.appendFile(bytes);
      await handle.sync();
    } catch (error) {
      // Half a line is worse than none: what was not written does not stay.
      await handle.truncate(size).catch(() => {});
      if (size === 0) await fs.rm(file, { force: true }).catch(() => {});
      throw error;
    } finally {
      await handle.close();
    }
  } catch (error) {
    fail(file)(error);
  }
  return true;
}

/** A lock that is older was left behind by a process that ended. */
const LEFT_MS = 5_000;

/** As `Host.exclusively`: by a lock file in the git-ignored folder beside the file. */
export async function exclusively<T>(uri: string, run: () => Promise<T>): Promise<T> {
  const file = pathOf(uri);
  const lock = path.join(path.dirname(file), '_cache', `${path.basename(file)}.lock`);
  let held = false;
  while (!held) {
    try {
      await fs.mkdir(path.dirname(lock), { recursive: true });
      await (await fs.open(lock, 'wx')).close();
      held = true;
    } catch (error) {
      // Where nothing can be written at all, the writing itself says so.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') break;
      const since = await fs.stat(lock).catch(() => null);
      if (since && Date.now() - since.mtimeMs > LEFT_MS) await fs.rm(lock, { force: true }).catch(() => {});
      else await new Promise((resolve) => setTimeout(resolve, 3 + Math.random() * 20));
    }
  }
  try {
    return await run();
  } finally {
    if (held) await fs.rm(lock, { force: true }).catch(() => {});
  }
}

export async function rename(from: string, to: string): Promise<void> {
  await fs.mkdir(path.dirname(pathOf(to)), { recursive: true });
  await fs.rename(pathOf(from), pathOf(to)).catch(fail(pathOf(from)));
}

export const remove = async (uri: string): Promise<void> =>
  fs.rm(pathOf(uri), { force: true, recursive: false }).catch(fail(pathOf(uri)));
