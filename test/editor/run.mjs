/**
 * Runs one editor suite: `node test/editor/run.mjs node|web|ui|locale`. Changes when a kind of run is added.
 * Exit codes: 0 passed, 1 failed, 2 out of time, 4 no test ran. The last line is the result as JSON.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { endAll, onInterrupt } from '../../scripts/lib/processes.mjs';
import { buildSuite } from './build.mjs';
import { openWithServer } from './lib/server-host.mjs';
import { openVirtual } from './lib/web-host.mjs';

const LIMIT_MS = Number(process.env.EDITOR_TIMEOUT_MS ?? 240_000);
const begun = Date.now();
const log = (line) => console.log(`[${((Date.now() - begun) / 1000).toFixed(1)} s] ${line}`);

/** A copy, so that tests may write. */
function copyOfSeeds() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-seeds-'));
  fs.cpSync(inRoot('seeds'), folder, { recursive: true });
  return folder;
}

const kinds = {
  node: async (workspace) =>
    suiteResult(await openWithServer({ workspace, extension: root, tests: await buildSuite(), log })),
  web: async (workspace) => suiteResult(await openVirtual({ workspace, tests: await buildSuite(), log })),
};

async function suiteResult(editor) {
  log(`VS Code ${editor.version}`);
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS, 'late');
  });
  const code = await Promise.race([editor.finished, late]);
  clearTimeout(timer);
  if (code === 'late') await editor.page.screenshot({ path: inRoot('build/editor/late.png') });
  await editor.close();
  const result = editor.result();
  if (code === 'late') return { code: 2, ...result };
  if (!(result?.passed > 0) && code === 0) return { code: 4, ...result };
  return { code, ...result };
}

onInterrupt(endAll);
const kind = process.argv[2];
const workspace = copyOfSeeds();
let result = { code: 1 };
try {
  if (!kinds[kind]) throw new Error(`no such run: ${kind}; choose one of ${Object.keys(kinds).join(', ')}`);
  result = await kinds[kind](workspace);
} catch (error) {
  console.error(error);
} finally {
  fs.rmSync(workspace, { recursive: true, force: true });
}
console.log(JSON.stringify(result));
process.exit(result.code);
