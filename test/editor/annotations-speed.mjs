/**
 * 2,000 annotations in 100,000 characters, in a real window: how long until they are shown, and how long from a key to the
 * frame that shows it, with annotations and without in alternating rounds. By hand: `npm run bench:annotations`, after
 * `npm run build && npm run package`. Changes when something else is measured.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { endAll, onInterrupt } from '../../scripts/lib/processes.mjs';
import { install, opening, typing } from './lib/page-clock.mjs';
import { openWithServer } from './lib/server-host.mjs';
import { packedExtension } from './lib/subject.mjs';
import { Workbench } from './lib/workbench.mjs';

const LANGUAGE = '政策文件';
const COUNT = 2_000;
const CHARACTERS = 100_000;
const KEYS = 100;
const PAUSE = 60;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const PLAIN = '未标注长文';
const MARKED = '已标注长文';
const TITLE = '关于分解年度任务的通知';
const DECORATION = '.editor-instance .view-overlays [class*="TextEditorDecorationType"]';

const CLAUSES = ['统筹各方力量', '压实属地责任', '健全工作台账', '开展随机抽查', '优化办事流程', '按期报送进展'];

function longText() {
  let text = `${TITLE}\n\n`;
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
  const command = ['annotations', 'import', '--from', 'doccano', '--author', '测'];
  const args = [...command, '--document', `${MARKED}.policy.txt`, file];
  execFileSync(process.execPath, [inRoot('dist/cli.js'), ...args], { cwd: folder, stdio: 'inherit' });
  return { folder, remove: () => fs.rmSync(parent, { recursive: true, force: true }) };
}

const at = (values, part) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
};
const ms = (n) => `${n.toFixed(n < 100 ? 1 : 0)} ms`;
const log = (line) => console.log(line);

if (!fs.existsSync(inRoot('dist/cli.js'))) {
  console.error('dist/cli.js is missing: npm run build');
  process.exit(1);
}
onInterrupt(endAll);
const { folder, remove } = makeWorkspace();
let editor;
let code = 1;
try {
  editor = await openWithServer({ workspace: folder, vsix: packedExtension(), log });
  const { page } = editor;
  const window = new Workbench(page);
  await window.ready();
  await install(page);
  const closeAll = async () => {
    await window.command('View: Close All Editors');
    await window.until(async () => (await page.locator('.tabs-container .tab').count()) === 0, 'no tab');
    await page.waitForTimeout(1_000);
  };
  /** Opens a document that is not open; milliseconds to its text and to its annotations. */
  const open = async (name) => {
    await window.find(name);
    const text = { selector: '.editor-instance .view-line', text: TITLE };
    const times = await opening(page, { text, ...(name === MARKED ? { marks: { selector: DECORATION } } : {}) });
    await page.locator('.statusbar-item[id="status.editor.mode"]', { hasText: LANGUAGE }).waitFor();
    await page.waitForTimeout(1_000);
    return times;
  };
  /** Types in the middle, takes it back, and gives the times of the keys. */
  const keys = async () => {
    await window.focusEditor();
    await page.keyboard.press('Control+G');
    await page.keyboard.type(':400:40');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(2_000);
    const times = await typing(page, 'x', KEYS, PAUSE);
    await page.waitForTimeout(500);
    await window.command('File: Revert File');
    await page.waitForTimeout(500);
    return times;
  };
  const first = await open(MARKED);
  log(`first document of the window: text after ${ms(first.text)}, annotations after ${ms(first.marks)}`);
  await closeAll();
  const typed = { [PLAIN]: [], [MARKED]: [] };
  const opened = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of round % 2 === 0 ? [PLAIN, MARKED] : [MARKED, PLAIN]) {
      const times = await open(name);
      if (name === MARKED) opened.push(times);
      const all = await keys();
      typed[name].push(all);
      const marks = times.marks === undefined ? '' : `, annotations after ${ms(times.marks)}`;
      const key = `key p50 ${ms(at(all, 0.5))}, p95 ${ms(at(all, 0.95))}`;
      log(`round ${round + 1}, ${name}: text after ${ms(times.text)}${marks}; ${key}`);
      await closeAll();
    }
  }
  log(
    `annotations behind the text: ${ms(
      at(
        opened.map((o) => o.marks - o.text),
        0.5,
      ),
    )} (median of ${ROUNDS} rounds)`,
  );
  log(
    `open to annotations: ${ms(
      at(
        opened.map((o) => o.marks),
        0.5,
      ),
    )}`,
  );
  for (const [name, rounds] of Object.entries(typed)) {
    const all = rounds.flat();
    log(`${name}: key to frame p50 ${ms(at(all, 0.5))}, p95 ${ms(at(all, 0.95))}, at most ${ms(Math.max(...all))}`);
  }
  for (const part of [0.5, 0.95]) {
    const ratios = typed[MARKED].map((all, i) => at(all, part) / at(typed[PLAIN][i], part));
    const shown = ratios.map((r) => r.toFixed(2)).join(', ');
    log(`with annotations / without, p${part * 100}: median ${at(ratios, 0.5).toFixed(2)} (rounds: ${shown})`);
  }
  code = 0;
} catch (error) {
  console.error(error);
  await editor?.page.screenshot({ path: inRoot('build/screenshots/annotations-speed.png') }).catch(() => {});
} finally {
  await editor?.close();
  remove();
}
process.exit(code);
