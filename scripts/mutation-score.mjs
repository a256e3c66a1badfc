#!/usr/bin/env node
// Seeds slips into documents, one at a time, and prints which are found, and found at the right place, per kind.
// Without files: the samples, the reference documents, and the clean documents of the tests.
// usage: [POLICY_REFERENCE=folder] node scripts/mutation-score.mjs [--each=2] [--seed=1] [--only=words] [--own] [--verbose] [files…]; NEED=0.95 sets the exit code.
// A slip counts as found where a finding appears that the untouched document does not have; at the right place where
// that finding touches the change or its neighbourhood (six characters) and its rule is one of those that the kind names.
import fs from 'node:fs';
import path from 'node:path';
import { documents, loadChecks, readText, root } from './lib/checks.mjs';
import { kinds } from './lib/slips.mjs';

const option = (name, otherwise) =>
  process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const each = Number(option('each', 2));
const only = option('only', '');
const verbose = process.argv.includes('--verbose');
const core = await loadChecks();
const given = process.argv.slice(2).filter((a) => !a.startsWith('--'));

/** Mulberry32: the same slips for the same seed. */
let state = Number(option('seed', 1)) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const checker = new core.Checker({ locale: 'zh-cn' });
const findings = (text) => checker.run(core.parse(text), core.context);
const tally = new Map();
let kindsPerDocument = Number.POSITIVE_INFINITY;
const clean = path.join(root, 'test/rules/clean');
const own = () => fs.readdirSync(clean).map((f) => path.join(clean, f));
for (const file of given.length > 0
  ? given
  : [...(process.argv.includes('--own') ? documents(null) : documents()), ...own()]) {
  const text = readText(file);
  const doc = core.parse(text);
  const base = new Set(findings(text).map((f) => `${f.rule} ${f.span.start}`));
  let here = 0;
  for (const kind of kinds(core)) {
    if (only && !kind.name.includes(only)) continue;
    const places = kind.places(doc, text);
    if (places.length === 0) continue;
    here++;
    for (let i = 0; i < each && places.length > 0; i++) {
      const [place] = places.splice(Math.floor(random() * places.length), 1);
      const edit = kind.change(place, text, random);
      if (!edit) continue;
      const changed = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
      const shift = edit.text.length - (edit.end - edit.start);
      const fresh = findings(changed).filter((f) => {
        const at = f.span.start;
        return (
          !base.has(`${f.rule} ${at <= edit.start ? at : at - shift}`) ||
          (at > edit.start - 2 && at < edit.start + edit.text.length + 2 && !base.has(`${f.rule} ${at}`))
        );
      });
      const from = (edit.at ?? edit.start) - 6;
      const to = Math.max((edit.at ?? edit.start) + Math.max(edit.text.length, 1), (edit.until ?? 0) + shift) + 6;
      const right = fresh.some(
        (f) =>
          kind.rules.includes(f.rule) &&
          [f.span, ...(f.related ?? []).map((r) => r.span)].some((s) => s.start <= to && s.end >= from),
      );
      const row = tally.get(kind.name) ?? { seeded: 0, found: 0, right: 0, rules: kind.rules };
      row.seeded++;
      if (fresh.length > 0) row.found++;
      if (right) row.right++;
      else if (verbose) {
        const around = changed
          .slice(Math.max(0, edit.start - 20), edit.start + edit.text.length + 20)
          .replace(/\s/g, '·');
        console.error(
          `missed ${kind.name} in ${path.basename(file).slice(0, 6)}: …${around}…  [${fresh.map((f) => f.rule)}]`,
        );
      }
      tally.set(kind.name, row);
    }
  }
  kindsPerDocument = Math.min(kindsPerDocument, here);
  if (verbose) console.error(`${path.basename(file)}: ${here} kinds`);
}
let seeded = 0;
let right = 0;
let found = 0;
console.log(`${'slip'.padEnd(28)} seeded  found  right place  rules`);
for (const [name, row] of tally) {
  seeded += row.seeded;
  found += row.found;
  right += row.right;
  console.log(
    `${name.padEnd(28)} ${String(row.seeded).padStart(6)} ${String(row.found).padStart(6)} ${String(row.right).padStart(12)}  ${row.rules.join(', ')}`,
  );
}
const share = right / seeded;
console.log(
  `${tally.size} kinds, at least ${kindsPerDocument} in each document: found ${found}/${seeded} (${((100 * found) / seeded).toFixed(1)} %), at the right place ${right}/${seeded} (${(100 * share).toFixed(1)} %)`,
);
process.exit(share >= Number(process.env.NEED ?? 0.95) ? 0 : 1);
