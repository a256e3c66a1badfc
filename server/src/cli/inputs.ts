/**
 * From arguments to files: expands globs, sorts, and says what can't be used.
 * Changes when the way files are named on the command line changes.
 */
import fs from 'node:fs';
import path from 'node:path';
import { reasonOf } from '../node/files.ts';
import { type Io, UNUSABLE } from './io.ts';

const GLOB = /[*?[\]{}!]/;

async function expand(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const posix = path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  return glob([posix], { cwd, absolute: true, onlyFiles: true, expandDirectories: false, dot: false });
}

/** What a path names: nothing, something, or something that can't even be looked at, which is reported. */
function statOf(file: string, arg: string, io: Io): fs.Stats | 'unreadable' | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    io.err(`${arg}: ${reasonOf(error)}`);
    io.fail(UNUSABLE);
    return 'unreadable';
  }
}

/**
 * Absolute paths, each once, sorted by code unit whatever the locale. An argument that names an existing file is that
 * file even where it looks like a glob; one that matches nothing is reported and sets the exit code.
 */
export async function inputFiles(args: readonly string[], io: Io): Promise<string[]> {
  const files = new Set<string>();
  for (const arg of args) {
    const file = path.resolve(io.cwd, arg);
    const stat = statOf(file, arg, io);
    if (stat === 'unreadable') continue;
    if (stat?.isDirectory())
      io.err(`${arg}: is a directory; name files or a glob such as ${path.join(arg, '**/*.txt')}`);
    else if (stat) files.add(file);
    else if (GLOB.test(arg)) {
      const found = await expand(arg, io.cwd);
      for (const f of found) files.add(path.normalize(f));
      if (found.length > 0) continue;
      io.err(`${arg}: no file matches`);
    } else io.err(`${arg}: no such file`);
    if (!stat?.isFile() && !files.has(file)) io.fail(UNUSABLE);
  }
  return [...files].sort();
}
