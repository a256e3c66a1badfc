/** 33岁以下（1972年7月以后出生） beside 38岁以下（1927年…）. Changes when ages and births are stated in another way. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const STATED =
  /(\d{2})周?岁(?:（含）|（不含）)?(?:及)?(以下|以内|以上)(?:（含\d{2}周?岁）)?[，（](?:即)?((?:19|20)\d{2})年\d{1,2}月(?:\d{1,2}日)?(?:（含）)?(?:以后|以前|之后|之前|及以后|及以前)/g;

/** Between birthdays and the end of a year age and birth add up to one of two years; one more for generous counting. */
const SLACK = 1;

export const ageBirthYear = rule({
  id: 'age-birth-year',
  category: 'metadata',
  title: { en: 'Age and year of birth do not agree', zh: '年龄与出生年份不符' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：年龄 = 计算年份 − 出生年份',
  check({ lines, text, year }, report) {
    const stated: { start: number; end: number; base: number }[] = [];
    for (const line of lines) {
      if (!PROSE.has(line.kind) || !line.folded.includes('岁')) continue;
      for (const m of matches(line.folded, STATED)) {
        const start = line.start + m.index;
        stated.push({ start, end: start + m[0].length, base: Number(m[1]) + Number(m[3]) });
      }
    }
    // What the others agree on, else the year of the document itself.
    for (const s of stated) {
      const others = stated.filter((o) => o !== s).map((o) => o.base);
      const agreed =
        others.length >= 2 || (others.length === 1 && year !== null && Math.abs(others[0]! - year) <= SLACK);
      const low = agreed ? Math.min(...others) : year;
      const high = agreed ? Math.max(...others) : year;
      if (low === null || high === null || high - low > SLACK) continue;
      if (s.base >= low - SLACK && s.base <= high + SLACK) continue;
      report({
        span: { start: s.start, end: s.end },
        message: {
          en: 'Counted for {1}, this age and this birth are {0} year(s) apart.',
          zh: '“{2}”：按{1}年计算，年龄与出生年份相差{0}年。',
        },
        args: [Math.abs(s.base - high), high, text.slice(s.start, s.end)],
      });
    }
  },
});
