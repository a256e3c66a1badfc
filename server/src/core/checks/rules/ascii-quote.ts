/** Straight quotes in Chinese text. Changes when what counts as Chinese context changes. */
import { isHan, matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const PAIR = /"([^"]*)"/g;

export const asciiQuote = rule({
  id: 'ascii-quote',
  category: 'punctuation',
  title: { en: 'Straight quotes in Chinese text', zh: '中文用了直引号' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.8.2、5.1',
  line: {
    when: '"',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      let last = -1;
      for (const m of matches(text, PAIR)) {
        const start = m.index;
        const end = start + m[0].length;
        last = end - 1;
        const chinese = [...m[1]!].some(isHan) || isHan(text[start - 1]) || isHan(text[end]);
        if (!chinese) continue;
        report({
          span: { start, end },
          message: { en: 'Straight quotes in Chinese text; “…” are meant.', zh: '中文中用了直引号，应为“ ”。' },
          fix: {
            title: { en: 'Make the quotes curved', zh: '改为弯引号' },
            edits: [
              { span: { start, end: start + 1 }, newText: '“' },
              { span: { start: end - 1, end }, newText: '”' },
            ],
            safe: true,
          },
        });
      }
      const single = text.indexOf('"', last + 1);
      if (single < 0 || !(isHan(text[single - 1]) || isHan(text[single + 1]))) return;
      const opened = text.lastIndexOf('“', single) > text.lastIndexOf('”', single);
      const newText = opened ? '”' : '“';
      report({
        span: { start: single, end: single + 1 },
        message: { en: 'A straight quote in Chinese text.', zh: '中文中用了直引号，应为弯引号“ ”中的一个。' },
        fix: {
          title: { en: 'Replace with “{0}”', zh: '改为“{0}”' },
          args: [newText],
          edits: [{ span: { start: single, end: single + 1 }, newText }],
          safe: false,
        },
      });
    },
  },
});
