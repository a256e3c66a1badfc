/** All files of a run as one workspace, for commands whose answers rest on more than one document. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type GlossaryPart, glossaryWith } from '../core/glossary/entries.ts';
import { readGlossaryFile } from '../core/glossary/read.ts';
import { say } from '../core/l10n.ts';
import { LineIndex } from '../core/text/lines.ts';
import { Workspace } from '../core/workspace/workspace.ts';
import { inputFiles } from './inputs.ts';
import { type Io, UNUSABLE } from './io.ts';
import { readFile } from './read.ts';

/** A glossary file's entries; its problems go to stderr, and errors set the exit code. Null where it can't be read. */
export async function glossaryPart(file: string, io: Io, code: 1 | 2 = UNUSABLE): Promise<GlossaryPart | null> {
  const read = readFile(file, io.cwd);
  if (!read.ok) {
    io.err(read.error);
    io.fail(UNUSABLE);
    return null;
  }
  const name = path.relative(io.cwd, file);
  const part = await readGlossaryFile(pathToFileURL(file).toString(), read.text);
  const lines = new LineIndex(read.text);
  for (const { span, severity, message, args } of part.problems) {
    const { line, character } = lines.position(span.start);
    io.err(`${name}:${line + 1}:${character + 1}: ${severity}: ${say('en', message, ...args)}`);
    if (severity === 'error') io.fail(code);
  }
  return part;
}

/** The built-in glossary with the files that `--glossary` names. */
async function loadGlossary(files: readonly string[], io: Io) {
  const parts = [];
  for (const name of files) {
    const part = await glossaryPart(path.resolve(io.cwd, name), io);
    if (part) parts.push(part);
  }
  return glossaryWith(...parts);
}

/** Reads the files into a workspace whose texts all stay; what can't be read is reported. */
export async function loadWorkspace(args: readonly string[], glossaries: readonly string[], io: Io) {
  const files = await inputFiles(args, io);
  const glossary = await loadGlossary(glossaries, io);
  const workspace = new Workspace({ glossary, textBudget: Number.POSITIVE_INFINITY });
  const fileOf = new Map<string, string>();
  for (const [i, file] of files.entries()) {
    const read = readFile(file, io.cwd);
    if (!read.ok) {
      io.err(read.error);
      io.fail(UNUSABLE);
      continue;
    }
    const uri = pathToFileURL(file).toString();
    workspace.set(uri, read.text, null);
    fileOf.set(uri, path.relative(io.cwd, file));
    if (io.interactive && files.length > 50 && i % 20 === 0) process.stderr.write(`\r${i}/${files.length}`);
  }
  if (io.interactive && files.length > 50) process.stderr.write('\r\x1b[K');
  return { workspace, fileOf };
}
