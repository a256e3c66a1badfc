/** Page numbers and field codes of a word processor. Changes when their recognition changes. */
import { rule } from '../rule.ts';

export const pageResidue = rule({
  id: 'page-residue',
  category: 'residue',
  title: { en: 'Page number or field code', zh: '页码或域代码残留' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.5（页码属版面，不属正文）',
  check({ doc, text }, report) {
    for (const block of doc.blocks) {
      if (block.kind !== 'page-furniture') continue;
      for (let n = block.firstLine; n <= block.lastLine; n++) {
        const line = doc.lines.line(n);
        const words = text.slice(line.start, line.end).trim();
        if (words === '') continue;
        report({
          span: { start: line.start, end: line.end },
          message: { en: 'Left over from a printed page: “{0}”.', zh: '页面残留：“{0}”。' },
          args: [words.slice(0, 24)],
          tags: ['unnecessary'],
          fix: {
            title: { en: 'Remove this line', zh: '删除此行' },
            edits: [{ span: { start: line.start, end: line.next }, newText: '' }],
            safe: true,
          },
        });
      }
    }
  },
});
