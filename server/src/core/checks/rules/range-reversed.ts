/** 2023—2021年, 8月15日至7月31日 of one year: a stretch of time that ends before it begins. Changes when the shapes change. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const YEARS = /(^|[^\d.])((?:19|20)\d\d)年?(?:—|－|-|–|~|～|至|到)((?:19|20)\d\d)年(?!代)/g;
const DAYS =
  /(\d{4})年(\d{1,2})月(\d{1,2})日(?:[上下]午)?(?:—|－|-|–|~|～|至|到)(?:(\d{4})年)?(?:(\d{1,2})月)(\d{1,2})日/g;

export const rangeReversed = rule({
  id: 'range-reversed',
  category: 'metadata',
  title: { en: 'Stretch of time that ends before it begins', zh: '起止时间颠倒' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：起始不晚于截止',
  line: {
    when: '年',
    check({ folded, text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      const say = (start: number, end: number): void =>
        report({
          span: { start, end },
          message: { en: '“{0}” ends before it begins.', zh: '“{0}”起止颠倒。' },
          args: [text.slice(start, end)],
        });
      for (const m of matches(folded, YEARS)) {
        if (Number(m[2]) <= Number(m[3])) continue;
        say(m.index + m[1]!.length, m.index + m[0].length);
      }
      for (const m of matches(folded, DAYS)) {
        // Without its own year the end may lie in the next one: a stretch of eight months and more is that.
        const day = (year: string, month: string, date: string): number =>
          Number(year) * 372 + Number(month) * 31 + Number(date);
        const from = day(m[1]!, m[2]!, m[3]!);
        const to = day(m[4] ?? m[1]!, m[5]!, m[6]!);
        if (to >= from || (m[4] === undefined && from - to > 124)) continue;
        say(m.index, m.index + m[0].length);
      }
    },
  },
});
