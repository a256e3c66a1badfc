/**
 * What each date is for, and its year where it has none. Changes when a role is told in another way.
 * Roles come from the block, from words around the date, and from the reported meeting; everything else is `mentioned`.
 */
import type { Span } from '../../text/span.ts';
import type { Block, DateMention, DateRole, Evidence } from '../model.ts';
import { type AdoptionNote, promulgationRole } from './adoption.ts';
import { DATE_LABELS, DATE_TAILS } from './data/dateCues.ts';
import { isoDate, isPossible, type RawDate } from './dates.ts';
import type { Reading } from './reading.ts';

const SHORT_LINE = 160;
const LONG_LINE = 400;
/** A document's number and nothing else beside a date. */
const NUMBER_LINE = /^[（(]?[\u4e00-\u9fff]{1,12}[〔[（(][0-9]{4}[〕\]）)](?:第)?[0-9]{1,5}号[）)]?$/;
/** `2010年6月3日制定。` */
const MADE = /^(?:由[\u4e00-\u9fff]{2,20})?(?:制定|制订|订立|议定|通过|讨论通过|审议通过|表决通过)[。）)]?$/;
/** A line of a page's head: where from, when, by whom, how often read. */
const WEB_LINE = /(?:来源|网站|发布|发表|编辑|作者|字号|字体|浏览|点击|阅读|稿源)[：: ]/;
/** The field of a front matter that says when the page was published. */
const PUBLISHED_FIELD = /^(?:date|pubdate|published|publish_?date|日期|发布日期|发布时间) *[：=]/i;
const OWN_EFFECT = /(?:本|该)[\u4e00-\u9fff（）]{1,8}自?$|现予|公布|发布|印发|修订/;

interface Role {
  readonly role: DateRole;
  readonly reason: string;
}

/** Roles that need no meeting; index → role and why. Dates that are left out are `mentioned` so far. */
export function datesByPlace(
  reading: Reading,
  dates: readonly RawDate[],
  notes: readonly AdoptionNote[],
): Map<number, Role> {
  const roles = new Map<number, Role>();
  for (const note of notes)
    for (const [i, role] of note.roles)
      roles.set(i, { role, reason: role === 'signed' ? 'below-title' : 'adoption-note' });
  for (let i = 0; i < dates.length; i++) {
    if (roles.has(i)) continue;
    const date = dates[i]!;
    if (date.month === null) continue;
    const block = reading.blockAt(date.start);
    if (block === undefined) continue;
    const role = roleAt(reading, date, block);
    if (role !== null) roles.set(i, role);
  }
  yieldToNumberLine(roles);
  return roles;
}

/** Where a date stands beside the document's number, one in brackets further down is that of a text it forwards. */
function yieldToNumberLine(roles: Map<number, Role>): void {
  const first = Math.min(...[...roles].flatMap(([i, { reason }]) => (reason === 'number-line' ? [i] : [])));
  for (const [i, { reason }] of roles) if (i > first && reason === 'below-title') roles.delete(i);
}

/**
 * The line that holds a date; where a whole document stands on one line, the stretch between doubled blanks,
 * which is what such files have for paragraphs.
 */
function lineAround(reading: Reading, date: RawDate): Span {
  const line = reading.structure.lines.line(reading.structure.lines.lineAt(date.start));
  if (line.end - line.start <= SHORT_LINE) return line;
  const { folded } = reading;
  let { start } = date;
  while (start > line.start && date.start - start < LONG_LINE && !folded.startsWith('  ', start - 2)) start--;
  let { end } = date;
  while (end < line.end && end - date.end < LONG_LINE && !folded.startsWith('  ', end)) end++;
  return { start, end };
}

