/**
 * Benchmark of anchoring: how often an annotation is found in its right place after an edit that happened elsewhere.
 * `npm run bench:anchoring`; ANCHORING_TRIALS a cell, ANCHORING_SEED, ANCHORING_SHOW failures; exits 1 where a target is missed.
 */
import { createHash } from 'node:crypto';
import { type Ground, place, prepareBase } from '../../server/src/core/annotations/anchoring/reattach.ts';
import { describe } from '../../server/src/core/annotations/selectors.ts';
import { NormalText } from '../../server/src/core/annotations/units.ts';
import { random, type Sample, samples } from './anchoring/documents.ts';
import {
  BEYOND,
  EXACT,
  type Kind,
  type Length,
  makeTrial,
  ORDINARY,
  PROGRAMS,
  type Span,
  type Trial,
  TWINS,
} from './anchoring/edits.ts';
import { hypothesis } from './anchoring/hypothesis.ts';

declare const __ROOT__: string;

const TRIALS = Number(process.env['ANCHORING_TRIALS'] ?? 12);
const SEED = Number(process.env['ANCHORING_SEED'] ?? 20261121);
const SHOW = Number(process.env['ANCHORING_SHOW'] ?? 0);

interface Tally {
  right: number;
  wrong: number;
  asked: number;
  exact: number;
  orphan: number;
  count: number;
}
const tally = (): Tally => ({ right: 0, wrong: 0, asked: 0, exact: 0, orphan: 0, count: 0 });

type Verdict = 'right' | 'wrong' | 'asked';

function judge(found: Span | null, truth: Span | null): Verdict {
  if (!found) return truth ? 'asked' : 'right';
  if (!truth) return 'wrong';
  const shared = Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
  const union = Math.max(found.end, truth.end) - Math.min(found.start, truth.start);
  return shared / union >= 0.5 ? 'right' : 'wrong';
}

