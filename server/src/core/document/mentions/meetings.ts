/**
 * Meetings by name, numbered ones: body, 届 and 次, in short, full and mixed forms. Changes when a form of name is missing.
 * `reportedMeeting.ts` decides which of them the document is about.
 */
import { numeralValue } from '../../text/numerals.ts';
import type { MeetingMention } from '../model.ts';
import { type BodyKind, FULL_OPENINGS, MIDDLES, SHORT_BODIES } from './data/meetingBodies.ts';
import { NearMark } from './near.ts';
import type { Passage } from './passage.ts';
import { isWrittenPlace, type Place, placeEndingAt, writtenPlace } from './places.ts';
import { ROLE } from './sites.ts';

/** A mention with what resolution needs later: the kind of body and the place, where the name gives it. */
export interface FoundMeeting extends MeetingMention {
  readonly kind: BodyKind;
  /** Word for the level before the body (`市` of 市委), `全国` for the centre, empty where unknown. */
  readonly level: string;
  readonly place: Place | null;
}

const NUMERALS = '〇零一二三四五六七八九十百0123456789';
const N = '[〇零一二三四五六七八九十百0-9]{1,5}';
/** The numbers of further sessions: 二次、三次. */
const SESSIONS = new RegExp(N, 'g');
const HAN = '[\\u4e00-\\u9fff]';
const marks =
  (word: string, behind = '') =>
  (folded: string, at: number): boolean =>
    folded[at] === word && (behind === '' || behind.includes(folded[at - 1] ?? '\n'));
const isTerm = marks('届');
const isTime = marks('次', NUMERALS);
const isGreat = marks('大', NUMERALS);

/** 第十三届(middle)第二次全体（扩大）会议 | 十九届五中全会 | 二次、三次全会 */
/** What follows 常务会 and the like where the word for the meeting is cut short: 第56次常务会审议通过. */
const PASSES = '审议|讨论|研究|通过|同意|原则';
const TERM_MEETING = new NearMark(
  `第?(${N})届(${HAN}{0,14}?)(?:(?:于?[0-9]{1,2}月[0-9]{1,2}日)?(?:举行|召开)了?)?第?(${N})(?:次|中)((?:[、和及]第?${N}(?:次|中))*)(?:常委会?|常务委员会|常务|政务|主席|主任|党组)?(?:全体|全委)?(（扩大）)?(?:全体)?(?:会议|全会|(?<=常务|常委|党组|主任)会(?=${PASSES}))(（扩大）)?(?:会议)?`,
  { role: ROLE.meetingMark, isMark: isTerm, reach: 8, opens: `第${NUMERALS}` },
);
/** 第十五次党代会, 第二十次全国代表大会: its number is that of the congress, as in 第二十届; few have sessions. */
const CONGRESS = new NearMark(
  `(第?)(${N})次((?:全国)?(?:党代表大会|党代会|代表大会|党员代表大会))(?:第?(${N})次(?:全体)?会议)?`,
  { role: ROLE.meetingMark, isMark: isTime, reach: 8, opens: `第${NUMERALS}` },
);
/** 党的二十大, 中共二十大 */
const SHORT_CONGRESS = new NearMark(
  `(?:党的|中共)(${N})大|(十[四五六七八九]|二十)大(?=精神|报告|以来|召开|代表|确定|提出|作出|胜利|部署)`,
  { role: ROLE.meetingMark, isMark: isGreat, reach: 8, opens: '党中十二' },
);
/** 国务院第23次常务会议, 市委全面深化改革委员会第五次会议 */
const NUMBERED = new NearMark(
  `第(${N})次(?:(?:常务|政务|常委会|全体|主席|主任|办公|党组|${HAN}{2,4}工作)?(?:（扩大）|扩大)?会议|(?:常务|常委|党组|主任|办公)会(?=${PASSES}))`,
  {
    role: ROLE.meetingMark,
    isMark: isTime,
    reach: 8,
    opens: '第',
  },
);

interface Body {
  readonly start: number;
  readonly kind: BodyKind;
  readonly level: string;
  readonly place: Place | null;
  /** Spans of the text that make the body's name. */
  readonly pieces: readonly (readonly [number, number])[];
}

