/**
 * Runs one editor suite: `node test/editor/run.mjs node|web|ui|terms|annotations|annotation-work|annotations-together|locale|start`. Changes when a kind of run is added.
 * Exit codes: 0 passed, 1 failed, 2 out of time, 4 no test ran. The last line is the result as JSON.
 */
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { endAll, onInterrupt } from '../../scripts/lib/processes.mjs';
import { annotationsTogetherScenario } from './annotations-together.mjs';
import { annotationsScenario } from './annotations-ui.mjs';
import { annotationWorkScenario } from './annotations-work.mjs';
import { buildSuite } from './build.mjs';
import { electronAvailable, runInElectron } from './electron.mjs';
import { openWithServer } from './lib/server-host.mjs';
import { copyOfSeeds, packedExtension } from './lib/subject.mjs';
import { openVirtual } from './lib/web-host.mjs';
import { startScenario } from './start.mjs';
import { termsScenario } from './terms.mjs';
import { chineseScenario, readerScenario } from './ui.mjs';

const LIMIT_MS = Number(process.env.EDITOR_TIMEOUT_MS ?? 240_000);
const begun = Date.now();
const log = (line) => console.log(`[${((Date.now() - begun) / 1000).toFixed(1)} s] ${line}`);

const shots = inRoot('build/screenshots');

fs.mkdirSync(shots, { recursive: true });

/** As on the desktop. In a browser the editor saves by itself, and an undo while it does so leaves the older text on the disk. */
const SETTINGS = { 'files.autoSave': 'off' };

/** The packed extension, installed as a user would, in a window that a script works. */
async function scenario(workspace, play, locale) {
  const vsix = packedExtension();
  const editor = await openWithServer({ workspace, vsix, locale, settings: SETTINGS, log });
  try {
    log(`VS Code ${editor.version} with ${path.basename(vsix)}`);
    return { version: editor.version, ...(await play({ ...editor, workspace, shots, log })) };
  } finally {
    await editor.close();
  }
}

const kinds = {
  async node(workspace) {
    const tests = await buildSuite();
    if (await electronAvailable()) return runInElectron({ workspace, tests, log });
    return suiteResult(await openWithServer({ workspace, extension: root, tests, log }));
  },
  web: async (workspace) => suiteResult(await openVirtual({ workspace, tests: await buildSuite(), log })),
  ui: (workspace) => scenario(workspace, readerScenario),
  terms: (workspace) => scenario(workspace, termsScenario),
  annotations: (workspace) => scenario(workspace, annotationsScenario),
  'annotations-together': (workspace) => scenario(workspace, annotationsTogetherScenario),
  'annotation-work': (workspace) => scenario(workspace, annotationWorkScenario),
  start: (workspace) => startScenario({ workspace, shots, log }),
  locale: (workspace) => scenario(workspace, chineseScenario, 'zh-cn'),
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
const { folder: workspace, remove } = copyOfSeeds();
let result = { code: 1 };
try {
  if (!kinds[kind]) throw new Error(`no such run: ${kind}; choose one of ${Object.keys(kinds).join(', ')}`);
  result = await kinds[kind](workspace);
} catch (error) {
  console.error(error);
} finally {
  remove();
}
console.log(JSON.stringify(result));
process.exit(result.code);
