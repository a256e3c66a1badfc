/**
 * Named programmes without quotation marks, and those that wrap a quoted core (`“名校名院名所”建设工程`).
 * Changes when what is a name rather than plain speech is judged differently; `programEdges.ts` draws the left edge.
 */

import { Before, Behind } from '../../text/edges.ts';
import { keyOfFolded } from '../../text/fold.ts';
import { UnitSet, WordIndex } from '../../text/words.ts';
import { PLACE_PREFIXES } from './data/establishedTerms.ts';
import {
  BUILT,
  INTENDED,
  LEADING_VERB,
  NAMELESS,
  PLAIN_BEFORE,
  PLAIN_BEHIND,
  PLANNED_WORK,
  STRATEGIC,
  THING_HEADS,
  TRADE,
} from './data/programs.ts';
import { type Pair, Quotes } from './marks.ts';
import type { LocalTerm } from './paragraph.ts';
import type { Passage } from './passage.ts';
import { places, shortPlaceAt } from './places.ts';
import { isWord, leftEdge, listStart, withStanding } from './programEdges.ts';
import { HEADS, type Head, headBefore, WHOLE } from './programHeads.ts';
import { ROLE } from './sites.ts';

const PLAIN = new Before(PLAIN_BEFORE, Number.POSITIVE_INFINITY);
const NO_NAME = new Behind(NAMELESS, Number.POSITIVE_INFINITY);
const PLAIN_WORDS = new Behind(PLAIN_BEHIND, 3);
const SHORTEST = 4;
const LONGEST = 26;
const LONGEST_LIST = 48;

/** Unquoted programmes in order. `pairs` are the marks of the document, by start. */
export function readPrograms(reading: Passage, pairs: readonly Pair[]): LocalTerm[] {
  const { folded, sites } = reading;
  const quoteByEnd = new Quotes('end', pairs);
  const terms: LocalTerm[] = [];
  for (let at = sites.next(ROLE.headEnd, 0); at >= 0; at = sites.next(ROLE.headEnd, at + 1)) {
    const end = at + 1;
    if (folded[end] === '”') {
      const wrapped = namedCore(reading, end, quoteByEnd);
      if (wrapped !== null) terms.push(wrapped);
    }
    const brand = PREFIXES.at(folded, end) === undefined ? null : placeBrand(reading, end, quoteByEnd);
    if (brand !== null) terms.push(brand);
    const head = headBefore(folded, end);
    if (head === undefined) continue;
    const named = head.form === 'whole' ? null : nameStart(folded, end, head, quoteByEnd);
    const start = named ?? (WHOLE.has(head.word) ? wholeStart(folded, end, head) : null);
    // The end of a quoted name is no name of its own.
    if (start === null || (folded[end] === '”' && (quoteByEnd.at(end + 1)?.start ?? start) < start)) continue;
    // What only begins this name is none by itself: 副中心|城市, 退耕还林|口粮田工程.
    const before = terms.at(-1);
    if (before !== undefined && before.end > end - head.word.length && before.end < end) terms.pop();
    else if (before !== undefined && before.start >= start && WHOLE.has(before.normal)) terms.pop();
    const text = reading.joined({ start, end });
    const normal = keyOfFolded(reading.foldPart(text));
    terms.push({ text, normal, category: head.category, quoted: false, head: head.word, start, end });
  }
  return terms;
}

/** Whose it is: 市委“三项行动”, 省生态环境厅“护航行动”. */
const OWNER = /[省市县区州部委局厅署院处办会院]$/;
const COUNT_OF = /^[两三四五六七八九十]个$/;

/** `数字经济“一号工程”`, `三个“一号工程”`: what is quoted has the head, and a noun before it says of what. `end` is the mark. */
function namedCore(reading: Passage, end: number, quoteByEnd: Quotes): LocalTerm | null {
  const { folded } = reading;
  const pair = quoteByEnd.at(end + 1);
  const head = pair === undefined ? undefined : headBefore(folded, end);
  if (pair === undefined || head?.form !== 'head' || head.category !== 'program' || end - pair.start > 12) return null;
  const start = leftEdge(folded, pair.start, pair.end, true, quoteByEnd);
  if (start === null || pair.start - start > 8 || pair.start - start < 2) return null;
  const name = folded.slice(start, pair.start);
  if (name.includes('”') || OWNER.test(name) || PLAIN_BEFORE.test(name) || isPlace(name)) return null;
  if (NAMELESS.test(name) && !COUNT_OF.test(name)) return null;
  const text = reading.joined({ start, end: pair.end });
  const normal = keyOfFolded(reading.foldPart(text));
  return { text, normal, category: 'program', quoted: false, head: head.word, start, end: pair.end };
}

