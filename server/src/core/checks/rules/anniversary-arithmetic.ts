/** Year minus founding year is not the anniversary given. Changes when the foundings or the shapes change. */

import { numeralValue } from '../../text/numerals.ts';
import { matches } from '../chars.ts';
import { FOUNDINGS } from '../data/national-events.ts';
import { hanNumeral } from '../numbering.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const ANNIVERSARY = /([\u4e00-\u9fff]{2,16}?)(\d{1,3}|[一二三四五六七八九十百]{1,5})周年/g;
const YEAR = /(\d{4})年(?=[^。；\d]{0,30}$)|(今天|今年|明年|去年|后年)(?=[^。；]{0,24}$)/;
const SHIFT: Readonly<Record<string, number>> = { 去年: -1, 今天: 0, 今年: 0, 明年: 1, 后年: 2 };

/** A report may look back so many years. */
const PAST = 6;

export const anniversaryArithmetic = rule({
  id: 'anniversary-arithmetic',
  category: 'metadata',
  title: { en: 'Anniversary does not fit the year', zh: '周年数与年份不符' },
  defaultSeverity: 'error',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：周年数 = 年份 − 起始年份',
  check({ lines, year: own, day }, report) {
    // From autumn on a text may prepare for the year to come.
    const ahead = day !== null && Number(day.slice(5, 7)) <= 8 ? 0 : 2;
    for (const line of lines) {
      if (!PROSE.has(line.kind) || !line.folded.includes('周年')) continue;
      for (const m of matches(line.folded, ANNIVERSARY)) {
        const numberAt = m.index + m[1]!.length;
        const before = line.folded.slice(Math.max(0, numberAt - 60), numberAt);
        const founding = FOUNDINGS.find(([name]) => name.test(before));
        const when = YEAR.exec(before);
        const value = numeralValue(m[2]!);
        if (!founding || value === null) continue;
        if (!when) {
          // 庆祝建党90周年 in a text of 2021: of the years just behind and ahead none fits.
          const near = own === null ? null : own - founding[1];
          if (near === null || !/庆祝|纪念/.test(before.slice(-16)) || (value >= near - PAST && value <= near + ahead))
            continue;
          report({
            span: { start: line.start + numberAt, end: line.start + numberAt + m[2]!.length },
            severity: 'warning',
            message: { en: 'In {0} it is the {1}th year.', zh: '{0}年应为{1}周年，此处为{2}周年。' },
            args: [own!, near, value],
          });
          continue;
        }
        const year = when[1] ? Number(when[1]) : own === null ? null : own + SHIFT[when[2]!]!;
        if (year === null) continue;
        const right = year - founding[1];
        if (right === value || right <= 0) continue;
        const newText = /\d/.test(m[2]!) ? String(right) : hanNumeral(right);
        const span = { start: line.start + numberAt, end: line.start + numberAt + m[2]!.length };
        report({
          span,
          message: { en: '{0} − {1} = {2}, not {3}.', zh: '{0} − {1} = {2}，不是 {3}。' },
          args: [year, founding[1], right, value],
          fix: {
            title: { en: 'Write {0}', zh: '改为“{0}”' },
            args: [newText],
            edits: [{ span, newText }],
            safe: false,
          },
        });
      }
    }
  },
});
