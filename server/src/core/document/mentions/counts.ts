/**
 * Stated counts: `五大产业生态圈`, `六个方面`, `“四史”`, `两个“万亩千亿”新产业平台`, `6件大事`. Changes when a form is missing.
 * A count alone means nothing: `enumerations.ts` keeps those that a list answers.
 */

import { Behind } from '../../text/edges.ts';
import { numeralValue } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import { UnitSet } from '../../text/words.ts';
import { NO_MEASURE } from './data/enumerationWords.ts';
import { type Pair, Quotes } from './marks.ts';
import type { Passage } from './passage.ts';
import { placeStartingAt, shortPlaceAt } from './places.ts';
import { ROLE } from './sites.ts';

/** A count with the words that it counts. */
export interface StatedCount extends Span {
  readonly count: number;
  /** Where the declaration ends: the noun or the closing mark; `end` is the end of the phrase read for it. */
  readonly quoted: boolean;
  /** End of the numeral itself. */
  readonly numeralEnd: number;
}

const MOST = 40;
/** A count inside a shorter quoted string is part of its name: “和平统一、一国两制”. */
const LONGEST_NAME = 26;
/** A measure word without its noun counts something said elsewhere: 6个、2家. */
const BARE = '个家名位件条项次批人辆台';
/** What a bare measure counts stands behind it: 包括以下四项：. */
const ANNOUNCED = /(?:以下|下列|如下|下述|分为|包括)$/;
/** A phrase stops here. */
const STOP = new UnitSet('，。；：！？、（）《》【】\n\r \t的“”');
const OPENING = '“'.charCodeAt(0);
const STRAIGHT = '"'.charCodeAt(0);
const IN = '在'.charCodeAt(0);
const AS = '为'.charCodeAt(0);
/** A verb phrase begins: 两个目标已提前实现, 三个部门分别负责. */
const AWAY = new Behind(
  /^(?:已|均|都|分别|将|应|须|必须|共同|联合|要求|按照|按|作了|进行|参与|参加|开展|进一步|不断|持续|加快|逐步|基本|全面|利用)/,
  3,
);
/** 省、市、县三级建立…, 市、县两级设林长: the levels do something. */
const LEVELS_DO = new Behind(/^级(?:建立|设立|成立|组建|设(?![施备计置防]))/, 4);
const MEASURED = new Behind(NO_MEASURE, 4);
const PLAN_PERIOD = /^(?:十?[一二三四五六七八九]五|十[一二三四五六七八九])$/;

const SUM =
  /^(?!.[个大项条类种张件步])(?:[一二两三四五六七八九十][^一二两三四五六七八九十百千万，。、；：]{1,3}){2,4}$/;
/** What a name with several numerals counts: 三重一大 four things, 三会一课 as many. Null for names with one. */
const sum = (inner: string): number | null =>
  SUM.test(inner)
    ? [...inner].reduce((n, c) => n + ('一二两三四五六七八九十'.includes(c) ? (cachedValue(c) ?? 0) : 0), 0)
    : null;

