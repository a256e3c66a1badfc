/**
 * Persons with their positions: `省委常委、市委书记刘捷讲话`. Changes when names or positions are told in another form.
 * A name is a surname with one or two characters behind a position, and what follows must end it; or before a title.
 */

import { UnitSet, WordIndex } from '../../text/words.ts';
import type { PersonMention } from '../model.ts';
import {
  AFTER_NAME,
  BEFORE_TITLED,
  DOUBLE_SURNAMES,
  NO_NAMES,
  OFFICE_CHARACTERS,
  POSITIONS,
  SURNAMES,
  TITLES,
} from './data/persons.ts';
import type { Passage } from './passage.ts';
import { ROLE } from './sites.ts';

const SURNAME_UNITS = new UnitSet(SURNAMES);
/** What a name may begin with. */
const OPENERS = new UnitSet([...SURNAMES, ...DOUBLE_SURNAMES]);
const POSITION_INDEX = new WordIndex(new Set(POSITIONS), 'end');
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
const isNamePart = (unit: number): boolean => isHan(unit) || unit === 0xb7;
/** What joins positions, beside the characters of their names. */
const BETWEEN = new UnitSet('、（）');

/** Marks and verbs that no given name begins with; single particles (为, 向, 和) are part of many names. */
const ENDS_AT_ONCE = /^(?:[，、。；：（）\s\n》”]|同志|主持|出席|参加|讲话|代表|传达|指出|强调|要求|表示|部署|等)/;

/** A name in two parts: 艾力更·依明巴海. */
const DOTTED = /^[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,8}?(?=[，、。；：（）\s]|同志|主持|出席|参加|列席|等)/;
/** `唐丹、易雪梅、牟军等|县领导`: names before the position that they share. */
const LISTED = /(?:^|[^\u4e00-\u9fff、])((?:[\u4e00-\u9fff·]{2,8}、){1,24}[\u4e00-\u9fff·]{2,8})等$/;

/** The end of the name that starts at `at`, or -1. Two characters behind the surname are tried before one. */
function nameEnd(folded: string, at: number): number {
  if (NO_NAMES.has(folded.slice(at, at + 2))) return -1;
  const dotted = DOTTED.exec(folded.slice(at, at + 16));
  if (dotted !== null) return at + dotted[0].length;
  const double = (DOUBLE_SURNAMES as readonly string[]).includes(folded.slice(at, at + 2));
  if (!double && !SURNAME_UNITS.has(folded.charCodeAt(at))) return -1;
  const surname = double ? 2 : 1;
  for (const given of double ? [2, 1] : [2, 1]) {
    const end = at + surname + given;
    if (end > folded.length) continue;
    let plain = true;
    for (let i = at + surname; i < end; i++) plain &&= isNamePart(folded.charCodeAt(i));
    if (
      plain &&
      AFTER_NAME.test(folded.slice(end, end + 3)) &&
      !ENDS_AT_ONCE.test(folded.slice(end - given, end - given + 3))
    )
      return end;
  }
  // 王 浩: two characters, spaced to the width of three.
  const spaced = /^[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff]/.exec(folded.slice(at, at + 4));
  return spaced !== null && AFTER_NAME.test(folded.slice(at + spaced[0].length, at + spaced[0].length + 3))
    ? at + spaced[0].length
    : -1;
}

/** The end of a name in a list; one without a known surname counts where another name follows it: 白玛赤林、丁仲礼. */
function listedEnd(folded: string, at: number): number {
  const end = nameEnd(folded, at);
  if (end >= 0) return end;
  const foreign = /^[\u4e00-\u9fff]{3,5}(?=、)/.exec(folded.slice(at, at + 6));
  return foreign !== null && nameEnd(folded, at + foreign[0].length + 1) >= 0 ? at + foreign[0].length : -1;
}

/** Where the positions before `end` begin: joined by 、, each with the body that it belongs to. */
function positionsBefore(folded: string, end: number): string[] {
  let start = end;
  const least = Math.max(0, end - 60);
  for (; start > least; start--) {
    const unit = folded.charCodeAt(start - 1);
    if (!isNamePart(unit) && !BETWEEN.has(unit)) break;
  }
  const chain = folded.slice(start, end).split('、');
  const positions: string[] = [];
  let stop = end;
  for (let i = chain.length - 1; i >= 0; i--) {
    const text = chain[i]!;
    // 王平书记、市长李强: the former title is another person's.
    if (positions.length > 0 && titledName(folded, stop) !== null) break;
    stop -= text.length + 1;
    const position = text.length > 30 ? undefined : POSITION_INDEX.at(text, text.length);
    if (position === undefined) break;
    const own = i === 0 || positions.length === chain.length - 1 ? cut(text, position) : text;
    // 县委书记兼县长 are two.
    if (own.includes('兼')) positions.unshift(...own.split(/(?<=[记长任席])兼(?=[省市区县州])/));
    else positions.unshift(own);
  }
  return positions;
}

/** 和 within an office's name: 住房|和城乡建设厅, 文化|和旅游局. */
const JOINED_OFFICE =
  /^(?:城乡|旅游|信息化|自然资源|社会保障|计划生育|改革|民族|园林|规划|应急|新闻|出版|体育|农村|公共|公积金)/;