function roleAt(reading: Reading, date: RawDate, block: Block): Role | null {
  const { folded } = reading;
  const line = lineAround(reading, date);
  const before = folded.slice(Math.max(line.start, date.start - 30), date.start);
  const after = folded.slice(date.end, Math.min(line.end, date.end + 30));
  const short = line.end - line.start <= SHORT_LINE;
  const prose = block.kind === 'paragraph' && !short;
  if (!prose) {
    // 时　　间: blanks inside a label are for looks.
    const joined = before.replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/g, '');
    if (reading.structure.kind === 'minutes' && /^\s*时间[：:]?\s*$/.test(joined))
      return { role: 'meeting', reason: 'label' };
    for (const [label, role] of DATE_LABELS)
      if ((label.test(before) || label.test(joined)) && (date.year !== null || /[布表新传稿文]/.test(joined)))
        return { role, reason: 'label' };
  }
  for (const [tail, role] of DATE_TAILS) {
    if (!tail.test(after)) continue;
    if (role === 'printed' && !short && block.kind !== 'imprint') continue;
    if (
      role === 'published' &&
      (date.start - line.start > 40 || (!date.timed && /^(?:电|讯|消息)/.test(after) && before.includes('，')))
    )
      continue;
    if (role === 'effective') {
      const sentence = folded.slice(Math.max(block.start, date.start - 80), date.start);
      if (!OWN_EFFECT.test(sentence.slice(sentence.lastIndexOf('。') + 1))) continue;
    }
    return { role, reason: 'wording' };
  }
  if (
    !prose &&
    date.day !== null &&
    date.last === null &&
    WEB_LINE.test(folded.slice(line.start, line.end)) &&
    /[-/]/.test(folded.slice(date.start, date.end))
  ) {
    return { role: 'published', reason: 'web-line' };
  }
  switch (block.kind) {
    case 'imprint':
      return { role: 'printed', reason: 'imprint' };
    case 'source':
      if (/日.*，/.test(folded.slice(line.start, date.start))) return null;
      return { role: date.timed ? 'published' : 'source', reason: 'source-line' };
    case 'signature':
      // Nobody signs to the minute: a page prints when it was put up.
      return date.timed ? { role: 'published', reason: 'web-line' } : { role: 'signed', reason: 'signature' };
    case 'byline':
      return { role: 'published', reason: 'byline' };
    case 'web-chrome':
      return date.day !== null && date.last === null && (date.timed || short)
        ? { role: 'published', reason: 'web-chrome' }
        : null;
    case 'front-matter':
      return PUBLISHED_FIELD.test(folded.slice(line.start, date.start)) ? { role: 'published', reason: 'label' } : null;
    case 'page-furniture':
    case 'contents':
    case 'table':
      return null;
    default:
  }
  const promulgated = promulgationRole(folded, date);
  if (promulgated !== null) return { role: promulgated, reason: 'promulgation' };
  if (!short && isLast(reading, date)) return { role: 'signed', reason: 'signature' };
  if (short) {
    const text = folded.slice(line.start, line.end);
    const told = /，.*，/.test(folded.slice(line.start, date.start));
    if (!told && /^\s*[（(]?\s*(?:摘自|原载|载于|来源|转自|据(?!.{0,24}(?:报道|消息))|刊于|选自|引自)/.test(text))
      return { role: 'source', reason: 'source-line' };
    if (
      /^\s*[（(](?:[^（）()]*令[^（）()]*号|[^（）()]*[〔[][0-9]{4}[〕\]][^（）()]*号)\s*$/.test(
        folded.slice(line.start, date.start),
      ) &&
      /^\s*[）)]\s*$/.test(after)
    ) {
      return { role: 'signed', reason: 'below-title' };
    }
    const rest = (folded.slice(line.start, date.start) + folded.slice(date.end, line.end)).replace(/\s/g, '');
    if (date.timed && /^[^\u4e00-\u9fff]{0,10}$/.test(rest)) return { role: 'published', reason: 'web-line' };
    if (date.day !== null && date.last === null) {
      if (NUMBER_LINE.test(rest)) return { role: 'signed', reason: 'number-line' };
      if (MADE.test(rest) && folded.slice(line.start, date.start).trim() === '')
        return { role: 'adopted', reason: 'wording' };
    }
    if (rest === '' || /^[（(](?:，[\u4e00-\u9fff]{2,8})?[）)]$/.test(rest))
      return aloneRole(reading, date, rest !== '');
    if (/\d[-/.]\d/.test(folded.slice(date.start, date.end)) && date.timed && block.kind !== 'paragraph') {
      return { role: 'published', reason: 'web-line' };
    }
  }
  return null;
}

/** A whole day apart from what follows, behind the name that signs, in a line that holds a whole text. */
function isLast(reading: Reading, date: RawDate): boolean {
  if (date.day === null || date.last !== null) return false;
  const { folded } = reading;
  const { end } = reading.structure.lines.line(reading.structure.lines.lineAt(date.start));
  const behind = folded.slice(date.end, Math.min(end, date.end + 5));
  if (behind !== '' && !/^\s/.test(behind)) return false;
  return /[府委会局厅部院室办组处司署校团]\s{1,8}$/.test(folded.slice(Math.max(0, date.start - 12), date.start));
}

