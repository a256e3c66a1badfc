#!/usr/bin/env node
// Prints three tables about the checks. usage: POLICY_REFERENCE=folder node scripts/check-report.mjs [--seeds] [--findings] [--fixes] [--speed]
// --seeds: found, listed and missing per rule against the column "seeds" of the reference's facts/rules.md (as test/fixtures/rule-places.json)
// --findings: every finding of the standard preset above hint on samples and reference documents, for judging
// --fixes: all fixes, round after round: rounds until nothing changes, characters changed outside what findings named
// --speed: a full check of each sample, warm, and of samples joined ten and twenty times
import fs from 'node:fs';
import path from 'node:path';
import { documents, loadChecks, readText, root } from './lib/checks.mjs';

const flag = (name) => process.argv.includes(name) || !process.argv.slice(2).some((a) => a.startsWith('--'));
const core = await loadChecks();
const name = (file) => path.basename(file).slice(0, 6).replace(/_$/, '');

if (flag('--seeds')) seedTable();
if (flag('--findings')) findingList();
if (flag('--fixes')) fixTable();
if (flag('--speed')) speedTable();

/** Listed places are `document:line` with how many there; a place may be covered by any of the named rules. */
function seedTable() {
  const listed = JSON.parse(fs.readFileSync(path.join(root, 'test/fixtures/rule-places.json'), 'utf8'));
  const checker = new core.Checker({ preset: 'drafting' });
  const found = new Map();
  for (const file of documents().filter((f) => f.startsWith(path.join(root, 'seeds')))) {
    const doc = core.parse(readText(file));
    for (const f of checker.run(doc, core.context)) {
      const key = `${f.rule} ${path.basename(file).slice(0, 3)}:${doc.lines.lineAt(f.span.start) + 1}`;
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  console.log(`${'rule'.padEnd(34)} listed  found  missing  beside the list`);
  let missing = 0;
  let beside = 0;
  for (const rule of core.RULES) {
    const places = listed[rule.id] ?? {};
    let want = 0;
    let got = 0;
    const short = [];
    for (const [place, n] of Object.entries(places)) {
      want += n;
      const here = found.get(`${rule.id} ${place}`) ?? 0;
      got += Math.min(n, here);
      if (here < n) short.push(`${place} ${here}/${n}`);
    }
    const extra = [...found]
      .filter(([k]) => k.startsWith(`${rule.id} `))
      .flatMap(([k, n]) => {
        const place = k.slice(rule.id.length + 1);
        const over = n - (places[place] ?? 0);
        return over > 0 ? [`${place}×${over}`] : [];
      });
    missing += want - got;
    beside += extra.length;
    if (want > 0 || extra.length > 0) {
      console.log(
        `${rule.id.padEnd(34)} ${String(want).padStart(6)} ${String(got).padStart(6)} ${String(want - got).padStart(8)}  ${[...short.map((s) => `missing ${s}`), ...extra].join(' ')}`,
      );
    }
  }
  console.log(
    `missing ${missing}; places beside the list ${beside}; rules with nothing listed and nothing found: ${core.RULES.filter((r) => !listed[r.id] && ![...found.keys()].some((k) => k.startsWith(`${r.id} `))).length} of ${core.RULES.length}\n`,
  );
}

function findingList() {
  const checker = new core.Checker({ locale: 'zh-cn' });
  let characters = 0;
  let total = 0;
  const perRule = new Map();
  for (const file of documents()) {
    const text = readText(file);
    characters += text.length;
    const doc = core.parse(text);
    for (const f of checker.run(doc, core.context)) {
      if (f.severity === 'hint') continue;
      total++;
      perRule.set(f.rule, (perRule.get(f.rule) ?? 0) + 1);
      const { line, character } = doc.lines.position(f.span.start);
      const around = `${text.slice(Math.max(0, f.span.start - 10), f.span.start)}【${text.slice(f.span.start, f.span.end).slice(0, 30)}】${text.slice(f.span.end, f.span.end + 10)}`;
      console.log(
        `${name(file)}:${line + 1}:${character + 1} ${f.severity} ${f.rule}: ${f.message} | ${around.replace(/\s/g, '·')}`,
      );
    }
  }
  console.log(
    `${total} findings above hint in ${characters} characters: ${[...perRule]
      .sort((a, b) => b[1] - a[1])
      .map(([r, n]) => `${r} ${n}`)
      .join(', ')}\n`,
  );
}

function fixTable() {
  const checker = new core.Checker({});
  console.log('document  rounds  settled  fixed  left fixable  outside');
  let bad = 0;
  for (const file of documents()) {
    const text = readText(file);
    const check = (t) => checker.run(core.parse(t), core.context);
    const wanted = (f) => f.fix?.safe === true;
    const first = core.chooseEdits(check(text).filter(wanted));
    const named = check(text)
      .filter(wanted)
      .flatMap((f) => [f.span, ...f.fix.edits.map((e) => e.span)]);
    const outside = first.edits.filter(
      (e) => !named.some((s) => s.start <= e.span.start && e.span.end <= s.end),
    ).length;
    const done = core.fixAll(text, check);
    const left = check(done.text).filter(wanted).length;
    if (!done.settled || left > 0 || outside > 0) bad++;
    console.log(
      `${name(file).padEnd(9)} ${String(done.rounds).padStart(6)} ${String(done.settled).padStart(8)} ${String(done.fixed).padStart(6)} ${String(left).padStart(13)} ${String(outside).padStart(8)}`,
    );
  }
  console.log(`${bad} documents do not settle in three rounds or change elsewhere\n`);
}

function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}

function time(text, runs, fresh) {
  const doc = core.parse(text);
  const times = [];
  let checker = new core.Checker({});
  for (let i = 0; i < runs; i++) {
    if (fresh) checker = new core.Checker({});
    const before = performance.now();
    checker.run(doc, core.context);
    times.push(performance.now() - before);
  }
  return median(times);
}

function speedTable() {
  console.log('full check, median, ms (no cached lines / lines cached)');
  const seeds = documents().filter((f) => f.startsWith(path.join(root, 'seeds')));
  for (const file of seeds) {
    const text = readText(file);
    time(text, 30, true);
    console.log(
      `${name(file).padEnd(6)} ${String(text.length).padStart(7)} characters  ${time(text, 31, true).toFixed(1).padStart(7)}  ${time(text, 31, false).toFixed(1).padStart(7)}`,
    );
  }
  const all = seeds.map(readText).join('\n');
  for (const n of [1, 10, 20]) {
    const text = all.repeat(n);
    console.log(
      `×${String(n).padEnd(5)} ${String(text.length).padStart(7)} characters  ${time(text, 5, true).toFixed(1).padStart(7)}  ${time(text, 5, false).toFixed(1).padStart(7)}`,
    );
  }
}
