/**
 * What `check` does: checks all files, looks again at those that others may contradict, fixes, compares with a baseline,
 * prints, and sets the exit code. Changes when a step is added.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULES } from '../core/checks/all.ts';
import type { Preset } from '../core/checks/options.ts';
import { SEVERITIES, type Severity } from '../core/checks/rule.ts';
import type { DocumentFacts } from '../core/checks/workspace.ts';
import type { Locale } from '../core/l10n.ts';
import { version } from '../node/environment.ts';
import { applyBaseline } from './baseline.ts';
import { takeOutSetAside } from './check-aside.ts';
import { type FileFindings, github, json, sarif, stylish } from './check-formats.ts';
import { relatedDocuments } from './check-related.ts';
import { type Checked, type CheckTaskOptions, checkText } from './check-task.ts';
import { writeBack } from './encode.ts';
import { inputFiles } from './inputs.ts';
import { type Io, UNUSABLE } from './io.ts';
import { runOverFiles } from './pool.ts';
import { readFile } from './read.ts';

export interface CheckOptions {
  readonly format: 'stylish' | 'json' | 'sarif' | 'github';
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly failOn: Severity;
  readonly maxWarnings?: number;
  readonly preset?: Preset;
  readonly baseline?: string;
  readonly config?: string;
  readonly lang?: Locale;
  readonly timing?: boolean;
}

const languageOf = (io: Io): Locale =>
  /^zh/i.test(io.env['LC_ALL'] || io.env['LC_MESSAGES'] || io.env['LANG'] || '') ? 'zh-cn' : 'en';

export async function runCheck(args: readonly string[], options: CheckOptions, io: Io): Promise<void> {
  const began = Date.now();
  if (options.fix && options.fixDryRun) {
    io.err('--fix and --fix-dry-run exclude each other');
    io.fail(UNUSABLE);
    return;
  }
  const configFile = options.config && path.resolve(io.cwd, options.config);
  if (configFile && !fs.existsSync(configFile)) {
    io.err(`${options.config}: no such file`);
    io.fail(UNUSABLE);
    return;
  }
  const files = await inputFiles(args, io);
  const task: CheckTaskOptions = {
    config: { locale: options.lang ?? languageOf(io), ...(options.preset && { preset: options.preset }) },
    ...(configFile && { configFile }),
    fix: options.fix === true || options.fixDryRun === true,
  };
  const checked = new Map<string, Checked>();
  await runOverFiles(
    'check',
    files,
    io,
    (outcome) => {
      if (outcome.ok) checked.set(outcome.file, outcome.value);
      else {
        io.err(outcome.error);
        io.fail(UNUSABLE);
      }
    },
    task,
  );
  crossCheck(checked, task, io);
  await takeOutSetAside(checked, io);
  for (const note of new Set([...checked.values()].flatMap((c) => c.notes))) {
    io.err(note);
    if (/: error: /.test(note)) io.fail(UNUSABLE);
  }
  const shown = (file: string): string => {
    const relative = path.relative(io.cwd, file);
    return relative.startsWith('..') ? file : relative;
  };
  if (options.fix) for (const [file, { fixed }] of checked) if (fixed) writeBack(file, fixed.after, io);
  let reports: FileFindings[] = [...checked].map(([file, { findings }]) => ({
    file: shown(file),
    uri: pathToFileURL(file).toString(),
    findings,
  }));
  if (options.baseline) reports = applyBaseline(reports, path.resolve(io.cwd, options.baseline), io);
  if (options.fixDryRun) io.out(await diffs(checked, shown));
  else print(reports, options, io);
  judge(reports, options, io);
  if (options.timing || (io.interactive && files.length >= 100)) {
    const size = [...checked.values()].reduce((sum, c) => sum + c.characters, 0);
    io.err(`${files.length} documents, ${size} characters in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
}

/** Looks once more at the documents that another document of the run may contradict. */
function crossCheck(checked: Map<string, Checked>, task: CheckTaskOptions, io: Io): void {
  if (checked.size < 2) return;
  for (const [file, others] of relatedDocuments(checked)) {
    const read = readFile(file, io.cwd);
    if (!read.ok) continue;
    const facts: DocumentFacts[] = others.map((o) => checked.get(o)!.facts);
    checked.set(file, checkText(file, pathToFileURL(file).toString(), read.text, task, facts));
  }
}

function print(reports: readonly FileFindings[], options: CheckOptions, io: Io): void {
  if (options.format === 'json') io.out(json(reports));
  else if (options.format === 'sarif') io.out(sarif(reports, RULES, version(), io.cwd));
  else if (options.format === 'github') io.out(github(reports));
  else io.out(stylish(reports));
}

async function diffs(checked: ReadonlyMap<string, Checked>, shown: (file: string) => string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  let out = '';
  for (const [file, { fixed }] of checked) {
    if (!fixed) continue;
    const name = shown(file).split(path.sep).join('/');
    out += createTwoFilesPatch(`a/${name}`, `b/${name}`, fixed.before, fixed.after, undefined, undefined, {
      context: 1,
    });
  }
  return out;
}

function judge(reports: readonly FileFindings[], options: CheckOptions, io: Io): void {
  const worst = SEVERITIES.indexOf(options.failOn);
  const all = reports.flatMap((r) => r.findings);
  if (all.some((f) => SEVERITIES.indexOf(f.severity) <= worst)) io.fail(1);
  const warnings = all.filter((f) => f.severity === 'warning').length;
  if (options.maxWarnings !== undefined && warnings > options.maxWarnings) {
    io.err(`${warnings} warnings, ${options.maxWarnings} are allowed`);
    io.fail(1);
  }
}
