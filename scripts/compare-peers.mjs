#!/usr/bin/env node
// Runs the checks and the linters that users can pick today over the five samples, in one table:
// findings, right, wrong, marks found, and the time for one warm pass. usage: node scripts/compare-peers.mjs
// Judged by one measure for all: the half-width marks in Chinese text and the stray blanks and layout blanks of the samples,
// counted here by plain rules of their own, not by ours. A finding that touches one is right; one that asks for a blank
// between Chinese and figures, quotes or brackets, or for half-width brackets, is wrong (GB/T 15834 5.1). What else the
// checks report (dates, numbering, script, residue …) no peer looks for: it is counted apart and judged by place.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { loadChecks, readText, root } from './lib/checks.mjs';

const require = createRequire(import.meta.url);
const files = fs
  .readdirSync(path.join(root, 'seeds'))
  .filter((f) => f.endsWith('.txt'))
  .sort()
  .map((f) => path.join(root, 'seeds', f));
const texts = files.map(readText);
const HAN = /[\u4e00-\u9fff“”《》（）、。]/;

/** Offsets of half-width marks beside Chinese, and of blanks that should not be there. */
function gold(text) {
  const marks = new Set();
  for (const m of text.matchAll(/[,;:]/g)) {
    const [a, b] = [text[m.index - 1] ?? '', text[m.index + 1] ?? ''];
    if (/\d/.test(a) && /\d/.test(b)) continue;
    if (HAN.test(a) || HAN.test(b)) marks.add(m.index);
  }
  for (const m of text.matchAll(/\([\u4e00-\u9fff]+\)/g)) {
    marks.add(m.index);
    marks.add(m.index + m[0].length - 1);
  }
  const blanks = new Set();
  for (const m of text.matchAll(/(?<=[月造神”]) (?=[0-9“奋])/g)) blanks.add(m.index);
  for (const m of text.matchAll(/^[ \t]+|[ \t]+$|[ \t]{4,}/gm))
    for (let i = 0; i < m[0].length; i++) blanks.add(m.index + i);
  return { marks, blanks };
}
const golds = texts.map(gold);
const allMarks = golds.reduce((n, g) => n + g.marks.size, 0);

/** Runs one tool: `lint(text)` gives spans [start, end) and whether the finding asks for a blank to be put in. */
async function measure(name, lint) {
  let findings = 0;
  let right = 0;
  let wrong = 0;
  let apart = 0;
  let found = 0;
  for (const [i, text] of texts.entries()) {
    const { marks, blanks } = golds[i];
    const seen = new Set();
    for (const { start, end, own } of await lint(text)) {
      findings++;
      let hit = false;
      for (let k = start; k < end; k++) {
        if (marks.has(k)) seen.add(k);
        if (marks.has(k) || blanks.has(k)) hit = true;
      }
      if (hit) right++;
      else if (own) apart++;
      else wrong++;
    }
    found += seen.size;
  }
  const times = [];
  for (let run = 0; run < 4; run++) {
    const before = performance.now();
    for (const text of texts) await lint(text);
    times.push(performance.now() - before);
  }
  const time = Math.min(...times.slice(1));
  console.log(
    `${name.padEnd(22)} ${String(findings).padStart(8)} ${String(right).padStart(6)} ${String(wrong).padStart(6)} ${String(apart).padStart(6)} ${`${found}/${allMarks}`.padStart(9)} ${time.toFixed(1).padStart(9)}`,
  );
}

console.log(`${'tool, no configuration'.padEnd(22)} findings  right  wrong  other     marks   ms/pass`);
const { parse, Checker } = await loadChecks();
const WIDTH = new Set([
  'halfwidth-punctuation',
  'halfwidth-bracket',
  'bracket-width-mixed',
  'space-in-chinese',
  'layout-whitespace',
]);
const checker = () => new Checker({});
await measure('policy-annotator', (text) =>
  checker()
    .run(parse(text))
    .map((f) => ({ start: f.span.start, end: f.span.end, own: !WIDTH.has(f.rule) })),
);
const zhlint = await import('zhlint');
await measure('zhlint', (text) =>
  zhlint.run(text, { rules: { preset: 'default' } }).validations.map((v) => {
    // It names a token and the side of it; marks and blanks lie at its edges.
    const side = /After|end/i.test(v.target) ? v.index + v.length : v.index;
    const value = v.target === 'value' || /Value/.test(v.target);
    const asksBlank = /需要一个空格/.test(v.message);
    if (asksBlank) return { start: -1, end: -1 };
    return value ? { start: v.index, end: v.index + v.length } : { start: side, end: side + 1 };
  }),
);
const autocorrect = require('autocorrect-node');
await measure('autocorrect', (text) => {
  const { lines } = autocorrect.lintFor(text, 'text.txt');
  return lines.flatMap(({ l, old, new: wanted }) => edits(text, l, old, wanted));
});
const lintMd = require('@lint-md/core');
await measure('lint-md', (text) =>
  lintMd
    .lintMarkdown(text)
    .lintResult.map((r) =>
      /空格/.test(r.message)
        ? { start: -1, end: -1 }
        : { start: r.loc.start.offset, end: Math.max(r.loc.end.offset, r.loc.start.offset + 1) },
    ),
);
const { createLinter } = await import('textlint');
const { TextlintKernelDescriptor } = require(
  require.resolve('@textlint/kernel', { paths: [require.resolve('textlint')] }),
);
const plugin = require(require.resolve('@textlint/textlint-plugin-text', { paths: [require.resolve('textlint')] }));
const ruleOf = (m) => m.default ?? m;
const linter = createLinter({
  descriptor: new TextlintKernelDescriptor({
    rules: [
      {
        ruleId: 'zh-half-and-full-width-bracket',
        rule: ruleOf(require('textlint-rule-zh-half-and-full-width-bracket')),
        options: { bracket: 'fullWidth' },
      },
      {
        ruleId: 'no-unmatched-pair',
        rule: ruleOf(require('@textlint-rule/textlint-rule-no-unmatched-pair')),
        options: {},
      },
    ],
    plugins: [{ pluginId: 'text', plugin: ruleOf(plugin), options: {} }],
    filterRules: [],
  }),
});
await measure('textlint, 2 rules', async (text) =>
  (await linter.lintText(text, 'text.txt')).messages.map((m) => ({
    start: m.range[0],
    end: Math.max(m.range[1], m.range[0] + 1),
  })),
);

/** The single edits that turn one line into another: a walk that expects marks replaced and blanks added or taken. */
function edits(text, line, old, wanted) {
  const lines = text.split('\n');
  let base = 0;
  for (let i = 0; i < line - 1; i++) base += lines[i].length + 1;
  const found = [];
  let i = 0;
  let k = 0;
  while (i < old.length || k < wanted.length) {
    if (old[i] === wanted[k]) {
      i++;
      k++;
    } else if (wanted[k] === ' ') {
      found.push({ start: -1, end: -1 });
      k++;
    } else if (old[i] === ' ') {
      found.push({ start: base + i, end: base + i + 1 });
      i++;
    } else {
      found.push({ start: base + i, end: base + i + 1 });
      i++;
      k++;
    }
  }
  return found;
}
