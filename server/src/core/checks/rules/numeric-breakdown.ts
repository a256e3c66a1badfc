/** A part that is larger than the whole it is part of. Changes when the shapes of breakdowns change. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const WHOLE =
  /(\d+(?:\.\d+)?)(万|亿)?(个|名|人|家|项|件|户|起|次|所|处|条|元|亩|公里|吨|平方米|万元|亿元)[^，。；：\d]{0,8}，?其中([^。；]{2,80})/g;

export const numericBreakdown = rule({
  id: 'numeric-breakdown',
  category: 'enumeration',
  title: { en: 'Part larger than the whole', zh: '分项大于总数' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：分项不大于总数',
  line: {
    when: '其',
    check({ folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      const size = (n: string, unit: string | undefined): number =>
        Number(n) * (unit === '亿' ? 1e8 : unit === '万' ? 1e4 : 1);
      for (const m of matches(folded, WHOLE)) {
        const whole = size(m[1]!, m[2]);
        const tailAt = m.index + m[0].length - m[4]!.length;
        for (const p of matches(
          m[4]!,
          /(^|[^\d.])(\d+(?:\.\d+)?)(万|亿)?(个|名|人|家|项|件|户|起|次|所|处|条|元|亩|公里|吨|平方米|万元|亿元)(?!以上|以下|以内|级)/g,
        )) {
          if (p[4] !== m[3] || size(p[2]!, p[3]) <= whole) continue;
          const start = tailAt + p.index + p[1]!.length;
          report({
            span: { start, end: tailAt + p.index + p[0].length },
            message: { en: '{0} of {1}: the part is larger than the whole.', zh: '总数为{1}，其中{0}，分项大于总数。' },
            args: [`${p[2]}${p[3] ?? ''}${p[4]}`, `${m[1]}${m[2] ?? ''}${m[3]}`],
            related: [
              { span: { start: m.index, end: m.index + m[1]!.length }, message: { en: 'The whole', zh: '总数' } },
            ],
          });
        }
        WHOLE.lastIndex = tailAt;
      }
    },
  },
});
