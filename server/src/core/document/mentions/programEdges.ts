/**
 * Where a programme's name begins: behind the verb whose object it is, behind the mark or the joint before it, or with
 * the first item of the list that shares its head. Changes when a left edge is drawn differently.
 */

import { Before, Behind } from '../../text/edges.ts';
import { UnitSet, WordIndex } from '../../text/words.ts';
import {
  INNER_WORDS,
  LEFT_ADVERBS,
  NEAR_WORDS,
  NOUN_VERBS,
  OBJECT_VERBS,
  ONE_CHARACTER_INNER,
} from './data/programs.ts';
import type { Quotes } from './marks.ts';
import { placeStartingAt } from './places.ts';
import { headBefore, WHOLE } from './programHeads.ts';

const VERBS = new WordIndex(OBJECT_VERBS, 'end');
const INNER: ReadonlySet<string> = new Set(INNER_WORDS);
const NEAR: ReadonlySet<string> = new Set(NEAR_WORDS);
const NOUN_TAKING: ReadonlySet<string> = new Set(NOUN_VERBS);
const ONE_INNER: ReadonlySet<string> = new Set(ONE_CHARACTER_INNER);
/** Established names that a verb opens and that open longer ones: 铸牢中华民族共同体意识|示范区. */
const OPENERS = new WordIndex(
  [...WHOLE].filter((name) => VERBS.at(name, 2, 2) !== undefined && name.length > 6),
  'start',
);
const REACH = 30;
const ADVERBS = new Behind(LEFT_ADVERBS, Number.POSITIVE_INFINITY);

export const isWord = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  unit === 0x3007 ||
  (unit >= 48 && unit <= 57) ||
  (unit >= 65 && unit <= 90) ||
  unit === 0x2b ||
  unit === 0xb7;

const unitOf = (character: string): number => character.charCodeAt(0);
const OPENING = unitOf('“');
const CLOSING = unitOf('”');
const OF = unitOf('的');
const OTHERS = unitOf('等');
const COMMA = unitOf('、');
const JOINTS = new UnitSet('和与及');
/** Behind 和 these make another word of it: 和谐, 和平. */
const HARMONY = new UnitSet('谐平睦美善');
/** Characters that make a word with 等 before or behind it: 中等收入, 等级, 高等教育. */
const BEFORE_OTHERS = new UnitSet('中高平对同优初均上下劣');
const BEHIND_OTHERS = new UnitSet('级额值待候');

const isOthers = (folded: string, at: number): boolean =>
  folded.charCodeAt(at) === OTHERS &&
  !BEFORE_OTHERS.has(folded.charCodeAt(at - 1)) &&
  !BEHIND_OTHERS.has(folded.charCodeAt(at + 1));

/** Where the name begins, or null where nothing but verbs and adverbs stands before its head, which ends at `end`. */
export function leftEdge(
  folded: string,
  headStart: number,
  end: number,
  splits: boolean,
  quoteByEnd: Quotes,
): number | null {
  let at = headStart;
  let quoted = false;
  const least = Math.max(0, headStart - REACH);
  while (at > least) {
    const unit = folded.charCodeAt(at - 1);
    if (unit === CLOSING) {
      const pair = quoteByEnd.at(at);
      if (pair === undefined || quoted || pair.end - pair.start > 26) break;
      quoted = true;
      at = pair.start;
      // What stands before are items of the list that the core counts: 党史、改革开放史“四史”教育.
      if (ofList(folded, at) || folded.startsWith('精神', at - 2)) break;
      continue;
    }
    if (!isWord(unit) || unit === OF || isOthers(folded, at - 1)) break;
    const verb = VERBS.at(folded, at);
    const joins = JOINTS.has(unit) && !HARMONY.has(folded.charCodeAt(at));
    if (quoted && (verb !== undefined || joins) && folded.charCodeAt(at) === OPENING) break;
    if (verb !== undefined && OPENERS.at(folded, at - verb.length) !== undefined) {
      at -= verb.length;
      break;
    }
    if (verb !== undefined && !insideName(folded, at - verb.length, verb, end - at, splits)) {
      if (headStart - at < 2) return null;
      break;
    }
    if (joins && joinsNames(folded, at - 1, headStart, splits)) break;
    at--;
  }
  const lead = ADVERBS.length(folded, at, headStart);
  const start = behindYear(folded, lead === 0 || placeStartingAt(folded, at) !== null ? at : at + lead);
  return start >= headStart ? null : counted(folded, start, headStart);
}

