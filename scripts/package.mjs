/**
 * `npm run package [-- --check]`: the installable .vsix, from production bundles. Changes when the way of packing changes.
 * What goes in is listed in `.vscodeignore`. It is packed in a folder of its own, so that `dist/` stays as it is.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { inRoot, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const LIMIT_MB = 10;
const stage = inRoot('build/vsix');

async function fillStage() {
  fs.rmSync(stage, { recursive: true, force: true });
  fs.mkdirSync(stage, { recursive: true });
  const built = await run(process.execPath, ['esbuild.mjs', '--production', '--out=build/vsix/dist'], { cwd: root });
  if (built.code !== 0) throw new Error('the production build failed');
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  for (const file of files.filter((f) => !f.startsWith('dist/'))) {
    fs.mkdirSync(path.dirname(path.join(stage, file)), { recursive: true });
    fs.copyFileSync(inRoot(file), path.join(stage, file));
  }
  fs.copyFileSync(inRoot('.vscodeignore'), path.join(stage, '.vscodeignore'));
}

/** The manifest without what only the checkout needs. */
function slimManifest() {
  const file = path.join(stage, 'package.json');
  const { scripts, devDependencies, dependencies, optionalDependencies, bin, files, ...manifest } = JSON.parse(
    fs.readFileSync(file, 'utf8'),
  );
  fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** @returns {Promise<{ file: string, megabytes: number, files: string[] }>} */
export async function pack() {
  await fillStage();
  const { name, version } = slimManifest();
  const file = inRoot('build', `${name}-${version}.vsix`);
  await createVSIX({
    cwd: stage,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    skipLicense: true,
  });
  const files = await listFiles({ cwd: stage, packageManager: PackageManager.None });
  return { file, files, megabytes: fs.statSync(file).size / 1e6 };
}

const { file, files, megabytes } = await pack();
if (!process.argv.includes('--check')) for (const name of files) console.log(`  ${name}`);
if (megabytes > LIMIT_MB) {
  console.error(`${file} has ${megabytes.toFixed(1)} MB; ${LIMIT_MB} MB are the limit`);
  process.exit(1);
}
console.log(`${path.relative(root, file)}: ${files.length} files, ${megabytes.toFixed(2)} MB`);
