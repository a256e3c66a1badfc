/**
 * Stated counts that the list beside them plainly contradicts: the model keeps counts that a list answers, this file looks
 * at the others. Changes when the evidence that a list belongs to a count is weighed differently. Folded text throughout.
 */

import { NO_MEASURE } from '../document/mentions/data/enumerationWords.ts';
import {
  isOpenPhrase,
  segmentsAfter,
  segmentsBefore,
  sharedEnding,
  splitAtJoint,
  trimFirst,
  trimItem,
} from '../document/mentions/inlineLists.ts';
import type { PolicyDocument } from '../document/model.ts';
import { numeralValue } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import { graded, listedBelow, numberedInside } from './announced-lists.ts';
import { matches } from './chars.ts';
import { hanNumeral } from './numbering.ts';
import type { PlacedLine } from './view.ts';

export interface WrongCount {
  readonly declared: Span;
  /** The numeral alone. */
  readonly numeral: Span;
  readonly count: number;
  readonly listed: number;
  readonly items: readonly Span[];
}

const HAN = '[一两二三四五六七八九十]{1,3}';
const COUNT = new RegExp(`(^|[^第零〇一二两三四五六七八九十百千万0-9.])(“?)(${HAN}|[0-9]{1,2})`, 'g');
/** What may be counted without quotes: 大…, 个…, 项…, 条…, 张清单, 件大事. */
const MEASURED =
  /^(?:大|个(?!月|小时|百分点|工作日|年)|项|条(?!第)|张|件(?:大|实)?事|类|种|方面|重|点(?!钟|半)|支|道|座|批|本|篇|场)/;
/** What a closed list of names is counted by: 三位同志, 3家企业. */
const NAMED = /^(?:[位名]同志|[家所]|位领导|位专家)/;
const MOST = 20;
const LONGEST = 26;

const length = (s: Span): number => s.end - s.start;

/** Whether the items are alike enough to be one list: one ending, or nearly one length. */
function alike(folded: string, items: readonly Span[]): boolean {
  if (items.length < 2) return false;
  if (sharedEnding(folded, items)) return true;
  const lengths = items.map(length).sort((a, b) => a - b);
  const low = lengths[0]!;
  const high = lengths.at(-1)!;
  return (
    high - low <= Math.max(2, Math.round(low * 0.6)) ||
    lengths.filter((n) => Math.abs(n - lengths[lengths.length >> 1]!) <= 1).length >= lengths.length - 1
  );
}

/**
 * Whether 和 parts two items and not the words of one: 新材料和绿色能源 among items of four characters. The items before
 * the last two tell the usual length.
 */
export function isParted(joint: readonly Span[], others: readonly Span[]): boolean {
  const lengths = others.map(length).sort((x, y) => x - y);
  const usual = lengths[lengths.length >> 1];
  return usual !== undefined && joint.every((s) => Math.abs(length(s) - usual) <= 1);
}

/** The list that ends right before `end`: its items, and whether a word like 等 ties it to the count. */
function before(folded: string, at: number, quoted: boolean): { items: Span[]; tied: boolean; least: number } | null {
  let end = at;
  let tied = false;
  const tail = folded.slice(Math.max(0, end - 4), end);
  const link = (quoted ? /(?:等等|等|这|以上|上述)$/ : /(?:，(?:以|用)|等等|等|这|以上|上述)$/).exec(tail)?.[0];
  if (link) {
    end -= link.length;
    tied = true;
  }
  const previous = folded[end - 1] ?? '\n';
  if ('，。；：！？、\n\r（ '.includes(previous) || (quoted && !tied && previous === '”')) return null;
  const raw = segmentsBefore(folded, end);
  const last = raw.at(-1);
  if (!last || (!tied && isOpenPhrase(folded.slice(last.start, last.end)))) return null;
  const rest = raw.slice(1).map((s) => trimItem(folded, s));
  const joint = splitAtJoint(folded, last);
  const listed = joint ? [...raw.slice(0, -1), ...joint] : raw;
  if (listed.length < 2) return null;
  const others = listed.slice(1).map((s) => trimItem(folded, s));
  const first = trimFirst(folded, trimItem(folded, listed[0]!), others.length > 0 ? others : rest);
  const parted = joint !== null && raw.length >= 3 && isParted(joint, others.slice(0, -2));
  return { items: [first, ...others], tied, least: parted ? listed.length : raw.length };
}

