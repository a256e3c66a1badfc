/** Terms and titles across documents in a real window: what is hovered, found, jumped to and written. Changes with those. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, runSteps } from './lib/steps.mjs';
import { Workbench } from './lib/workbench.mjs';

const LANGUAGE = '政策文件';
/** @param {{ page: object, workspace: string, shots: string, log: (line: string) => void }} editor */
export async function termsScenario({ page, workspace, shots, log }) {
  const window = new Workbench(page);
  const shot = (name) => window.shot(path.join(shots, `${name}.png`));
  const glossary = path.join(workspace, 'terms.glossary.yml');
  await window.ready();
  const steps = [
    ['a document opens', () => window.open('001_', LANGUAGE)],
    [
      'hovering “八八战略” explains it',
      async () => {
        const text = await window.hover('八八战略');
        expect(/Double Eight|Eight-Eight|八个方面/i.test(text), 'another hover', text);
        return text.split('\n')[0];
      },
    ],
    [
      'references of 两个维护 stand in Simplified and Traditional documents',
      async () => {
        await window.reveal('两个维护');
        const files = await window.references();
        for (const digits of ['001_', '004_'])
          expect(
            files.some((f) => f.includes(digits)),
            `none in ${digits}`,
            files,
          );
        await shot('references');
        await page.keyboard.press('Escape');
        return `${files.length} documents`;
      },
    ],
    [
      'the citation hierarchy names who cites the document',
      async () => {
        await page.keyboard.press('Control+Home');
        const rows = await window.hierarchy();
        await shot('citation-hierarchy');
        expect(
          rows.slice(1).some((row) => row.includes('市委十三届二次全体')),
          'the news of the meeting does not cite it',
          rows,
        );
        return rows.slice(1).join(' | ');
      },
    ],
    [
      'searching for initials finds a term, and goes there',
      async () => {
        const rows = await window.symbols('lgxx');
        await shot('symbol-search');
        expect(
          rows.some((row) => row.includes('两个先行')),
          'not found',
          rows,
        );
        await page.keyboard.press('Escape');
        return rows[0];
      },
    ],
    [
      'searching in the other script finds the same',
      async () => {
        const rows = await window.symbols('兩個先行');
        await page.keyboard.press('Escape');
        expect(
          rows.some((row) => row.includes('两个先行')),
          'not found',
          rows,
        );
      },
    ],
    [
      'the entry of a built-in term opens as a page',
      async () => {
        await window.reveal('两个维护');
        await window.command('Policy Annotator: Open Glossary Entry');
        await window.until(async () => /两个维护/.test(await window.tab()), 'the page of the entry');
        await shot('glossary-page');
        return window.tab();
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
      'hovering “兩個維護” shows the same entry',
      async () => {
        await window.open('004_', LANGUAGE);
        const text = await window.hover('兩個維護');
        expect(/Two Upholds/.test(text) && /坚决维护党中央权威/.test(text), 'another hover', text);
        return text.split('\n')[0];
      },
    ],
    [
      'suggested terms are chosen and written into a glossary',
      async () => {
        await window.command('Policy Annotator: Suggest Glossary Entries');
        const rows = await window.listed(5);
        await shot('suggestions');
        await page.locator('.quick-input-list .monaco-list-row').first().click();
        await page.keyboard.press('Enter');
        await window.until(() => fs.existsSync(glossary) && fs.readFileSync(glossary, 'utf8'), 'the glossary');
        const text = fs.readFileSync(glossary, 'utf8');
        expect(/^terms:\n- term: /.test(text), 'no entry', text);
        return rows[0];
      },
    ],
    [
      'selected words are added behind it',
      async () => {
        const before = fs.readFileSync(glossary, 'utf8');
        await window.open('001_', LANGUAGE);
        await window.reveal('生动实践');
        await window.command('Policy Annotator: Add to Glossary');
        await window.until(() => fs.readFileSync(glossary, 'utf8').length > before.length, 'a longer glossary');
        const after = fs.readFileSync(glossary, 'utf8');
        expect(after.startsWith(before.trimEnd()), 'the entries before are other ones', after);
        return after.trim().split('\n').slice(-3).join(' ');
      },
    ],
  ];
  return runSteps(steps, { log, onFailure: (name) => shot(`failed terms ${name.slice(0, 30)}`) });
}