/** A date alone on its line: signed below an issuer or below the title; a web page's own format is its publication. */
function aloneRole(reading: Reading, date: RawDate, bracketed: boolean): Role | null {
  if (date.year === null || date.day === null || date.last !== null) return null;
  const printed = reading.folded.slice(date.start, date.end);
  if (/[-/]/.test(printed)) return { role: 'published', reason: 'web-line' };
  return { role: 'signed', reason: bracketed ? 'below-title' : 'signature' };
}

const AFTERWARDS: ReadonlySet<DateRole> = new Set(['published', 'printed', 'source', 'effective']);
const BEFOREHAND = /^(?:signed|adopted|approved|meeting)-/;
const sameDay = (date: RawDate, anchor: Anchor): boolean => date.month === anchor.month && date.day === anchor.day;

/** The document's own date: what other years are measured by. */
export interface Anchor {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly reason: string;
  readonly span: { readonly start: number; readonly end: number };
}

const ANCHORS: readonly DateRole[] = ['printed', 'signed', 'source', 'published', 'adopted', 'approved', 'meeting'];

/** Finishes the mentions: years inferred, values made, evidence given. */
export function finishDates(
  reading: Reading,
  dates: readonly RawDate[],
  roles: ReadonlyMap<number, Role>,
): DateMention[] {
  const anchor = anchorOf(dates, roles);
  const titleYear = yearInTitle(reading);
  const years = dates.flatMap((d) =>
    d.year === null ? [] : [{ at: d.start, end: d.end, year: d.year, month: d.month }],
  );
  let lastYear: { block: number; year: number; end: number; start: number } | null = null;
  let cursor = 0;
  return dates.map((date, i): DateMention => {
    const given = roles.get(i);
    const role: DateRole = given?.role ?? 'mentioned';
    const evidence: Evidence[] = given === undefined ? [] : [{ reason: given.reason }];
    const block = reading.blockIndex(date.start);
    let { year } = date;
    let inferredYear = false;
    if (year === null && date.month !== null) {
      while (cursor < years.length && years[cursor]!.at < date.start) cursor++;
      const guess = guessYear(
        date,
        role,
        block,
        anchor,
        titleYear,
        lastYear,
        years[cursor],
        years[cursor - 1],
        years,
        reading.folded,
      );
      if (guess !== null) {
        year = guess.year;
        inferredYear = true;
        evidence.push(guess.evidence);
      }
    } else if (year !== null) lastYear = { block, year, start: date.start, end: date.end };
    const possible = isPossible(year, date.month, date.day);
    const value = possible ? isoDate(year, date.month, date.day) : null;
    if (!possible) evidence.push({ reason: 'impossible-date' });
    const last = date.last;
    if (last?.year !== undefined && last.year !== null)
      lastYear = { block, year: last.year, start: date.start, end: date.end };
    const end = last === null ? null : isoDate(last.year ?? year, last.month ?? date.month, last.day);
    return {
      role,
      text: reading.joined({ start: date.start, end: date.end }),
      value,
      ...(end === null ? {} : { endValue: end }),
      inferredYear,
      span: { start: date.start, end: date.end },
      evidence,
    };
  });
}

function anchorOf(dates: readonly RawDate[], roles: ReadonlyMap<number, Role>): Anchor | null {
  for (const wanted of ANCHORS) {
    for (const [i, { role }] of roles) {
      const date = dates[i]!;
      if (role === wanted && date.year !== null) {
        return {
          year: date.year,
          month: date.month,
          day: date.day,
          reason: `${wanted}-date`,
          span: { start: date.start, end: date.end },
        };
      }
    }
  }
  return null;
}

function yearInTitle(reading: Reading): { year: number; span: { start: number; end: number } } | null {
  const title = reading.structure.title;
  if (title === null) return null;
  const m = /((?:19|20)[0-9]{2})年/.exec(reading.folded.slice(title.span.start, title.span.end));
  if (m === null) return null;
  const start = title.span.start + m.index;
  return { year: Number(m[1]), span: { start, end: start + 5 } };
}

