/**
 * What can be done to one file, in the main thread or in a worker: a task takes a file's text and gives plain data.
 * Changes when a command with a per-file stage is added. Results must not depend on other files: those parts are
 * left open as slots and filled when all files are read.
 */
import { pathToFileURL } from 'node:url';
import { toContract } from '../core/document/contract.ts';
import { parse } from '../core/document/parse.ts';
import { readStructure } from '../core/document/read-structure.ts';
import { documentSymbols } from '../core/features/outline.ts';
import type { Encoding } from '../core/host.ts';
import { type Checked, type CheckTaskOptions, checkText } from './check-task.ts';
import { directiveRows } from './directive-rows.ts';
import { outlineTree } from './outline-tree.ts';
import { readFile } from './read.ts';

export interface FileText {
  readonly file: string;
  readonly uri: string;
  readonly text: string;
  readonly encoding: Encoding;
}

/** JSON with open places: `pieces[i]`, then the JSON of what `slots[i]` resolves to, then `pieces[i + 1]`, … */
export interface Slotted {
  readonly pieces: readonly string[];
  readonly slots: readonly string[];
  /** What other documents of the run cite this one by. */
  readonly title: string | null;
  readonly number: string | null;
}

function parseTask({ uri, text, encoding }: FileText): Slotted {
  const document = parse(text);
  // Private-use and control characters beside each other: a string that JSON escapes and no policy document holds.
  const mark = '\u0001\uf8ff\u0001slot\u0001\uf8ff\u0001';
  const slots: string[] = [];
  const resolve = (title: string): string => {
    slots.push(title);
    return mark;
  };
  const pieces = JSON.stringify(toContract(document, { uri, encoding, resolve })).split(JSON.stringify(mark));
  return { pieces, slots, title: document.title?.text ?? null, number: document.docNumber?.text ?? null };
}

export const TASKS = {
  parse: parseTask,
  'outline-json': ({ uri, text }: FileText) => JSON.stringify({ uri, outline: documentSymbols(readStructure(text)) }),
  'outline-tree': ({ text }: FileText) => outlineTree(readStructure(text)),
  directives: ({ text }: FileText) => directiveRows(parse(text)),
  check: ({ file, uri, text }: FileText, options?: CheckTaskOptions): Checked => checkText(file, uri, text, options!),
} as const;

export type TaskName = keyof typeof TASKS;
/** What a task needs to know beside the file: the same for all files of a run. */
export type TaskOptions<T extends TaskName> = Parameters<(typeof TASKS)[T]>[1];
export type TaskResult<T extends TaskName> = ReturnType<(typeof TASKS)[T]>;

export type Outcome<T extends TaskName> =
  | { readonly file: string; readonly ok: true; readonly value: TaskResult<T> }
  | { readonly file: string; readonly ok: false; readonly error: string };

/** Reads one file and does the task. Never throws: a fault of ours is an outcome too, and says so. */
export function runTask<T extends TaskName>(task: T, file: string, cwd: string, options?: TaskOptions<T>): Outcome<T> {
  const read = readFile(file, cwd);
  if (!read.ok) return { file, ok: false, error: read.error };
  try {
    const uri = pathToFileURL(file).toString();
    const run = TASKS[task] as (file: FileText, options?: TaskOptions<T>) => TaskResult<T>;
    const value = run({ file, uri, text: read.text, encoding: read.encoding }, options);
    return { file, ok: true, value };
  } catch (error) {
    return {
      file,
      ok: false,
      error: `${file}: internal error: ${error instanceof Error ? error.stack : String(error)}`,
    };
  }
}
