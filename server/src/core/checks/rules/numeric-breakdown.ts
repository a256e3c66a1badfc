/** A part that is larger than the whole it is part of. Changes when the shapes of breakdowns change. */
import { matches } from '../chars.ts';
import { type Draft, rule } from '../rule.ts';
import { wrongSums } from '../sums.ts';
import { PROSE } from '../view.ts';

const WHOLE =
  /(\d+(?:\.\d+)?)(万|亿)?(个|名|人|家|项|件|户|起|次|所|处|条|元|亩|公里|吨|平方米|万元|亿元)[^，。；：\d]{0,8}，?其中([^。；]{2,80})/g;

const UNITS = '所|个|家|项|件|户|起|次|处|条|座|辆|亩|公里|吨|万元|亿元';
/** 86所，其中小学52所、初中26所、高中18所。 Kinds of people overlap, kinds of things seldom do. */
const ADDED = new RegExp(
  `(\\d+(?:\\.\\d+)?)(${UNITS})，其中[：:]?((?:[\\u4e00-\\u9fff（）]{1,12}\\d+(?:\\.\\d+)?(?:${UNITS})[、，]){2,12}[\\u4e00-\\u9fff（）]{1,12}\\d+(?:\\.\\d+)?(?:${UNITS}))(?=[。；])`,
  'g',
);
/** 三次产业占比为8.2%、40.1%和51.7%. */
const PERCENTS = /(\d{1,2}(?:\.\d{1,2})?)%、(\d{1,2}(?:\.\d{1,2})?)%(?:和|、|与)(\d{1,2}(?:\.\d{1,2})?)%/g;
const SHARES =
  /三次产业[\u4e00-\u9fff]{0,8}(?:比例?|结构)[\u4e00-\u9fff]{0,6}?(?:为|调整为|优化为)(\d{1,2}(?:\.\d{1,2})?)[:：∶](\d{1,2}(?:\.\d{1,2})?)[:：∶](\d{1,2}(?:\.\d{1,2})?)(?![\d.])/g;

/** Parts that add up to more than the whole, and shares that do not add up to a hundred. */
function* sums(folded: string): Generator<Draft> {
  for (const m of matches(folded, ADDED)) {
    const parts = [...matches(m[3]!, new RegExp(`(\\d+(?:\\.\\d+)?)(${UNITS})`, 'g'))];
    if (parts.some((p) => p[2] !== m[2])) continue;
    const sum = Number(parts.reduce((a, p) => a + Number(p[1]), 0).toFixed(4));
    if (sum <= Number(m[1])) continue;
    yield {
      span: { start: m.index, end: m.index + m[1]!.length + m[2]!.length },
      message: { en: '{0} in all, but the parts add up to {1}.', zh: '总数为{0}，各分项合计为{1}。' },
      args: [`${m[1]}${m[2]}`, `${sum}${m[2]}`],
    };
  }
  const triples = /(?:三次产业|产业结构)[^。；]{0,20}(?:比例|比重|占比|结构|构成)/.test(folded) ? PERCENTS : null;
  for (const m of [...matches(folded, SHARES), ...(triples ? matches(folded, triples) : [])]) {
    if (triples && m[0].includes('%')) {
      const clause = folded.slice(
        Math.max(folded.lastIndexOf('。', m.index), folded.lastIndexOf('；', m.index)) + 1,
        m.index,
      );
      if (!/(?:三次产业|产业结构)/.test(clause) || /增长|增速|贡献|拉动/.test(clause)) continue;
    }
    const sum = Number((Number(m[1]) + Number(m[2]) + Number(m[3])).toFixed(2));
    if (Math.abs(sum - 100) <= 0.25) continue;
    const start = m.index + m[0].indexOf(`${m[1]}`);
    yield {
      span: { start, end: m.index + m[0].length },
      message: { en: 'The three shares add up to {0}, not 100.', zh: '三项占比合计为{0}%，应为100%。' },
      args: [sum],
    };
  }
}

export const numericBreakdown = rule({
  id: 'numeric-breakdown',
  category: 'enumeration',
  title: { en: 'Parts do not fit the whole', zh: '分项与总数不符' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：分项不大于总数',
  line: {
    when: '其次分从',
    check({ folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const draft of sums(folded)) report(draft);
      for (const w of wrongSums(folded)) {
        report({
          span: w.span,
          message: w.shares
            ? { en: 'The shares add up to {1}, not {0}.', zh: '各分项占比合计为{1}，应为{0}。' }
            : { en: '{0} stated, but the parts add up to {1}.', zh: '总数为{0}，各分项合计为{1}。' },
          args: [w.stated.replace('，', ','), w.sum],
          related: [{ span: w.parts, message: { en: 'The parts', zh: '各分项' } }],
        });
      }
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
