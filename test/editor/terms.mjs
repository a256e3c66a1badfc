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
  fs.writeFileSync(
    path.join(workspace, 'new.policy.txt'),
    '关于加强治水工作的通知\n\n各县区人民政府：\n\n一、总体要求\n\n',
  );
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
        await page
          .locator('.tab.active', { hasText: path.basename(glossary) })
          .first()
          .waitFor();
        const after = fs.readFileSync(glossary, 'utf8');
        expect(after.startsWith(before.trimEnd()), 'the entries before are other ones', after);
        return after.trim().split('\n').slice(-3).join(' ');
      },
    ],
    [
      'an exported glossary is written where the dialog says',
      async () => {
        const file = path.join(workspace, 'all.tbx');
        await window.command('Policy Annotator: Export Glossary…');
        await window.choose('With the built-in glossary');
        await window.answerDialog(file);
        await window.until(() => fs.existsSync(file) && fs.statSync(file).size > 10_000, 'the exported file');
        const text = fs.readFileSync(file, 'utf8');
        expect(
          text.includes('<term>两个维护</term>') && text.trimEnd().endsWith('</tbx>'),
          'another file',
          text.slice(0, 200),
        );
        return `${(text.length / 1000).toFixed(0)} kB`;
      },
    ],
    [
      'an imported table is written into the glossary, and what is no good is left out',
      async () => {
        const file = path.join(workspace, 'new.csv');
        fs.writeFileSync(file, '\ufeff术语,英译,类别\r\n清流行动,the Clear Stream Campaign,program\r\n,nothing,\r\n');
        const before = fs.readFileSync(glossary, 'utf8');
        await window.open('001_', LANGUAGE);
        await window.command('Policy Annotator: Import Glossary…');
        await window.answerDialog(file);
        await window.until(() => fs.readFileSync(glossary, 'utf8').length > before.length, 'a longer glossary');
        const after = fs.readFileSync(glossary, 'utf8');
        expect(after.startsWith(before.trimEnd()), 'the entries before are other ones', after);
        expect(
          /- term: 清流行动\n\s+category: program\n\s+translation: the Clear Stream Campaign/.test(after),
          'another entry',
          after,
        );
        const said = await window.notification('left out: 1');
        await shot('glossary-import');
        return said;
      },
    ],
    [
      'persons are listed with their positions, and chosen ones are shown',
      async () => {
        await window.open('000_', LANGUAGE);
        await window.command('Policy Annotator: Go to Person in Document');
        const rows = await window.listed(4);
        await shot('persons');
        for (const said of ['刘捷省委常委；市委书记', '金志市委副书记'])
          expect(
            rows.some((row) => row.replace(/\s/g, '').includes(said)),
            `no ${said}`,
            rows,
          );
        await window.choose('金志');
        await window.until(async () => (await window.line()) === 5, 'the line of the first mention');
        return rows.join(' | ');
      },
    ],
    [
      'hovering a person gives the positions of the document',
      async () => {
        const text = await window.hover('刘忻');
        expect(/市长/.test(text), 'another hover', text);
        const [name, other] = await Promise.all(['刘忻', '部署下半年经济工作'].map((words) => window.colour(words)));
        expect(name !== other, 'the name looks as the words about it', name);
        return text.split('\n').slice(0, 2).join(' ');
      },
    ],
    [
      'words of a new document are completed: terms, their pinyin, titles, the next number',
      async () => {
        await window.open('new.policy', LANGUAGE);
        await page.keyboard.press('Control+End');
        await window.suggested('二、');
        await page.keyboard.press('Enter');
        await page.keyboard.type('坚持bbzl');
        await window.suggested('八八战略');
        await page.keyboard.press('Enter');
        await page.keyboard.insertText('，做到');
        expect((await window.suggestions(0)).length === 0, 'a list while prose is typed', await window.suggestions(0));
        await page.keyboard.type('“');
        const offered = await window.suggestions();
        await shot('completion');
        await page.keyboard.insertText('两个维');
        await page.keyboard.press('Control+Space');
        await window.until(async () => (await window.suggestions())[0]?.startsWith('两个维护'), 'the typed term');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Control+S');
        const saved = () => fs.readFileSync(path.join(workspace, 'new.policy.txt'), 'utf8');
        await window.until(() => saved().includes('两个维护”'), 'the completed text');
        expect(/二、坚持八八战略，做到“两个维护”\s*$/.test(saved()), 'another text', saved());
        return `${offered.length} offered behind “`;
      },
    ],
  ];
  return runSteps(steps, { log, onFailure: (name) => shot(`failed terms ${name.slice(0, 30)}`) });
}
