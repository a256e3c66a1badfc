/**
 * Scenarios of rules: a text with `«rule-id:文本»` round what must be found; too few and too many both fail.
 * Changes when the notation changes. `//- /path` begins another file of the same workspace.
 */
import { expect } from 'vitest';
import { factsOf } from '../../server/src/core/checks/facts.ts';
import { applyEdits, chooseEdits } from '../../server/src/core/checks/fixes.ts';
import { glossaryContext } from '../../server/src/core/checks/glossary-context.ts';
import { type CheckConfig, Checker, type Finding } from '../../server/src/core/checks/run.ts';
import type { GlossaryContext } from '../../server/src/core/checks/workspace.ts';
import { parse } from '../../server/src/core/document/parse.ts';
import { glossaryWith } from '../../server/src/core/glossary/entries.ts';

interface Expected {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface ScenarioFile {
  readonly uri: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}

const GLOSSARY = glossaryContext(glossaryWith());
const MARK = /«([a-z-]+):([^»]*)»/g;

/** Splits a fixture into files, takes the marks out and says where they stood. */
export function readFixture(fixture: string): ScenarioFile[] {
  const files = fixture.startsWith('//- ')
    ? fixture.split(/^\/\/- /m).filter((f) => f !== '')
    : [`/document.txt\n${fixture}`];
  return files.map((file) => {
    const line = file.indexOf('\n');
    const marked = file.slice(line + 1);
    const expected: Expected[] = [];
    let text = '';
    let from = 0;
    for (const m of marked.matchAll(MARK)) {
      text += marked.slice(from, m.index);
      expected.push({ rule: m[1]!, start: text.length, end: text.length + m[2]!.length });
      text += m[2]!;
      from = m.index + m[0].length;
    }
    text += marked.slice(from);
    return { uri: `file://${file.slice(0, line).trim()}`, text, expected };
  });
}

function show(text: string, findings: readonly (Expected | Finding)[]): string[] {
  return findings
    .map((f) => ('span' in f ? { rule: f.rule, start: f.span.start, end: f.span.end } : f))
    .sort((a, b) => a.start - b.start || (a.rule < b.rule ? -1 : 1))
    .map((f) => `${f.start}-${f.end} ${f.rule} «${text.slice(f.start, f.end)}»`);
}

/**
 * Checks a fixture. With `only`, one rule runs, whatever its preset; otherwise the standard preset does.
 * Where every finding has a fix, applying them all must leave silence.
 */
export function check(
  fixture: string,
  options: { only?: string; config?: CheckConfig; glossary?: GlossaryContext } = {},
): void {
  const { only, config = {}, glossary = GLOSSARY } = options;
  const failures: unknown[] = [];
  const checker = new Checker(only ? { ...config, preset: 'drafting' } : config, (f) => failures.push(f));
  const files = readFixture(fixture);
  for (const file of files) {
    const others = files.filter((f) => f !== file).map((f) => factsOf(f.uri, parse(f.text)));
    const run = (text: string): Finding[] =>
      checker
        .run(parse(text), { uri: file.uri, others, glossary })
        .filter((f) => only === undefined || f.rule === only);
    const found = run(file.text);
    expect(show(file.text, found)).toEqual(show(file.text, file.expected));
    expect(failures).toEqual([]);
    if (found.length === 0 || found.some((f) => !f.fix)) continue;
    let text = file.text;
    for (let round = 0; round < 3; round++) text = applyEdits(text, chooseEdits(run(text)).edits);
    expect(show(text, run(text)), `after all fixes: ${text}`).toEqual([]);
  }
}
