/**
 * What can be done to one file, in the main thread or in a worker: a task takes a file's text and gives plain data.
 * Changes when a command with a per-file stage is added. Results must not depend on other files: those parts are
 * left open as slots and filled when all files are read. Each task is loaded when it runs.
 */
import { pathToFileURL } from 'node:url';
import type { Encoding } from '../core/host.ts';
import { readFile } from './read.ts';
import type { run as check } from './tasks/check.ts';
import type { run as directives } from './tasks/directives.ts';
import type { run as outline } from './tasks/outline.ts';
import type { run as parse } from './tasks/parse.ts';

export interface FileText {
  readonly file: string;
  readonly uri: string;
  readonly text: string;
  readonly encoding: Encoding;
}

interface Tasks {
  parse: typeof parse;
  outline: typeof outline;
  directives: typeof directives;
  check: typeof check;
}

const TASKS: { readonly [T in keyof Tasks]: () => Promise<{ run: Tasks[T] }> } = {
  parse: () => import('./tasks/parse.ts'),
  outline: () => import('./tasks/outline.ts'),
  directives: () => import('./tasks/directives.ts'),
  check: () => import('./tasks/check.ts'),
};

export type TaskName = keyof Tasks;
/** What a task needs to know beside the file: the same for all files of a run. */
export type TaskOptions<T extends TaskName> = Parameters<Tasks[T]>[1];
export type TaskResult<T extends TaskName> = ReturnType<Tasks[T]>;

export type Outcome<T extends TaskName> =
  | { readonly file: string; readonly ok: true; readonly value: TaskResult<T> }
  | { readonly file: string; readonly ok: false; readonly error: string };

/** Reads one file and does the task. Never rejects: a fault of ours is an outcome too, and says so. */
export async function runTask<T extends TaskName>(
  task: T,
  file: string,
  cwd: string,
  options?: TaskOptions<T>,
): Promise<Outcome<T>> {
  const read = readFile(file, cwd);
  if (!read.ok) return { file, ok: false, error: read.error };
  try {
    const uri = pathToFileURL(file).toString();
    const { run } = await TASKS[task]();
    const act = run as (file: FileText, options?: TaskOptions<T>) => TaskResult<T>;
    return { file, ok: true, value: act({ file, uri, text: read.text, encoding: read.encoding }, options) };
  } catch (error) {
    const why = error instanceof Error ? error.stack : String(error);
    return { file, ok: false, error: `${file}: internal error: ${why}` };
  }
}
