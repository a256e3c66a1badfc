/**
 * Bundles the suite that runs inside the editor: one bundle for the Node and the web extension host.
 * Changes when the way of loading mocha there changes.
 */
import fs from 'node:fs';
import esbuild from 'esbuild';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** mocha's browser build is a UMD file in an ES module package: hidden from `module`, it leaves `module.exports` to us. */
const mochaAsGlobal = {
  name: 'mocha-as-global',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => {
      const source = fs.readFileSync(path, 'utf8').replace('})(this,', '})(globalThis,');
      return { loader: 'js', contents: `var module, exports, define;\n${source}` };
    });
  },
};

/** @returns {Promise<string>} the bundle's path */
export async function buildSuite() {
  const outfile = inRoot('build/editor/suite.js');
  await esbuild.build({
    entryPoints: [inRoot('test/editor/suite/index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    define: { global: 'globalThis' },
    external: ['vscode', 'node:*'],
    plugins: [mochaAsGlobal],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  fs.writeFileSync(inRoot('build/editor/package.json'), '{ "type": "commonjs" }\n');
  return outfile;
}