const PREFIXES = new WordIndex(PLACE_PREFIXES, 'end');

/** `清廉绍兴`, `共同富裕幸福杭州`: a place under the word, ending at `end`, for what it is to become. */
function placeBrand(reading: Passage, end: number, quoteByEnd: Quotes): LocalTerm | null {
  const { folded } = reading;
  const place = shortPlaceAt(folded, end);
  if (place === undefined) return null;
  const stop = end + place.short.length;
  if (/^[省市县区州盟人]/.test(folded.slice(stop, stop + 1)) || PREFIXES.at(folded, stop + 2) !== undefined)
    return null;
  const start = leftEdge(folded, end, stop, true, quoteByEnd) ?? end;
  const from = start < end && stop - start <= LONGEST_BRAND ? start : end - PREFIXES.at(folded, end)!.length;
  if (folded[from - 1] === '“' && folded[stop] === '”') return null;
  const text = reading.joined({ start: from, end: stop });
  const normal = keyOfFolded(reading.foldPart(text));
  return { text, normal, category: 'goal', quoted: false, head: undefined, start: from, end: stop };
}

const LONGEST_BRAND = 10;

/** An established name stands for itself, unless it is only the beginning of a longer one: 新发展格局|战略. */
function wholeStart(folded: string, end: number, { word }: Head): number | null {
  return continuesName(folded, end, word) ? null : end - word.length;
}

const LAST_OF_TWO = /[^和与及][^和与及中总饱缓][和与及]([^和与及]{1,4})$/;

/** The last of two that 和 joins, where it is a short word. */
function lastOfTwo(name: string): string | undefined {
  for (let at = name.length - 2; at >= Math.max(2, name.length - 5); at--) {
    if (JOINTS.has(name.charCodeAt(at))) return LAST_OF_TWO.exec(name)?.[1];
  }
  return undefined;
}

function nameStart(folded: string, end: number, head: Head, quoteByEnd: Quotes): number | null {
  const headStart = end - head.word.length;
  const composite = head.form === 'composite';
  if (composite && !folded.slice(Math.max(0, headStart - 6), headStart).includes('”')) return null;
  // 加强国防: no 强国.
  if (head.word.startsWith('强') && '加增自富顽坚'.includes(folded[headStart - 1] ?? '\n')) return null;
  // 成立市…: no 立市.
  if (head.word.startsWith('立') && '成设建创独'.includes(folded[headStart - 1] ?? '\n')) return null;
  if (goesOn(folded, end, head)) return null;
  const edge = leftEdge(folded, headStart, end, head.category === 'goal' || head.site, quoteByEnd);
  const first = edge ?? (folded[headStart - 1] === '等' ? headStart : null);
  if (first === null) return null;
  const start = first + leadingVerb(folded, first, headStart, head);
  const name = folded.slice(start, headStart);
  const quoted = name.includes('”');
  const from = quoted ? start : listStart(folded, start, headStart, head.word.length);
  if (composite && (!quoted || !nearCore(name))) return null;
  if (head.word === '建设' && name.endsWith('”') && SHARED.test(folded.slice(Math.max(0, start - 2), start)))
    return null;
  if (quoted && /[0-9]{4}年/.test(name.slice(name.lastIndexOf('”') + 1))) return null;
  if (from < start) return end - from > LONGEST_LIST ? null : from;
  if (head.vague && name.length <= 2) return null;
  if (end - start < SHORTEST || (end - start > LONGEST && !quoted)) return null;
  // 打造金名片和民心|工程, 学习和工作|制度: the last of two says what kind, and names nothing.
  const last = lastOfTwo(name);
  if (last !== undefined && NAMELESS.test(last)) return null;
  // “…”“…”等主题教育实践活动: the noun of a row, no name.
  if (folded.startsWith('”等', start - 2)) return null;
  if (isPlace(name) || (PLAIN.test(folded, headStart, start) && !(quoted && name.endsWith('系统')))) return null;
  if (!head.honour && (name === '' || NO_NAME.test(folded, start, headStart))) {
    // Of 统领机制、组织运行保障|机制 the second is a name because the first is one.
    const sibling = folded[start - 1] === '、' && headBefore(folded, start - 1)?.word === head.word;
    if (!sibling || name.length <= 4) return null;
  }
  if (head.word === '计划' && (PLANNED_WORK.test(name) || INTENDED.test(folded.slice(end, end + 4)))) return null;
  if (head.word === '工程' && !quoted && BUILT.test(name)) return null;
  if (head.word === '改革' && name.endsWith('年')) return null;
  return head.category === 'goal' ? withStanding(folded, start) : start;
}

