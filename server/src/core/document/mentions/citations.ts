/**
 * What is cited without 《》: document numbers, meetings, articles, attachments, parts of this document.
 * Changes when another form of citation is read. Places in this document are resolved to their sections.
 */
import { numeralValue } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import type { Citation, MeetingMention, Reference, ReportedMeeting, Section } from '../model.ts';
import { AMENDED, itemOf, lastAt, type Places, placesOf } from './citedPlaces.ts';
import type { Reading } from './reading.ts';

const N = '[〇零一二三四五六七八九十百千0-9]{1,6}';
/** 国发〔2019〕5号, 浙委办发[2020]12号, 国办发明电〔2018〕15号, 国务院令第706号 */
const DOC_NUMBER =
  /(?:[\u4e00-\u9fff]{1,14} ?[〔[(（【„〖﹝](?:19|20)[0-9]{2}[〕\])）】‟”〗﹞] ?(?:第 ?)?[0-9]{1,5} ?|(?:主席|国务院|[\u4e00-\u9fff]{1,12})令(?: ?[(（〔]?[0-9]{4}[)）〕]?年?)? ?第 ?[0-9]{1,4} ?)号$/;
/** As it was before 1987, and on in places: (84)国发5号, （1992）财农字第33号 */
const FORMER_NUMBER =
  /[〔[(（【](?:19|20)?[0-9]{2}[〕\])）】] ?[\u4e00-\u9fff]{0,8}[字发办函政令通] ?(?:第 ?)?[0-9]{1,5} ?号$/;
const LONGEST_NUMBER = 40;
/** 第十条第二款第（三）项, 前款, 本条第一款, 第一款第二项 */
const ARTICLE = new RegExp(
  `(?:第(${N})条(?:之[一二三四五六七八九十])?)(?:第(${N})款)?(?:第?（?(${N})）?项)?|(?:本条(?!例)|前条)(?:第(${N})款)?(?:第（?(${N})）?项)?|(?:第(${N})款)(?:第（?(${N})）?项)?|前(?:[一两二三四五]|)款(?:第（?(${N})）?项)?|前(?:[一两二三四五]|)条|第（?(${N})）?项|前(?:[一两二三四五]|)项`,
  'g',
);
type PlacesAt = (offset: number) => Places;
/** What joins the articles, clauses and items of one citation. */
const JOINED = /^[、和至或及与]{1,2}$/;
const ATTACHMENT = /附件 ?([0-9]{1,2}|[一二三四五六七八九十]{1,3})?/g;
const SECTION = new RegExp(`第(${N})(部分|编|章|节)|(?:本|前|上一|下一)(章|节|编)`, 'g');
/** Begins the unit's own name, so that its document number starts behind it: 根据, 印发了, 按照. */
const NUMBER_LEAD =
  /^.*(?:根据|按照|依据|参照|遵照|比照|对照|结合|以及|通知|意见|方案|规定|办法|精神|文件|关于|《|和(?!国)|与|及|见|经|由|的|执行|落实|贯彻|转发|印发|废止|下发|号|了|审议|讨论|学习|传达|宣读|公布|发布|修改|修订|代替|取代|撤销)/;

