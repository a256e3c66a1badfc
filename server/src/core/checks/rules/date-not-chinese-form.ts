/** 2022-07-21 and 2022/7/21 and 2022.7.21. Changes when the shapes change. */
import { matches } from '../chars.ts';
import { isDay } from '../dates.ts';
import { rule } from '../rule.ts';

const DATE = /(^|[^\d./-])(\d{4})([-/.])(\d{1,2})\3(\d{1,2})(?![\d./-]*\d)/g;

export const dateNotChineseForm = rule({
  id: 'date-not-chinese-form',
  category: 'metadata',
  title: { en: 'Date not in 年月日', zh: '日期未用年月日' },
  defaultSeverity: 'hint',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.5.4',
  line: {
    when: '-/.',
    check({ text, kind }, report) {
      if (kind === 'table' || kind === 'page-furniture' || kind === 'front-matter') return;
      for (const m of matches(text, DATE)) {
        const [year, month, day] = [Number(m[2]), Number(m[4]), Number(m[5])];
        if (year < 1900 || year > 2100 || !isDay(year, month, day)) continue;
        const start = m.index + m[1]!.length;
        const span = { start, end: m.index + m[0].length };
        const right = `${year}年${month}月${day}日`;
        report({
          span,
          message: { en: 'In a document: {0}.', zh: '公文中的日期写作“{0}”。' },
          args: [right],
          fix: {
            title: { en: 'Write {0}', zh: '改为“{0}”' },
            args: [right],
            edits: [{ span, newText: right }],
            safe: true,
          },
        });
      }
    },
  },
});
