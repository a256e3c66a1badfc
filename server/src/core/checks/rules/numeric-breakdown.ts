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
  `(\\d+(?:\\.\\d+)?)(${UNITS})，其中[：:]?((?:[\\u4e00-\\u9fff（）]{1,12}\\d+(?:\\.\\d+)?(?:${UNITS})[、，]){1,12}[\\u4e00-\\u9fff（）]{1,12}\\d+(?:\\.\\d+)?(?:${UNITS}))(?=[。；])`,
  'g',
);
/** 三次产业占比为8.2%、40.1%和51.7%. */
const PERCENTS = /(\d{1,2}(?:\.\d{1,2})?)%、(\d{1,2}(?:\.\d{1,2})?)%(?:和|、|与)(\d{1,2}(?:\.\d{1,2})?)%/g;
const SHARES =
  /三次产业[\u4e00-\u9fff]{0,8}(?:比例?|结构)[\u4e00-\u9fff]{0,6}?(?:为|调整为|优化为)(\d{1,2}(?:\.\d{1,2})?)[:：∶](\d{1,2}(?:\.\d{1,2})?)[:：∶](\d{1,2}(?:\.\d{1,2})?)(?![\d.])/g;

/** 823人，其中乡科级692人、县处级122人、厅局级9人: grades do not overlap. */
const GRADES = /(\d+)(人|名)，其中[：:]?((?:[\u4e00-\u9fff]{1,6}级\d+[人名][、，和]?){2,8})(?=[。；，])/g;

/** 5月1日至5日放假，共5天. */
const STRETCH =
  /(\d{1,2})月(\d{1,2})日(?:[（(][^（）()]{1,6}[）)])?(?:至|到|—{1,2}|-|－|～)(?:(\d{1,2})月)?(\d{1,2})日(?:[（(][^（）()]{1,6}[）)])?[^，。；\d]{0,8}，?(?:共计?|会期|为期)(\d{1,2})天/g;
