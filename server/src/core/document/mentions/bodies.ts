/**
 * Bodies whose meetings are numbered: which one a text names before the number, and its full name.
 * Changes when a form of such a name is missing.
 */
import { closings } from '../../text/edges.ts';
import { type BodyKind, FULL_OPENINGS, SHORT_BODIES } from './data/meetingBodies.ts';
import { isWrittenPlace, type Place, placeEndingAt, writtenPlace } from './places.ts';

export interface Body {
  readonly start: number;
  readonly kind: BodyKind;
  readonly level: string;
  readonly place: Place | null;
  /** Spans of the text that make the body's name. */
  readonly pieces: readonly (readonly [number, number])[];
}

const PARTY = ['中国共产党', '中共'];
const LEVELS = /[省市区县州盟旗地]/;

const CONVENED = /(?:召开|举行)(?:了|的)?(?:中共)?$/;
const CONVENED_ENDS = closings(CONVENED)!;

/** The body whose name ends at `end`, or one that `召开` joins to it (`市委召开八届八次…`). */
export function bodyEndingAt(folded: string, stop: number): Body | null {
  let end = stop;
  while (end > 0 && folded[end - 1] === ' ') end--;
  if (end < stop) {
    // A blank parts a title: 中国人民政治协商会议 第十二届….
    const from = Math.max(0, end - 24);
    return fullBody(folded, folded.slice(from, end), from, end);
  }
  const convened = CONVENED_ENDS.has(folded.charCodeAt(end - 1))
    ? CONVENED.exec(folded.slice(Math.max(0, end - 6), end))
    : null;
  if (convened !== null) {
    const before = end - convened[0].length;
    const day = /(?:于)?(?:[0-9]{4}年)?[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日$/.exec(
      folded.slice(Math.max(0, before - 14), before),
    );
    return bodyEndingAt(folded, before - (day?.[0].length ?? 0));
  }
  const from = Math.max(0, end - 24);
  const left = folded.slice(from, end);
  return (
    shortBody(folded, left, from, end, false) ??
    fullBody(folded, left, from, end) ??
    shortBody(folded, left, from, end, true) ??
    placeBody(folded, from, end)
  );
}

/** 中国共产党杭州市, 政协绍兴市, 党的. */
function fullBody(folded: string, left: string, from: number, end: number): Body | null {
  for (const [opening, kind] of FULL_OPENINGS) {
    const at = left.lastIndexOf(opening);
    if (at < 0) continue;
    const start = from + at;
    const rest = start + opening.length;
    const span: readonly (readonly [number, number])[] = [[start, end]];
    if (rest === end) return { start, kind, level: '', place: null, pieces: span };
    const found = placeEndingAt(folded, end);
    if (found !== null && chainStart(folded, found.start, rest) === rest) {
      return { start, kind, level: levelOf(found.place), place: found.place, pieces: span };
    }
    const name = folded.slice(rest, end);
    if (found === null && isWrittenPlace(name)) {
      const place = writtenPlace(name);
      return { start, kind, level: levelOf(place), place, pieces: span };
    }
  }
  return null;
}

export const levelIn = (short: string): string =>
  short.startsWith('自治') ? short.slice(short[2] === '区' ? 0 : 2, 3) : LEVELS.test(short[0]!) ? short[0]! : '';

/** Short names by their last character, in the order in which they are tried. */
const SHORT_BY_END = new Map<number, { readonly short: string; readonly kind: BodyKind; readonly level: string }[]>();
for (const [short, kind] of SHORT_BODIES) {
  const last = short.charCodeAt(short.length - 1);
  const level = /^全国|中央|^中纪委$|^[国政]务院$/.test(short) ? '全国' : levelIn(short);
  const known = SHORT_BY_END.get(last);
  if (known === undefined) SHORT_BY_END.set(last, [{ short, kind, level }]);
  else known.push({ short, kind, level });
}

/** 市委, 浙江省委, 全国政协, 中共中央政治局; with `bare`, the word for a level alone: 市, 全国. */
function shortBody(folded: string, left: string, from: number, end: number, bare: boolean): Body | null {
  for (const { short, kind, level } of SHORT_BY_END.get(folded.charCodeAt(end - 1)) ?? []) {
    if ((kind === 'other') !== bare || !left.endsWith(short)) continue;
    let start = end - short.length;
    let place: Place | null = null;
    if (level !== '全国') {
      const found = placeEndingAt(folded, start + level.length) ?? writtenBefore(folded, start + level.length, from);
      if (found !== null) {
        place = found.place;
        start = chainStart(folded, found.start, from);
      }
    }
    for (const opening of PARTY) if (folded.endsWith(opening, start)) start -= opening.length;
    if (bare && place === null && level !== '全国' && level !== '自治区' && !standsAlone(folded, start)) continue;
    return { start, kind, level, place, pieces: [[start, end]] };
  }
  return null;
}

/** A place's name of no table where something shows its beginning: 中共云州市委, 云州市委 at the head of a line. */
function writtenBefore(folded: string, end: number, least: number): { place: Place; start: number } | null {
  for (let start = end - 3; start >= Math.max(least, end - 5); start--) {
    const name = folded.slice(start, end);
    const before = folded.slice(Math.max(0, start - 5), start);
    const named = /(?:中共|中国共产党|政协)$/.test(before);
    const opens = name.length === 3 && /^$|[\n日。]$|[日午]，$/.test(before);
    if (!named && !opens) continue;
    return isWrittenPlace(name) ? { place: writtenPlace(name), start } : null;
  }
  return null;
}

function placeBody(folded: string, from: number, end: number): Body | null {
  const found = placeEndingAt(folded, end);
  if (found === null) return null;
  const start = chainStart(folded, found.start, from);
  return { start, kind: 'other', level: levelOf(found.place), place: found.place, pieces: [[start, end]] };
}

/** Characters that make another word with the word for a level: 城市, 地区, 各县. */
const JOINED =
  /[城都门股超夜集楼上菜省县区州地社园辖山林灾库特校小新郊片战景牧湖港矿老街贫各多两三四五六七八九十几该基当外]$/;

/** 市 of `市第八次党代会`, `列席市十三届人大七次会议` is no end of another word. */
const standsAlone = (folded: string, start: number): boolean => start === 0 || !JOINED.test(folded[start - 1]!);

/** Where a chain of places (浙江省杭州市) begins that continues at `start` to the left. */
function chainStart(folded: string, start: number, least: number): number {
  for (let i = 0; i < 3; i++) {
    const more = placeEndingAt(folded, start);
    if (more === null || more.start < least) break;
    start = more.start;
  }
  return start;
}

const levelOf = (place: Place): string => (place.level === 1 ? '省' : place.level === 2 ? '市' : place.name.slice(-1));

const COMMITTEE =
  /([\u4e00-\u9fff“”]{2,20}(?:委员会|领导小组|常委会|理事会|政治局|办公会|联席会议|指挥部|指挥办|工作专班))(?:召开|举行)?了?$/;

/** A committee or leading group before 第N次会议: 中央全面深化改革委员会, “百千万工程”指挥部召开. */
export function committeeEndingAt(folded: string, end: number): Body | null {
  const left = COMMITTEE.exec(folded.slice(Math.max(0, end - 26), end));
  if (left === null) return null;
  const name = left[1]!.replace(
    /^.*(?:经|召开|主持|举行|出席|根据|按照|日|在|我(?=[省市区县州]))(?=[\u4e00-\u9fff“”]{4})/,
    '',
  );
  const stop = end - left[0].length + left[1]!.length;
  const start = stop - name.length;
  return {
    start,
    kind: 'other',
    level: /^(?:中央|全国|国家|国务院)/.test(name) ? '全国' : '',
    place: null,
    pieces: [[start, stop]],
  };
}

const DIGITS = '零一二三四五六七八九';
/** 15 → 十五, for numbers below a hundred. */
const hanNumeral = (n: number): string =>
  `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}${n < 10 ? '' : '十'}${n % 10 === 0 ? '' : DIGITS[n % 10]}`;

/**
 * Full Simplified name of a body of this kind at this place, null for kinds that have none. `place` null: the nation.
 * A Party congress is a body for its time only, so its number is part of its name.
 */
export function fullBodyName(
  kind: BodyKind,
  place: Place | null,
  national: boolean,
  congress: number | null,
): string | null {
  if (place === null && !national) return null;
  const at = place?.path ?? '';
  switch (kind) {
    case 'party':
      return national ? '中国共产党中央委员会' : `中国共产党${at}委员会`;
    case 'party-congress': {
      const number = congress === null || congress > 99 ? '' : `第${hanNumeral(congress)}次`;
      return national ? `中国共产党${number}全国代表大会` : `中国共产党${at}${number}代表大会`;
    }
    case 'discipline':
      return national ? '中国共产党中央纪律检查委员会' : `中国共产党${at}纪律检查委员会`;
    case 'congress':
      return `${national ? '全国' : at}人民代表大会`;
    case 'standing':
      return `${national ? '全国' : at}人民代表大会常务委员会`;
    case 'cppcc':
      return `中国人民政治协商会议${national ? '全国' : at}委员会`;
    case 'government':
      return national ? '国务院' : `${at}人民政府`;
    default:
      return null;
  }
}