const YEAR_ENDS = new UnitSet('0123456789x ');

/** Behind the rest of a year that digits or a blank cut off: 20xx|年度退耕还林工程, 2035 |年远景目标. */
function behindYear(folded: string, start: number): number {
  if (!YEAR_ENDS.has(folded.charCodeAt(start - 1))) return start;
  const year = /^[一二三四五六七八九]{0,3}年度?/.exec(folded.slice(start, start + 5));
  return year === null ? start : start + year[0].length;
}

/** A count that a list before it answers begins the name: 新材料、绿色能源|五大产业生态圈. */
function counted(folded: string, start: number, headStart: number): number {
  const before = folded.charCodeAt(start - 1);
  if (before !== COMMA && !(JOINTS.has(before) && ofList(folded, start - 1))) return start;
  const numeral = /[两三四五六七八九十]{1,2}[大项个条]/.exec(folded.slice(start, headStart));
  return numeral === null ? start : start + numeral.index;
}

/** Whether the clause before `at` ends in an item of a list, which 、 opens. */
function ofList(folded: string, at: number): boolean {
  for (let i = at - 1; i >= at - 12 && i >= 0; i--) {
    if (folded[i] === '、') return true;
    if (!isWord(folded.charCodeAt(i))) return false;
  }
  return false;
}

/** Whether 和 parts two names or two verbs rather than two words of one name: 科创高地和|人才高地, 融入和|服务. */
function joinsNames(folded: string, at: number, headStart: number, splits: boolean): boolean {
  const right = headStart - at - 1;
  if (right < 2 || headBefore(folded, at) !== undefined) return true;
  const verb = VERBS.at(folded, at);
  if (verb !== undefined && verb.length > 1 && !insideName(folded, at - verb.length, verb, 4, false)) return true;
  return splits && right > 2;
}

const ADVERB = new Before(
  /(?:进一步|持续|不断|全面|深入|扎实|大力|加快|着力|切实|积极|稳步|有序|统筹|纵深|水平|质量|标准|率先|努力|奋力|全力|认真|严格|坚决|不移|继续|有效|重点|主动|充分|更好|更加|协同|联动|强力|聚力|靠前|合力|推动|高效|系统|精准|梯次|有力|加大|参与|积极|迅速|不舍|不懈|顺利|坚定|抓紧|尽快|妥善)$/,
  3,
);
/** 建设 followed by more of the name than this has it for its object: 建设|四省边际共同富裕示范区, but 工程建设项目审批制度改革. */
const LONGEST_BUILT = 10;
const LONGEST_SITE = 4;
/** Verbs that are part of a name only near its end: 政策落实工作|机制, but 实施|乡村振兴战略. */
const LIGHT = /^(?:实施|推进|促进|落实|完成|解决)$/;
/** Verbs that say what becomes of the quoted thing before them, and are no noun behind it. */
const MAKES = /^(?:打造|打造成|打造为|建设成|建设成为|发展成|培育成|成为|作为)$/;
/** Verbs that are nouns where a list goes on with them. */
const NOMINAL = /^(?:保障|保护|治理|规划|协调|组织|执行|统领|评估|运行|转化|对接|试点)$/;
/** A verb that with the character behind it makes a noun: 服务业. */
const NOUN_OF_VERB = new Behind(
  /^(?:服务[业站员商型]|创新型|发展型|组织[部化]|保障[房性]|引领型|培训班|建设[者用])/,
  3,
);

