/**
 * The one meeting that a document reports or that adopted it. Changes when documents tell it in another way.
 * Order of the arguments: the note of adoption, the promulgating clause, the title, the lead, a meeting without number.
 */
import type { Span } from '../../text/span.ts';
import type { Block, DateRole, Evidence, Kind } from '../model.ts';
import type { AdoptionNote } from './adoption.ts';
import { HELD } from './data/dateCues.ts';
import { MEETING_ENDINGS } from './data/meetingBodies.ts';
import type { RawDate } from './dates.ts';
import type { FoundMeeting } from './meetings.ts';
import type { Reading } from './reading.ts';

export interface Reported {
  readonly meeting: FoundMeeting;
  readonly evidence: Evidence;
  /** Indices of the dates on which it was held. */
  readonly dates: readonly number[];
}

/** Kinds whose first sentences tell of the meeting that they report. */
const REPORTING: ReadonlySet<Kind> = new Set([
  'news',
  'communique',
  'minutes',
  'speech',
  'report',
  'resolution',
  'other',
]);
/** A meeting that is still to come: 决定召开, 将于…召开. */
const PLANNED = /(?:决定|将|拟|定于|准备|筹备|迎接|建议|同意)[^，。；]{0,20}$/;
/** Kinds whose lead may name a meeting that has no number. */
const TELLING: ReadonlySet<Kind> = new Set(['news', 'communique', 'minutes', 'other']);
/** Between a meeting and the word that it closed: 在顺利完成各项议程后，在人民会堂闭幕. */
const AFTER_BUSINESS =
  /^(?:，?(?:在|于)?[^，。；]{0,4}(?:完成|履行|结束)[^，。；]{2,12}后?，(?:昨日|今日|今天)?(?:在|于)?|，于)/;
/** Behind a meeting at which somebody reported: 11月28日，在…会议上，区长…作《政府工作报告》. */
const REPORTED_AT = /^上，?[^。；]{0,24}(?:作|发表|讲话|报告)/;
/** Kinds that tell when the meeting was held beside the day on which it passed them. */
const TELLS_WHEN: ReadonlySet<Kind> = new Set([...TELLING, 'resolution']);
const LEAD_BLOCKS = 12;
const LEAD_LENGTH = 2500;
/** A sentence is not followed further than this to either side. */
const LONGEST_SENTENCE = 300;
const ENDINGS = MEETING_ENDINGS.join('|');
const BODY =
  '中共中央政治局|中央政治局|[\\u4e00-\\u9fff]{0,8}?(?:省委|市委|区委|县委|州委|党委|政府|国务院|人大常委会|政协|党组|纪委监委|纪委|监委|中央)(?:常委会|(?:理论学习)?中心组)?';
const CONVENED = new RegExp(
  `(${BODY})(?:[0-9于月日年至—\\- ]{0,22})(?:在[\\u4e00-\\u9fff]{1,10})?(?:主持)?(?:召开|举行)了?([^，。；：\\n]{0,28}?(?:${ENDINGS}))`,
);
const PRESIDED = new RegExp(`主持召开了?([^，。；：\\n]{0,28}?(?:${ENDINGS}))`);
/** Titles of minutes: 专题会议纪要. */
const MINUTED = new RegExp(`([\\u4e00-\\u9fff]{2,36}?(?:${ENDINGS}))纪要`);
const NAMED = new RegExp(
  `([\\u4e00-\\u9fff（）“”、]{2,36}?(?:${ENDINGS}))[，]?(?:[0-9于月日年至—\\- 、今]{0,24})(?:上午|下午)?(?:[（(][^）)]{0,10}[）)])?(?:以[\\u4e00-\\u9fff]{2,8}形式)?(?:在[\\u4e00-\\u9fff]{1,16}?)?(?:举行|召开|开幕|闭幕)`,
);
const SPOKEN = new RegExp(
  `在([\\u4e00-\\u9fff0-9（）“”、]{2,40}?(?:${ENDINGS}|典礼|仪式|论坛|峰会|一般性辩论|开幕式|闭幕式))(?:（[^）]{0,8}）)?(?:上|开幕式上|结束时)`,
);