/** 5月1、2、3日放假，共3天. */
const DAYS = /\d{1,2}月((?:\d{1,2}、){1,6}\d{1,2})日[^，。；\d]{0,8}，?(?:共计?|会期|为期)(\d{1,2})天/g;
const MONTH = [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days that a stretch has, and how many are stated. */
function* stretches(folded: string): Generator<Draft> {
  const tell = (m: RegExpMatchArray, real: number, stated: number): Draft => ({
    span: { start: m.index! + m[0].lastIndexOf(`${stated}天`), end: m.index! + m[0].length },
    message: { en: 'These are {0} days, not {1}.', zh: '所列日期为{0}天，不是{1}天。' },
    args: [real, stated],
  });
  for (const m of matches(folded, STRETCH)) {
    const [from, to] = [Number(m[1]), Number(m[3] ?? m[1])];
    const length = MONTH[from - 1];
    if (to !== from && (!length || to !== (from % 12) + 1)) continue;
    const real = Number(m[4]) - Number(m[2]) + 1 + (to === from ? 0 : length!);
    if (real > 0 && real !== Number(m[5])) yield tell(m, real, Number(m[5]));
  }
  for (const m of matches(folded, DAYS)) {
    const real = m[1]!.split('、').length;
    if (real !== Number(m[2])) yield tell(m, real, Number(m[2]));
  }
}

/** Rates of parts in a whole; 完成率 and 增长率 may be more. */
const RATE =
  /((?:结案|办结|合格|覆盖|入园|满意|普及|达标|参保|知晓|答复|办复|出勤|及格|优良|绿化|入住|城镇化)率)(?:已?[达为]到?|提高到|提升至|保持在|均为|均达)?(\d{3}(?:\.\d+)?)%/g;

const SHARE_OF =
  /(?<![\d.])(\d+(?:\.\d+)?)(件|人|名|起|个|户|项|家|宗|例|次)，?占(?:比|全部|总数|[\u4e00-\u9fff]{0,12}(?:总数|总量)的?)?(\d{1,2}\.\d{1,2})%/g;

/** 22件，占总数的23.91%；68件，占73.91%；2件，占2.17%: amounts and shares that agree on one total but for one of them. */
function* shares(folded: string): Generator<Draft> {
  const pairs = [...matches(folded, SHARE_OF)].map((m) => {
    const half = 0.5 * 10 ** -(m[3]!.split('.')[1]?.length ?? 0) + 1e-9;
    const [n, p] = [Number(m[1]), Number(m[3])];
    return { m, unit: m[2]!, n, p, low: (n * 100) / (p + half), high: (n * 100) / Math.max(p - half, 1e-6) };
  });
  for (const odd of pairs) {
    const others = pairs.filter((o) => o !== odd && o.unit === odd.unit);
    if (others.length < 2 || pairs.some((o) => o.unit !== odd.unit)) continue;
    const low = Math.max(...others.map((o) => o.low));
    const high = Math.min(...others.map((o) => o.high));
    if (low > high || (odd.low <= high && odd.high >= low)) continue;
    const right = ((odd.n * 200) / (low + high)).toFixed(odd.m[3]!.split('.')[1]!.length);
    const start = odd.m.index + odd.m[0].lastIndexOf(odd.m[3]!);
    yield {
      span: { start, end: start + odd.m[3]!.length + 1 },
      message: {
        en: 'By the other amounts and shares {0} would be {1}%.',
        zh: '按其他各项的数量与占比推算，{0}应占{1}%。',
      },
      args: [`${odd.m[1]}${odd.unit}`, right],
    };
    return;
  }
}

/** Parts that add up to more than the whole, and shares that do not add up to a hundred. */
function* sums(folded: string): Generator<Draft> {
  for (const m of matches(folded, ADDED)) {
    const parts = [...matches(m[3]!, new RegExp(`(\\d+(?:\\.\\d+)?)(${UNITS})`, 'g'))];
    if (parts.some((p) => p[2] !== m[2])) continue;
    // Of two parts only such as bear one name are apart: 集体提案, 个人提案; but not 立案80件、办结75件.
    const names = parts.map((p, i) =>
      m[3]!.slice(i === 0 ? 0 : parts[i - 1]!.index + parts[i - 1]![0].length, p.index),
    );
    if (parts.length === 2 && names[0]!.slice(-2) !== names[1]!.slice(-2)) continue;
    const sum = Number(parts.reduce((a, p) => a + Number(p[1]), 0).toFixed(4));
    if (sum <= Number(m[1])) continue;
    yield {
      span: { start: m.index, end: m.index + m[1]!.length + m[2]!.length },
      message: { en: '{0} in all, but the parts add up to {1}.', zh: '总数为{0}，各分项合计为{1}。' },
      args: [`${m[1]}${m[2]}`, `${sum}${m[2]}`],
    };
  }
  for (const m of matches(folded, GRADES)) {
    const parts = [...matches(m[3]!, /(\d+)([人名])/g)];
    const sum = parts.reduce((a, p) => a + Number(p[1]), 0);
    if (parts.some((p) => p[2] !== m[2]) || sum <= Number(m[1])) continue;
    yield {
      span: { start: m.index, end: m.index + m[1]!.length + m[2]!.length },
      message: { en: '{0} in all, but the parts add up to {1}.', zh: '总数为{0}，各分项合计为{1}。' },
      args: [`${m[1]}${m[2]}`, `${sum}${m[2]}`],
    };
  }
  for (const m of folded.includes('率') ? matches(folded, RATE) : []) {
    if (Number(m[2]) <= 100) continue;
    const start = m.index + m[0].lastIndexOf(m[2]!);
    yield {
      span: { start, end: start + m[2]!.length + 1 },
      message: { en: 'A rate of this kind does not exceed 100%.', zh: '“{0}”不会超过100%。' },
      args: [m[1]!],
    };
  }
  if (folded.includes('天')) yield* stretches(folded);
  if (folded.includes('占')) yield* shares(folded);
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
    when: '其次分从天占率',
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
          // 34户，其中…，全镇4812户受灾: the count of something larger.
          if (/[全共总][省市区县州镇乡村国计]?$/.test(m[4]!.slice(0, p.index + p[1]!.length))) continue;
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
