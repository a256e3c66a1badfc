/**
 * A reviewer's longer work in a real window, by keys and pointer: relations, notes and attributes of the document, looking
 * after tags, all places of a term, a finding, giving out and bringing in, agreement, a document that is renamed.
 * Changes when that work does.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Annotating, LANGUAGE } from './lib/annotating.mjs';
import { expect, runSteps } from './lib/steps.mjs';

const FILE = '老旧小区改造方案.policy.txt';
const MOVED = '定稿小区改造方案.policy.txt';
const AUTHOR = '周审读';
const TEXT = `关于推进老旧小区改造的实施方案

为改善群众居住条件，结合本地实际，制定本方案。
一、工作目标
到2027年底，完成老旧小区改造六十个，惠及居民三万户。
二、重点任务
（一）补齐基础设施。更新供水管网，由市住房城乡建设局牵头，各街道配合。
（二）完善公共服务。增设养老服务站，优化停车管理，老旧小区物业全覆盖。
（三）健全治理机制。推行老旧小区居民议事制度。
三、保障措施
统筹财政资金，优先保障老旧小区改造，专款专用，严禁挪用。
`;

/** @param {{ page: object, workspace: string, shots: string, log: (line: string) => void }} editor */
export async function annotationWorkScenario({ page, workspace, shots, log }) {
  const file = path.join(workspace, FILE);
  fs.writeFileSync(file, TEXT);
  const work = new Annotating({ page, workspace, file: FILE });
  const { window } = work;
  const { keyboard } = page;
  const shot = (name) => window.shot(path.join(shots, `${name}.png`));
  const ours = (title) => window.command(`Policy Annotator: ${title}`);
  /** Chooses a tag in the list of tags, then what to do with it. */
  const onTag = async (name, action) => {
    await work.choose('Tags', name);
    await work.choose(name, action);
  };
  /** Shows what is below a row of the list; a click on the row itself would go to the text. */
  const unfold = async (text) => {
    const row = work.row(text);
    await row.waitFor({ timeout: 15_000 });
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
  };
  const manage = async (steps) => {
    await ours('Manage Tags');
    await steps();
    await work.asked('Tags');
    await keyboard.press('Escape');
  };

  await window.ready();
  const steps = [
    [
      'a relation is made by keys: from the cursor, to an annotation, with a tag of its own',
      async () => {
        await window.open(FILE.slice(0, 6), LANGUAGE);
        await work.introduce('完成老旧小区改造六十个', AUTHOR);
        await keyboard.press('1');
        await work.count(1);
        await work.annotate('更新供水管网', '2');
        await work.annotate('统筹财政资金', '2');
        await work.count(3);
        await window.reveal('更新供水管网');
        await keyboard.press('ArrowLeft');
        await keyboard.press('Alt+R');
        await work.asked('Relate “更新供水管网” to');
        await shot('relation ends');
        await work.choose('Relate “更新供水管网” to', '完成老旧小区', '完成老旧');
        await work.asked('How does');
        await shot('relation tags');
        await keyboard.press('1');
        const link = await work.logged('the relation', (e) => e.e === 'link');
        expect(link.type === 'Basis' && work.tags().Basis.relation === true, 'another relation', link);
      },
    ],
    [
      'a relation is shown where the pointer rests, and followed by keys and back',
      async () => {
        const text = await window.hover('更新供水管网');
        expect(/Basis\s→\s“完成老旧小区改造六十个”/.test(text), 'no relation in the hover', text);
        await window.shotWithHover(path.join(shots, 'relation hover.png'));
        await window.reveal('更新供水管网');
        await keyboard.press('ArrowLeft');
        await keyboard.press('Shift+Alt+R');
        await window.until(
          async () => (await window.line()) === 5 && (await window.selected()) === 11,
          'the other end',
        );
        await keyboard.press('ArrowLeft');
        await keyboard.press('Shift+Alt+R');
        await window.until(async () => (await window.line()) === 7 && (await window.selected()) === 6, 'the first end');
      },
    ],
    [
      'a relation stands in the list, is deleted there, and comes back',
      async () => {
        await work.showList();
        await window.foldPane('seeds');
        await unfold('更新供水管网');
        const relation = work.row('Basis →');
        await relation.waitFor({ timeout: 15_000 });
        await shot('relation list');
        await relation.hover();
        await relation.locator('.action-label').first().click();
        await work.logged('the deletion', (e) => e.e === 'unlink');
        const toast = await work.told('Relation deleted');
        await toast.locator('.monaco-button', { hasText: 'Undo' }).click();
        await window.until(() => work.events().filter((e) => e.e === 'link').length === 2, 'the relation again');
        const [first, second] = work.events().filter((e) => e.e === 'link');
        expect(first.l === second.l, 'another relation', second);
        await work.dismiss();
        await window.until(async () => {
          await unfold('更新供水管网');
          return work.row('Basis →').isVisible();
        }, 'the relation in the list');
      },
    ],
    [
      'a relation to a section and one to a term',
      async () => {
        await window.reveal('统筹财政资金');
        await keyboard.press('ArrowLeft');
        await keyboard.press('Alt+R');
        await work.choose('Relate “统筹财政资金” to', '重点任务', '重点任务');
        await work.choose('How does', 'Basis', 'Basis');
        await work.logged('the section', (e) => e.e === 'link' && e.to.kind === 'section');
        await keyboard.press('Alt+R');
        await work.choose('Relate “统筹财政资金” to', 'Glossary term “专款专用”', '专款专用');
        await work.answer('How does', '出处');
        await work.logged('the term', (e) => e.e === 'link' && e.to.kind === 'glossary' && e.type === '出处');
        await keyboard.press('Shift+Alt+R');
        await work.choose('Go to', '重点任务', '重点');
        await window.until(async () => (await window.line()) === 6, 'the section');
      },
    ],
    [
      'attributes and a note of the document stand below it, are changed and deleted there',
      async () => {
        await ours('Set Attribute of the Document');
        await work.choose('Attributes of the document', 'Status of review');
        await work.answer('Status of review', '初审');
        await work.logged('the attribute', (e) => e.e === 'attr' && !e.a && e.value === '初审');
        await ours('Set Attribute of the Document');
        await work.answer('Attributes of the document', '主办处室');
        await work.answer('主办处室', '城建处');
        await work.logged('a new attribute', (e) => e.key === '主办处室' && e.value === '城建处');
        await ours('Add Note on the Document');
        await work.answer('Note on the document', '与上位规划核对');
        await work.count(4);
        await work.row('主办处室').waitFor({ timeout: 15_000 });
        await work.row('与上位规划核对').waitFor({ timeout: 15_000 });
        await shot('document attributes');
        await work.row('Status of review').click();
        await work.answer('Status of review', '复审');
        await work.logged('the change', (e) => e.e === 'attr' && e.value === '复审');
        await ours('Delete Attribute of the Document');
        await work.choose('Delete which attribute', '主办处室');
        await work.logged('the deletion', (e) => e.key === '主办处室' && e.value === null);
        await ours('Take Back the Last Deletion');
        await window.until(
          () => work.events().filter((e) => e.key === '主办处室' && e.value === '城建处').length === 2,
          'the attribute again',
        );
      },
    ],
    [
      'tags are made, renamed, coloured, given keys, described, ordered, retired and merged',
      async () => {
        await work.dismiss();
        await manage(async () => {
          await work.choose('Tags', 'New tag…');
          await work.answer('Name of the new tag', '资金');
          await work.tagged('资金', (t) => t.资金);
          await onTag('资金', 'Rename');
          await work.asked('Name of the tag');
          await work.widget.locator('input').first().fill('Measure');
          await work.widget.locator('.quick-input-message', { hasText: 'merge them' }).waitFor({ timeout: 10_000 });
          await work.answer('Name of the tag', '财政资金');
          await work.tagged('财政资金', (t) => t.财政资金);
          await onTag('财政资金', 'Colour');
          await work.asked('财政资金');
          await page.waitForTimeout(300);
          await shot('tag colours');
          await work.choose('财政资金', 'blue', 'blue');
          await work.tagged('a colour', (t) => ['#0072b2', '#56b4e9'].includes(t.财政资金.color));
          await onTag('财政资金', 'Key');
          await work.answer('One digit or letter', 'z');
          await work.tagged('a key', (t) => t.财政资金.key === 'z');
          await onTag('财政资金', 'Guideline');
          await work.answer('When is the tag used', '只标资金来源，不标用途');
          await work.tagged('a guideline', (t) => t.财政资金.guideline === '只标资金来源，不标用途');
          await onTag('财政资金', 'Put Below');
          await work.choose('财政资金', 'Measure');
          await work.tagged('a parent', (t) => t.财政资金.parent === t.Measure.id);
          await work.asked('Tags');
          await page.waitForTimeout(300);
          await shot('tags');
        });
        await work.annotate('专款专用', 'z');
        await work.count(5);
        await manage(async () => {
          await onTag('财政资金', 'Merge into');
          await work.choose('Merge', 'Measure');
          await page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Merge' }).click();
          await work.tagged('the merge', (t) => t.财政资金.mergedInto === t.Measure.id);
        });
        const text = await window.hover('专款专用');
        expect(text.includes('Measure') && !text.includes('财政资金'), 'not merged', text);
        await manage(async () => {
          await onTag('Goal', 'Offer No More');
          await work.tagged('a retired tag', (t) => t.Goal.retired === true);
          await onTag('Goal', 'Offer Again');
          await work.tagged('a tag that is back', (t) => !t.Goal.retired);
        });
      },
    ],
    [
      'all places of the selected words, and again nothing',
      async () => {
        await window.reveal('老旧小区');
        await ours('Annotate All Occurrences');
        await work.asked('5 places');
        await keyboard.press('Escape');
        await window.until(async () => (await work.widget.count()) === 0, 'no question');
        await ours('Annotate All Occurrences');
        await work.choose('老旧小区', 'Goal');
        await work.count(10);
        await ours('Annotate All Occurrences');
        await work.told('annotated already');
        await work.dismiss();
      },
    ],
    [
      'a finding becomes an annotation by the light bulb',
      async () => {
        await window.reveal('专款专用');
        await keyboard.press('ArrowRight');
        await keyboard.type('。');
        await window.until(
          async () => (await page.locator('.squiggly-warning, .squiggly-error, .squiggly-info').count()) > 0,
          'a finding',
        );
        await keyboard.press('ArrowLeft');
        await ours('Annotate the Finding at the Cursor');
        await work.count(11);
        const made = await work.logged('the finding', (e) => e.e === 'add' && e.motivation === 'assessing');
        expect(made.note.length > 4, 'no words of the finding', made);
        await work.annotate('严禁挪用', '1');
        await work.count(12);
        await keyboard.press('Control+S');
      },
    ],
    [
      'everything is given out as JSON-LD, lost, and brought in again',
      async () => {
        await ours('Export Annotations');
        await work.choose('Export annotations as', 'W3C', 'W3C');
        // Beside the workspace: in it, Quick Open would find the export by the document's name.
        const out = path.join(path.dirname(workspace), 'out');
        fs.mkdirSync(out, { recursive: true });
        await window.answerDialog(`${out}/`, 'Export Here');
        await window.until(() => fs.readdirSync(out).length > 0, 'a file');
        const [name] = fs.readdirSync(out);
        const written = JSON.parse(fs.readFileSync(path.join(out, name), 'utf8'));
        expect(JSON.stringify(written).includes('更新供水管网'), 'another content', name);
        await work.told('Files written: 1');
        await shot('exported');
        await work.dismiss();
        fs.rmSync(work.folder, { recursive: true });
        await work.count(0);
        await ours('Import Annotations');
        await work.choose('Import annotations from', 'W3C', 'W3C');
        await window.answerDialog(path.join(out, name), 'Import');
        await work.count(12);
        await work.told('Imported: 12');
        await shot('imported');
        await work.dismiss();
      },
    ],
    [
      'a colleague’s segment arrives, and the report walks through where the two disagree',
      async () => {
        const folder = path.join(work.folder, 'docs', FILE);
        const [segment] = fs.readdirSync(folder);
        const lines = fs.readFileSync(path.join(folder, segment), 'utf8').split('\n').filter(Boolean);
        const theirs = lines
          .map((line) => JSON.parse(line))
          .filter((e) => e.e === 'add' && e.target?.quote.exact !== '更新供水管网')
          .map((e, i) => ({
            ...e,
            id: `${e.id.slice(0, 20)}${String(i).padStart(6, '0')}`,
            by: '吴复核',
            author: '吴复核',
            a: `${e.a.slice(0, 24)}${String(i).padStart(12, '0')}`,
          }));
        fs.writeFileSync(
          path.join(folder, '01ZZZZZZZZZZZZZZZZZZZZZZZZ-吴复核.jsonl'),
          `${theirs.map((e) => JSON.stringify(e)).join('\n')}\n`,
        );
        await window.until(async () => Number(/\d+/.exec((await work.status.textContent()) ?? '')?.[0]) > 20, 'both');
        await ours('Report Agreement');
        await work.asked('Whose annotations');
        await keyboard.press('Enter');
        const toast = await work.told('disagree');
        await toast.locator('.monaco-button', { hasText: 'Walk Through' }).click();
        await window.until(async () => (await work.title().catch(() => ''))?.includes('disagree'), 'the disagreements');
        await shot('disagreements');
        await work.choose('disagree', '更新供水管网');
        await window.until(async () => (await window.selected()) === 6, 'the place of the disagreement');
        await keyboard.press('Escape');
      },
    ],
    [
      'what cannot be written is said, and not shown as if it were',
      async () => {
        const before = Number(/\d+/.exec((await work.status.textContent()) ?? '')?.[0]);
        const folder = path.join(work.folder, 'docs');
        fs.renameSync(folder, `${folder}-aside`);
        fs.writeFileSync(folder, 'in the way');
        await work.count(0);
        await work.annotate('优化停车管理', '1');
        await work.told('Not saved');
        await shot('not saved');
        await work.count(0);
        fs.rmSync(folder);
        fs.renameSync(`${folder}-aside`, folder);
        await work.count(before);
        await work.dismiss();
      },
    ],
    [
      'a document that was never saved is to be saved first',
      async () => {
        await window.command('File: New Untitled Text File');
        await keyboard.type('关于开展调研的通知');
        await ours('Treat as Policy Document');
        await page.waitForTimeout(1_000);
        await window.reveal('开展调研');
        await keyboard.press('Alt+M');
        await work.told('Save the document first');
        await work.dismiss();
        await window.open(FILE.slice(0, 6), LANGUAGE);
      },
    ],
    [
      'the document is renamed in the list of files, and by another program',
      async () => {
        await keyboard.press('Escape');
        await window.open(FILE.slice(0, 6), LANGUAGE);
        const n = Number(/\d+/.exec((await work.status.textContent()) ?? '')?.[0]);
        await window.command('File: Save');
        await window.command('View: Close Editor');
        fs.renameSync(file, path.join(workspace, MOVED));
        await page.waitForTimeout(1_500);
        await window.command('View: Show Explorer');
        await work.row(MOVED.slice(0, 8)).dblclick();
        await page.locator('.tab.active', { hasText: MOVED.slice(0, 8) }).waitFor({ timeout: 15_000 });
        await work.count(0);
        await ours('Take Annotations Along');
        await page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Take Annotations Along' }).click();
        await work.count(n);
        await shot('followed');
      },
    ],
  ];
  return runSteps(steps, { log, onFailure: (name) => shot(`failed work ${name.slice(0, 40)}`) });
}