/** Lead blocks of prose, at most so many and so long; the clause that tells of the meeting is there or nowhere. */
function leadBlocks(reading: Reading, from: number): Block[] {
  const lead: Block[] = [];
  let length = 0;
  for (let i = reading.blockIndex(from); i < reading.blocks.length; i++) {
    const block = reading.blocks[i]!;
    if (!reading.isProse(block) && block.kind !== 'byline') continue;
    const text = reading.folded.slice(block.start, Math.min(block.end, block.start + 40)).trim();
    if (text === '') continue;
    lead.push(block);
    length += block.end - block.start;
    if (lead.length >= LEAD_BLOCKS || length > LEAD_LENGTH) break;
  }
  return lead;
}

const sentenceAround = (folded: string, at: number, block: Block): Span => {
  let start = at;
  const least = Math.max(block.start, at - LONGEST_SENTENCE);
  const most = Math.min(block.end, at + LONGEST_SENTENCE);
  while (start > least && !'。\n！'.includes(folded[start - 1]!)) start--;
  let end = at;
  while (end < most && !'。\n！'.includes(folded[end]!)) end++;
  return { start, end };
};

const isNumbered = (meeting: FoundMeeting): boolean => meeting.session !== null || meeting.congress !== null;

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** Decides; null where the document reports and was adopted by no meeting. */
export function reportedMeeting(
  reading: Reading,
  meetings: readonly FoundMeeting[],
  dates: readonly RawDate[],
  notes: readonly AdoptionNote[],
  roles: ReadonlyMap<number, DateRole>,
): Reported | null {
  return (
    adopting(reading, meetings, dates, notes, roles) ??
    promulgated(meetings, dates, roles) ??
    passed(reading, meetings) ??
    titleOrLead(reading, meetings, dates, roles) ??
    opening(reading, meetings, dates, roles)
  );
}

/** The title tells it; where it gives no number (全国人大常委会会议举行) and the first sentence does, that one is meant. */
function titleOrLead(
  reading: Reading,
  meetings: readonly FoundMeeting[],
  dates: readonly RawDate[],
  roles: ReadonlyMap<number, DateRole>,
): Reported | null {
  const { kind } = reading.structure;
  const titled = fromTitle(reading, meetings, dates, roles);
  // 人大常委会第二十六次会议闭幕 in the title, 十三届全国人大常委会第二十六次会议 below: one meeting, more fully named.
  if (titled !== null && titled.meeting.congress === null && titled.meeting.session !== null) {
    const led = fromLead(reading, meetings, dates, roles, true);
    if (led !== null && led.meeting.congress !== null && led.meeting.session === titled.meeting.session) return led;
  }
  if (titled !== null && (isNumbered(titled.meeting) || (kind !== 'news' && kind !== 'minutes'))) return titled;
  const led = fromLead(reading, meetings, dates, roles, titled !== null);
  if (titled === null) return led;
  const numbered =
    led !== null &&
    led.meeting.session !== null &&
    (kind === 'minutes' ||
      /常委会(?:会议)?$|全会$|代表大会$|^(?:[省市区县州]?(?:政协|人大)(?:全体)?会议|[省市区县州]?(?:人代会|党代会|两会))$/.test(
        titled.meeting.text,
      ));
  return numbered ? led : titled;
}

/** The meeting behind the date that the note calls adopted. */
function adopting(
  reading: Reading,
  meetings: readonly FoundMeeting[],
  dates: readonly RawDate[],
  notes: readonly AdoptionNote[],
  roles: ReadonlyMap<number, DateRole>,
): Reported | null {
  for (const note of notes) {
    const wanted: readonly DateRole[] = [...note.roles.values()].includes('adopted')
      ? ['adopted']
      : ['approved', 'meeting'];
    for (const [index, role] of note.roles) {
      if (!wanted.includes(role)) continue;
      const date = dates[index]!;
      const meeting =
        meetings.find((m) => m.span.start >= date.start && within(m.span, note)) ??
        (role === 'meeting' ? spokenAt(reading, { start: date.end, end: note.end }) : undefined);
      if (meeting === undefined) continue;
      const evidence = { reason: 'adoption-note', span: { start: note.start, end: note.end } };
      // A communique or news tells when it was held as well.
      const held = TELLS_WHEN.has(reading.structure.kind) ? heldDates(reading, dates, roles, meeting, null) : [];
      return { meeting, evidence, dates: held.length > 0 ? held : [index] };
    }
  }
  return null;
}