function count(t: Tally, found: Span | null, orphan: boolean, trial: Trial): Verdict {
  const { truth } = trial;
  let verdict = judge(found, truth);
  if (!truth && !found && !orphan) verdict = 'asked';
  t[verdict]++;
  t.count++;
  if (orphan) t.orphan++;
  if (found && truth && found.start === truth.start && found.end === truth.end) t.exact++;
  return verdict;
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

function ours(trial: Trial, withBase: boolean): { span: Span | null; orphan: boolean; why: string } {
  const before = new NormalText(trial.before);
  const after = new NormalText(trial.after);
  const ground: Ground = { text: after, hash: sha(after.text) };
  const target = describe(before, trial.quote, sha(before.text));
  const base = withBase && target.base !== ground.hash ? prepareBase(ground, before.text) : null;
  const p = place(target, ground, base);
  const span = p.span ? { start: after.toRaw(p.span.start), end: after.toRaw(p.span.end) } : null;
  return { span, orphan: p.outcome === 'orphan', why: `${p.outcome} ${p.cause} ${p.confidence.toFixed(2)}` };
}

const METHODS = ['ours', 'ours, no base text', 'Hypothesis', 'Hypothesis ≥ 0.7'] as const;
type Method = (typeof METHODS)[number];
const results = new Map<string, Tally>();
const at = (method: Method, kind: Kind, length: Length | 'all', set: string): Tally => {
  const key = `${method}|${kind}|${length}|${set}`;
  let t = results.get(key);
  if (!t) {
    t = tally();
    results.set(key, t);
  }
  return t;
};

const LENGTHS: readonly Length[] = ['term', 'phrase', 'sentence'];
const KINDS: readonly Kind[] = [...ORDINARY, ...EXACT, ...PROGRAMS, ...BEYOND, ...TWINS];
let shown = 0;

function run(sample: Sample, all: readonly Sample[], rng: () => number): void {
  for (const kind of KINDS) {
    for (const length of LENGTHS) {
      for (let n = 0; n < TRIALS; n++) {
        const donor = all[Math.floor(rng() * all.length)]!;
        if (donor === sample && all.length > 1) continue;
        const trial = makeTrial(rng, sample.text, donor.text, kind, length);
        if (!trial) continue;
        const outcomes: [Method, { span: Span | null; orphan: boolean; why: string }][] = [];
        outcomes.push(['ours', ours(trial, true)]);
        outcomes.push(['ours, no base text', ours(trial, false)]);
        const h = hypothesis(trial.before, trial.quote, trial.after);
        outcomes.push(['Hypothesis', { span: h?.span ?? null, orphan: !h, why: '' }]);
        const sure = h && h.score >= 0.7 ? h.span : null;
        outcomes.push(['Hypothesis ≥ 0.7', { span: sure, orphan: !sure, why: '' }]);
        for (const [method, o] of outcomes) {
          const verdict = count(at(method, kind, length, sample.set), o.span, o.orphan, trial);
          if (method === 'ours' && verdict !== 'right' && shown < SHOW) {
            shown++;
            const t = trial.truth;
            console.error(`${sample.name} ${kind} ${length} ${verdict} [${o.why}]
  quote  ${JSON.stringify(trial.before.slice(trial.quote.start - 12, trial.quote.start))} «${trial.before.slice(trial.quote.start, trial.quote.end)}» ${JSON.stringify(trial.before.slice(trial.quote.end, trial.quote.end + 12))}
  truth  ${t ? `${JSON.stringify(trial.after.slice(t.start - 12, t.start))} «${trial.after.slice(t.start, t.end)}» ${JSON.stringify(trial.after.slice(t.end, t.end + 12))}` : 'gone'}
  found  ${o.span ? `${JSON.stringify(trial.after.slice(o.span.start - 12, o.span.start))} «${trial.after.slice(o.span.start, o.span.end)}» ${JSON.stringify(trial.after.slice(o.span.end, o.span.end + 12))}` : '-'}`);
          }
        }
      }
    }
  }
}

const all = samples(__ROOT__);
const rng = random(SEED);
const started = Date.now();
for (const sample of all) run(sample, all, rng);

function sum(method: Method, kinds: readonly Kind[], lengths: readonly Length[] = LENGTHS, set?: string): Tally {
  const out = tally();
  for (const kind of kinds) {
    for (const length of lengths) {
      for (const s of set ? [set] : ['seeds', 'corpus']) {
        const t = results.get(`${method}|${kind}|${length}|${s}`);
        if (t) for (const key of Object.keys(out) as (keyof Tally)[]) out[key] += t[key];
      }
    }
  }
  return out;
}

const percent = (n: number, of: number): string => (of === 0 ? '   – ' : `${((100 * n) / of).toFixed(1)}`.padStart(5));
const cell = (t: Tally): string =>
  `${percent(t.right, t.count)} /${percent(t.wrong, t.count)} /${percent(t.asked, t.count)}`;

console.log(
  `anchoring: ${all.length} documents, ${TRIALS} trials a cell, seed ${SEED}, ${((Date.now() - started) / 1000).toFixed(0)} s`,
);
if (!process.env['POLICY_REFERENCE']) console.log('corpus left out: POLICY_REFERENCE is not set');
console.log('right / wrong / asked (or missed) in percent; deleted text is right when it is an orphan\n');
const groups: [string, readonly Kind[]][] = [
  ['ordinary edits', ORDINARY],
  ['external reload, line ends', EXACT],
  ["other programs' revisions", PROGRAMS],
  ['beyond the targets', BEYOND],
  ['constructed twins', TWINS],
];
for (const [title, kinds] of groups) {
  console.log(title);
  for (const method of METHODS) {
    console.log(
      `  ${method.padEnd(20)} ${'all'.padEnd(14)} ${cell(sum(method, kinds))}   n=${sum(method, kinds).count}`,
    );
  }
  for (const kind of kinds) {
    const parts = METHODS.map((m) => `${m}: ${cell(sum(m, [kind]))}`);
    console.log(`    ${kind.padEnd(14)} ${parts.join('  |  ')}`);
  }
  for (const length of LENGTHS) console.log(`    ours, ${length.padEnd(9)} ${cell(sum('ours', kinds, [length]))}`);
  for (const set of ['seeds', 'corpus'])
    console.log(`    ours, ${set.padEnd(9)} ${cell(sum('ours', kinds, LENGTHS, set))}`);
  console.log('');
}

const targets: [string, number, boolean][] = [];
const target = (name: string, value: number, least: number, most = Infinity): void => {
  targets.push([
    `${name}: ${value.toFixed(2)} % (target ${most === Infinity ? `≥ ${least}` : `≤ ${most}`})`,
    value,
    value >= least && value <= most,
  ]);
};
const ordinary = sum('ours', ORDINARY);
const deleted = sum('ours', ['deleted']);
const exact = sum('ours', EXACT);
const programs = sum('ours', PROGRAMS);
target('ordinary, right', (100 * ordinary.right) / ordinary.count, 95);
target('ordinary, wrong', (100 * ordinary.wrong) / ordinary.count, 0, 1);
target('deleted text orphaned', (100 * deleted.orphan) / deleted.count, 98);
target('external reload and line ends, exact place', (100 * exact.exact) / exact.count, 100);
target("other programs' revisions, right", (100 * programs.right) / programs.count, 98);
for (const [line, , ok] of targets) console.log(`${ok ? 'met   ' : 'MISSED'} ${line}`);
process.exitCode = targets.every(([, , ok]) => ok) ? 0 : 1;
