/**
 * `check` for one file: finds its configuration, checks it, and fixes its text where asked. Runs in any thread.
 * Changes when a file's configuration is found in another way, or the result carries more.
 */
import fs from 'node:fs';
import path from 'node:path';
import { CONFIG_NAME, mergeConfig, type ParsedConfig, parseConfig } from '../core/checks/config.ts';
import { factsOf } from '../core/checks/facts.ts';
import { fixAll } from '../core/checks/fixes.ts';
import { glossaryContext } from '../core/checks/glossary-context.ts';
import type { Severity } from '../core/checks/rule.ts';
import { type CheckConfig, Checker, type Finding, type Fix } from '../core/checks/run.ts';
import { titleKey } from '../core/checks/titles.ts';
import type { DocumentFacts, WorkspaceContext } from '../core/checks/workspace.ts';
import type { PolicyDocument } from '../core/document/model.ts';
import { parse } from '../core/document/parse.ts';
import { glossaryWith } from '../core/glossary/entries.ts';
import { say } from '../core/l10n.ts';
import { LineIndex, type Position } from '../core/text/lines.ts';

export interface CheckTaskOptions {
  readonly config: CheckConfig;
  /** Absolute path of the configuration for all files; without it the nearest one above each file counts. */
  readonly configFile?: string;
  readonly fix: boolean;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A finding with positions, ready to print. */
export interface Reported {
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** UTF-16 offsets of the same place. */
  readonly span: { readonly start: number; readonly end: number };
  /** The words found, at most forty characters: what a baseline knows a finding by. */
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly related: readonly { readonly uri: string; readonly range: Range | null; readonly message: string }[];
  readonly fix?: {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { range: Range; newText: string }[];
  };
}

export interface Checked {
  readonly findings: readonly Reported[];
  readonly facts: DocumentFacts;
  /** Titles that the document cites, for the question which others matter to it. */
  readonly cites: readonly string[];
  /** The text after all safe fixes, where fixing was asked and changed something. */
  readonly fixed?: { readonly before: string; readonly after: string; readonly count: number };
  readonly characters: number;
  /** Problems of the configuration and rules that failed, one line each. */
  readonly notes: readonly string[];
}

const configs = new Map<string, { parsed: ParsedConfig; notes: string[]; file: string } | null>();

function readConfig(file: string): { parsed: ParsedConfig; notes: string[]; file: string } {
  const text = fs.readFileSync(file, 'utf8');
  const parsed = parseConfig(text);
  const lines = new LineIndex(text);
  const notes = parsed.problems.map(({ span, message, args, severity }) => {
    const { line, character } = lines.position(span.start);
    return `${file}:${line + 1}:${character + 1}: ${severity}: ${say('en', message, ...args)}`;
  });
  return { parsed, notes, file };
}

/** The nearest configuration above a folder; remembered for the run. */
function configFor(folder: string): { parsed: ParsedConfig; notes: string[]; file: string } | null {
  const known = configs.get(folder);
  if (known !== undefined) return known;
  const file = path.join(folder, CONFIG_NAME);
  const parent = path.dirname(folder);
  const found = fs.existsSync(file) ? readConfig(file) : parent === folder ? null : configFor(parent);
  configs.set(folder, found);
  return found;
}

const checkers = new Map<string, { checker: Checker; failures: string[] }>();
const glossary = glossaryContext(glossaryWith());

function checkerFor(config: CheckConfig): { checker: Checker; failures: string[] } {
  const key = JSON.stringify(config);
  let known = checkers.get(key);
  if (!known) {
    const failures: string[] = [];
    const checker = new Checker(config, ({ rule, error }) =>
      failures.push(
        `rule ${rule} failed and is off for this run: ${error instanceof Error ? error.message : String(error)}`,
      ),
    );
    known = { checker, failures };
    checkers.set(key, known);
  }
  return known;
}

function reported(doc: PolicyDocument, uri: string, finding: Finding): Reported {
  const range = (s: { start: number; end: number }): Range => ({
    start: doc.lines.position(s.start),
    end: doc.lines.position(s.end),
  });
  const { start, end } = finding.span;
  const fix = (f: Fix) => ({
    title: f.title,
    safe: f.safe,
    edits: f.edits.map((e) => ({ range: range(e.span), newText: e.newText })),
  });
  return {
    rule: finding.rule,
    category: finding.category,
    severity: finding.severity,
    message: finding.message,
    range: range(finding.span),
    span: finding.span,
    text: doc.text.slice(start, Math.min(end, start + 40)),
    data: finding.data,
    // Places in other documents are offsets there: the reader of that document makes positions of them.
    related: (finding.related ?? []).map((r) => ({
      uri: r.uri ?? uri,
      range: r.uri === undefined ? range(r.span) : null,
      message: r.message,
    })),
    ...(finding.fix && { fix: fix(finding.fix) }),
  };
}

/** Whether a file lies under one of the patterns that its configuration excludes (simple globs: `*`, `**`, `?`). */
function excluded(file: string, found: { parsed: ParsedConfig; file: string }): boolean {
  const relative = path.relative(path.dirname(found.file), file).split(path.sep).join('/');
  return found.parsed.exclude.some((glob) => {
    const source = glob
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/?|\*|\?/g, (m) => (m === '?' ? '[^/]' : m === '*' ? '[^/]*' : '.*'));
    return new RegExp(`^${source}$`).test(relative);
  });
}

/** Checks one file's text against its configuration and, where given, the facts of other documents. */
export function checkText(
  file: string,
  uri: string,
  text: string,
  options: CheckTaskOptions,
  others: readonly DocumentFacts[] = [],
): Checked {
  const found = options.configFile ? givenConfig(options.configFile) : configFor(path.dirname(file));
  const { checker, failures } = checkerFor(mergeConfig(options.config, found?.parsed ?? null));
  const skip = found !== null && excluded(file, found);
  const context: WorkspaceContext = { uri, others, glossary };
  const doc = parse(text);
  const findings = skip ? [] : checker.run(doc, context);
  const outcome =
    options.fix && !skip ? fixAll(text, (t) => (t === text ? findings : checker.run(parse(t), context))) : null;
  const fixed =
    outcome && outcome.text !== text ? { before: text, after: outcome.text, count: outcome.fixed } : undefined;
  const after = fixed ? parse(fixed.after) : doc;
  const left = fixed ? checker.run(after, context) : findings;
  return {
    findings: left.map((f) => reported(after, uri, f)),
    facts: factsOf(uri, doc),
    cites: doc.references.filter((r) => r.periodical !== true).map((r) => titleKey(r.title)),
    characters: text.length,
    notes: [...(found?.notes ?? []), ...failures.splice(0)],
    ...(fixed && { fixed }),
  };
}

const given = new Map<string, { parsed: ParsedConfig; notes: string[]; file: string }>();
function givenConfig(file: string): { parsed: ParsedConfig; notes: string[]; file: string } {
  let known = given.get(file);
  if (!known) {
    known = readConfig(file);
    given.set(file, known);
  }
  return known;
}