function judgeBefore(folded: string, at: number, count: number, quoted: boolean): Span[] | null {
  const found = before(folded, at, quoted);
  if (!found) return null;
  const { items, tied, least } = found;
  const most = items.length;
  if (count >= least && count <= most) return null;
  const apart = count < least ? least - count : count - most;
  if (apart > (Math.min(count, most) >= 6 ? 2 : 1)) return null;
  if (items.some((s) => length(s) < 2 || length(s) > LONGEST)) return null;
  const words = items.map((s) => folded.slice(s.start, s.end));
  // A row of quoted names is no list of what the last of them counts.
  const quotes = words.filter((w) => w.includes('“')).length;
  if (quotes * 2 > words.length || (!tied && words.slice(0, -1).some((w) => isOpenPhrase(w)))) return null;
  if (words.some((w) => /[：；。]/.test(w))) return null;
  if (most === 2)
    return !quoted &&
      Math.abs(length(items[0]!) - length(items[1]!)) <= 1 &&
      length(items[0]!) >= 2 &&
      length(items[0]!) <= 8
      ? items
      : null;
  return tied || alike(folded, items.slice(1)) ? items : null;
}

const AFTER = /^[^，。；：（“”\n]{0,10}(?:：|（(?:即|分别是|包括)?|，(?:即|分别是|包括)|——)/;

function judgeAfter(folded: string, from: number, count: number): Span[] | null {
  const link = AFTER.exec(folded.slice(from, from + 24));
  if (!link || count < 3) return null;
  const start = from + link[0].length;
  const segments = segmentsAfter(folded, start, '、', count);
  if (segments.length < 3) return null;
  const last = segments.at(-1)!;
  const close = folded[last.end] ?? 'x';
  // Before a comma the list has ended only where its items are cut to one length.
  const even = segments.every((s) => length(s) === length(segments[0]!));
  if (!'。；）'.includes(close) && !(close === '，' && even && segments.length >= 3)) return null;
  const joint = splitAtJoint(folded, last);
  const most = joint ? segments.length + 1 : segments.length;
  if (count >= segments.length && count <= most) return null;
  if (Math.min(Math.abs(count - segments.length), Math.abs(count - most)) !== 1) return null;
  const items = segments.map((s) => trimItem(folded, s));
  const words = items.map((s) => folded.slice(s.start, s.end));
  if (
    words.some((w) => w.length < 2 || w.length > LONGEST || /[，：；]|等$/.test(w)) ||
    folded.slice(last.start, last.end).includes('等')
  )
    return null;
  return alike(folded, items) ? items : null;
}

const QUOTED_ROW = /((?:“[^“”\n]{1,14}”){3,})等?([两三四五六七八九十]|[3-9])(?=大|项|个(?!月)|类|种)/g;

/** “铸链”“补链”“强链”四大行动: a row of quoted names with nothing between it and its count. */
function quotedRows(line: PlacedLine): WrongCount[] {
  const wrong: WrongCount[] = [];
  for (const m of matches(line.folded, QUOTED_ROW)) {
    const count = numeralValue(m[2]!);
    const items = [...matches(m[1]!, /“[^“”]+”/g)].map((q) => {
      const start = line.start + m.index + q.index;
      return { start, end: start + q[0].length };
    });
    if (count === null || count === items.length || Math.abs(count - items.length) > 2) continue;
    // A row may begin before the names that are counted: 落实“甲”“乙”，开展“丙”… cannot, but “甲”“乙”“丙”两大… can.
    if (items.length > count) continue;
    const end = line.start + m.index + m[0].length;
    wrong.push({
      declared: { start: end - m[2]!.length, end: end + 1 },
      numeral: { start: end - m[2]!.length, end },
      count,
      listed: items.length,
      items,
    });
  }
  return wrong;
}

const STAGED = /(?:分|按|共)(?:为)?([两三四五六七八九十])(?:步走|(?:个)?(阶段|步骤|环节|批次|步|批))/g;

/** 分四步走：第一步…第三步: steps and stages that name themselves. */
function staged(folded: string, lines: readonly PlacedLine[]): WrongCount[] {
  const wrong: WrongCount[] = [];
  for (const line of lines) {
    if (line.kind !== 'paragraph' || !line.folded.includes('分')) continue;
    for (const m of matches(line.folded, STAGED)) {
      const count = numeralValue(m[1]!)!;
      const from = line.start + m.index + m[0].length;
      const noun = (m[2] ?? '步')[0]!;
      const scope = folded.slice(from, from + 4000);
      const items: Span[] = [];
      let at = 0;
      for (let n = 1; n <= MOST; n++) {
        const step = new RegExp(`(^|[\n\u3000 ：:；;。，（(）)])第${hanNumeral(n)}个?${noun}`).exec(scope.slice(at));
        if (!step || (n === 1 && step.index > 120)) break;
        const start = from + at + step.index + step[1]!.length;
        at += step.index + step[0].length;
        items.push({ start, end: from + at });
      }
      const open = /最后|此后|再下一|其后/.test(scope.slice(at, at + 200));
      if (
        items.length < 2 ||
        items.length === count ||
        Math.abs(items.length - count) > 2 ||
        (open && items.length < count)
      )
        continue;
      const numeralAt = line.start + m.index + m[0].indexOf(m[1]!);
      wrong.push({
        declared: { start: numeralAt, end: from },
        numeral: { start: numeralAt, end: numeralAt + 1 },
        count,
        listed: items.length,
        items,
      });
    }
  }
  return wrong;
}

