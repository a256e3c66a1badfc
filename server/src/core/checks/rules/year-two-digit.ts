/** 20年7月5日 for 2020年. Changes when that judgement changes. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const SHORT = /(^|[^0-9〇一二三四五六七八九十第近满长达约历时过用花超])(\d{2})年(?=\d{1,2}月)/g;

export const yearTwoDigit = rule({
  id: 'year-two-digit',
  category: 'metadata',
  title: { en: 'Year with two figures', zh: '年份用了两位数' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.5.4；GB/T 15835-2011 5.1.4',
  line: {
    when: '年',
    check({ folded, kind, script }, report) {
      // 99年2月 in Traditional texts is a year of the Republic.
      if (script === 'hant') return;
      if (!PROSE.has(kind) && kind !== 'signature' && kind !== 'adoption-note') return;
      for (const m of matches(folded, SHORT)) {
        const start = m.index + m[1]!.length;
        const n = Number(m[2]);
        const full = `${n > 50 ? 19 : 20}${m[2]}`;
        const span = { start, end: start + 2 };
        report({
          span,
          message: { en: 'A year has four figures: {0}.', zh: '年份应写全四位，写作“{0}”。' },
          args: [full],
          fix: {
            title: { en: 'Write {0}', zh: '改为“{0}”' },
            args: [full],
            edits: [{ span, newText: full }],
            safe: false,
          },
        });
      }
    },
  },
});
