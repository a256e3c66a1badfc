/** A reader's first minutes with the installed extension, in a real window. Changes when those do. */
import path from 'node:path';
import { expect, runSteps } from './lib/steps.mjs';
import { Workbench } from './lib/workbench.mjs';

const LANGUAGE = '政策文件';
const REMOVED_DEFAULTS = {
  '[policy-zh]': {
    'editor.unicodeHighlight.ambiguousCharacters': true,
    'editor.wordSegmenterLocales': '',
  },
};

/** @param {{ page: object, profile: object, shots: string, log: (line: string) => void }} editor */
export async function readerScenario({ page, profile, shots, log }) {
  const window = new Workbench(page);
  const shot = (name) => window.shot(path.join(shots, `${name}.png`));
  await window.ready();
  const steps = [
    ['a plain .txt file opens as a policy document', () => window.open('001_', LANGUAGE)],
    [
      'the outline shows the sections',
      async () => {
        const rows = await window.outline(3);
        expect(
          rows.some((row) => row.startsWith('一、')),
          'no first section',
          rows,
        );
        await shot('outline');
        return `${rows.length} rows`;
      },
    ],
    [
      'no box around Chinese punctuation',
      async () => expect((await window.boxes()) === 0, 'boxes', await window.boxes()),
    ],
    [
      'a double click selects a word',
      async () => {
        await window.doubleClick('中国');
        const selected = await window.until(() => window.selected(), 'a selection');
        expect(selected >= 1 && selected <= 4, 'characters selected', selected);
        return `${selected} characters`;
      },
    ],
    [
      'hovering “两个维护” explains it',
      async () => {
        const text = await window.hover('两个维护');
        expect(/Two Upholds/.test(text), 'another hover', text);
        await window.shotWithHover(path.join(shots, 'hover.png'));
        return text.split('\n')[0];
      },
    ],
    [
      'F12 on a cited title opens the cited document',
      async () => {
        await window.open('000_', LANGUAGE);
        await window.reveal('奋力推进“两个先行”在杭州生动实践的决议');
        await page.keyboard.press('F12');
        await window.until(async () => (await window.tab()).startsWith('001_'), 'the tab of the cited document');
      },
    ],
    [
      'the Traditional document is read as well',
      async () => {
        await window.open('004_', LANGUAGE);
        const rows = await window.outline(3);
        expect(
          rows.some((row) => row.includes('會議')),
          'no reported section',
          rows,
        );
        await shot('traditional');
      },
    ],
    [
      'without the editor defaults these checks would fail',
      async () => {
        profile.configure(REMOVED_DEFAULTS);
        await window.open('001_', LANGUAGE);
        await window.until(async () => (await window.boxes()) > 0, 'boxes');
        await window.doubleClick('中国');
        const selected = await window.until(() => window.selected(), 'a selection');
        expect(selected > 4, 'characters selected without word segmentation', selected);
        profile.configure({});
        return `${await window.boxes()} boxes, ${selected} characters`;
      },
    ],
  ];
  return runSteps(steps, { log, onFailure: (name) => shot(`failed ${name.slice(0, 40)}`) });
}

/** The interface in Chinese. */
export async function chineseScenario({ page, shots, log }) {
  const window = new Workbench(page);
  await window.ready();
  const steps = [
    ['a document opens', () => window.open('001_', LANGUAGE)],
    [
      'commands have Chinese titles',
      async () => {
        const titles = await window.offered('重新启动语言服务器');
        expect(
          titles.some((t) => t.includes('重新启动语言服务器')),
          'no such command',
          titles,
        );
        return titles[0];
      },
    ],
    [
      'hovers explain in Chinese',
      async () => {
        const text = await window.hover('两个维护');
        expect(/坚决维护/.test(text), 'another hover', text);
        await window.shotWithHover(path.join(shots, 'hover-zh-cn.png'));
        return text.split('\n')[0];
      },
    ],
    [
      'the status speaks Chinese',
      async () => {
        const text = await languageStatus(page);
        expect(/[\u4e00-\u9fff]{3}/.test(text.replaceAll(LANGUAGE, '')), 'no Chinese status', text);
        await window.shot(path.join(shots, 'status-zh-cn.png'));
        return text.replace(/\s+/g, ' ');
      },
    ],
  ];
  return runSteps(steps, { log, onFailure: (name) => window.shot(path.join(shots, `failed ${name}.png`)) });
}

/** The text of the language status that opens above the braces in the status bar. */
async function languageStatus(page) {
  const braces = page.locator('.statusbar-item[id="status.languageStatus"]');
  await braces.hover();
  const details = page.locator('.hover-language-status').first();
  await details.waitFor({ timeout: 15_000 });
  return page
    .locator('.hover-language-status')
    .allInnerTexts()
    .then((texts) => texts.join('\n'));
}
