/**
 * `npm run package [-- --check]`: the installable .vsix, from production bundles. Changes when the way of packing changes.
 * What goes in is listed in `.vscodeignore`. It is packed in a folder of its own, so that `dist/` stays as it is.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { unzipSync } from 'fflate';
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

/** Runs every command of the packed command line on the packed sample, away from the checkout. */
async function proveCommands(file) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-vsix-'));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(fs.readFileSync(file)))) {
      const target = path.join(folder, name);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, bytes);
    }
    const extension = path.join(folder, 'extension');
    const sample = path.join(extension, 'walkthrough/sample.policy.txt');
    const commands = [
      [['parse', sample], '"outline"'],
      [['outline', sample], '（一）'],
      [['check', sample, '--max-warnings', '0'], 'numbering-gap', 1],
      [['terms', sample], '清水入城工程'],
      [['refs', '三件实事', sample], '三件实事'],
      [['directives', sample], '（一）'],
      [['glossary', 'export', '--builtin', '--format', 'tbx', '-o', 'all.tbx'], 'entries'],
      [['glossary', 'import', 'all.tbx', '--to', 'own.glossary.yml'], 'entries added'],
      [['glossary', 'check', 'own.glossary.yml'], ''],
      [['annotations', 'doctor', folder], 'annotations'],
      [['lsp', '--help'], '--stdio'],
    ];
    for (const [args, says, wanted = 0] of commands) {
      const { code, output } = await run(process.execPath, [path.join(extension, 'dist/cli.js'), ...args], {
        cwd: folder,
        onOutput: () => {},
      });
      if (code !== wanted || !output.includes(says))
        throw new Error(`in the package, \`${args[0]}\` ends with exit code ${code}:\n${output.slice(0, 2000)}`);
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const { file, files, megabytes } = await pack();
await proveCommands(file);
if (!process.argv.includes('--check')) for (const name of files) console.log(`  ${name}`);
if (megabytes > LIMIT_MB) {
  console.error(`${file} has ${megabytes.toFixed(1)} MB; ${LIMIT_MB} MB are the limit`);
  process.exit(1);
}
console.log(`${path.relative(root, file)}: ${files.length} files, ${megabytes.toFixed(2)} MB`);