/** Reads citations in order. `meetings` are those named, `reported` is left out. */
export function readCitations(
  reading: Reading,
  references: readonly Reference[],
  meetings: readonly MeetingMention[],
  reported: ReportedMeeting | null,
): Citation[] {
  const places = placesOf(reading.structure.outline);
  const citations: Citation[] = [];
  documentNumbers(reading, citations);
  for (const meeting of meetings) {
    if (reported !== null && sameMeeting(meeting, reported)) continue;
    citations.push({ text: meeting.text, kind: 'meeting', span: meeting.span, target: null, meeting });
  }
  articles(reading, references, places, citations);
  attachments(reading, citations);
  sections(reading, places, citations);
  return citations.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

const sameMeeting = (a: MeetingMention, b: MeetingMention): boolean =>
  a.span.start === b.span.start ||
  // The title may leave out the 届 that the text gives.
  (a.congress === null && a.session !== null && a.session === b.session && b.text.endsWith(a.text)) ||
  (a.session !== null &&
    a.session === b.session &&
    a.congress === b.congress &&
    (a.bodyFull ?? a.body) === (b.bodyFull ?? b.body));

function documentNumbers(reading: Reading, into: Citation[]): void {
  const { folded, structure } = reading;
  for (let at = folded.indexOf('号'); at >= 0; at = folded.indexOf('号', at + 1)) {
    const end = at + 1;
    if (!/[0-9 ]/.test(folded[at - 1] ?? '')) continue;
    const left = folded.slice(Math.max(0, end - LONGEST_NUMBER), end);
    const m = DOC_NUMBER.exec(left);
    if (m === null) {
      const former = FORMER_NUMBER.exec(left);
      if (former !== null) {
        const bracket = end - former[0].length;
        const own = structure.docNumber;
        if (own !== null && bracket < own.span.end && own.span.start < end) continue;
        const span = { start: former[0].includes('字') ? officeBefore(folded, bracket) : bracket, end };
        into.push({ text: reading.joined(span), kind: 'document-number', span, target: null });
      }
      continue;
    }
    const from = end - m[0].length;
    const head = m[0].search(/[〔[(（【„〖﹝第0-9]/);
    const lead = NUMBER_LEAD.exec(m[0].slice(0, head))?.[0].length ?? 0;
    if (lead >= head) continue;
    const start = from + lead;
    if (folded[start] !== undefined && !/[\u4e00-\u9fff]/.test(folded[start]!)) continue;
    const own = structure.docNumber;
    if (own !== null && start < own.span.end && own.span.start < end) continue;
    const text = reading.joined({ start, end });
    if (own !== null && own.text.replace(/\s/g, '') === text.replace(/\s/g, '')) continue;
    into.push({ text, kind: 'document-number', span: { start, end }, target: null });
  }
}

/** Where the office's short name begins before `（81）字第12号`. */
function officeBefore(folded: string, bracket: number): number {
  const office = /[\u4e00-\u9fff]{1,6}$/.exec(folded.slice(Math.max(0, bracket - 6), bracket))?.[0] ?? '';
  const lead = NUMBER_LEAD.exec(office)?.[0].length ?? 0;
  return folded[bracket + 4] === '字' ? bracket - office.length + lead : bracket;
}

/** Whether an article of another document is meant: 《专利法》第十条, 刑法第三百条. This one's: 本条例第十条. */
function belongsElsewhere(folded: string, at: number, closers: ReadonlySet<number>): boolean {
  if (closers.has(at)) return true;
  const before = folded.slice(Math.max(0, at - 8), at);
  if (/基本法$/.test(before)) return !/本基本法$/.test(before);
  if (/(?:本|该)(?:法|条例|规定|办法|细则|规则|准则|章程|决定|规范|标准|制度)$/.test(before)) return !/本/.test(before);
  return /[\u4e00-\u9fff](?:法|条例|规定|办法|细则|规则|准则|章程|宪法|解释)$/.test(before);
}

function articles(reading: Reading, references: readonly Reference[], placesAt: PlacesAt, into: Citation[]): void {
  const { folded } = reading;
  if (!/[条款项]/.test(folded)) return;
  const closers = new Set(references.map((r) => r.span.end));
  const elsewhere = { end: -1 };
  let before: Former = { end: -1, article: null, clause: null };
  ARTICLE.lastIndex = 0;
  for (let m = ARTICLE.exec(folded); m !== null; m = ARTICLE.exec(folded)) {
    const start = m.index;
    const end = start + m[0].length;
    const places = placesAt(start);
    const own = places.around(start);
    if (places.articles[own]?.headingSpan.start === start) continue;
    if (startsLine(folded, start) && !AMENDED.test(folded.slice(end, end + 12).trimStart())) continue;
    if (m[1] === undefined && /^第[^条款项]*款/.test(m[0]) && places.articles.length === 0 && !places.amends) continue;
    // 第三项议程: an item is cited only behind its article or clause.
    if (/^第[^（条款]*项$/.test(m[0]) && !(before.end >= 0 && JOINED.test(folded.slice(before.end, start)))) continue;
    if (/^前[一两二三四五]?[项条]$/.test(m[0]) && places.articles.length === 0) continue;
    const chained = elsewhere.end >= 0 && JOINED.test(folded.slice(elsewhere.end, start));
    const foreign = chained || (m[1] !== undefined && belongsElsewhere(folded, start, closers));
    if (foreign) elsewhere.end = end;
    const ordinals = [m[1], m[2] ?? m[4] ?? m[6], m[3] ?? m[5] ?? m[7] ?? m[8] ?? m[9]].map((o) =>
      o === undefined ? null : numeralValue(o),
    );
    const cited = ordinals.filter((o): o is number => o !== null);
    let clause = ordinals[1] ?? null;
    let article: Section | null = null;
    let target: Span | null = null;
    if (!foreign && places.articles.length > 0) {
      // 第十九条第一款、第二款: the second clause is of that article, too.
      const follows = before.end >= 0 && /^第[^条]*[款项]$/.test(m[0]) && JOINED.test(folded.slice(before.end, start));
      if (follows) article = before.article;
      else if (ordinals[0] !== null && ordinals[0] !== undefined) article = places.article(ordinals[0]);
      else article = places.articles[m[0].startsWith('前') && m[0].includes('条') ? own - 1 : own] ?? null;
      // 第二款第一项、第三项: the third item is of that clause.
      if (follows) clause ??= before.clause;
      else if (article) clause ??= formerClause(reading, places, article, m[0], start);
      target = article ? within(reading, places, article, clause, ordinals[2] ?? null) : null;
    }
    before = { end, article, clause };
    into.push({
      text: reading.joined({ start, end }),
      kind: 'article',
      span: { start, end },
      target,
      ordinals: cited,
    });
  }
}

/** The citation before one that may go on with it. */
interface Former {
  readonly end: number;
  readonly article: Section | null;
  readonly clause: number | null;
}

/** The number of the clause that 前款 means, of 前两款 the first of them; null for other citations. */
function formerClause(reading: Reading, places: Places, article: Section, text: string, at: number): number | null {
  const former = /^前([一两二三四五]?)款/.exec(text);
  if (!former) return null;
  const back = former[1] ? (numeralValue(former[1]) ?? 1) : 1;
  return lastAt(places.clauses(article, reading), at) + 1 - back;
}

/** The place within an article: its heading, or the clause (款) or the item (项) that is cited. */
function within(reading: Reading, places: Places, article: Section, clause: number | null, item: number | null): Span {
  if (clause === null && item === null) return article.headingSpan;
  const clauses = places.clauses(article, reading);
  const own = clause === null ? article.span : clauses[clause - 1]?.span;
  const to = clause === null ? article.span.end : (clauses[clause]?.span.start ?? article.span.end);
  const found = own && item !== null ? itemOf(article, item, own.start, to) : null;
  return found ?? (clause === null ? article.headingSpan : (own ?? article.headingSpan));
}

function startsLine(folded: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (folded[i] === ' ' || folded[i] === '\t' || folded[i] === '#')) i--;
  return i < 0 || folded[i] === '\n' || folded[i] === '\r';
}

/** 附件2 in the text, to the attachment of this number; 附件 that opens a line is the note or the attachment itself. */
function attachments(reading: Reading, into: Citation[]): void {
  const { folded, structure } = reading;
  if (!folded.includes('附件')) return;
  const parts = structure.parts.filter((part) => part.role === 'attachment');
  ATTACHMENT.lastIndex = 0;
  for (let m = ATTACHMENT.exec(folded); m !== null; m = ATTACHMENT.exec(folded)) {
    const start = m.index;
    if (startsLine(folded, start)) continue;
    const end = start + m[0].trimEnd().length;
    const number = m[1] === undefined ? null : numeralValue(m[1]);
    if (number === null && !/(?:见|详见|按照|参见|填写|填报)[本]?$/.test(folded.slice(Math.max(0, start - 3), start)))
      continue;
    const index = (number ?? 1) - 1;
    // 《…法》附件三 is an attachment of that law.
    const foreign = folded[start - 1] === '》';
    const target = foreign ? null : (parts[index]?.span ?? structure.attachments[index]?.span ?? null);
    into.push({
      text: reading.joined({ start, end }),
      kind: 'attachment',
      span: { start, end },
      target: target === null ? null : { start: target.start, end: Math.min(target.end, target.start + 200) },
      ...(number === null ? {} : { ordinals: [number] }),
    });
  }
}

function sections(reading: Reading, placesAt: PlacesAt, into: Citation[]): void {
  const { folded } = reading;
  SECTION.lastIndex = 0;
  for (let m = SECTION.exec(folded); m !== null; m = SECTION.exec(folded)) {
    const start = m.index;
    const end = start + m[0].length;
    if (startsLine(folded, start) || folded[start - 1] === '】' || /】 $/.test(folded.slice(start - 2, start)))
      continue;
    if (m[1] === undefined) {
      if (!m[0].startsWith('本章') && !m[0].startsWith('本节') && !m[0].startsWith('本编')) continue;
      const target = placesAt(start).enclosing(m[3]!, start)?.headingSpan ?? null;
      into.push({ text: reading.joined({ start, end }), kind: 'section', span: { start, end }, target });
      continue;
    }
    const ordinal = numeralValue(m[1]);
    const word = m[2]!;
    if (ordinal === null || /[届次课]/.test(folded[end] ?? '')) continue;
    const target = /[》]$/.test(folded.slice(start - 1, start))
      ? null
      : (placesAt(start).chapter(word, ordinal)?.headingSpan ?? null);
    if (target === null && word === '节') continue;
    into.push({
      text: reading.joined({ start, end }),
      kind: 'section',
      span: { start, end },
      target,
      ordinals: [ordinal],
    });
  }
}
