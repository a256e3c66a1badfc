/**
 * Lists that are announced with their number and follow in a form of their own: grades, lines without numbers, ordinals and
 * numbers inside a paragraph. Changes when lists are announced in another way. Folded text throughout.
 */
import { numeralValue } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import { matches } from './chars.ts';
import type { WrongCount } from './counts.ts';
import { hanNumeral } from './numbering.ts';
import type { PlacedLine } from './view.ts';

/** Items of the longest list. */
const MOST = 20;

const GRADED = /分(?:为|成)([两三四五六])(?:个)?(?:级|等级|级别|类别)[：，]([^。；]{6,160})[。；]/g;

/** 分为四级：Ⅰ级（特别重大）、Ⅱ级（重大）、Ⅲ级（较大）和Ⅳ级（一般）。 */
export function graded(line: PlacedLine): WrongCount[] {
  const wrong: WrongCount[] = [];
  for (const m of matches(line.folded, GRADED)) {
    const count = numeralValue(m[1]!)!;
    const from = line.start + m.index + m[0].indexOf(m[2]!);
    const items = [
      ...matches(
        m[2]!.replace(/（[^（）]*）/g, (b) => ' '.repeat(b.length)),
        /(?:^|[、和及与])\s*([ⅠⅡⅢⅣⅤ]级|[一二三四五特][级类]|[一-龥]{2,4}级)/g,
      ),
    ].map((i) => {
      const end = from + i.index + i[0].length;
      return { start: end - i[1]!.length, end };
    });
    if (items.length < 2 || items.length === count || Math.abs(items.length - count) > 2) continue;
    const at = line.start + m.index + m[0].indexOf(m[1]!);
    wrong.push({
      declared: { start: at, end: at + 2 },
      numeral: { start: at, end: at + 1 },
      count,
      listed: items.length,
      items,
    });
  }
  return wrong;
}

const ANNOUNCED =
  /(?:提出|提|讲|作|谈)(?:了|出|几)?(?:以下|如下)?([两二三四五六七八九]?)(?:个方面|方面|点|项|条|个)(?:的)?(?:意见建议|意见|要求|建议|希望|期望|体会|看法)[^。：；，]{0,8}[：。，]\s*(?=[“（]?一([是要]))/g;

export interface AnnouncedList {
  /** The numeral, or where it is missing an empty span. */
  readonly numeral: Span;
  /** From the numeral to the end of what is counted. */
  readonly declared: Span;
  readonly count: number | null;
  readonly items: readonly Span[];
}

/** 提出三点要求：一是…二是…三是… in one paragraph: what is announced, and the ordinals that follow. */
export function announcedLists(lines: readonly PlacedLine[]): AnnouncedList[] {
  const found: AnnouncedList[] = [];
  lines.forEach((line, index) => {
    if (line.kind !== 'paragraph' || !/一[是要]/.test(line.folded)) return;
    for (const m of matches(line.folded, ANNOUNCED)) {
      const suffix = m[2]!;
      const items: Span[] = [];
      let at = m.index + m[0].length;
      for (let n = 1; n <= MOST; n++) {
        const mark = new RegExp(`(?:^|[，。；：、”）！])\\s*(${hanNumeral(n)}${suffix})`).exec(
          line.folded.slice(at - 1),
        );
        if (!mark) break;
        const start = at - 1 + mark.index + mark[0].length - mark[1]!.length;
        items.push({ start: line.start + start, end: line.start + start + mark[1]!.length });
        at = start + mark[1]!.length;
      }
      // The series may go on in the next paragraph.
      const next = lines.slice(index + 1).find((l) => l.text.trim() !== '');
      if (items.length < 2 || (next && /^\s*[“（]?[二三四五六七八九十]{1,2}[是要]/.test(next.folded))) continue;
      const words = m[0].search(
        /[两二三四五六七八九]?(?:个方面|方面|点|项|条|个)(?:的)?(?:意见|要求|建议|希望|期望|体会|看法)/,
      );
      const start = line.start + m.index + words;
      found.push({
        numeral: { start, end: start + m[1]!.length },
        declared: { start, end: line.start + m.index + m[0].search(/[：。，]\s*$/) },
        count: m[1] ? numeralValue(m[1]) : null,
        items,
      });
    }
  });
  return found;
}

const PARTS =
  /([两三四五六七八九十]{1,2}|[2-9]|1\d)(?:大|个)?(?:部分|方面|板块|章|问题)[^，。；：\d]{0,4}，?(?:分别为|分别是|包括|即)?：(?=一、)/g;

/** 共有八大部分，分别为：一、…，二、…: numbered in one paragraph. */
export function numberedInside(line: PlacedLine): WrongCount[] {
  const wrong: WrongCount[] = [];
  for (const m of matches(line.folded, PARTS)) {
    const count = numeralValue(m[1]!);
    const items: Span[] = [];
    let at = m.index + m[0].length;
    for (let n = 1; n <= MOST; n++) {
      const marker = `${hanNumeral(n)}、`;
      const ahead = n === 1 ? 0 : line.folded.slice(at).search(new RegExp(`[，。；]${marker}`)) + 1;
      if (n > 1 && ahead === 0) break;
      items.push({ start: line.start + at + ahead, end: line.start + at + ahead + marker.length });
      at += ahead + marker.length;
    }
    if (count === null || items.length < 3 || items.length === count || Math.abs(items.length - count) > 2) continue;
    const start = line.start + m.index;
    wrong.push({
      declared: { start, end: start + m[0].search(/[，：]/) },
      numeral: { start, end: start + m[1]!.length },
      count,
      listed: items.length,
      items,
    });
  }
  return wrong;
}

const LEADS =
  /(?<![\d第])([2-9]|1\d|[两三四五六七八九十])(?:起|个|项|名|位|条|件|种|类|家|大)[\u4e00-\u9fff]{0,20}(?:。|，)?(?:分别是|分别为|包括|如下|即|具体是|具体包括)：$/;

/** 通报了6起典型问题。分别是： and below it lines without numbers that end in semicolons, the last in a full stop. */
export function listedBelow(lines: readonly PlacedLine[]): WrongCount[] {
  const wrong: WrongCount[] = [];
  const full = lines.filter((l) => l.text.trim() !== '');
  full.forEach((line, i) => {
    const words = line.folded.trimEnd();
    const m = line.kind === 'paragraph' && words.endsWith('：') ? LEADS.exec(words) : null;
    if (!m) return;
    let k = i + 1;
    while (full[k]?.kind === 'paragraph' && full[k]!.folded.trimEnd().endsWith('；')) k++;
    if (!full[k]?.folded.trimEnd().endsWith('。')) return;
    const items = full.slice(i + 1, k + 1);
    if (
      items.some((l) =>
        /^[\s\u3000]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳]|[一二三四五六七八九十]是|第)/.test(
          l.folded,
        ),
      )
    )
      return;
    const count = numeralValue(m[1]!);
    if (count === null || items.length < 3 || items.length === count || Math.abs(items.length - count) > 2) return;
    const at = line.start + m.index;
    wrong.push({
      declared: { start: at, end: at + m[1]!.length + 1 },
      numeral: { start: at, end: at + m[1]!.length },
      count,
      listed: items.length,
      items: items.map((l) => ({ start: l.start, end: l.end })),
    });
  });
  return wrong;
}