/** The meeting without a number at which the text of a note says that somebody spoke. */
function spokenAt(reading: Reading, span: Span): FoundMeeting | undefined {
  const spoken = SPOKEN.exec(reading.folded.slice(span.start, span.end));
  if (spoken === null) return undefined;
  const start = span.start + spoken.index + 1;
  return unnumbered(reading, start, start + spoken[1]!.length, spoken[1]!);
}

function promulgated(
  meetings: readonly FoundMeeting[],
  dates: readonly RawDate[],
  roles: ReadonlyMap<number, DateRole>,
): Reported | null {
  for (const [index, role] of roles) {
    if (role !== 'adopted') continue;
    const date = dates[index]!;
    const meeting = meetings.find(
      (m) =>
        (m.span.start >= date.end && m.span.start - date.end < 4) ||
        (m.span.end <= date.start && date.start - m.span.end < 4),
    );
    if (meeting) return { meeting, evidence: { reason: 'promulgation', span: meeting.span }, dates: [index] };
  }
  return null;
}

/** `…已经自治州第十五届人民政府第1次全体会议审议通过，现印发`: a meeting without a day. */
function passed(reading: Reading, meetings: readonly FoundMeeting[]): Reported | null {
  const { folded } = reading;
  const limit = leadBlocks(reading, 0).at(-1)?.end ?? 0;
  for (const meeting of meetings) {
    const { start, end } = meeting.span;
    if (start > limit) return null;
    if (!/^(?:审议|讨论|研究|表决)*(?:原则)?(?:通过|同意|批准)，现/.test(folded.slice(end, end + 12))) continue;
    if (!/[已业经由于]$/.test(folded.slice(Math.max(0, start - 1), start))) continue;
    return { meeting, evidence: { reason: 'promulgation', span: meeting.span }, dates: [] };
  }
  return null;
}

/** Kinds whose first sentence has as its subject the meeting that made them. */
const MADE_BY: ReadonlySet<Kind> = new Set(['decision', 'resolution', 'plan', 'announcement', 'order', 'opinion']);
const MAKES = /决定|提出|作出|通过|批准|同意|任命/;

/** `甘肃省第十一届人大常委会第十七次会议决定，修改…`. */
function opening(
  reading: Reading,
  meetings: readonly FoundMeeting[],
  dates: readonly RawDate[],
  roles: ReadonlyMap<number, DateRole>,
): Reported | null {
  const { folded, structure } = reading;
  if (!MADE_BY.has(structure.kind)) return null;
  for (const block of leadBlocks(reading, 0)) {
    if (block.kind !== 'paragraph' && block.kind !== 'byline') continue;
    const head = folded.slice(block.start, block.start + 40);
    const from = block.start + (/^\s*(?:[\u4e00-\u9fff]{2,8}讯\s)?\s*/.exec(head)?.[0].length ?? 0);
    const meeting = meetings.find((m) => m.span.start === from);
    if (meeting === undefined) continue;
    const sentence = sentenceAround(folded, from, block);
    const after = folded.slice(meeting.span.end, sentence.end);
    if (/^(?:精神|部署|以来|后|的)/.test(after) || !MAKES.test(after)) continue;
    return {
      meeting,
      evidence: { reason: 'lead', span: sentence },
      dates: heldDates(reading, dates, roles, meeting, null),
    };
  }
  return null;
}

const AFTER_TITLE =
  /^(?:暨[^，。]{0,20})?(?:胜利|隆重|今日|今天|日前|在[\u4e00-\u9fff]{1,10})?(?:举行|召开|开幕|闭幕|公报|纪要|会议纪要|上|决议|新闻|侧记|综述|$|[\s 。—！])/;

