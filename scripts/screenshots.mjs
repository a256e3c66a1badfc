/**
 * `npm run screenshots [-- name…]`: takes the pictures of docs/images from the real editor.
 * Changes when a picture is added. The extension is packed and installed first, as for a user.
 */
import fs from 'node:fs';
import path from 'node:path';
import { openWithServer } from '../test/editor/lib/server-host.mjs';
import { copyOfSeeds, packedExtension } from '../test/editor/lib/subject.mjs';
import { Workbench } from '../test/editor/lib/workbench.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { endAll, onInterrupt, run } from './lib/processes.mjs';

const LANGUAGE = '政策文件';

const WRONG_COUNT = `澜州市人民政府办公室关于做好近期重点工作的通知

澜政办发〔2023〕21号

各县（市、区）人民政府，市政府各部门：

　　经市政府同意，近期要抓好以下六项工作：

　　一、稳定粮食生产
　　压实属地责任，确保播种面积不减少、总产量有增长。

　　二、推进项目建设
　　强化要素保障，加快重大项目进度，形成更多实物工作量。

　　三、优化营商环境
　　减事项、减材料、减时间，推进政务服务一件事集成改革。

　　四、守牢安全底线
　　深入开展隐患排查整治，坚决防范遏制重特大事故。

　　五、改善民生福祉
　　办好十件民生实事，让群众得到实实在在的好处。

澜州市人民政府办公室
2023年6月20日
`;

/** Each picture: its name, the locale, and what to do before it is taken. */
const PICTURES = [
  {
    name: 'outline-001',
    async prepare(window) {
      await window.open('001_', LANGUAGE);
      await window.foldPane('seeds');
      await window.outline(3);
    },
  },
  {
    name: 'hover-slogan',
    keepPointer: true,
    async prepare(window) {
      await window.open('001_', LANGUAGE);
      await window.hover('两个确立');
    },
  },
  {
    name: 'hover-slogan-zh-cn',
    locale: 'zh-cn',
    keepPointer: true,
    async prepare(window) {
      await window.open('001_', LANGUAGE);
      await window.hover('八八战略');
    },
  },
  {
    name: 'traditional-004',
    keepPointer: true,
    async prepare(window) {
      await window.open('004_', LANGUAGE);
      await window.foldPane('seeds');
      await window.outline(3);
      await window.hover('兩個維護');
    },
  },
  {
    name: 'references',
    async prepare(window) {
      await window.open('001_', LANGUAGE);
      await window.reveal('两个维护');
      await window.references();
    },
  },
  {
    name: 'citation-hierarchy',
    async prepare(window, page) {
      await window.open('001_', LANGUAGE);
      await page.keyboard.press('Control+Home');
      await window.hierarchy();
      await page.locator('.part.sidebar .monaco-list-row .monaco-tl-twistie').last().click();
    },
  },
  {
    name: 'symbol-search',
    async prepare(window, page) {
      await window.open('001_', LANGUAGE);
      await window.hover('两个先行');
      await page.keyboard.press('Control+Home');
      await window.symbols('lgxx');
    },
  },
  {
    name: 'persons',
    async prepare(window) {
      await window.open('000_', LANGUAGE);
      await window.command('Policy Annotator: Go to Person in Document');
      await window.listed(4);
    },
  },
  {
    name: 'suggest-terms',
    async prepare(window) {
      await window.open('001_', LANGUAGE);
      await window.command('Policy Annotator: Suggest Glossary Entries');
      await window.listed(5);
    },
  },
  {
    name: 'check-quick-fix',
    async prepare(window, page, folder) {
      await write(folder, 'wrong-count.policy.txt', WRONG_COUNT);
      await window.open('wrong-count', LANGUAGE);
      await page.waitForTimeout(4000);
      await window.reveal('六项工作');
      await window.command('Quick Fix...');
      await page.locator('.action-widget').first().waitFor({ timeout: 15_000 });
    },
  },
  {
    name: 'check-related',
    async prepare(window, page, folder) {
      const other = fs.readdirSync(folder).find((f) => f.startsWith('001_'));
      const file = path.join(folder, other);
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('7月27日', '7月28日'));
      await window.open('000_', LANGUAGE);
      await page.waitForTimeout(4000);
      await window.command('Problems: Focus on Problems View');
      const row = page.locator('.markers-panel .monaco-list-row', { hasText: '7-28' }).first();
      await row.waitFor({ timeout: 15_000 });
      await row.click();
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'check-script',
    keepPointer: true,
    async prepare(window) {
      await window.open('004_', LANGUAGE);
      await window.hover('示范');
    },
  },
];

async function write(folder, name, text) {
  fs.writeFileSync(path.join(folder, name), text);
}

async function take({ name, locale, keepPointer, prepare }) {
  const { folder, remove } = copyOfSeeds();
  const editor = await openWithServer({ workspace: folder, vsix: packedExtension(), locale, log: () => {} });
  try {
    const window = new Workbench(editor.page);
    await window.ready();
    await prepare(window, editor.page, folder);
    await editor.page.waitForTimeout(1000);
    const file = inRoot('docs/images', `${name}.png`);
    await (keepPointer ? window.shotWithHover(file) : window.shot(file));
    console.log(`docs/images/${name}.png from VS Code ${editor.version}`);
  } finally {
    await editor.close();
    remove();
  }
}

onInterrupt(endAll);
const wanted = process.argv.slice(2);
const { code } = await run(process.execPath, ['scripts/package.mjs', '--check'], { cwd: root });
if (code !== 0) process.exit(code);
for (const picture of PICTURES) if (wanted.length === 0 || wanted.includes(picture.name)) await take(picture);
