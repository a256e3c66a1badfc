// Prints found / listed / wrong of the cross references of the sample documents. `node scripts/xref-report.mjs [--all]`
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { yamlPlugin } from './yaml-plugin.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const outfile = path.join(root, 'build/reports/crossReferences.mjs');
await esbuild.build({
  entryPoints: [path.join(root, 'test/reports/crossReferences.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
  plugins: [yamlPlugin.esbuild()],
});
const { crossReferences } = await import(pathToFileURL(outfile).href);
const all = process.argv.includes('--all');
for (const [name, f] of Object.entries(crossReferences(root))) {
  console.log(
    `${name.padEnd(32)} found ${String(f.found).padStart(4)} of ${String(f.listed).padStart(4)}, wrong ${f.wrong}`,
  );
  if (all) for (const m of f.missing) console.log(`    missing ${m}`);
  if (all) for (const e of f.errors) console.log(`    wrong   ${e}`);
}