/** Titles that name the meeting as the thing told of: `…会议举行`, `在…会议上的讲话`; not `学习贯彻…精神`. */
function fromTitle(
  reading: Reading,
  meetings: readonly FoundMeeting[],
  dates: readonly RawDate[],
  roles: ReadonlyMap<number, DateRole>,
): Reported | null {
  const { folded, structure } = reading;
  const spans: Span[] = [];
  if (structure.title !== null) spans.push(structure.title.span);
  for (const block of leadBlocks(reading, 0).slice(0, 6)) if (block.kind === 'title') spans.push(block);
  for (const span of spans) {
    const numbered = meetings.find(
      (m) =>
        within(m.span, span) && AFTER_TITLE.test(folded.slice(m.span.end, m.span.end + 24).replace(/^[\s]+(?=上)/, '')),
    );
    const led = numbered ? folded.slice(Math.max(span.start, numbered.span.start - 12), numbered.span.start) : '';
    if (numbered && !/学习贯彻|贯彻落实|关于/.test(led) && !PLANNED.test(led)) {
      return {
        meeting: numbered,
        evidence: { reason: 'title', span: numbered.span },
        dates: heldDates(reading, dates, roles, numbered, span),
      };
    }
  }
  for (const span of spans) {
    const title = folded.slice(span.start, span.end).replace(/[\r\n]/g, ' ');
    const spoken = SPOKEN.exec(title);
    const convened =
      structure.kind === 'news' || structure.kind === 'minutes'
        ? (CONVENED.exec(title) ?? NAMED.exec(title) ?? PRESIDED.exec(title) ?? MINUTED.exec(title))
        : null;
    const found = spoken ?? convened;
    if (found !== null && (spoken === null || REPORTING.has(structure.kind))) {
      const at = span.start + found.index + found[0].indexOf(found[1]!);
      const meeting = unnumbered(reading, at, at + found[1]!.length, found[1]!);
      return {
        meeting,
        evidence: { reason: 'title', span: meeting.span },
        dates: heldDates(reading, dates, roles, meeting, span),
      };
    }
  }
  return null;
}

/** First sentences that tell that it was held; of resolutions, a first sentence that it opens. */
function fromLead(
  reading: Reading,
  meetings: readonly FoundMeeting[],
  dates: readonly RawDate[],
  roles: ReadonlyMap<number, DateRole>,
  belowTitle: boolean,
): Reported | null {
  const { folded, structure } = reading;
  const starts = [0, ...structure.parts.filter((part) => part.role === 'editor-note').map((part) => part.span.start)];
  const noted = starts.length > 1;
  if (!REPORTING.has(structure.kind) && !noted) return null;
  const lead = leadBlocks(reading, 0);
  for (const block of lead) {
    if (belowTitle && block.kind === 'title') continue;
    const inside = meetings.filter((m) => within(m.span, block) && m.span.start - block.start < LEAD_LENGTH);
    for (const meeting of inside) {
      const sentence = sentenceAround(folded, meeting.span.start, block);
      const after = folded.slice(meeting.span.end, sentence.end);
      const before = folded.slice(sentence.start, meeting.span.start);
      const held = HELD.exec(after);
      const own = HELD.exec(folded.slice(meeting.span.start, meeting.span.end));
      const led = /(?:召开|举行)了?$/.test(before) && !PLANNED.test(before);
      const told = TELLING.has(structure.kind) && /日，?在$/.test(before) && REPORTED_AT.test(after);
      const cited = !told && /^(?:精神|决策|部署|通过|以来|关于|确定|提出|作出|审议|上)|^的|^是/.test(after);
      const far =
        !told &&
        (held === null || held.index > 40 || /[，；]/.test(after.slice(0, held.index).replace(AFTER_BUSINESS, '')));
      const opens = structure.kind === 'resolution' && before.trim() === '' && !cited;
      const ours = /(?:这次|本次|此次)(?:召开的)?$/.test(before) && structure.kind !== 'other';
      if ((cited && !ours) || (far && own === null && !opens && !ours && !led)) continue;
      if (PLANNED.test(before)) continue;
      if (/(?:是|为)[^，。]*$/.test(before) && own === null) continue;
      const days = heldDates(reading, dates, roles, meeting, null);
      const day = told ? dates.findIndex((date) => date.end <= meeting.span.start && date.end > sentence.start) : -1;
      return {
        meeting,
        evidence: { reason: 'lead', span: sentence },
        dates: days.length > 0 || day < 0 ? days : [day],
      };
    }
    if (!TELLING.has(structure.kind)) continue;
    const head = folded.slice(block.start, Math.min(block.end, block.start + 220));
    const convened = CONVENED.exec(head);
    const named = NAMED.exec(head);
    const presided = /^[^。]{0,60}日/.test(head) ? PRESIDED.exec(head) : null;
    const found = convened ?? named ?? presided;
    if (found === null) continue;
    const dated =
      found === presided || /[月日]/.test(found[0]) || /日(?:上午|下午)?，$/.test(head.slice(0, found.index));
    if (structure.kind === 'other' && !dated) continue;
    const at = block.start + found.index + found[0].indexOf(found[1]!);
    const name = trimName(found[1]!);
    const start = at + found[1]!.length - name.length;
    const meeting = unnumbered(reading, start, start + name.length, name);
    return {
      meeting,
      evidence: {
        reason: 'lead',
        span: { start: block.start + found.index, end: block.start + found.index + found[0].length },
      },
      dates: heldDates(reading, dates, roles, meeting, null),
    };
  }
  return null;
}

