/**
 * Annotating with keys and pointer in a real window: tag, note, reply, resolve; edits above and inside, undo, a file that
 * another program writes; an orphan that is re-attached. Changes when what a reviewer does changes.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Annotating, LANGUAGE } from './lib/annotating.mjs';
import { expect, runSteps } from './lib/steps.mjs';

const FILE = '水环境整治方案.policy.txt';
const LOST = '建立镇村两级巡河台账，按季度公布水质排名。';
const TEXT = `关于开展水环境整治行动的实施方案

为改善城乡水环境质量，结合本地实际，制定本方案。
一、工作目标
到2027年底，全域消除劣质水体，主要河道水质优良率达到九成以上。
二、重点任务
（一）加快管网改造。完成老旧小区雨污分流，由住建部门牵头，各街道配合落实。
（二）强化源头治理。对沿河企业开展排查，限期整改到位。
（三）健全长效机制。${LOST}
三、保障措施
各单位要强化资金保障，将整治经费列入年度预算，确保专款专用。
`;
const AUTHOR = '林审读';

/** @param {{ page: object, workspace: string, shots: string, log: (line: string) => void }} editor */
export async function annotationsScenario({ page, workspace, shots, log }) {
  const file = path.join(workspace, FILE);
  fs.writeFileSync(file, TEXT);
  const work = new Annotating({ page, workspace, file: FILE });
  const { window, widget, status } = work;
  const shot = (name) => window.shot(path.join(shots, `${name}.png`));
  const { keyboard } = page;
  const events = () => work.events();
  const logged = (what, test) => work.logged(what, test);
  const count = (n) => work.count(n);
  const annotate = (words, key) => work.annotate(words, key);
  const title = () => work.title();
  const row = (text) => page.locator('.pane-body .monaco-list-row', { hasText: text }).first();

  /** Goes to the first annotation from the top: its line and how many characters it has. No key waits for its answer then. */
  const first = async () => {
    await window.focusEditor();
    await keyboard.press('Control+Home');
    await window.until(async () => (await window.selected()) === 0, 'the cursor at the top');
    await keyboard.press('Alt+J');
    await window.until(async () => (await window.selected()) > 0, 'the answer to Alt+J');
    return [await window.line(), await window.selected()];
  };
  const place = (line, length) =>
    window.until(async () => {
      const [l, n] = await first();
      return l === line && n === length;
    }, `the first annotation in line ${line} with ${length} characters`);

  /** Whether a mark of an annotation lies exactly below a place on the screen. */
  const marked = async (box) => {
    const marks = await page
      .locator('.view-overlays [class*="TextEditorDecorationType"]')
      .evaluateAll((nodes) =>
        nodes
          .filter((n) => getComputedStyle(n).borderBottomWidth === '2px')
          .map((n) => n.getBoundingClientRect().toJSON()),
      );
    const near = (a, b) => Math.abs(a - b) < 4;
    return marks.some((m) => near(m.x, box.x) && near(m.width, box.width) && Math.abs(m.y - box.y) < box.height / 2);
  };

  /** The editor opens its list of comments with the first one; ours is in the side bar. */
  const closePanel = async () => {
    if (await page.locator('.part.panel').isVisible()) await keyboard.press('Control+J');
    await page.waitForTimeout(800);
  };

  await window.ready();
  const steps = [
    ['a document opens', () => window.open(FILE.slice(0, 6), LANGUAGE)],
    [
      'Alt+M asks once who writes, then a number chooses the tag',
      async () => {
        await work.introduce('全域消除劣质水体', AUTHOR);
        await shot('annotation tags');
        await keyboard.press('1');
        await count(1);
        await logged('the annotation', (e) => e.e === 'add' && e.target?.quote.exact === '全域消除劣质水体');
        expect(
          events().every((e) => e.by === AUTHOR || e.author === AUTHOR),
          'another author',
          events()[0],
        );
      },
    ],
    [
      'a new tag by its name, and the last tag by one key',
      async () => {
        await annotate('完成老旧小区雨污分流', null);
        await keyboard.type('重点工程');
        await keyboard.press('Enter');
        await count(2);
        await window.reveal('限期整改到位');
        await keyboard.press('Shift+Alt+M');
        await count(3);
        await annotate(LOST.slice(0, 10), '2');
        await count(4);
      },
    ],
    [
      'Ctrl+Alt+M writes a note, which is answered',
      async () => {
        await window.reveal('将整治经费列入年度预算');
        await keyboard.press('Control+Alt+M');
        await page.waitForTimeout(1000);
        await keyboard.type('请与财政部门核对口径。');
        await page.waitForTimeout(300);
        await keyboard.press('Control+Enter');
        await count(5);
        await logged('the note', (e) => e.e === 'add' && e.note === '请与财政部门核对口径。');
        const thread = page.locator('.review-widget').last();
        await thread.locator('.review-thread-reply-button, .comment-form .monaco-editor').first().click();
        await page.waitForTimeout(500);
        await keyboard.type('已核对，按上年口径。');
        await page.waitForTimeout(300);
        await keyboard.press('Control+Enter');
        await logged('the reply', (e) => e.e === 'reply' && e.text === '已核对，按上年口径。');
        await page.waitForTimeout(1000);
        await window.foldPane('seeds');
        await window.command('Policy Annotator: Show Annotations');
        await row('全域消除').waitFor({ timeout: 30_000 });
        await closePanel();
        await shot('annotations');
      },
    ],
    [
      'the pointer is told tag and author',
      async () => {
        const text = await window.hover('限期整改到位');
        expect(text.includes('重点工程') && text.includes(AUTHOR), 'another hover', text);
        await window.shotWithHover(path.join(shots, 'annotation hover.png'));
      },
    ],
    [
      'it is resolved with a reason',
      async () => {
        await window.reveal('限期整改到位');
        await keyboard.press('ArrowLeft');
        await window.command('Policy Annotator: Resolve Annotation');
        await window.until(async () => (await title().catch(() => '')).includes('限期'), 'the question');
        await keyboard.type('已列入清单');
        await keyboard.press('Enter');
        await logged('the resolution', (e) => e.e === 'resolve' && e.reason === '已列入清单');
      },
    ],
    [
      'edits above and inside, and undo',
      async () => {
        await place(5, 8);
        await window.focusEditor();
        await keyboard.press('Control+Home');
        await keyboard.type('（征求意见稿）');
        await keyboard.press('Enter');
        await place(6, 8);
        await window.reveal('消除劣质');
        await keyboard.press('ArrowRight');
        await keyboard.type('五类');
        await place(6, 10);
        await shot('annotation edited');
        await keyboard.press('Control+Z');
        await place(6, 8);
        for (let i = 0; i < 4; i++) await keyboard.press('Control+Z');
        await place(5, 8);
      },
    ],
    [
      'what is typed while the marks are drawn moves them',
      async () => {
        const words = '限期整改到位';
        for (let round = 0; round < 3; round++) {
          await window.reveal(words);
          const before = await window.place(words);
          await window.command(`Policy Annotator: ${round % 2 === 0 ? 'Reopen' : 'Resolve'} Annotation`);
          if (round % 2 === 1) {
            await work.asked('限期');
            await keyboard.press('Enter');
          }
          await keyboard.press('Control+Home');
          for (let i = 0; i < 12; i++) {
            await keyboard.press('Enter');
            await page.waitForTimeout(25);
          }
          await window.until(async () => marked(await window.place(words)), `round ${round}: the mark of ${words}`);
          await window.focusEditor();
          await window.until(async () => {
            if ((await window.place(words)).y === before.y) return true;
            await keyboard.press('Control+Z');
            return false;
          }, `round ${round}: the text as it was`);
        }
      },
    ],
    [
      'another program writes the file while it is open',
      async () => {
        await keyboard.press('Control+S');
        await window.until(async () => (await page.locator('.tab.active.dirty').count()) === 0, 'the saved file');
        const saved = fs.readFileSync(file, 'utf8');
        expect(saved === TEXT, 'another text on the disk', saved);
        await page.waitForTimeout(1000);
        const written = TEXT.replace('一、工作目标', '本方案适用于建成区。\n一、工作目标')
          .replace('全域消除', '全域基本消除')
          .replace('各街道配合落实', '各镇街协同落实');
        fs.writeFileSync(file, written);
        await place(6, 10);
        await count(5);
        const text = await window.hover('完成老旧小区雨污分流');
        expect(text.includes('重点工程'), 'no annotation there', text);
      },
    ],
    [
      'words that are gone need attention, and are attached to others',
      async () => {
        const now = fs.readFileSync(file, 'utf8');
        fs.writeFileSync(file, now.replace(LOST, '设立公示牌，接受群众监督。'));
        await window.until(
          async () => /\d+\D+1/.test((await status.textContent()) ?? ''),
          'the warning in the status bar',
        );
        await window.command('Policy Annotator: Show Annotations');
        await row(LOST.slice(0, 6)).waitFor({ timeout: 30_000 });
        await closePanel();
        await shot('needs-attention');
        await window.reveal('设立公示牌');
        await window.command('Policy Annotator: Re-attach Annotation to Selection');
        await widget.locator('.monaco-list-row', { hasText: LOST.slice(0, 6) }).waitFor({ timeout: 30_000 });
        await keyboard.press('Enter');
        await logged(
          'the re-attachment',
          (e) => e.e === 'anchor' && e.to?.quote.exact === '设立公示牌' && e.auto === false,
        );
        await window.until(async () => !/\d+\D+1/.test((await status.textContent()) ?? ''), 'no warning any more');
        await page.waitForTimeout(800);
        await shot('re-attached');
      },
    ],
  ];
  return runSteps(steps, { log, onFailure: (name) => shot(`failed ${name.slice(0, 40)}`) });
}