/** Whether a verb is part of the name: 保护 of 耕地保护补偿机制, which a noun precedes, not an adverb or a mark. */
function insideName(folded: string, start: number, verb: string, right: number, site: boolean): boolean {
  const before = folded[start - 1] ?? '\n';
  // 2021年|完成: behind a year a verb begins the clause.
  if (before === '年' && /\d/.test(folded[start - 2] ?? '')) return false;
  if (verb.length === 1) {
    return ONE_INNER.has(before + verb) || ONE_INNER.has(verb + (folded[start + 1] ?? ''));
  }
  if ((before === '”' && !MAKES.test(verb)) || (verb === '共建' && folded.startsWith('共享', start + 2))) return true;
  // 政治统领机制、|组织保障机制: the list goes on with another name.
  if (before === '、' && INNER.has(verb) && right > 3)
    return NOMINAL.test(verb) || headBefore(folded, start - 1) !== undefined;
  if (NOUN_OF_VERB.test(folded, start)) return true;
  const known = (INNER.has(verb) && !(right > 5 && LIGHT.test(verb))) || (right <= 4 && NEAR.has(verb));
  if (!known || !isWord(unitOf(before)) || before === '的') return false;
  if (
    verb === '建设' &&
    (right > (site ? LONGEST_SITE : LONGEST_BUILT) ||
      /[我全本该][省市县区州国们]$/.test(folded.slice(start - 2, start)))
  )
    return false;
  // 以推进…, 为推进…, 服务和融入…, 锚定建设…: no noun stands before.
  if ('以把将从由并和与及要需为于就'.includes(before) && !ONE_INNER.has((folded[start - 2] ?? '') + before))
    return false;
  // 政府落实|示范区: a place is the object of the verb right before it.
  if (site && right < 4 && /^(?:落实|完成|解决|实施)$/.test(verb)) return false;
  const former = VERBS.at(folded, start);
  if (former !== undefined && NOUN_TAKING.has(former) && verb !== '建设' && verb !== '推进') return true;
  if (former !== undefined && former.length > 1 && !INNER.has(former)) return false;
  return !ADVERB.test(folded, start);
}

const LONGEST_ITEM = 12;
const MOST_ITEMS = 8;

/**
 * Where the list begins whose items share the head of the name from `start` to `headStart`:
 * `容错纠错、澄清保护、关心关爱|机制`, `蓝天、碧水、净土等|行动`. `start` where there is none: items are alike in length,
 * none has a head of its own, and no verb parts the last one from them.
 */
export function listStart(folded: string, start: number, headStart: number, length: number): number {
  const others = folded.charCodeAt(start - 1) === OTHERS;
  if (!others && folded.charCodeAt(start - 1) !== COMMA) return start;
  const last = headStart - start;
  // 安全感城市、示范|城市: an item that ends as the head does is a name of its own.
  const tail = folded.slice(headStart, headStart + length).slice(-2);
  if (!others && last < 2) return start;
  let at = start - 1;
  let first = start;
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  let items = 0;
  /** Whether all items and the last one's beginning end alike: 立体化、智能化、法治化|社会治安防控. */
  let alike = true;
  for (let open = true; open && items < MOST_ITEMS; ) {
    const item = itemBefore(folded, at, longest);
    if (item === null || folded.endsWith(tail, at)) return start;
    open = item.open;
    shortest = Math.min(shortest, at - item.start);
    longest = Math.max(longest, at - item.start);
    alike &&= folded[at - 1] === folded[start + longest - 1];
    items++;
    first = item.start;
    at = first - 1;
  }
  if (longest - shortest > 1) return start;
  if (others) return items > 1 ? first : start;
  if (items > 1) return alike || last === longest || (shortest < longest && last === shortest) ? first : start;
  return longest > 3 && last === longest ? first : start;
}

/**
 * The item that ends at `end`, and whether another one stands before it; null where it is none that shares a head.
 * A verb before as many characters as the items behind it have (`like`) is not part of the first one.
 */
function itemBefore(folded: string, end: number, like: number): { start: number; open: boolean } | null {
  const own = headBefore(folded, end)?.word.length ?? LONGEST_ITEM;
  let at = end;
  while (at > 0 && end - at <= LONGEST_ITEM) {
    if (end - at > own) return null;
    const unit = folded.charCodeAt(at - 1);
    if (unit === COMMA) return end - at < 2 ? null : { start: at, open: true };
    const verb = VERBS.at(folded, at);
    const stops = !isWord(unit) || unit === OF || unit === CLOSING;
    if (
      stops ||
      (verb !== undefined &&
        verb.length > 1 &&
        at < end &&
        (end - at === like || !insideName(folded, at - verb.length, verb, 4, false)))
    ) {
      if (unit === CLOSING || end - at < 2) return null;
      const lead = ADVERBS.length(folded, at, end);
      return end - at - lead < 2 ? null : { start: at + lead, open: false };
    }
    at--;
  }
  return null;
}

const STANDING = /(?:世界|全球|全国|国际|国内)(?:一流|领先)的$|具有[\u4e00-\u9fff]{2,12}的$/;

/** A goal says how far its renown reaches: `具有全球影响力的|科创高地`. */
export function withStanding(folded: string, start: number): number {
  if (folded.charCodeAt(start - 1) !== OF) return start;
  const standing = STANDING.exec(folded.slice(Math.max(0, start - 16), start));
  return standing === null ? start : start - standing[0].length;
}