/**
 * The year of a day without one, by the document's own date. What is printed or published follows the signing; what is
 * told was before the telling, but a day soon after it is still to come, and so are the terms that an order sets.
 */
function yearBeside(date: RawDate, role: DateRole, anchor: Anchor): number {
  const month = date.month!;
  const follows = AFTERWARDS.has(role) && BEFOREHAND.test(anchor.reason);
  const later =
    anchor.month !== null &&
    (month > anchor.month || (month === anchor.month && anchor.day !== null && (date.day ?? 0) > anchor.day));
  // Shortly before: news of a meeting that is still to come.
  const shortly = anchor.month !== null && month <= anchor.month && anchor.month - month <= SOON_MONTHS;
  if (follows) return anchor.year + (later || shortly || sameDay(date, anchor) ? 0 : 1);
  if (!later) return anchor.year;
  const distance = month - anchor.month!;
  const soon = /^(?:signed|printed|adopted|approved)-/.test(anchor.reason) ? TERM_MONTHS : SOON_MONTHS;
  return anchor.year - (distance > soon ? 1 : 0);
}

/** How many months after a day that an order was signed its terms lie, and after a day of news what it announces. */
const TERM_MONTHS = 8;
const SOON_MONTHS = 1;

interface YearAt {
  readonly at: number;
  readonly end: number;
  readonly year: number;
  readonly month: number | null;
}

/** So many months behind a meeting's, a month belongs to the year before: it is told of as over. */
const LONG_BEFORE = 8;

/** Behind a year that is over, whose accounts are looked at in the next: 2017年度预算执行…审计, 2017年财政决算. */
const REVIEWED = /^度?[^，。；、》]{0,12}(?:决算|审计|预算执行)/;

function guessYear(
  date: RawDate,
  role: DateRole,
  block: number,
  anchor: Anchor | null,
  titleYear: { year: number; span: { start: number; end: number } } | null,
  lastYear: { block: number; year: number; start: number; end: number } | null,
  nextYear: YearAt | undefined,
  previousYear: YearAt | undefined,
  years: readonly YearAt[],
  folded: string,
): { year: number; evidence: Evidence } | null {
  const { relative } = date;
  if (relative === 'same' && lastYear !== null) {
    return {
      year: lastYear.year,
      evidence: { reason: 'same-year', span: { start: lastYear.start, end: lastYear.end } },
    };
  }
  if (relative === 'this' || relative === 'last' || relative === 'next') {
    if (anchor === null) return null;
    const shift = relative === 'this' ? 0 : relative === 'last' ? -1 : 1;
    return { year: anchor.year + shift, evidence: { reason: `${relative}-year`, span: anchor.span } };
  }
  if (role === 'mentioned' && lastYear !== null && lastYear.block === block) {
    return {
      year: lastYear.year,
      evidence: { reason: 'same-paragraph', span: { start: lastYear.start, end: lastYear.end } },
    };
  }
  if (role === 'mentioned' && titleYear !== null) {
    return { year: titleYear.year, evidence: { reason: 'title-year', span: titleYear.span } };
  }
  if (anchor !== null) {
    return { year: yearBeside(date, role, anchor), evidence: { reason: anchor.reason, span: anchor.span } };
  }
  const near =
    nextYear === undefined || (previousYear !== undefined && date.start - previousYear.end < nextYear.at - date.end)
      ? previousYear
      : nextYear;
  if (near === undefined) return null;
  // What is published tells of months that are over.
  if (AFTERWARDS.has(role) && near.month !== null && near.month > date.month!) {
    return { year: near.year + 1, evidence: { reason: 'nearest-year', span: { start: near.at, end: near.end } } };
  }
  if (role === 'meeting' && near.month !== null && near.month - date.month! >= LONG_BEFORE) {
    return { year: near.year + 1, evidence: { reason: 'nearest-year', span: { start: near.at, end: near.end } } };
  }
  const told = years.find((year) => year.year === near.year + 1);
  // A meeting early in the year looks back at the last one and ahead at its own.
  const early = role === 'meeting' && date.month! <= 3;
  if (told !== undefined && (early || REVIEWED.test(folded.slice(near.end, near.end + 24)))) {
    return { year: told.year, evidence: { reason: 'year-reviewed', span: { start: told.at, end: told.end } } };
  }
  return { year: near.year, evidence: { reason: 'nearest-year', span: { start: near.at, end: near.end } } };
}