const VALUES = new Map<string, number | null>();
/** Numerals are few and come often. */
function cachedValue(numeral: string): number | null {
  let value = VALUES.get(numeral);
  if (value === undefined) {
    value = numeralValue(numeral);
    VALUES.set(numeral, value);
  }
  return value;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const COUNTING = new UnitSet('两二三四五六七八九十');
/** What makes a numeral part of a longer number or of an ordinal. */
const NUMBER_BEFORE = new UnitSet('第.0123456789一二三四五六七八九十百千万亿两零〇');
/** Right behind a numeral these say that it counts nothing. */
const NO_COUNT = new UnitSet('是要、.），。0123456789一二三四五六七八九十百千万亿两零〇');

/** The end of the numeral that begins at `at`: at most two digits, three characters; `at` where none does. */
function numeralEnd(folded: string, at: number): number {
  let end = at;
  while (end - at < 2 && isDigit(folded.charCodeAt(end))) end++;
  if (end > at) return end;
  while (end - at < 3 && COUNTING.has(folded.charCodeAt(end))) end++;
  return end;
}

/** All stated counts of 2 … 40, in order. Ordinals, dates, sizes, plan periods and parts of longer numbers are none. */
export function readCounts(reading: Passage, pairs: readonly Pair[]): StatedCount[] {
  const { folded, sites } = reading;
  const quoteAt = new Quotes('start', pairs);
  const quotes = pairs.filter((pair) => pair.kind === 'quote' && pair.end - pair.start <= LONGEST_NAME);
  let next = 0;
  const counts: StatedCount[] = [];
  let end = 0;
  for (let start = sites.next(ROLE.numeral, 0); start >= 0; start = sites.next(ROLE.numeral, end)) {
    end = Math.max(start + 1, numeralEnd(folded, start));
    if (!isDigit(folded.charCodeAt(start)) && !COUNTING.has(folded.charCodeAt(start))) continue;
    if (NUMBER_BEFORE.has(folded.charCodeAt(start - 1)) || NO_COUNT.has(folded.charCodeAt(end))) continue;
    const numeral = folded.slice(start, end);
    const count = cachedValue(numeral);
    if (count === null || count < 2 || count > MOST) continue;
    const before = folded[start - 1] ?? '\n';
    const after = folded[end] ?? '\n';
    // “新三样”, “老五件”: the numeral is the second character of the name.
    const kind = '新老旧'.includes(before) && '“"'.includes(folded[start - 2] ?? '\n') ? 1 : 0;
    if ((kind === 0 && MEASURED.test(folded, end)) || after === '%' || after === '-' || after === '—') continue;
    // 四川, 三明, 六安 count nothing.
    if (shortPlaceAt(folded, start) !== undefined || placeStartingAt(folded, start) !== null) continue;
    const mark = kind === 0 ? before : (folded[start - 2] ?? '\n');
    const quote = mark === '“' || mark === '"' ? quoteAt.at(start - 1 - kind) : undefined;
    if (quote !== undefined) {
      const inner = folded.slice(start, quote.end - 1);
      if (PLAN_PERIOD.test(inner) || inner.length > 14 || inner.length === numeral.length) continue;
      counts.push({ start: quote.start, end: quote.end, count: sum(inner) ?? count, quoted: true, numeralEnd: end });
      continue;
    }
    while (next < quotes.length && quotes[next]!.end <= start) next++;
    if (next < quotes.length && quotes[next]!.start < start) continue;
    const phrase = phraseEnd(folded, end, quoteAt);
    const stop = folded.endsWith('之一', phrase) && phrase - end > 2 ? phrase - 2 : phrase;
    const announced = folded[stop] === '：' && ANNOUNCED.test(folded.slice(Math.max(0, start - 4), start));
    if (stop === end || (stop === end + 1 && BARE.includes(after) && !announced)) continue;
    counts.push({ start, end: stop, count, quoted: false, numeralEnd: end });
  }
  return counts;
}

/** The noun phrase behind a numeral: up to punctuation or 的, quoted strings whole, at most twelve characters unquoted. */
function phraseEnd(folded: string, from: number, quoteAt: Quotes): number {
  if (LEVELS_DO.test(folded, from)) return from + 1;
  let at = from;
  let plain = 0;
  while (at < folded.length && plain < 12) {
    const unit = folded.charCodeAt(at);
    if (unit === OPENING || unit === STRAIGHT) {
      const quote = quoteAt.at(at);
      if (quote !== undefined) {
        if (quote.end - quote.start > 24 && at > from + 4) break;
        at = quote.end;
        continue;
      }
    }
    if (STOP.has(unit)) break;
    if (plain >= 2 && AWAY.test(folded, at)) break;
    if (plain >= 2 && (unit === IN || unit === AS) && !'存行作'.includes(folded[at - 1]!)) break;
    at++;
    plain++;
  }
  return at;
}
