/** How fast `parse` reads the seeds twenty times over, against the bare baseline in the same run. */
import fs from 'node:fs';
import path from 'node:path';
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

const bare = best(() => baseline(joined));
const each = best(() => {
  for (let i = 0; i < 20; i++) for (const seed of seeds) parse(seed);
});
const whole = best(() => parse(joined));
console.log(`input ${size.toFixed(2)} MB of UTF-8 (${joined.length} characters)`);
row('bare baseline', size, bare);
row('parse, 100 documents', size, each, bare);
row('parse, one document', size, whole, bare);

for (const factor of [1, 2, 4, 8]) {
  const text = Array.from({ length: factor }, () => joined).join('\n');
  const time = best(() => parse(text), 3);
  row(
    `growth: × ${factor}`,
    megabytes(text),
    time,
    best(() => baseline(text), 3),
  );
}

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const kept = seeds.flatMap((s) => Array.from({ length: 20 }, (_, i) => parse(`${s}\n${i}`)));
globalThis.gc?.();
const bytes = (process.memoryUsage().heapUsed - before) / kept.length;
console.log(
  `memory: ${(bytes / 1024).toFixed(0)} KiB a parsed document of ${(joined.length / 100).toFixed(0)} characters`,
);
