/**
 * Meetings by name, numbered ones: body, 届 and 次, in short, full and mixed forms. Changes when a form of name is missing.
 * `reportedMeeting.ts` decides which of them the document is about.
 */
import { numeralValue } from '../../text/numerals.ts';
import type { MeetingMention } from '../model.ts';
import { type Body, bodyEndingAt, committeeEndingAt, levelIn } from './bodies.ts';
import { type BodyKind, MIDDLES } from './data/meetingBodies.ts';
import { NearMark } from './near.ts';
import type { Passage } from './passage.ts';
import { type Place, placeEndingAt } from './places.ts';
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

const MIDDLE_KINDS: ReadonlyMap<string, BodyKind> = new Map(MIDDLES);

/** What a form of name says beside the body. */
interface Told {
  readonly congress: number | null;
  readonly session: number | null;
  readonly enlarged: boolean;
  /** The kind of body that it names itself; `other` where it leaves that to the body before it. */
  readonly kind: BodyKind;
  /** Where the rest of the body's name stands, behind the number. */
  readonly tailStart: number;
  readonly tailEnd: number;
  /** The body's name where the text does not print it. */
  readonly name: string | null;
  readonly place: Place | null;
  readonly level: string | null;
}

/** A meeting whose name, without its body, stands from `start` to `end`. */
function meetingOf(reading: Passage, body: Body | null, start: number, end: number, told: Told): FoundMeeting {
  const { folded, text } = reading;
  const { congress, session, enlarged, tailStart, tailEnd } = told;
  const from = body?.start ?? start;
  let name = told.name;
  if (name === null) {
    const pieces = body === null ? '' : body.pieces.map(([a, b]) => text.slice(a, b)).join('');
    name = pieces === '党的' ? '中国共产党中央委员会' : pieces + text.slice(tailStart, tailEnd) || '会议';
  }
  const tail = folded.slice(tailStart, tailEnd);
  return {
    body: name,
    bodyFull: null,
    congress,
    session,
    enlarged,
    text: reading.joined({ start: from, end }),
    span: { start: from, end },
    kind: told.kind !== 'other' ? told.kind : (body?.kind ?? 'other'),
    level: told.level ?? (body?.level || (/中央|全国/.test(tail) ? '全国' : levelIn(tail))),
    place: body?.place ?? told.place,
  };
}

/** 十三届二次全会, with those of further sessions that share its name. */
function termMeetings(reading: Passage, found: FoundMeeting[]): void {
  const { folded } = reading;
  for (let m = TERM_MEETING.exec(reading, 0), from = 0; m !== null; m = TERM_MEETING.exec(reading, from)) {
    const middle = m[2]!;
    const tailStart = m.index + m[0].indexOf('届') + 1;
    const middleKind = MIDDLE_KINDS.get(middle) ?? (middle === '' ? 'other' : middleOf(middle));
    if (middleKind === null) {
      from = tailStart;
      continue;
    }
    const end = m.index + m[0].length;
    from = end;
    const body = bodyEndingAt(folded, m.index);
    const kind = middleKind === 'party' && body?.kind === 'cppcc' ? 'cppcc' : middleKind;
    if (kind === 'party-congress' && body?.kind !== 'party') continue;
    const plenary = kind === 'other' && (body === null || body.kind === 'other') && /中全会$/.test(m[0]);
    const told = (session: string): Told => ({
      congress: numeralValue(m![1]!),
      session: numeralValue(session),
      enlarged: m![5] !== undefined || m![6] !== undefined,
      kind: plenary ? 'party' : kind,
      tailStart,
      tailEnd: tailStart + middle.length,
      name: plenary && body === null ? '中国共产党中央委员会' : null,
      place: placeOf(folded, tailStart, middle),
      level: null,
    });
    found.push(meetingOf(reading, body, m.index, end, told(m[3]!)));
    for (const more of m[4] === '' ? [] : (m[4]!.match(SESSIONS) ?? [])) {
      found.push(meetingOf(reading, body, m.index, end, told(more)));
    }
  }
}

/** 第十五次党代会. */
function congresses(reading: Passage, found: FoundMeeting[]): void {
  for (let m = CONGRESS.exec(reading, 0); m !== null; m = CONGRESS.exec(reading, m.index + m[0].length)) {
    const body = bodyEndingAt(reading.folded, m.index);
    // 六次党代会 is the sixth where a body stands before it, and six of them elsewhere.
    if (m[1] === '' && (body === null || body.kind === 'cppcc')) continue;
    const tailStart = m.index + m[0].indexOf('次') + 1;
    const told: Told = {
      congress: numeralValue(m[2]!),
      session: m[4] === undefined ? null : numeralValue(m[4]),
      enlarged: false,
      kind: 'party-congress',
      tailStart,
      tailEnd: tailStart + m[3]!.length,
      name: null,
      place: null,
      level: null,
    };
    found.push(meetingOf(reading, body, m.index, m.index + m[0].length, told));
  }
}

/** 国务院第23次常务会议, but not the number inside a meeting that was found before. */
function numbered(reading: Passage, found: FoundMeeting[]): void {
  const { folded } = reading;
  const named = found.filter((meeting) => meeting.congress !== null);
  let next = 0;
  for (let m = NUMBERED.exec(reading, 0); m !== null; m = NUMBERED.exec(reading, m.index + m[0].length)) {
    while (next < named.length && named[next]!.span.end <= m.index) next++;
    if (next < named.length && named[next]!.span.start <= m.index) continue;
    const body = bodyEndingAt(folded, m.index) ?? committeeEndingAt(folded, m.index);
    if (body === null) continue;
    const end = m.index + m[0].length;
    const told: Told = {
      congress: null,
      session: numeralValue(m[1]!),
      enlarged: m[0].includes('扩大'),
      kind: 'other',
      tailStart: m.index + m[0].indexOf('次') + 1,
      tailEnd: end,
      name: null,
      place: null,
      level: null,
    };
    found.push(meetingOf(reading, body, m.index, end, told));
  }
}

/** 党的二十大. */
function shortCongresses(reading: Passage, found: FoundMeeting[]): void {
  for (let m = SHORT_CONGRESS.exec(reading, 0); m !== null; m = SHORT_CONGRESS.exec(reading, m.index + m[0].length)) {
    const congress = numeralValue(m[1] ?? m[2]!);
    if (congress === null || congress < 4 || congress > 40) continue;
    const told: Told = {
      congress,
      session: null,
      enlarged: false,
      kind: 'party-congress',
      tailStart: 0,
      tailEnd: 0,
      name: '中国共产党全国代表大会',
      place: null,
      level: '全国',
    };
    found.push(meetingOf(reading, null, m.index, m.index + m[0].length, told));
  }
}

/** Reads all numbered meetings, in order of their start. */
export function readMeetings(reading: Passage): FoundMeeting[] {
  const { folded, sites } = reading;
  const found: FoundMeeting[] = [];
  if (sites.next(ROLE.meetingMark, 0) < 0) return found;
  if (folded.includes('届')) termMeetings(reading, found);
  if (folded.includes('次')) {
    congresses(reading, found);
    numbered(reading, found);
  }
  if (folded.includes('大')) shortCongresses(reading, found);
  return found.length < 2 ? found : found.sort((a, b) => a.span.start - b.span.start);
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
