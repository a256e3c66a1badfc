/**
 * Old findings that are accepted: a JSON file of how often each was seen, by file, rule and the words found.
 * Changes when a finding is known by something else. Lines may move; the words may not.
 */
import fs from 'node:fs';
import type { FileFindings } from './check-formats.ts';
import type { Reported } from './check-task.ts';
import { type Io, UNUSABLE } from './io.ts';

interface Baseline {
  readonly version: 1;
  readonly files: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const keyOf = (f: Reported): string => `${f.rule} ${f.text}`;
const posix = (file: string): string => file.split('\\').join('/');

/** Counts by file and finding, keys sorted so that the file changes only where findings do. */
export function makeBaseline(reports: readonly FileFindings[]): Baseline {
  const files: Record<string, Record<string, number>> = {};
  for (const { file, findings } of reports) {
    if (findings.length === 0) continue;
    const counts: Record<string, number> = {};
    for (const key of findings.map(keyOf).sort()) counts[key] = (counts[key] ?? 0) + 1;
    files[posix(file)] = counts;
  }
  return { version: 1, files };
}

/** Leaves out what the baseline knows; a missing file is made from the findings as they are. */
export function applyBaseline(reports: readonly FileFindings[], file: string, io: Io): FileFindings[] {
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, `${JSON.stringify(makeBaseline(reports), null, 2)}\n`);
    io.err(`${file}: baseline written`);
    return reports.map((r) => ({ ...r, findings: [] }));
  }
  let known: Baseline;
  try {
    known = JSON.parse(fs.readFileSync(file, 'utf8')) as Baseline;
    if (known.version !== 1 || typeof known.files !== 'object') throw new Error('not a baseline of this version');
  } catch (error) {
    io.err(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    io.fail(UNUSABLE);
    return [...reports];
  }
  return reports.map((report) => {
    const left = { ...known.files[posix(report.file)] };
    const findings = report.findings.filter((f) => {
      const n = left[keyOf(f)] ?? 0;
      if (n > 0) left[keyOf(f)] = n - 1;
      return n === 0;
    });
    return { ...report, findings };
  });
}
