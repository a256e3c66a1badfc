/** Lines that the hosting page put round the document. Changes when their recognition changes. */
import { rule } from '../rule.ts';

export const webBoilerplate = rule({
  id: 'web-boilerplate',
  category: 'residue',
  title: { en: 'Line of the hosting web page', zh: '网页残留' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: '用法：正文不含网页栏目、按钮与统计',
  check({ doc, text }, report) {
    for (const block of doc.blocks) {
      if (block.kind !== 'web-chrome') continue;
      for (let n = block.firstLine; n <= block.lastLine; n++) {
        const line = doc.lines.line(n);
        const words = text.slice(line.start, line.end).trim();
        if (words === '') continue;
        report({
          span: { start: line.start, end: line.end },
          message: { en: 'Left over from a web page: “{0}”.', zh: '网页残留：“{0}”。' },
          args: [words.length > 24 ? `${words.slice(0, 24)}…` : words],
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
