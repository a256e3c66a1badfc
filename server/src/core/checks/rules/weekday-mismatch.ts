/** A weekday that does not fit its date. Changes when the shapes of dates change. */

import { matches } from '../chars.ts';
import { isDay, weekday } from '../dates.ts';
import { rule } from '../rule.ts';

const DATED =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[ \u3000]*(?:[（(，,]?[ \u3000]*)(星期|周|礼拜)([一二三四五六日天])/g;
const NAMES = '日一二三四五六';

export const weekdayMismatch = rule({
  id: 'weekday-mismatch',
  category: 'metadata',
  title: { en: 'Weekday does not fit the date', zh: '星期与日期不符' },
  defaultSeverity: 'error',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：历法',
  check({ lines, doc, year: own }, report) {
    for (const line of lines) {
      if (!/星期|周|礼拜/.test(line.folded) || !line.folded.includes('日')) continue;
      let last: number | null = null;
      for (const m of matches(line.folded, DATED)) {
        const start = line.start + m.index;
        const mention = doc.dates.find((d) => d.span.start <= start && start < d.span.end && d.value !== null);
        const told = m[1] ?? (mention && /^\d{4}/.test(mention.value!) ? mention.value!.slice(0, 4) : undefined);
        const year: number | null = told !== undefined ? Number(told) : (last ?? own);
        if (year === null || !isDay(year, Number(m[2]), Number(m[3]))) continue;
        last = year;
        const right = NAMES[weekday(year, Number(m[2]), Number(m[3]))]!;
        const printed = m[5] === '天' ? '日' : m[5]!;
        if (right === printed) continue;
        // Without its own year a date may be of the next one: two years that fit are no contradiction.
        if (m[1] === undefined && NAMES[weekday(year + 1, Number(m[2]), Number(m[3]))] === printed) continue;
        const end = line.start + m.index + m[0].length;
        report({
          span: { start, end },
          message: { en: '{0} was a 星期{1}, not a 星期{2}.', zh: '{0}是星期{1}，不是星期{2}。' },
          args: [`${year}年${Number(m[2])}月${Number(m[3])}日`, right, printed],
          fix: {
            title: { en: 'Write {0}', zh: '改为“{0}”' },
            args: [m[4]! + right],
            edits: [{ span: { start: end - 1, end }, newText: right }],
            safe: false,
          },
        });
      }
    }
  },
});
