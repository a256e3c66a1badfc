/** “ ” in Traditional text, where 「 」 are usual. Changes when that judgement changes. */

import { pairsOf } from '../pairs.ts';
import { rule } from '../rule.ts';

export const traditionalQuoteMarks = rule({
  id: 'traditional-quote-marks',
  category: 'script',
  title: { en: 'Mainland quotation marks in a Traditional text', zh: '繁体文本用了大陆引号' },
  defaultSeverity: 'hint',
  fix: 'suggestion',
  since: '0.1.0',
  stable: false,
  docs: '繁体排版惯例：「」『』',
  line: {
    when: '“',
    check({ text, script }, report) {
      if (script !== 'hant' || pairsOf(text).problems.length > 0) return;
      for (let open = text.indexOf('“'); open >= 0; open = text.indexOf('“', open + 1)) {
        const close = text.indexOf('”', open);
        if (close < 0) return;
        report({
          span: { start: open, end: close + 1 },
          message: { en: 'Traditional text usually has 「…」.', zh: '繁体文本通常用“「」”。' },
          fix: {
            title: { en: 'Make them 「…」', zh: '改为「」' },
            edits: [
              { span: { start: open, end: open + 1 }, newText: '「' },
              { span: { start: close, end: close + 1 }, newText: '」' },
            ],
            safe: false,
          },
        });
        open = close;
      }
    },
  },
});