/** `学习会` of 学习会议暨党组会议: the name goes on. */
const CONTINUED = /^(?:议)?(?:暨[\u4e00-\u9fff]{2,14}?(?:会议|大会|会))?/;

/** What a lead puts before a meeting's name: 电 （记者…）, 上午, 省委. */
const trimName = (name: string): string =>
  name
    .replace(/^.*(?:电(?![视话力子商网])|[讯日]|上午|下午|消息|获悉|记者)(?=[\u4e00-\u9fff]{4})/, '')
    .replace(/^[、）（”“]+/, '');

function unnumbered(reading: Reading, start: number, stop: number, name: string): FoundMeeting {
  const end = stop + (/会$/.test(name) ? CONTINUED.exec(reading.folded.slice(stop, stop + 20))![0].length : 0);
  return {
    body: reading.joined({ start, end }),
    bodyFull: null,
    congress: null,
    session: null,
    enlarged: name.includes('扩大'),
    text: reading.joined({ start, end }),
    span: { start, end },
    kind: /政治局/.test(name) ? 'party' : /(?:省|市|区|县|州)委(?:常委会)?$/.test(name) ? 'party' : 'other',
    level: /中央|全国|国务院/.test(name) ? '全国' : (/([省市区县州])(?:委|政府|人大|政协)/.exec(name)?.[1] ?? ''),
    place: null,
  };
}

/** Dates before `举行` in a lead sentence about this meeting, beside it in its title, or alone in brackets below. */
function heldDates(
  reading: Reading,
  dates: readonly RawDate[],
  roles: ReadonlyMap<number, DateRole>,
  meeting: FoundMeeting,
  title: Span | null,
): number[] {
  const { folded } = reading;
  const found: number[] = [];
  const lead = leadBlocks(reading, 0);
  const limit = Math.min(lead[lead.length - 1]?.end ?? 0, (lead[0]?.start ?? 0) + 2 * LEAD_LENGTH);
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i]!;
    if (date.start > limit) break;
    const given = roles.get(i);
    if (date.month === null || date.day === null || (given !== undefined && given !== 'signed')) continue;
    if (title !== null && within(date, title)) {
      const printed = folded.slice(date.start, date.end);
      const edition = /版次|第[A-Z0-9]+版|期[^，。]{0,8}$/.test(folded.slice(title.start, date.start));
      if (!edition && !/[0-9][-/.][0-9]/.test(printed)) found.push(i);
      continue;
    }
    const block = lead.find((b) => date.start >= b.start && date.end <= b.end);
    if (block === undefined) continue;
    const line = folded.slice(block.start, block.end).trim();
    if (title !== null && /^[（(][^）)]{4,14}[）)]$/.test(line) && date.day !== null) {
      found.push(i);
      continue;
    }
    const sentence = sentenceAround(folded, date.start, block);
    const after = folded.slice(date.end, Math.min(sentence.end, date.end + 70));
    const held = HELD.exec(after);
    if (held === null || /通过|印发|发布/.test(after.slice(0, held.index))) continue;
    if (/[。；]/.test(after.slice(0, held.index))) continue;
    const whole = folded.slice(sentence.start, sentence.end);
    if (about(whole, meeting, folded)) found.push(i);
  }
  return found;
}

/** Whether a sentence speaks of this meeting: its numbers, its body, or no other meeting's. */
function about(sentence: string, meeting: FoundMeeting, folded: string): boolean {
  const name = folded.slice(meeting.span.start, meeting.span.end);
  if (sentence.includes(name)) return true;
  if (isNumbered(meeting)) {
    const tail = name.replace(/^.*届/, '').replace(/[^〇零一二三四五六七八九十百0-9]/g, '');
    return tail !== '' && sentence.includes(tail) && /会/.test(sentence);
  }
  const core = name.replace(/（扩大）/g, '');
  return sentence.includes(core) || (/会/.test(sentence) && !/届|次/.test(sentence));
}
