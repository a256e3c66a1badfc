/**
 * `npm run screenshots [-- name…]`: takes the pictures of docs/images from the real editor.
 * Changes when a picture is added. The extension is packed and installed first, as for a user.
 */
import { openWithServer } from '../test/editor/lib/server-host.mjs';
import { copyOfSeeds, packedExtension } from '../test/editor/lib/subject.mjs';
import { Workbench } from '../test/editor/lib/workbench.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { endAll, onInterrupt, run } from './lib/processes.mjs';

const LANGUAGE = '政策文件';

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
    async prepare(window) {
      await window.open('001_', LANGUAGE);
      await window.symbols('lgxx');
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
];

async function take({ name, locale, keepPointer, prepare }) {
  const { folder, remove } = copyOfSeeds();
  const editor = await openWithServer({ workspace: folder, vsix: packedExtension(), locale, log: () => {} });
  try {
    const window = new Workbench(editor.page);
    await window.ready();
    await prepare(window, editor.page);
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
