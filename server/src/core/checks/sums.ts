/**
 * Totals and the parts that make them up by their names: tax and other revenue, the three industries, one's own level and
 * the levels below. Changes when another set of parts, or another way to announce them, is known. Folded text throughout.
 */
import type { Span } from '../text/span.ts';
import { matches } from './chars.ts';

export interface WrongSum {
  /** Whether shares of the total are added, which make a hundred. */
  readonly shares: boolean;
  /** The total as printed, with its unit; of shares the last share. */
  readonly span: Span;
  readonly stated: string;
  readonly sum: string;
  /** From the first part to the last. */
  readonly parts: Span;
}

/** Parts that are together the whole of something. */
const SETS: readonly (readonly string[])[] = `
税收收入 非税收入
税收 非税
税务部门 财政部门
国税部门 地税部门 财政部门
国税 地税 财政
国税 地税 其他
省本级 市县
省本级 市县级
市本级 区级
市本级 县区级
市本级 区县级
市本级 县区
市本级 区县
市本级 县市区
市本级 县级
县本级 乡镇
县本级 乡镇级
区本级 街道
第一产业 第二产业 第三产业
一产 二产 三产
轻工业 重工业
进口 出口
男性 女性
夏粮 早稻 秋粮
夏粮 秋粮
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

/** Words behind which the parts follow. */
const CUE = /(?:其中|[分从](?:产业|部门|级次|城乡|性别|收入|征收部门|收入分类)[\u4e00-\u9fff]{0,4})[：:，]?/g;
const AMOUNT =
  /(?<![\d，.])(\d{1,3}(?:，\d{3})+|\d+(?:\.\d+)?)(亿美元|万美元|亿元|万元|亿斤|万吨|万亩|万人|吨|亩|人|名|户|家|个|件|项)/;
const SHARE = /占([\u4e00-\u9fff]{2,14}?)(?:比重)?的?(?:比重为)?(\d+(?:\.\d+)?)%/g;
const LATER = /^[，、；]?(?:同比|比上年|增长|下降|减少|增加)/;

/** How far a total and its parts are looked for: a long sentence. */
const REACH = 400;

const number = (text: string): number => Number(text.replaceAll('，', ''));
const decimals = (text: string): number => text.split('.')[1]?.length ?? 0;

interface Part {
  readonly amount: string;
  readonly unit: string;
  readonly shares: readonly {
    readonly of: string;
    readonly percent: string;
    readonly at: number;
    readonly end: number;
  }[];
  readonly start: number;
  readonly end: number;
}

/** The part called `name` in `body`, which begins at `base`: it opens a clause, and its amount follows at once. */
function partOf(body: string, base: number, name: string): Part | null {
  for (let i = body.indexOf(name); i >= 0; i = body.indexOf(name, i + 1)) {
    if (i > 0 && !'，；、：。'.includes(body[i - 1]!)) continue;
    const rest = body.slice(i + name.length, i + name.length + 60);
    const m = AMOUNT.exec(rest);
    if (!m || m.index > 10 || /[，。；、\d]/.test(rest.slice(0, m.index))) return null;
    const clause = rest.split(/[；。]/)[0]!;
    const at = base + i + name.length;
    return {
      amount: m[1]!,
      unit: m[2]!,
      shares: [...matches(clause, SHARE)].map((s) => ({
        of: s[1]!,
        percent: s[2]!,
        at: at + s.index,
        end: at + s.index + s[0].length,
      })),
      start: base + i,
      end: at + m.index + m[0].length,
    };
  }
  return null;
}

/** The total before `cue`: the first amount in this unit of the nearest sentence that has one. */
function totalBefore(folded: string, cue: number, unit: string): { text: string; at: number; head: string } | null {
  let end = cue;
  for (let back = 0; back < 3 && end > 0; back++) {
    const near = Math.max(0, end - REACH);
    const from = near + folded.slice(near, end - 1).lastIndexOf('。') + 1;
    const sentence = folded.slice(from, end);
    // The parts of another total stand behind an announcement of their own.
    if (back > 0 && /其中/.test(sentence)) return null;
    for (const m of matches(sentence, new RegExp(AMOUNT.source, 'g'))) {
      if (m[2] !== unit) continue;
      return LATER.test(sentence.slice(0, m.index))
        ? null
        : { text: m[1]!, at: from + m.index, head: sentence.slice(0, m.index) };
    }
    end = from;
  }
  return null;
}

/** Totals of one line that their parts do not make up. */
export function wrongSums(folded: string): WrongSum[] {
  const wrong: WrongSum[] = [];
  for (const cue of matches(folded, CUE)) {
    const base = cue.index + cue[0].length;
    const body = folded.slice(base, base + REACH).split('。')[0]!;
    for (const names of SETS) {
      const parts = names.map((name) => partOf(body, base, name));
      if (!parts.every((p): p is Part => p !== null && p.unit === parts[0]?.unit)) continue;
      const { unit } = parts[0]!;
      const whole = totalBefore(folded, cue.index, unit);
      if (!whole) break;
      const span = { start: parts[0]!.start, end: parts.at(-1)!.end };
      const places = Math.max(decimals(whole.text), ...parts.map((p) => decimals(p.amount)));
      const sum = parts.reduce((a, p) => a + number(p.amount), 0);
      const stated = number(whole.text);
      const rounding = 0.51 * 10 ** -places * (parts.length + 1);
      if (Math.abs(sum - stated) > rounding && sum < stated * 2 && sum * 2 > stated) {
        wrong.push({
          shares: false,
          span: { start: whole.at, end: whole.at + whole.text.length + unit.length },
          stated: whole.text + unit,
          sum: Number(sum.toFixed(places)) + unit,
          parts: span,
        });
      }
      // 占一般公共预算收入的48.51%: shares of this very total.
      const of = parts[0]!.shares.find((x) => whole.head.includes(x.of))?.of;
      const shares = parts.map((p) => p.shares.find((x) => x.of === of));
      const percent = shares.reduce((a, x) => a + Number(x?.percent), 0);
      if (of !== undefined && Math.abs(percent - 100) > 0.2) {
        const last = shares.at(-1)!;
        wrong.push({
          shares: true,
          span: { start: last.at, end: last.end },
          stated: '100%',
          sum: `${Number(percent.toFixed(2))}%`,
          parts: span,
        });
      }
      break;
    }
  }
  return wrong;
}
