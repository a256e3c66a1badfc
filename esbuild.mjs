// Bundles every shell from one base configuration. `node esbuild.mjs [--watch] [--production] [--only=name,…] [--out=dist]`
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { sidecarPlugin } from './scripts/sidecar-plugin.mjs';
import { yamlPlugin } from './scripts/yaml-plugin.mjs';

const has = (flag) => process.argv.includes(flag);
const only = process.argv
  .find((a) => a.startsWith('--only='))
  ?.slice(7)
  .split(',');
const production = has('--production');
const out = process.argv.find((a) => a.startsWith('--out='))?.slice(6) ?? 'dist';

const base = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  sourcemap: production ? false : 'linked',
  // Names stay in a development build; the rest of minifying makes starting quicker.
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: production,
  logLevel: 'warning',
  plugins: [yamlPlugin.esbuild()],
};
/** Names everything that the reading of documents depends on: what an index stored with another name is not used. */
function readers() {
  const hash = createHash('sha256');
  for (const folder of ['server/src/core', 'server/src/data']) {
    const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
    for (const file of files.map((f) => path.join(f.parentPath ?? f.path, f.name)).sort())
      hash.update(file.replaceAll('\\', '/')).update(fs.readFileSync(file));
  }
  return hash.update(fs.readFileSync('package-lock.json')).digest('hex').slice(0, 32);
}

const define = {
  POLICY_ANNOTATOR_READERS: JSON.stringify(readers()),
  POLICY_ANNOTATOR_VERSION: JSON.stringify(JSON.parse(fs.readFileSync('package.json', 'utf8')).version),
};
// Some ES modules ask for their own address, which a CommonJS bundle has to make.
const metaUrl = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";
const plainNode = {
  ...base,
  define: { ...define, 'import.meta.url': 'importMetaUrl' },
  banner: { js: metaUrl },
  platform: 'node',
  target: 'node20',
  // `require` for what is loaded on first use: `import()` of a CommonJS file reads it twice to guess its names.
  supported: { 'dynamic-import': false },
  external: ['vscode', 'nodejieba'],
};
const node = { ...plainNode, plugins: [sidecarPlugin(plainNode, out), ...base.plugins] };
const browser = {
  ...base,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  define: { ...define, global: 'globalThis', 'import.meta.url': '""' },
  external: ['vscode'],
};

const bundles = {
  'client-node': { ...node, entryPoints: ['client/src/extension.node.ts'], outfile: 'dist/client/node.js' },
  'client-browser': { ...browser, entryPoints: ['client/src/extension.browser.ts'], outfile: 'dist/client/browser.js' },
  'server-node': { ...node, entryPoints: ['server/src/node/main.ts'], outfile: 'dist/server/node.js' },
  segmenter: { ...node, entryPoints: ['server/src/node/segmenter-process.ts'], outfile: 'dist/server/segmenter.js' },
  'server-worker': {
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/worker/main.ts'],
    outfile: 'dist/server/worker.js',
  },
  cli: {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: `#!/usr/bin/env node\n${metaUrl}` },
  },
  'cli-worker': { ...node, entryPoints: ['server/src/cli/worker.ts'], outfile: 'dist/cli-worker.js' },
};

const chosen = Object.entries(bundles)
  .filter(([name, o]) => (only ? only.includes(name) : true) && fs.existsSync(o.entryPoints[0]))
  .map(([name, o]) => [name, { ...o, outfile: o.outfile.replace('dist', out) }]);
fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(`${out}/package.json`, '{ "type": "commonjs" }\n'); // the manifest above says "module"
fs.copyFileSync('node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm', `${out}/jieba_rs_wasm_bg.wasm`);
if (has('--watch')) {
  for (const [, options] of chosen) await (await esbuild.context(options)).watch();
  console.log('watching');
} else {
  await Promise.all(chosen.map(([, options]) => esbuild.build(options)));
  if (fs.existsSync(`${out}/cli.js`)) fs.chmodSync(`${out}/cli.js`, 0o755);
}
