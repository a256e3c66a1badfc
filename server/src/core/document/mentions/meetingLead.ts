/**
 * Where a document tells of its meeting, what a meeting without a number is called, and on which days it was held.
 * Changes when leads, names or days are told in other words; who decides with it is `reportedMeeting.ts`.
 */
import type { Span } from '../../text/span.ts';
import type { Block, DateRole, Evidence } from '../model.ts';
import type { AdoptionNote } from './adoption.ts';
import { HELD } from './data/dateCues.ts';
import { MEETING_ENDINGS } from './data/meetingBodies.ts';
import type { RawDate } from './dates.ts';
import type { FoundMeeting } from './meetings.ts';
import type { Reading } from './reading.ts';

/** What a document says of meetings and days, from which the one that it reports is told. */
export interface Told {
  readonly reading: Reading;
  readonly meetings: readonly FoundMeeting[];
  readonly dates: readonly RawDate[];
  readonly notes: readonly AdoptionNote[];
  /** Of dates by their index, as far as they are known. */
  readonly roles: ReadonlyMap<number, DateRole>;
}

export interface Reported {
  readonly meeting: FoundMeeting;
  readonly evidence: Evidence;
  /** Indices of the dates on which it was held. */
  readonly dates: readonly number[];
}

const LEAD_BLOCKS = 12;
export const LEAD_LENGTH = 2500;
/** A sentence is not followed further than this to either side. */
const LONGEST_SENTENCE = 300;
const ENDINGS = MEETING_ENDINGS.join('|');
const BODY =
  '中共中央政治局|中央政治局|[\\u4e00-\\u9fff]{0,8}?(?:省委|市委|区委|县委|州委|党委|政府|国务院|人大常委会|政协|党组|纪委监委|纪委|监委|中央|(?<![城村集市])镇|(?<![城家故])乡|街道|(?<![当结格布])局|公司|集团|医院|学校|大学|学院|工会|法院|检察院|管委会)(?:常委会|(?:理论学习)?中心组)?';
export const CONVENED = new RegExp(
  `(${BODY})(?:[0-9于月日年至—\\- ]{0,22})(?:在[\\u4e00-\\u9fff]{1,10})?(?:主持)?(?:召开|举行)了?([^，。；：\\n]{0,44}?(?:${ENDINGS}))`,
);
export const PRESIDED = new RegExp(`主持召开了?([^，。；：\\n]{0,28}?(?:${ENDINGS}))`);
/** Titles of minutes: 专题会议纪要. */
export const MINUTED = new RegExp(`([\\u4e00-\\u9fff]{2,36}?(?:${ENDINGS}))纪要`);
export const NAMED = new RegExp(
  `([\\u4e00-\\u9fff（）“”、]{2,36}?(?:${ENDINGS}))[，]?(?:[0-9于月日年至—\\- 、今]{0,24})(?:上午|下午)?(?:[（(][^）)]{0,10}[）)])?(?:以[\\u4e00-\\u9fff]{2,8}形式)?(?:在[\\u4e00-\\u9fff]{1,16}?)?(?:举行|召开|开幕|闭幕)`,
);
export const SPOKEN = new RegExp(
  `在([\\u4e00-\\u9fff0-9xX×*（）“”、]{2,40}?(?:${ENDINGS}|典礼|仪式|论坛|峰会|一般性辩论|开幕式|闭幕式))(?:（[^）]{0,8}）)?(?:上|开幕式上|结束时)`,
);

/** Lead blocks of prose, at most so many and so long; the clause that tells of the meeting is there or nowhere. */
export function leadBlocks(reading: Reading, from: number): Block[] {
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

export const sentenceAround = (folded: string, at: number, block: Block): Span => {
  let start = at;
  const least = Math.max(block.start, at - LONGEST_SENTENCE);
  const most = Math.min(block.end, at + LONGEST_SENTENCE);
  while (start > least && !'。\n！'.includes(folded[start - 1]!)) start--;
  let end = at;
  while (end < most && !'。\n！'.includes(folded[end]!)) end++;
  return { start, end };
};

export const isNumbered = (meeting: FoundMeeting): boolean => meeting.session !== null || meeting.congress !== null;

export const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** `学习会` of 学习会议暨党组会议: the name goes on. */
const CONTINUED = /^(?:议)?(?:暨[\u4e00-\u9fff]{2,14}?(?:会议|大会|会))?/;

/** What a lead puts before a meeting's name: 电 （记者…）, 上午, 省委. */
export const trimName = (name: string): string =>
  name
    .replace(/^.*(?:电(?![视话力子商网])|[讯日]|上午|下午|消息|获悉|记者)(?=[\u4e00-\u9fff]{4})/, '')
    .replace(/^[、）（”“]+/, '');

export function unnumbered(reading: Reading, start: number, stop: number, name: string): FoundMeeting {
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
export function heldDates({ reading, dates, roles }: Told, meeting: FoundMeeting, title: Span | null): number[] {
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
