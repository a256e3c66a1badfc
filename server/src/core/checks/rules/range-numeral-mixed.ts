/** One range with an Arabic and a Chinese end. Changes when the shapes of ranges change. */

import { numeralValue } from '../../text/numerals.ts';
import { matches, replace } from '../chars.ts';
import { hanNumeral } from '../numbering.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const UNIT = '(?=个|年|月|日|天|名|人|岁|次|项|条|家|倍|级|成)';
const MIXED = new RegExp(
  `(^|[^0-9.一二三四五六七八九十百第])(?:(\\d{1,2})(至|到|～|—|-)([一二三四五六七八九十]{1,3})|([一二三四五六七八九十]{1,3})(至|到|～|—|-)(\\d{1,2}))${UNIT}`,
  'g',
);

export const rangeNumeralMixed = rule({
  id: 'range-numeral-mixed',
  category: 'punctuation',
  title: { en: 'Arabic and Chinese numerals in one range', zh: '同一范围混用汉字与阿拉伯数字' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15835-2011 4.3、5.1.5',
  line: {
    when: '至到～—-',
    check({ folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const m of matches(folded, MIXED)) {
        const start = m.index + m[1]!.length;
        const end = m.index + m[0].length;
        const arabicFirst = m[2] !== undefined;
        const han = arabicFirst ? m[4]! : m[5]!;
        const value = numeralValue(han);
        if (value === null) continue;
        const hanStart = arabicFirst ? end - han.length : start;
        report({
          span: { start, end },
          message: { en: 'One range, two kinds of numerals: “{0}”.', zh: '“{0}”：同一数值范围的两端写法不一。' },
          args: [folded.slice(start, end)],
          data: { han: hanNumeral(value) },
          ...replace(hanStart, hanStart + han.length, String(value), false),
        });
      }
    },
  },
});
