/** 二〇二三年5月1日: one date in two kinds of figures. Changes when the shapes of dates change. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const MIXED =
  /[〇○零一二三四五六七八九]{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}年(?:十[一二]?|[一二三四五六七八九])月(?:[一二三四五六七八九十]{1,3}日)|\d{4}年\d{1,2}月[一二三四五六七八九十]{1,3}日|\d{4}年(?:十[一二]?|[一二三四五六七八九])月\d{1,2}日/g;

export const dateNumeralMixed = rule({
  id: 'date-numeral-mixed',
  category: 'metadata',
  title: { en: 'One date in two kinds of figures', zh: '同一日期混用两种数字' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15835-2011 5.1.4、5.3；GB/T 9704-2012 7.3.5.4',
  line: {
    when: '年',
    check({ folded, text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      for (const m of matches(folded, MIXED)) {
        const end = m.index + m[0].length;
        report({
          span: { start: m.index, end },
          message: { en: '“{0}” mixes two kinds of figures.', zh: '“{0}”混用汉字和阿拉伯数字。' },
          args: [text.slice(m.index, end)],
        });
      }
    },
  },
});
