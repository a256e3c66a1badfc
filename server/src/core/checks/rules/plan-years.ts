/** “十四五”时期（2020—2025年）: years that are not those of the five-year plan. Changes when a plan is added. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const PLAN =
  /“((?:十[一二三四五六]|[一二三四五六七八九])五)”(?:时期|期间|规划|规划期|规划期间)?[（(](?:即)?(\d{4})年?(?:—|－|-|–|~|～|至)(\d{4})年?[）)]/g;
const NUMERALS = '一二三四五六七八九十';
/** First years. The third plan began three years late. */
const FIRST = [1953, 1958, 1966, 1971, 1976, 1981, 1986, 1991, 1996];

/** First and last year of the n-th five-year plan. */
function yearsOf(n: number): readonly [number, number] {
  const first = FIRST[n - 1] ?? 2001 + (n - 10) * 5;
  return [first, first + 4];
}

export const planYears = rule({
  id: 'plan-years',
  category: 'metadata',
  title: { en: 'Years do not fit the five-year plan', zh: '五年规划（计划）与起止年份不符' },
  defaultSeverity: 'error',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '历次国民经济和社会发展五年规划（计划）的起止年份',
  line: {
    when: '“',
    check({ folded, kind }, report) {
      if (RESIDUE.has(kind)) return;
      for (const m of matches(folded, PLAN)) {
        const name = m[1]!.slice(0, -1);
        const n = name.length === 2 ? 10 + NUMERALS.indexOf(name[1]!) + 1 : NUMERALS.indexOf(name) + 1;
        const [first, last] = yearsOf(n);
        if (Number(m[2]) === first && Number(m[3]) === last) continue;
        const start = m.index + m[0].indexOf(m[2]!);
        const end = m.index + m[0].lastIndexOf(m[3]!) + 4;
        const newText = `${first}—${last}`;
        report({
          span: { start, end },
          message: { en: '“{0}” is {1}.', zh: '“{0}”的起止年份是{1}年。' },
          args: [m[1]!, newText],
          fix: {
            title: { en: 'Write {0}', zh: '改为“{0}”' },
            args: [newText],
            edits: [{ span: { start, end }, newText }],
            safe: false,
          },
        });
      }
    },
  },
});
