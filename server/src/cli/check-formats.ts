/**
 * How `check` prints its findings. Changes when a format is added; the JSON keys are part of the contract.
 * Positions are zero-based in JSON, one-based for people, GitHub and SARIF.
 */
import { pathToFileURL } from 'node:url';
import type { Rule, Severity } from '../core/checks/rule.ts';
import type { Reported } from './check-task.ts';

export interface FileFindings {
  /** As shown: relative to the working folder where it lies below it. */
  readonly file: string;
  readonly uri: string;
  readonly findings: readonly Reported[];
}

const SHORT: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

export function stylish(files: readonly FileFindings[]): string {
  let out = '';
  const count = { error: 0, warning: 0, information: 0, hint: 0 };
  let fixable = 0;
  for (const { file, findings } of files) {
    if (findings.length === 0) continue;
    for (const f of findings) {
      count[f.severity]++;
      if (f.fix?.safe) fixable++;
      const { line, character } = f.range.start;
      out += `${file}:${line + 1}:${character + 1}: ${SHORT[f.severity]}: ${f.message} [${f.rule}]\n`;
    }
    out += '\n';
  }
  const total = count.error + count.warning + count.information + count.hint;
  if (total === 0) return '';
  const some = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  const kinds = [
    some(count.error, 'error'),
    some(count.warning, 'warning'),
    `${count.information} information`,
    some(count.hint, 'hint'),
  ];
  return `${out}${some(total, 'finding')}: ${kinds.join(', ')}${fixable > 0 ? `; --fix can repair ${fixable}` : ''}\n`;
}

export function json(files: readonly FileFindings[]): string {
  const all = files.map(({ file, uri, findings }) => ({
    uri,
    file,
    findings: findings.map(({ related, ...f }) => ({ ...f, code: f.rule, source: 'policy-annotator', related })),
  }));
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** Workflow commands escape their own marks. */
const escapeData = (s: string): string => s.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (s: string): string => escapeData(s).replaceAll(':', '%3A').replaceAll(',', '%2C');

export function github(files: readonly FileFindings[]): string {
  let out = '';
  for (const { file, findings } of files) {
    for (const f of findings) {
      const { start, end } = f.range;
      const kind = f.severity === 'error' ? 'error' : f.severity === 'warning' ? 'warning' : 'notice';
      const place = [
        `file=${escapeProperty(file.split('\\').join('/'))}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
        `title=${escapeProperty(f.rule)}`,
      ].join(',');
      out += `::${kind} ${place}::${escapeData(f.message)}\n`;
    }
  }
  return out;
}

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0. Columns count UTF-16 code units, one-based, the end exclusive. */
export function sarif(files: readonly FileFindings[], rules: readonly Rule[], version: string, cwd: string): string {
  const used = new Set(files.flatMap((f) => f.findings.map((x) => x.rule)));
  const listed = rules.filter((r) => used.has(r.id));
  const region = (r: Reported['range']) => ({
    startLine: r.start.line + 1,
    startColumn: r.start.character + 1,
    endLine: r.end.line + 1,
    endColumn: r.end.character + 1,
  });
  const place = (file: string) => ({
    uri: encodeURI(file.split('\\').join('/')),
    ...(!/^(?:\/|[A-Za-z]:)/.test(file) && { uriBaseId: 'SRCROOT' }),
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'policy-annotator',
            version,
            rules: listed.map((r) => ({
              id: r.id,
              shortDescription: { text: r.title.en },
              fullDescription: { text: r.title.zh },
              help: { text: `docs/rules/${r.id}.md — ${r.docs}` },
              defaultConfiguration: { level: LEVEL[r.defaultSeverity] },
              properties: { category: r.category },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(cwd).toString().replace(/\/$/, '')}/` } },
        artifacts: files.map(({ file }) => ({ location: place(file) })),
        results: files.flatMap(({ file, findings }, index) =>
          findings.map((f) => ({
            ruleId: f.rule,
            ruleIndex: listed.findIndex((r) => r.id === f.rule),
            level: LEVEL[f.severity],
            message: { text: f.message },
            locations: [{ physicalLocation: { artifactLocation: { ...place(file), index }, region: region(f.range) } }],
            ...(f.related.length > 0 && {
              relatedLocations: f.related.map((r, id) => ({
                id,
                message: { text: r.message },
                physicalLocation: { artifactLocation: { uri: r.uri }, ...(r.range && { region: region(r.range) }) },
              })),
            }),
            ...(f.fix && {
              fixes: [
                {
                  description: { text: f.fix.title },
                  artifactChanges: [
                    {
                      artifactLocation: place(file),
                      replacements: f.fix.edits.map((e) => ({
                        deletedRegion: region(e.range),
                        insertedContent: { text: e.newText },
                      })),
                    },
                  ],
                },
              ],
            }),
            partialFingerprints: { 'ruleAndText/v1': `${f.rule}:${f.text}` },
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
