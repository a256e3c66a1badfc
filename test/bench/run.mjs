// Runs the benchmarks: bundles each `*.bench.ts` and prints its table. `npm run bench [name…]`
// Figures are ratios against a baseline or a peer in the same run; times alone say nothing on another machine.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { yamlPlugin } from '../../scripts/yaml-plugin.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const wanted = process.argv.slice(2);
const names = fs
  .readdirSync(here)
  .filter((f) => f.endsWith('.bench.ts'))
  .map((f) => f.slice(0, -'.bench.ts'.length))
  .filter((n) => wanted.length === 0 || wanted.includes(n));

if (names.length === 0) {
  console.error(`No benchmark is called ${wanted.join(', ')}.`);
  process.exit(2);
}
const [cpu] = os.cpus();
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
console.log(`policy-annotator ${version} · Node ${process.version} · ${os.platform()} ${os.arch()}`);
console.log(`${cpu?.model ?? 'unknown processor'} × ${os.cpus().length} · load ${os.loadavg()[0].toFixed(1)}\n`);

let worst = 0;
for (const name of names) {
  const outfile = path.join(root, 'build/bench', `${name}.cjs`);
  await esbuild.build({
    entryPoints: [path.join(here, `${name}.bench.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
    external: ['zhlint', 'autocorrect-node', '@lint-md/core', 'textlint'],
    define: { __ROOT__: JSON.stringify(root) },
    plugins: [yamlPlugin.esbuild()],
  });
  console.log(`── ${name}`);
  worst = Math.max(worst, spawnSync(process.execPath, ['--expose-gc', outfile], { stdio: 'inherit' }).status ?? 1);
  console.log('');
}
process.exit(worst);
