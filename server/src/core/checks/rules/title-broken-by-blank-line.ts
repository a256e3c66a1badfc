/** An empty line inside the title. Changes when that judgement changes. */
import { rule } from '../rule.ts';
import { hasGenre } from '../titles.ts';

const ORGAN = /(?:委|政府|委员会|人大常委会|办公室|办公厅|[厅局部院处署])$/;

/** Whether two pieces that an empty line parts are one title: the first is none by itself, and only both together are. */
function belong(before: string, after: string): boolean {
  if (hasGenre(before) || /[0-9]{4}|:\/\/|[|>»]/.test(before + after.slice(0, 12))) return false;
  // 某某县人民政府 / 关于印发……的通知, 某某省人大常委会 / 某某省渔业条例: whose it is, above the title.
  if (ORGAN.test(before)) return false;
  // The same title once more, behind what the page put between.
  if (after.includes(before)) return false;
  return hasGenre(after);
}

export const titleBrokenByBlankLine = rule({
  id: 'title-broken-by-blank-line',
  category: 'metadata',
  title: { en: 'Empty line inside the title', zh: '标题中间有空行' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.1',
  check({ doc, text, folded }, report) {
    // Pages that put an empty line behind every line say nothing by it.
    let apart = 0;
    let close = 0;
    for (let i = 1; i < doc.blocks.length; i++) {
      if (doc.blocks[i]!.kind !== 'paragraph' && doc.blocks[i]!.kind !== 'heading') continue;
      if (doc.blocks[i - 1]!.kind === 'blank') apart++;
      else close++;
    }
    if (apart > close) return;
    for (const block of doc.blocks) {
      if (block.kind !== 'title') continue;
      for (let n = block.firstLine + 1; n < block.lastLine; n++) {
        const line = doc.lines.line(n);
        if (text.slice(line.start, line.end).trim() !== '') continue;
        const before = doc.lines.line(n - 1);
        const words = (from: number, to: number): string => folded.slice(from, to).replace(/\s+/g, '');
        const rest = words(line.end, doc.lines.line(block.lastLine).end);
        if (!belong(words(doc.lines.line(block.firstLine).start, before.end), rest)) continue;
        report({
          span: { start: before.start, end: doc.lines.line(block.lastLine).end },
          message: { en: 'An empty line splits this title.', zh: '空行把标题断成两截。' },
          fix: {
            title: { en: 'Remove the empty line', zh: '删除空行' },
            edits: [{ span: { start: line.start, end: line.next }, newText: '' }],
            safe: true,
          },
        });
        break;
      }
    }
  },
});