/** Drops a verb phrase before the first position: 会议由市委书记 → 市委书记. */
function cut(given: string, position: string): string {
  const bracket = given.lastIndexOf('（');
  const text = bracket > given.lastIndexOf('）') ? given.slice(bracket + 1) : given;
  const lead =
    /^.*(?:由|经|和|与|及|对|向|受|为|是|请|日(?!报)|工作报告|会议上|大会上|会上|会议|现任|时任|听取|赞同|审议|讨论|并|了|过|推举|同意|决定|任命|免去|记者从|获悉)(?=[\u4e00-\u9fff])/.exec(
      text.slice(0, text.length - position.length + 1),
    );
  if (lead !== null && /[和与及]$/.test(lead[0]) && JOINED_OFFICE.test(text.slice(lead[0].length))) {
    const again = cut(lead[0].slice(0, -1) + text.slice(text.length - position.length), position);
    return again.slice(0, -position.length) + text.slice(lead[0].length - 1);
  }
  const rest = lead === null ? text : text.slice(lead[0].length);
  return rest.endsWith(position) ? rest : text;
}

const TITLE_INDEX = new WordIndex(TITLES, 'end');

/** The person named before the title that ends at `end`: 宋万轩主席. */
function nameBefore(passage: Passage, end: number): PersonMention | null {
  const found = titledName(passage.folded, end);
  if (found === null) return null;
  const { start, title } = found;
  const stop = end - title.length;
  return { name: passage.text.slice(start, stop), positions: [title], span: { start, end: stop } };
}

/** Where the name begins that stands before the title ending at `end`, if one does. */
function titledName(folded: string, end: number): { start: number; title: string } | null {
  const title = TITLE_INDEX.at(folded, end);
  if (title === undefined) return null;
  const stop = end - title.length;
  for (const length of [3, 2, 4]) {
    const start = stop - length;
    if (start < 0) continue;
    const name = folded.slice(start, stop);
    const double = (DOUBLE_SURNAMES as readonly string[]).includes(name.slice(0, 2));
    if (length === 4 ? !double : !double && !SURNAME_UNITS.has(name.charCodeAt(0))) continue;
    const given = name.slice(double && length > 2 ? 2 : 1);
    if (![...given].every((c) => isNamePart(c.charCodeAt(0))) || OFFICE_CHARACTERS.test(given)) continue;
    // 石磊为|市长 appoints; no name ends so.
    if (/[为任是的当做]$|[报请呈送]/.test(given) || NO_NAMES.has(name.slice(0, 2)) || NO_NAMES.has(name.slice(-2)))
      continue;
    if (!BEFORE_TITLED.test(folded.slice(Math.max(0, start - 2), start))) continue;
    return { start, title };
  }
  return null;
}

const BRACKET = '（'.charCodeAt(0);
const REMARK = /^（(?:提名人选|候选人|兼|正[厅处局]级|主持工作|挂职)）/;

/** Where the name begins that a position ending at `end` announces: behind a blank or two (记者 王浩), or -1. */
function nameStart(folded: string, end: number): number {
  // 副区长（提名人选） 吴小军: a remark on the office.
  let at = end + (folded.charCodeAt(end) === BRACKET ? (REMARK.exec(folded.slice(end, end + 10))?.[0].length ?? 0) : 0);
  while (folded.charCodeAt(at) === 0x20 && at < end + 14) at++;
  const unit = folded.charCodeAt(at);
  if (!OPENERS.has(unit)) return -1;
  return SURNAME_UNITS.has(unit) || DOUBLE_SURNAMES.some((double) => folded.startsWith(double, at)) ? at : -1;
}

/** Persons in order; the same person is listed at each mention with positions. */
export function readPersons(reading: Passage): PersonMention[] {
  const { folded, sites } = reading;
  const persons: PersonMention[] = [];
  let last = 0;
  const add = (start: number, end: number, positions: readonly string[]): void => {
    persons.push({ name: reading.text.slice(start, end).replace(/\s/g, ''), positions, span: { start, end } });
    last = end;
  };
  for (let site = sites.next(ROLE.positionEnd, 0); site >= 0; site = sites.next(ROLE.positionEnd, site + 1)) {
    const at = site + 1;
    if (at === folded.length || POSITION_INDEX.at(folded, at) === undefined) continue;
    const titled = nameBefore(reading, at);
    if (titled !== null) {
      if (titled.span.start >= last) {
        persons.push(titled);
        last = titled.span.end;
      }
      continue;
    }
    if (folded[at - 1] === '导') {
      const list = LISTED.exec(folded.slice(Math.max(0, at - 90), at - 3));
      let from = at - 3 - (list === null ? 0 : list[1]!.length + 1);
      for (const name of list === null ? [] : list[1]!.split('、')) {
        if (OPENERS.has(name.charCodeAt(0)) && from >= last) add(from, from + name.length, [folded.slice(at - 3, at)]);
        from += name.length + 1;
      }
      if (list !== null) continue;
    }
    const start = nameStart(folded, at);
    if (start < 0) continue;
    const end = nameEnd(folded, start);
    if (end < 0) continue;
    const positions = positionsBefore(folded, at);
    if (positions.length === 0) continue;
    add(start, end, positions);
    while (folded[last] === '、') {
      const other = listedEnd(folded, last + 1);
      if (other < 0) break;
      add(last + 1, other, positions);
    }
    site = last - 1;
  }
  return persons;
}
