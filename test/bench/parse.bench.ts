/**
 * How fast `parse` reads, against the bare baseline in the same run. Warm: the same twenty copies again and again, whose
 * paragraphs are remembered. Cold: no paragraph was ever read before; that is what opening documents costs.
 */
import fs from 'node:fs';
import path from 'node:path';
import { forgetParagraphs } from '../../server/src/core/document/mentions/paragraph.ts';
import { parse } from '../../server/src/core/document/parse.ts';
import { baseline } from './baseline.ts';
import { best, megabytes, row } from './measure.ts';

declare const __ROOT__: string;

const folder = path.join(__ROOT__, 'seeds');
const seeds = fs
  .readdirSync(folder)
  .sort()
  .map((f) => fs.readFileSync(path.join(folder, f), 'utf8'));
const joined = Array.from({ length: 20 }, () => seeds.join('\n')).join('\n');
const size = megabytes(joined);

/** Ordinary characters that begin or end no phrase that a reader looks for; copies differ by shifting them. */
const ORDINARY = '美丽晴朗浓淡香甜轻柔宽窄粗细厚薄软硬干湿冷暖';

/** The text with another ordinary character behind each comma of its paragraphs, one more at their ends: all are new. */
function copy(text: string, n: number): string {
  const pick = (i: number): string => ORDINARY[(n * 7 + i) % ORDINARY.length]!;
  let i = 0;
  return text
    .replace(/[了的](?=[\u4e00-\u9fff])/g, (m) => (i++ % 3 === n % 3 ? m + pick(i) : m))
    .replace(/(?<=[^\s])(?=\r?\n)/g, () => pick(++i) + pick(n + (i >> 3)) + pick(Math.floor(n / 22)));
}

const RUNS = 15;
const bare = best(() => baseline(joined), RUNS);
console.log(`input ${size.toFixed(2)} MB of UTF-8 (${joined.length} characters)`);
row('bare baseline', size, bare);

const forgotten = best(() => {
  for (let i = 0; i < 20; i++) {
    forgetParagraphs();
    for (const seed of seeds) parse(seed);
  }
}, RUNS);
row('cold, 100 documents', size, forgotten, bare);

let edition = 0;
const varied = Array.from({ length: (RUNS + 1) * 20 }, () => seeds.map((seed) => copy(seed, ++edition)));
let from = 0;
const fresh = best(() => {
  for (let i = 0; i < 20; i++) for (const text of varied[from++ % varied.length]!) parse(text);
}, RUNS);
row('cold, no paragraph twice', size, fresh, bare);

const each = best(() => {
  for (let i = 0; i < 20; i++) for (const seed of seeds) parse(seed);
});
row('warm, 100 documents', size, each, bare);
row(
  'warm, one document',
  size,
  best(() => parse(joined)),
  bare,
);

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const kept = seeds.flatMap((s) => Array.from({ length: 20 }, (_, i) => parse(`${s}\n${i}`)));
globalThis.gc?.();
const bytes = (process.memoryUsage().heapUsed - before) / kept.length;
console.log(
  `memory: ${(bytes / 1024).toFixed(0)} KiB a parsed document of ${(joined.length / 100).toFixed(0)} characters`,
);

/** What must not cost more for each character however long the text: megabytes of the short one, of the long one, the text. */
const GROWING: readonly (readonly [string, number, number, string])[] = [
  ['growth: documents', 2, 50, `${joined}\n`],
  ['growth: one line', 2, 50, '各地要认真贯彻落实工作要求。'],
  ['growth: opening quotes', 1, 50, '“'],
  ['growth: nested brackets', 1, 20, '“‘《（【】）》’”'],
  ['growth: markers', 1, 20, '一、甲\n'],
  ['growth: blank lines', 1, 20, '\n'],
];

for (const [name, short, long, unit] of GROWING) {
  const sized = (mb: number): string => unit.repeat(Math.max(1, Math.round((mb * 1e6) / Buffer.byteLength(unit))));
  const [small, large] = [sized(short), sized(long)];
  const perMegabyte = best(() => parse(small), 3) / megabytes(small);
  const time = best(() => parse(large), 1);
  const growth = time / megabytes(large) / perMegabyte;
  row(name, megabytes(large), time);
  console.log(
    `${''.padEnd(26)} ${growth.toFixed(2)} × the time for each megabyte of ${megabytes(small).toFixed(0)} MB`,
  );
}
