/** What `glossary` does: checks glossary files, prints them for other tools, and takes in what those tools write. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromTable, toTable } from '../core/glossary/csv.ts';
import { addEntries } from '../core/glossary/edit.ts';
import { builtinPart, plainEntry } from '../core/glossary/entries.ts';
import type { FileEntry } from '../core/glossary/model.ts';
import { readGlossaryFile } from '../core/glossary/read.ts';
import { fromTbx, toTbx } from '../core/glossary/tbx.ts';
import type { ImportProblem } from '../core/glossary/vet.ts';
import { say } from '../core/l10n.ts';
import { termKey } from '../core/text/fold.ts';
import { reasonOf } from '../node/files.ts';
import { inputFiles } from './inputs.ts';
import { type Io, UNUSABLE } from './io.ts';
import { glossaryPart } from './load-workspace.ts';
import { readFile } from './read.ts';

export type CheckOptions = Record<string, never>;

export interface ExportOptions {
  readonly format: 'csv' | 'tsv' | 'tbx' | 'json';
  readonly builtin?: boolean;
  readonly output?: string;
}

export interface ImportOptions {
  readonly format?: 'csv' | 'tsv' | 'tbx';
  readonly to?: string;
  readonly strict?: boolean;
}

const FOUND = 1;

export async function runGlossaryCheck(args: readonly string[], _options: CheckOptions, io: Io): Promise<void> {
  for (const file of await inputFiles(args, io)) await glossaryPart(file, io, FOUND);
}

export async function runGlossaryExport(args: readonly string[], options: ExportOptions, io: Io): Promise<void> {
  if (args.length === 0 && !options.builtin) {
    io.err('glossary export: name glossary files, or --builtin');
    io.fail(UNUSABLE);
    return;
  }
  const parts = options.builtin ? [builtinPart()] : [];
  for (const file of args.length > 0 ? await inputFiles(args, io) : []) {
    const part = await glossaryPart(file, io, FOUND);
    if (part) parts.push(part);
  }
  const entries = parts.flatMap((p) => p.entries.map(plainEntry));
  const text =
    options.format === 'json'
      ? `${JSON.stringify(entries, null, 2)}\n`
      : options.format === 'tbx'
        ? toTbx(entries)
        : toTable(entries, options.format === 'csv' ? ',' : '\t');
  if (options.output === undefined) return io.out(text);
  // With the mark, spreadsheets read the table as UTF-8.
  const marked = options.format === 'csv' || options.format === 'tsv' ? `\ufeff${text}` : text;
  if (write(options.output, marked, io)) io.err(`${options.output}: ${entries.length} entries`);
}

export async function runGlossaryImport(args: readonly string[], options: ImportOptions, io: Io): Promise<void> {
  const files = await inputFiles(args, io);
  const found: FileEntry[] = [];
  let faults = 0;
  for (const file of files) {
    const name = path.relative(io.cwd, file);
    const read = readFile(file, io.cwd);
    if (!read.ok) {
      io.err(read.error);
      io.fail(UNUSABLE);
      faults++;
      continue;
    }
    const format = options.format ?? (/\.(?:tbx|xml)$/i.test(name) ? 'tbx' : 'csv');
    const taken = format === 'tbx' ? fromTbx(read.text) : fromTable(read.text);
    if (!taken || (taken.entries.length === 0 && taken.problems.length === 0)) {
      io.err(`${name}:1: ${taken ? 'no entries' : 'no TBX file: the root element is neither tbx nor martif'}`);
      io.fail(taken ? FOUND : UNUSABLE);
      faults++;
      continue;
    }
    faults += taken.problems.length;
    for (const problem of taken.problems) tell(name, problem, io);
    found.push(...taken.entries);
  }
  if (options.strict && faults > 0) return io.err('nothing was written');
  await store(found, options.to, io);
}

function tell(name: string, { line, field, value, message, args }: ImportProblem, io: Io): void {
  const what = value === null || value === '' ? field : `${field} “${value}”`;
  io.err(`${name}:${line}: ${what}: ${say('en', message, ...args)}`);
  io.fail(FOUND);
}

/** Writes the entries that the file does not have yet, or prints all of them as a new file. */
async function store(entries: readonly FileEntry[], to: string | undefined, io: Io): Promise<void> {
  const target = to === undefined ? null : path.resolve(io.cwd, to);
  let text = '';
  const had = new Set<string>();
  if (target !== null && fs.existsSync(target)) {
    const read = readFile(target, io.cwd);
    if (!read.ok) {
      io.err(read.error);
      return io.fail(UNUSABLE);
    }
    text = read.text;
    for (const entry of (await readGlossaryFile(pathToFileURL(target).toString(), text)).entries) had.add(entry.id);
  }
  const fresh = entries.filter((e) => {
    const id = `${e.scope ?? 'user'}/${termKey(e.term)}`;
    return !had.has(id) && had.add(id);
  });
  if (target === null || to === undefined) {
    if (fresh.length > 0) io.out((await addEntries('', fresh))!.text);
    return;
  }
  const edit = fresh.length === 0 ? null : await addEntries(text, fresh);
  if (fresh.length > 0 && !edit) {
    io.err(`${to}: no glossary that entries can be added to`);
    return io.fail(UNUSABLE);
  }
  if (edit && !write(to, text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end), io)) return;
  const left = entries.length - fresh.length;
  io.err(`${to}: ${fresh.length} entries added${left > 0 ? `, ${left} were there already` : ''}`);
}

/** Replaces a file whole; says why where that is not possible. */
function write(file: string, text: string, io: Io): boolean {
  try {
    fs.writeFileSync(path.resolve(io.cwd, file), text);
    return true;
  } catch (error) {
    io.err(`${file}: ${reasonOf(error)}`);
    io.fail(UNUSABLE);
    return false;
  }
}
