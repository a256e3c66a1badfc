/** Outline and folding as the editor shows them. Changes when the outline's contract does. */
import * as vscode from 'vscode';
import gold000 from '../../fixtures/gold/000_a5eca3c6e360f8b5.json';
import gold001 from '../../fixtures/gold/001_db71cb2626c3d043.json';
import gold002 from '../../fixtures/gold/002_689fda667cca9d32.json';
import gold003 from '../../fixtures/gold/003_c7abbe822af4d6eb.json';
import gold004 from '../../fixtures/gold/004_f97b29c739a87921.json';
import { closeAll, equal, flat, ok, open, sample, symbols, until, untitled } from './support.ts';

interface Gold {
  readonly numbered: readonly { line: number; marker: string; title: string }[];
  readonly reported: readonly { line: number }[];
}
const GOLD: Readonly<Record<string, Gold>> = {
  '000': gold000,
  '001': gold001,
  '002': gold002,
  '003': gold003,
  '004': gold004,
};

describe('structure', () => {
  after(closeAll);

  for (const [digits, gold] of Object.entries(GOLD)) {
    it(`the outline of ${digits} has every heading`, async () => {
      const { uri } = await open(await sample(digits));
      const tree = await until('outline', async () => {
        const found = await symbols(uri);
        return found.length > 0 && found;
      });
      const lines = new Map(flat(tree).map((s) => [s.selectionRange.start.line + 1, s.name]));
      const missing = [...gold.numbered, ...gold.reported].filter(({ line }) => !lines.has(line));
      equal(missing, [], 'headings without a symbol');
      const renamed = gold.numbered.filter(({ line, title }) => !lines.get(line)?.includes(title.slice(0, 6)));
      equal(renamed, [], 'headings under another name');
    });
  }

  it('sections contain their subsections', async () => {
    const document = await untitled(
      '一、总体要求\n正文。\n（一）指导思想。正文。\n（二）基本原则。正文。\n二、主要任务\n正文。\n',
    );
    const tree = await until('outline', async () => {
      const found = await symbols(document.uri);
      return found.length === 2 && found;
    });
    equal(tree[0]?.children.length, 2, 'subsections of the first section');
    ok(tree[0]?.range.contains(tree[0].children[1]?.range ?? tree[0].range), 'a section contains its subsections');
  });

  it('the outline follows an edit', async () => {
    const document = await untitled('一、总体要求\n正文。\n二、主要任务\n正文。\n');
    await until('two sections', async () => (await symbols(document.uri)).length === 2);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '三、保障措施\n正文。\n');
    ok(await vscode.workspace.applyEdit(edit), 'the edit was not applied');
    await until('three sections', async () => (await symbols(document.uri)).length === 3);
  });

  it('sections fold', async () => {
    const { uri } = await open(await sample('001'));
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    const starts = new Set(ranges.map((r) => r.start + 1));
    const missing = gold001.numbered.filter(({ level, line }) => level === 1 && !starts.has(line));
    equal(missing, [], 'sections that do not fold');
  });
});
