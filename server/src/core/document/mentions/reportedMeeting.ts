/**
 * The one meeting that a document reports or that adopted it. Changes when documents tell it in another way.
 * Order of the arguments: the note of adoption, the promulgating clause, the title, the lead, a meeting without number.
 */
import type { Span } from '../../text/span.ts';
import type { Kind } from '../model.ts';
import { adopting, opening, passed, promulgated } from './adoptingMeeting.ts';
import { HELD } from './data/dateCues.ts';
import {
  CONVENED,
  heldDates,
  isNumbered,
  LEAD_LENGTH,
  leadBlocks,
  MINUTED,
  NAMED,
  PRESIDED,
  type Reported,
  SPOKEN,
  sentenceAround,
  type Told,
  trimName,
  unnumbered,
  within,
} from './meetingLead.ts';

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
const REPORTED_AT = /^上，?[^。；]{0,24}(?:作|发表|讲话|报告|审议|通过)/;

/** Decides; null where the document reports and was adopted by no meeting. */
export const reportedMeeting = (told: Told): Reported | null =>
  adopting(told) ?? promulgated(told) ?? passed(told) ?? titleOrLead(told) ?? opening(told);

/** The title tells it; where it gives no number (全国人大常委会会议举行) and the first sentence does, that one is meant. */
function titleOrLead(told: Told): Reported | null {
  const { kind } = told.reading.structure;
  const titled = fromTitle(told);
  // 人大常委会第二十六次会议闭幕 in the title, 十三届全国人大常委会第二十六次会议 below: one meeting, more fully named.
  if (titled !== null && titled.meeting.congress === null && titled.meeting.session !== null) {
    const led = fromLead(told, true);
    if (led !== null && led.meeting.congress !== null && led.meeting.session === titled.meeting.session) return led;
  }
  if (titled !== null && (isNumbered(titled.meeting) || (kind !== 'news' && kind !== 'minutes'))) return titled;
  const led = fromLead(told, titled !== null);
  if (titled === null) return led;
  const numbered =
    led !== null &&
    led.meeting.session !== null &&
    (kind === 'minutes' ||
      /常委会(?:会议)?$|常务会议$|全会$|代表大会$|^(?:[省市区县州]?(?:政协|人大)(?:全体)?会议|[省市区县州]?(?:人代会|党代会|两会))$/.test(
        titled.meeting.text,
      ));
  return numbered ? led : titled;
}

/** Behind a meeting that a title announces: 区十届人大四次会议将于3月25日召开. */
const TO_COME = /^\s*(?:将|拟|定于|即将|计划)/;
const AFTER_TITLE =
  /^(?:暨[^，。]{0,20})?(?:胜利|隆重|今日|今天|日前|在[\u4e00-\u9fff]{1,10})?(?:举行|召开|开幕|闭幕|公报|纪要|会议纪要|上|决议|新闻|侧记|综述|$|[\s 。—！])/;

/** Titles that name the meeting as the thing told of: `…会议举行`, `在…会议上的讲话`; not `学习贯彻…精神`. */
function fromTitle(told: Told): Reported | null {
  const { reading, meetings } = told;
  const { folded, structure } = reading;
  const spans: Span[] = [];
  if (structure.title !== null) spans.push(structure.title.span);
  for (const block of leadBlocks(reading, 0).slice(0, 6)) if (block.kind === 'title') spans.push(block);
  for (const span of spans) {
    const numbered = meetings.find(
      (m) =>
        within(m.span, span) &&
        !TO_COME.test(folded.slice(m.span.end, m.span.end + 8)) &&
        AFTER_TITLE.test(folded.slice(m.span.end, m.span.end + 24).replace(/^[\s]+(?=上)/, '')),
    );
    const led = numbered ? folded.slice(Math.max(span.start, numbered.span.start - 12), numbered.span.start) : '';
    if (numbered && !/学习贯彻|贯彻落实|关于/.test(led) && !PLANNED.test(led)) {
      return {
        meeting: numbered,
        evidence: { reason: 'title', span: numbered.span },
        dates: heldDates(told, numbered, span),
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
        dates: heldDates(told, meeting, span),
      };
    }
  }
  return null;
}

const isDispatch = (folded: string, block: Span): boolean =>
  /^\s*(?:新华社|中新社|本报)[^。，]{0,30}(?:电|讯)/.test(folded.slice(block.start, block.start + 60));

/** First sentences that tell that it was held; of resolutions, a first sentence that it opens. */
function fromLead(told: Told, belowTitle: boolean): Reported | null {
  const { reading, meetings, dates } = told;
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
      const reportedAt =
        TELLING.has(structure.kind) &&
        /日(?:上午|下午|晚)?，?在[\u4e00-\u9fff]{0,6}$/.test(before) &&
        REPORTED_AT.test(after);
      const recent =
        TELLING.has(structure.kind) &&
        /^\s*(?:近日|日前|昨[日天]|今[日天])(?:上午|下午|晚)?，[\u4e00-\u9fff]{0,6}$/.test(before) &&
        /^(?:听取|审议|表决|通过)/.test(after);
      const cited =
        !reportedAt && !recent && /^(?:精神|决策|部署|通过|以来|关于|确定|提出|作出|审议|上)|^的|^是/.test(after);
      const far =
        !reportedAt &&
        !recent &&
        (held === null || held.index > 40 || /[，；]/.test(after.slice(0, held.index).replace(AFTER_BUSINESS, '')));
      const opens = structure.kind === 'resolution' && before.trim() === '' && !cited;
      const ours = /(?:这次|本次|此次)(?:召开的)?$/.test(before) && structure.kind !== 'other';
      if ((cited && !ours) || (far && own === null && !opens && !ours && !led)) continue;
      if (PLANNED.test(before)) continue;
      if (/(?:是|为)[^，。]*$/.test(before) && own === null) continue;
      const days = heldDates(told, meeting, null);
      const day = reportedAt
        ? dates.findIndex((date) => date.end <= meeting.span.start && date.end > sentence.start)
        : -1;
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
    // Behind a dateline a day of a named year is what led to the news.
    if (block !== lead[0] && /^\s*[0-9]{4}年/.test(head) && isDispatch(folded, lead[0]!)) continue;
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
      dates: heldDates(told, meeting, null),
    };
  }
  return null;
}