const MEASURE = /^(?:个方面|方面|[位名]同志|[位名家所个项条类种件大重点])/;

/** Where the words of a count end: 六个方面 and no more of 六个方面全面回顾总结了. */
function counted(folded: string, from: number, to: number): number {
  if (to - from <= 6) return to;
  return from + (MEASURE.exec(folded.slice(from, to))?.[0].length ?? to - from);
}

/** Contradicted counts in the prose lines of a document, beside those of its enumerations. */
export function wrongCounts(doc: PolicyDocument, folded: string, lines: readonly PlacedLine[]): WrongCount[] {
  const wrong: WrongCount[] = [];
  const known = doc.enumerations.map((e) => e.declaredSpan);
  wrong.push(
    ...staged(folded, lines).filter((w) => !known.some((k) => k.start < w.declared.end && w.declared.start < k.end)),
  );
  const fresh = (w: WrongCount): boolean => !known.some((k) => k.start < w.declared.end && w.declared.start < k.end);
  wrong.push(...listedBelow(lines).filter(fresh));
  for (const line of lines) {
    if (line.kind !== 'paragraph') continue;
    if (line.folded.includes('分')) {
      // The model takes Ⅲ级和Ⅳ级 for one where the count asks for it.
      const told = doc.enumerations.filter((e) => e.items.length !== e.count).map((e) => e.declaredSpan);
      wrong.push(
        ...graded(line).filter((w) => !told.some((k) => k.start < w.declared.end && w.declared.start < k.end)),
      );
    }
    if (line.folded.includes('：一、')) wrong.push(...numberedInside(line).filter(fresh));
    if (line.folded.includes('”“')) {
      wrong.push(
        ...quotedRows(line).filter((w) => !known.some((k) => k.start < w.declared.end && w.declared.start < k.end)),
      );
    }
    for (const m of matches(line.folded, COUNT)) {
      const numeralAt = line.start + m.index + m[1]!.length + m[2]!.length;
      const numeralEnd = numeralAt + m[3]!.length;
      const quoted = m[2] === '“';
      COUNT.lastIndex = m.index + m[0].length;
      const count = numeralValue(m[3]!);
      const next = folded.slice(numeralEnd, numeralEnd + 6);
      if (count === null || count < 2 || count > MOST || NO_MEASURE.test(next)) continue;
      const named = NAMED.test(next);
      if (!quoted && !named && !MEASURED.test(next)) continue;
      let end = numeralEnd;
      if (quoted) {
        const close = folded.indexOf('”', numeralEnd);
        if (
          close < 0 ||
          close - numeralEnd > 12 ||
          close - numeralEnd < 1 ||
          /[，、。]/.test(folded.slice(numeralEnd, close))
        )
          continue;
        end = close + 1;
      } else {
        while (end - numeralEnd < 10 && !'，。；：！？、（）《》“”\n的'.includes(folded[end] ?? '\n')) end++;
      }
      const start = numeralAt - m[2]!.length;
      if (known.some((k) => k.start < end && start < k.end)) continue;
      // 等六大路径 may stand in quotes of its own: the list ends before the quote.
      const items = judgeBefore(folded, start, count, quoted) ?? judgeAfter(folded, end, count);
      // 甲、乙等3家企业 names some of them; more than three would be a slip.
      if (items && named && !quoted && folded[start - 1] === '等' && items.length < count) continue;
      // “四大”, “三农”: too short to say what they count, unless the items say it with their last character.
      const said = folded[end - 2]!;
      const alliterate = (spans: readonly Span[]): boolean =>
        spans.length >= 3 &&
        (spans.every((s) => folded[s.start] === said && length(s) > 1) ||
          // 有落差、有欠缺、有不足…等“五有”问题.
          (folded[start - 1] === '等' && spans.every((s) => folded.slice(s.start + 1, s.end).includes(said))));
      if (!items || (quoted && end - start <= 4 && !sharedEnding(folded, items) && !alliterate(items))) continue;
      wrong.push({
        declared: { start, end: quoted ? end : counted(folded, numeralEnd, end) },
        numeral: { start: numeralAt, end: numeralEnd },
        count,
        listed: items.length,
        items,
      });
    }
  }
  return wrong;
}