/** The length of a verb that begins what only things are called. */
const leadingVerb = (folded: string, start: number, headStart: number, { word }: Head): number =>
  THING_HEADS.has(word) ? (LEADING_VERB.exec(folded.slice(start, headStart))?.[0].length ?? 0) : 0;

/** Whoever takes part in the building of something names that thing, not a programme: 参与“一带一路”建设. */
const SHARED = /(?:参与|融入|服务|助力|对接|支持|共建)$/;

/** Whether the quoted core belongs to the head: no 和, no clause between. A core alone is at home in many heads. */
const nearCore = (name: string): boolean =>
  !/[和与及已将要各等引新]|[0-9一二两三四五六七八九十]个/.test(name.slice(name.lastIndexOf('”') + 1));

const JOINTS = new UnitSet('和与及');
const NUMERALS = new UnitSet('一二三四五六七八九十百');
/** Behind a head these make another word of it: 机制|化, 制度|性. */
const SUFFIXES = new UnitSet('化性型类部长者员厅局署人学委师众');
const AMID = '中'.charCodeAt(0);

/** Whether the phrase goes on behind the head: 体制机制|改革, 工程|建设, 制度|化. */
function goesOn(folded: string, end: number, { word, site }: Head): boolean {
  const next = folded.charCodeAt(end);
  if (!isWord(next)) return false;
  if (NUMERALS.has(next) && /^[一二三四五六七八九十百]+大/.test(folded.slice(end, end + 4))) return true;
  if (SUFFIXES.has(next) && !/^人[选均]/.test(folded.slice(end, end + 2))) return true;
  const behind = folded.slice(end, end + 3);
  if (PLAIN_WORDS.test(folded, end) && !(site && /^[内外上下里]/.test(behind))) return true;
  if (word.endsWith('改革') && /^(?:发展|开放|稳定|再|不)/.test(behind)) return true;
  if (word === '攻坚' && /^(?:克难|期|任务|阶段|作战|力)/.test(behind)) return true;
  if (word === '工程' && TRADE.test(behind)) return true;
  if (behind.startsWith('创新') && /^(?:制度|机制|体制|模式|体系)$/.test(word)) return true;
  if (word === '新政' && /^[策府权治\d]/.test(behind)) return true;
  if (word === '行动' && /^(?:纲领|指南)/.test(behind)) return true;
  if (word === '试点' && /^(?:企业|单位)/.test(behind)) return true;
  if (word === '战略' && STRATEGIC.test(behind)) return true;
  // 改革中的问题 speaks of a time, not of a name.
  if (next === AMID && '的，、'.includes(folded[end + 1] ?? '\n')) return true;
  return continuesName(folded, end, word);
}

/** Whether a longer head begins with this one, or another head follows at once. */
function continuesName(folded: string, end: number, word: string): boolean {
  if (!isWord(folded.charCodeAt(end))) return false;
  for (let more = 1; more <= 2; more++) {
    for (const longer of HEADS.at(folded, end + more - 2)) {
      if (longer.word.startsWith(word) && folded.startsWith(longer.word, end - word.length)) return true;
    }
  }
  for (let length = 2; length <= 4; length++) {
    for (const { form, word: head } of HEADS.at(folded, end + length - 2)) {
      if (form !== 'head' || head.length > length || !folded.startsWith(head, end + length - head.length)) continue;
      return !/^(?:和|与|及|、|的|，|建设|在|是|为)/.test(folded.slice(end, end + length));
    }
  }
  return false;
}

function isPlace(name: string): boolean {
  const { byPair, byName, longest, ends } = places();
  if (byPair.at(name, 0).some((place) => place.short === name)) return true;
  return name.length <= longest && ends.has(name.charCodeAt(name.length - 1)) && byName.has(name);
}
