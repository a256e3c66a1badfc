// Bundles the parser and the checks for the reports of this folder, and reads documents in any of their encodings.
// Changes when the reports need another part of the core.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { yamlPlugin } from '../yaml-plugin.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** `context` (a workspace of one document with the built-in glossary), `parse`, `Checker`, `RULES`, `factsOf`, `fixAll` and friends, from the sources as they are now. */
export async function loadChecks() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-checks-'));
  const outfile = path.join(folder, 'checks.mjs');
  try {
    await build({
      stdin: {
        contents: [
          "export { parse } from './server/src/core/document/parse.ts';",
          "export { Checker } from './server/src/core/checks/run.ts';",
          "export { RULES } from './server/src/core/checks/all.ts';",
          "export { factsOf } from './server/src/core/checks/facts.ts';",
          "export { applyEdits, chooseEdits, fixAll } from './server/src/core/checks/fixes.ts';",
          "export { LEVELS, PRESETS, presetLevel } from './server/src/core/checks/options.ts';",
          "export { TYPOS } from './server/src/core/checks/data/typos.ts';",
          "export { SET_PHRASES } from './server/src/core/checks/data/set-phrases.ts';",
          "export { glossaryContext } from './server/src/core/checks/glossary-context.ts';",
          "export { glossaryWith } from './server/src/core/glossary/entries.ts';",
          "export { fold } from './server/src/core/text/fold.ts';",
        ].join('\n'),
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      logLevel: 'error',
      plugins: [yamlPlugin.esbuild()],
    });
    const core = await import(pathToFileURL(outfile));
    const context = { uri: 'file:///document.txt', others: [], glossary: core.glossaryContext(core.glossaryWith()) };
    return { ...core, context };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A document's text: UTF-16 by its mark, else UTF-8, else GB18030. */
export function readText(file) {
  const bytes = fs.readFileSync(file);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const texts = (folder) =>
  fs
    .readdirSync(folder)
    .filter((f) => /^\d.*\.txt$/.test(f))
    .sort()
    .map((f) => path.join(folder, f));

/** The five samples, and the documents of the reference folder (`POLICY_REFERENCE`) when it is set. */
export function documents(reference = process.env.POLICY_REFERENCE) {
  const seeds = texts(path.join(root, 'seeds'));
  if (!reference) return seeds;
  const corpus = path.join(reference, 'corpus');
  if (!fs.existsSync(corpus)) {
    console.error(`POLICY_REFERENCE is set, but there is no ${corpus}`);
    process.exit(2);
  }
  return [...seeds, ...texts(corpus)];
}
