/**
 * 2,000 annotations in 100,000 characters, in a real window: how long until they are shown, and how long a keystroke takes
 * until the window draws, with annotations and without in the same run. By hand: `npm run bench:annotations`, after
 * `npm run package`. Changes when something else is measured.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { endAll, onInterrupt } from '../../scripts/lib/processes.mjs';
import { openWithServer } from './lib/server-host.mjs';
import { packedExtension } from './lib/subject.mjs';
import { Workbench } from './lib/workbench.mjs';

const LANGUAGE = '政策文件';
const COUNT = 2_000;
const CHARACTERS = 100_000;
const KEYS = 100;
const ROUNDS = Number(process.env.ROUNDS ?? 1);
const PLAIN = '未标注长文';
const MARKED = '已标注长文';
const DECORATION = '.editor-instance .view-overlays [class*="TextEditorDecorationType"]';

const CLAUSES = ['统筹各方力量', '压实属地责任', '健全工作台账', '开展随机抽查', '优化办事流程', '按期报送进展'];

function longText() {
  let text = '关于分解年度任务的通知\n\n';
  for (let i = 1; text.length < CHARACTERS; i++) {
    const clauses = Array.from({ length: 10 }, (_, k) => `${CLAUSES[(i * 5 + k) % CLAUSES.length]}第${i * 10 + k}项`);
    text += `（${i}）${clauses.join('，')}。\n`;
  }
  return text;
}

/** Two documents of the same text, one of which has annotations, written by the command line program. */
function makeWorkspace() {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'pa-'));
  const folder = path.join(parent, 'docs');
  fs.mkdirSync(folder);
  const text = longText();
  const step = Math.floor((text.length - 40) / COUNT);
  const labels = Array.from({ length: COUNT }, (_, i) => [i * step + 14, i * step + 18 + (i % 20), `类${i % 5}`]);
  for (const name of [PLAIN, MARKED]) fs.writeFileSync(path.join(folder, `${name}.policy.txt`), text);
  const file = path.join(parent, 'labels.jsonl');
  fs.writeFileSync(file, `${JSON.stringify({ text, label: labels })}\n`);
  const args = [
    'annotations',
    'import',
    '--from',
    'doccano',
    '--author',
    '测',
    '--document',
    `${MARKED}.policy.txt`,
    file,
  ];
  execFileSync(process.execPath, [inRoot('dist/cli.js'), ...args], { cwd: folder, stdio: 'inherit' });
  return { folder, remove: () => fs.rmSync(parent, { recursive: true, force: true }) };
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

/** Types in the middle of the document; for each key the time until the frame after the one that it changed begins. */
async function typing(page) {
  await page.evaluate(() => {
    globalThis.keyTimes = [];
    globalThis.keyListener ??= (event) => {
      if (event.key.length !== 1) return;
      const begun = performance.now();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => globalThis.keyTimes.push(performance.now() - begun);
        channel.port2.postMessage(null);
      });
    };
    globalThis.removeEventListener('keydown', globalThis.keyListener, true);
    globalThis.addEventListener('keydown', globalThis.keyListener, true);
  });
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press('x');
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(500);
  const times = await page.evaluate(() => globalThis.keyTimes);
  if (times.length < KEYS) throw new Error(`only ${times.length} of ${KEYS} keys were drawn`);
  return times;
}

const log = (line) => console.log(line);
onInterrupt(endAll);
const { folder, remove } = makeWorkspace();
let editor;
let code = 1;
try {
  editor = await openWithServer({ workspace: folder, vsix: packedExtension(), log });
  const { page } = editor;
  const window = new Workbench(page);
  const status = page.locator('.statusbar-item[id$="policyAnnotator.annotations"]');
  await window.ready();
  const shown = async (name, annotated) => {
    const begun = performance.now();
    await window.open(name, LANGUAGE);
    const opened = performance.now() - begun;
    if (!annotated) return { opened };
    await page.locator(DECORATION).first().waitFor({ timeout: 60_000, state: 'attached' });
    const decorated = performance.now() - begun;
    await window.until(
      async () => ((await status.textContent()) ?? '').includes(String(COUNT)),
      `${COUNT} annotations`,
    );
    return { opened, decorated };
  };
  const middle = async () => {
    await window.focusEditor();
    await page.keyboard.press('Control+G');
    await page.keyboard.type(':400:40');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(2_000);
  };
  await shown(PLAIN, false);
  const { opened, decorated } = await shown(MARKED, true);
  log(`opened in ${opened.toFixed(0)} ms, decorated after ${decorated.toFixed(0)} ms`);
  const times = { [PLAIN]: [], [MARKED]: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of [PLAIN, MARKED]) {
      await shown(name, false);
      await middle();
      times[name].push(...(await typing(page)));
    }
  }
  const figures = Object.fromEntries(
    Object.entries(times).map(([name, all]) => {
      const sorted = all.sort((a, b) => a - b);
      return [name, { p50: at(sorted, 0.5), p95: at(sorted, 0.95), most: sorted.at(-1) }];
    }),
  );
  for (const [name, { p50, p95, most }] of Object.entries(figures))
    log(`${name}: key to frame p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, at most ${most.toFixed(1)} ms`);
  const ratio = (key) => figures[MARKED][key] / figures[PLAIN][key];
  log(`with annotations / without: p50 ${ratio('p50').toFixed(2)}, p95 ${ratio('p95').toFixed(2)}`);
  code = 0;
} catch (error) {
  console.error(error);
  await editor?.page.screenshot({ path: inRoot('build/screenshots/annotations-speed.png') }).catch(() => {});
} finally {
  await editor?.close();
  remove();
}
process.exit(code);
