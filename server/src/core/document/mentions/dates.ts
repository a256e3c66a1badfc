/**
 * Dates as printed, before anybody asks what they are for. Changes when a way to write a date is missing.
 * `2022年7月27日`, `二○○四年三月`, `7月 9日`, `2022-07-21 10:20`, `2019/3/1`, `2020年10月26日至29日`, `今年3月29日`, `同年8月`.
 */
import { numeralValue } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import { NearMark } from './near.ts';
import type { Passage } from './passage.ts';
import { ROLE } from './sites.ts';

export type RelativeYear = 'this' | 'last' | 'next' | 'same';

/** A date with what its own words say. */
export interface RawDate extends Span {
  readonly year: number | null;
  readonly relative: RelativeYear | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Last day of a range; the parts that are not repeated are those of the first. */
  readonly last: { readonly year: number | null; readonly month: number | null; readonly day: number | null } | null;
  /** Whether a time of day follows, as on web pages. */
  readonly timed: boolean;
}

const Y = '(?:[0-9]{4}|[0-9] ?[0-9] ?[0-9] ?[0-9]|[〇零一二三四五六七八九OＯ0](?: ?[〇零一二三四五六七八九OＯ0]){3})';
const MD = '[0-9]{1,2}|[元正]|[〇零一二三四五六七八九十廿卅](?: ?[〇零一二三四五六七八九十廿卅]){0,2}';
const S = ' {0,2}';
/** The words between two dates of a range. */
const TO = `${S}(?:至|到|—{1,2}|-{1,2}|－|–|～|~|﹣)${S}`;
/**
 * One expression for all forms, tried where a digit or a word for a year stands:
 * 1 year, 2 month, 3 day | 4 relative, 5 month, 6 day | 7 month, 8 day | 9–12 numbers | 13 year of the Republic (1912
 * is its first), 14 month, 15 day | range 16 year, 17 month, 18 day
 */
const DATE = new NearMark(
  `(?:(${Y})${S}年${S}(?:(${MD})${S}月(?:份)?(?:${S}(${MD})${S}[日号])?)?` +
    `|(今年|去年|明年|当年|同年|本年|上年|次年|翌年)(${MD})月(?:份)?(?:${S}(${MD})[日号])?` +
    `|(${MD})${S}月${S}(${MD})${S}[日号]` +
    `|((?:19|20)[0-9]{2})([-./])([01]?[0-9])\\10([0-3]?[0-9])(?![0-9])` +
    `|(?:中华)?民国${S}([0-9]{1,3}|[元〇零一二三四五六七八九十百]{1,5})${S}年(?:${S}(${MD})${S}月(?:份)?(?:${S}(${MD})${S}[日号])?)?)` +
    `(?:${S}[（(][^）)\\n]{1,8}[）)])?` +
    `(?:${TO}(?:(${Y})${S}年${S})?(?:(${MD})${S}月${S})?(${MD})${S}[日号])?`,
  {
    role: ROLE.dateMark,
    isMark,
    reach: 12,
    opens: '0123456789〇零一二三四五六七八九十OＯ元正廿卅今去明当同本上次翌中民',
  },
);
const TIME = /^[ T]?\s{0,3}[0-2]?[0-9][:：时][0-5]?[0-9]/;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** 年, 月, or a mark between two digits: every date has one. */
function isMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > 0x2f || (isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));
}

const RELATIVE: Readonly<Record<string, RelativeYear>> = {
  今年: 'this',
  本年: 'this',
  去年: 'last',
  上年: 'last',
  明年: 'next',
  次年: 'next',
  翌年: 'next',
  当年: 'same',
  同年: 'same',
};

const number = (text: string | undefined): number | null =>
  text === undefined ? null : text === '元' || text === '正' ? 1 : numeralValue(text.replaceAll(' ', ''));

const republic = (year: number | null): number | null => (year === null ? null : year + 1911);

/** A day alone behind a dateline (`云州11月3日电 …推进会3日在云州召开`): its month is the dateline's, or the one before. */
const DAY_HELD =
  /(?<![0-9月至到年—–~～-])([0-3]?[0-9])(?:日?(?:至|到|—{1,2}|-|–)([0-3]?[0-9]))?日(?=[^，。；\n0-9]{0,20}(?:举行|召开|开幕|闭幕|举办))/g;

/** A day alone at the head of a report (`（记者方远）7日，…`): its month is that of the page's own date, which `occasion.ts` knows. */
const DAY_OPENING =
  /^ *(?:[\u4e00-\u9fff]{2,8}(?:讯|消息) *(?:（[^（）\n]{2,24}）)?|（(?:全媒体)?(?:记者|通讯员)[^（）\n]{2,24}）) *([0-3]?[0-9])日(?=(?:上午|下午|晚上?|起)?，)/;