const PARTY = ['中国共产党', '中共'];
const LEVELS = /[省市区县州盟旗地]/;

/** The body whose name ends at `end`, or one that `召开` joins to it (`市委召开八届八次…`). */
export function bodyEndingAt(folded: string, stop: number): Body | null {
  let end = stop;
  while (end > 0 && folded[end - 1] === ' ') end--;
  if (end < stop) {
    // A blank parts a title: 中国人民政治协商会议 第十二届….
    const from = Math.max(0, end - 24);
    return fullBody(folded, folded.slice(from, end), from, end);
  }
  const convened = /(?:召开|举行)(?:了|的)?(?:中共)?$/.exec(folded.slice(Math.max(0, end - 6), end));
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

/** 市委, 浙江省委, 全国政协, 中共中央政治局; with `bare`, the word for a level alone: 市, 全国. */
function shortBody(folded: string, left: string, from: number, end: number, bare: boolean): Body | null {
  for (const [short, kind] of SHORT_BODIES) {
    if ((kind === 'other') !== bare || !left.endsWith(short)) continue;
    const level = /^全国|中央|^中纪委$|^[国政]务院$/.test(short) ? '全国' : levelIn(short);
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
const levelIn = (short: string): string =>
  short.startsWith('自治') ? short.slice(short[2] === '区' ? 0 : 2, 3) : LEVELS.test(short[0]!) ? short[0]! : '';

const MIDDLE_KINDS: ReadonlyMap<string, BodyKind> = new Map(MIDDLES);

/** Reads all numbered meetings, in order of their start. */
export function readMeetings(reading: Passage): FoundMeeting[] {
  const { folded, text, sites } = reading;
  const found: FoundMeeting[] = [];
  const push = (
    body: Body | null,
    start: number,
    end: number,
    extra: {
      congress: number | null;
      session: number | null;
      enlarged: boolean;
      kind?: BodyKind;
      tail?: [number, number];
      name?: string;
      place?: Place | null;
    },
  ): void => {
    const from = body?.start ?? start;
    const pieces = body === null ? '' : body.pieces.map(([a, b]) => text.slice(a, b)).join('');
    const [tailStart, tailEnd] = extra.tail ?? [0, 0];
    const tail = text.slice(tailStart, tailEnd);
    const plainTail = folded.slice(tailStart, tailEnd);
    const kind = extra.kind !== undefined && extra.kind !== 'other' ? extra.kind : (body?.kind ?? 'other');
    found.push({
      body: extra.name ?? (pieces === '党的' ? '中国共产党中央委员会' : pieces + tail || '会议'),
      bodyFull: null,
      congress: extra.congress,
      session: extra.session,
      enlarged: extra.enlarged,
      text: reading.joined({ start: from, end }),
      span: { start: from, end },
      kind,
      level: body?.level || (/中央|全国/.test(plainTail) ? '全国' : levelIn(plainTail)),
      place: body?.place ?? extra.place ?? null,
    });
  };
  if (sites.next(ROLE.meetingMark, 0) < 0) return found;
  if (folded.includes('届')) {
    for (let m = TERM_MEETING.exec(reading, 0), from = 0; m !== null; m = TERM_MEETING.exec(reading, from)) {
      const middle = m[2]!;
      const middleKind = MIDDLE_KINDS.get(middle) ?? (middle === '' ? 'other' : middleOf(middle));
      if (middleKind === null) {
        from = m.index + m[0].indexOf('届') + 1;
        continue;
      }
      const end = m.index + m[0].length;
      from = end;
      const body = bodyEndingAt(folded, m.index);
      const middleStart = m.index + m[0].indexOf('届') + 1;
      const kind = middleKind === 'party' && body?.kind === 'cppcc' ? 'cppcc' : middleKind;
      if (kind === 'party-congress' && body?.kind !== 'party') continue;
      const plenary = kind === 'other' && (body === null || body.kind === 'other') && /中全会$/.test(m[0]);
      const enlarged = m[5] !== undefined || m[6] !== undefined;
      const congress = numeralValue(m[1]!);
      const tail: [number, number] = [middleStart, middleStart + middle.length];
      const shared = {
        congress,
        enlarged,
        tail,
        place: placeOf(folded, middleStart, middle),
        ...(plenary && body === null ? { name: '中国共产党中央委员会' } : {}),
      };
      push(body, m.index, end, { ...shared, session: numeralValue(m[3]!), kind: plenary ? 'party' : kind });
      for (const more of m[4] === '' ? [] : (m[4]!.match(SESSIONS) ?? [])) {
        push(body, m.index, end, { ...shared, session: numeralValue(more), kind: plenary ? 'party' : kind });
      }
    }
  }
  if (folded.includes('次')) {
    for (let m = CONGRESS.exec(reading, 0); m !== null; m = CONGRESS.exec(reading, m.index + m[0].length)) {
      const body = bodyEndingAt(folded, m.index);
      // 六次党代会 is the sixth where a body stands before it, and six of them elsewhere.
      if (m[1] === '' && (body === null || body.kind === 'cppcc')) continue;
      const name = m.index + m[0].indexOf('次') + 1;
      push(body, m.index, m.index + m[0].length, {
        congress: numeralValue(m[2]!),
        session: m[4] === undefined ? null : numeralValue(m[4]),
        enlarged: false,
        kind: 'party-congress',
        tail: [name, name + m[3]!.length],
      });
    }
    const named = found.filter((meeting) => meeting.congress !== null);
    let next = 0;
    for (let m = NUMBERED.exec(reading, 0); m !== null; m = NUMBERED.exec(reading, m.index + m[0].length)) {
      while (next < named.length && named[next]!.span.end <= m.index) next++;
      if (next < named.length && named[next]!.span.start <= m.index) continue;
      const body = bodyEndingAt(folded, m.index) ?? committeeEndingAt(folded, m.index);
      if (body === null) continue;
      const name = m.index + m[0].indexOf('次') + 1;
      push(body, m.index, m.index + m[0].length, {
        congress: null,
        session: numeralValue(m[1]!),
        enlarged: m[0].includes('扩大'),
        tail: [name, m.index + m[0].length],
      });
    }
  }
  if (folded.includes('大')) {
    for (let m = SHORT_CONGRESS.exec(reading, 0); m !== null; m = SHORT_CONGRESS.exec(reading, m.index + m[0].length)) {
      const congress = numeralValue(m[1] ?? m[2]!);
      if (congress === null || congress < 4 || congress > 40) continue;
      push(null, m.index, m.index + m[0].length, {
        congress,
        session: null,
        enlarged: false,
        kind: 'party-congress',
        name: '中国共产党全国代表大会',
      });
      const last = found[found.length - 1]!;
      found[found.length - 1] = { ...last, level: '全国' };
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The place inside 第十三届厦门市委员会. */
function placeOf(folded: string, start: number, middle: string): Place | null {
  const name = middle.replace(/(?:常务)?委员会$/, '');
  if (name === middle || name.length < 2) return null;
  const found = placeEndingAt(folded, start + name.length);
  return found !== null && found.start === start ? found.place : null;
}

/** 人大常委会 behind a place is the standing committee, whatever the place: 浙江省人民代表大会常务委员会. */
function middleOf(middle: string): BodyKind | null {
  if (/人(?:民代表)?大(?:会)?常(?:务)?委(?:员)?会$/.test(middle)) return 'standing';
  if (/人(?:民代表)?大(?:会)?$/.test(middle)) return 'congress';
  if (/纪(?:律检查)?委(?:员会)?$/.test(middle)) return 'discipline';
  if (/(?:政协|全国委员会)$/.test(middle)) return 'cppcc';
  if (/(?:委员会|[省市区县州盟旗]委(?:常委会|常务委员会)?)$/.test(middle)) return 'party';
  if (/(?:人民)?政府$/.test(middle)) return 'government';
  return null;
}

const COMMITTEE =
  /([\u4e00-\u9fff“”]{2,20}(?:委员会|领导小组|常委会|理事会|政治局|办公会|联席会议|指挥部|指挥办|工作专班))(?:召开|举行)?了?$/;

/** A committee or leading group before 第N次会议: 中央全面深化改革委员会, “百千万工程”指挥部召开. */
function committeeEndingAt(folded: string, end: number): Body | null {
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