function dayAtOpening(folded: string): RawDate[] {
  const m = DAY_OPENING.exec(folded.slice(0, 64));
  if (m === null) return [];
  const end = m[0].length;
  const start = end - m[1]!.length - 1;
  return [{ start, end, year: null, relative: null, month: null, day: Number(m[1]), last: null, timed: false }];
}

/** The day that a report opens with, right behind its dateline: 11月27日讯（记者 方远）26日至27日，…. */
const DAY_FIRST = new RegExp(
  `(?<=^(?:电|讯|消息) *(?:（[^（）\\n]{2,30}）)? *)([0-3]?[0-9])(?:日?${TO}([0-3]?[0-9]))?日(?=(?:上午|下午|晚上?|起)?，)`,
);

function daysBehindDateline(folded: string, dates: readonly RawDate[]): RawDate[] {
  const line = dates.find((date) => date.day !== null && /^(?:电|讯|消息)/.test(folded.slice(date.end, date.end + 2)));
  if (line === undefined) return [];
  const found: RawDate[] = [];
  const add = (start: number, m: RegExpExecArray): void => {
    const end = start + m[0].length;
    if ([...dates, ...found].some((date) => date.start < end && start < date.end)) return;
    const day = Number(m[1]);
    const month = day > line.day! && line.month !== null ? ((line.month + 10) % 12) + 1 : line.month;
    const last = m[2] === undefined ? null : { year: null, month: null, day: Number(m[2]) };
    found.push({ start, end, year: null, relative: null, month, day, last, timed: false });
  };
  const first = DAY_FIRST.exec(folded.slice(line.end, line.end + 60));
  if (first) add(line.end + first.index, first);
  DAY_HELD.lastIndex = line.end;
  for (let m = DAY_HELD.exec(folded); m !== null; m = DAY_HELD.exec(folded)) add(m.index, m);
  return found;
}

/** All dates in order. Periods (`3个月`, `2010-2020年`) and years of plans are none; a year alone is one if it has four digits. */
export function readDates(reading: Passage): RawDate[] {
  const { folded } = reading;
  const dates: RawDate[] = [];
  let from = 0;
  for (let m = DATE.exec(reading, from); m !== null; m = DATE.exec(reading, from)) {
    const start = m.index;
    let end = start + m[0].length;
    from = end;
    const year = m[13] === undefined ? number(m[1] ?? m[9]) : republic(number(m[13]));
    const month = number(m[2] ?? m[5] ?? m[7] ?? m[11] ?? m[14]);
    const day = number(m[3] ?? m[6] ?? m[8] ?? m[12] ?? m[15]);
    const lastDay = number(m[18]);
    const before = folded.charCodeAt(start - 1);
    const glued = (before >= 48 && before <= 57) || before === 0x2e || before === 0x2f || folded[end] === '/';
    if (glued || (year !== null && (year < 1000 || year > 2200))) {
      from = start + Math.max(1, (m[1] ?? '').length);
      continue;
    }
    if (
      year !== null &&
      month === null &&
      /^[度级代份]|^[前后内来间以]|^期/.test(folded.slice(end, end + 1)) &&
      !/^前/.test(folded.slice(end))
    ) {
      if (!/^[来前后以]/.test(folded.slice(end, end + 1))) continue;
    }
    const timed = day !== null && TIME.test(folded.slice(end, end + 10));
    if (lastDay === null) end = trimWeekday(folded, start, end);
    dates.push({
      start,
      end,
      year,
      relative: m[4] === undefined ? null : RELATIVE[m[4]]!,
      month,
      day,
      last: lastDay === null ? null : { year: number(m[16]), month: number(m[17]), day: lastDay },
      timed,
    });
  }
  const days = [...dayAtOpening(folded), ...daysBehindDateline(folded, dates)];
  return days.length === 0 ? dates : [...dates, ...days].sort((a, b) => a.start - b.start);
}

/** `（星期六）` was read over for the sake of ranges; without a range it does not belong to the date. */
function trimWeekday(folded: string, start: number, end: number): number {
  const open = folded.slice(start, end).search(/ {0,2}[（(]/);
  return open < 0 ? end : start + open;
}

/** Whether the parts name a day that exists (29 February counts in leap years alone). */
export function isPossible(year: number | null, month: number | null, day: number | null): boolean {
  if (month !== null && (month < 1 || month > 12)) return false;
  if (day === null) return true;
  if (month === null || day < 1) return false;
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const longest = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= longest;
}

/** ISO 8601 with reduced precision; null where the parts make no date. */
export function isoDate(year: number | null, month: number | null, day: number | null): string | null {
  if (!isPossible(year, month, day)) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  if (month === null) return year === null ? null : String(year).padStart(4, '0');
  const tail = day === null ? two(month) : `${two(month)}-${two(day)}`;
  return year === null ? `--${tail}` : `${String(year).padStart(4, '0')}-${tail}`;
}
