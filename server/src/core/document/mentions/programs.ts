/**
 * Named programmes without quotation marks, and those that wrap a quoted core (`“名校名院名所”建设工程`).
 * Changes when their edges are drawn differently: the right edge is the head noun, the left one the verb before.
 */
import { keyOfFolded } from '../../text/fold.ts';
import { PairIndex, UnitSet, WordIndex } from '../../text/words.ts';
import type { TermCategory, TermMention } from '../model.ts';
import {
  COMPOSITE_HEADS,
  INNER_WORDS,
  LEFT_ADVERBS,
  NAMELESS,
  OBJECT_VERBS,
  ONE_CHARACTER_INNER,
  PLAIN_BEFORE,
  PROGRAM_HEADS,
} from './data/programs.ts';
import type { Pair } from './marks.ts';
import type { Passage } from './passage.ts';
import { placeStartingAt, places } from './places.ts';
import { ROLE } from './sites.ts';

interface Head {
  readonly word: string;
  readonly category: TermCategory;
  /** Heads a name only behind a quoted core. */
  readonly composite: boolean;
}

const headsOf = (table: typeof PROGRAM_HEADS, composite: boolean): Head[] =>
  (Object.entries(table) as [TermCategory, readonly string[]][]).flatMap(([category, words]) =>
    words.map((word) => ({ word, category, composite })),
  );
/** By their last two characters, longest first. */
const HEADS = new PairIndex<Head>(
  [...headsOf(PROGRAM_HEADS, false), ...headsOf(COMPOSITE_HEADS, true)]
    .sort((a, b) => b.word.length - a.word.length)
    .map((head) => [head.word.slice(-2), head]),
);

const VERBS = new WordIndex(OBJECT_VERBS, 'end');
const INNER: ReadonlySet<string> = new Set(INNER_WORDS);
const ONE_INNER: ReadonlySet<string> = new Set(ONE_CHARACTER_INNER);

const REACH = 30;
const SHORTEST = 4;
const LONGEST = 26;

const isWord = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  unit === 0x3007 ||
  (unit >= 48 && unit <= 57) ||
  (unit >= 65 && unit <= 90) ||
  unit === 0x2b ||
  unit === 0xb7;

/** The longest head that ends at `end`. */
function headBefore(folded: string, end: number): Head | undefined {
  for (const head of HEADS.at(folded, end - 2)) {
    const { word } = head;
    const start = end - word.length;
    if (start < 0) continue;
    let k = word.length - 3;
    while (k >= 0 && folded.charCodeAt(start + k) === word.charCodeAt(k)) k--;
    if (k < 0) return head;
  }
  return undefined;
}

/** Unquoted programmes in order. `pairs` are the marks of the document, by start. */
export function readPrograms(reading: Passage, pairs: readonly Pair[]): TermMention[] {
  const { folded, sites } = reading;
  const quoteByEnd = new Map<number, Pair>();
  for (const pair of pairs) if (pair.kind === 'quote') quoteByEnd.set(pair.end, pair);
  const terms: TermMention[] = [];
  for (let at = sites.next(ROLE.headEnd, 0); at >= 0; at = sites.next(ROLE.headEnd, at + 1)) {
    const end = at + 1;
    const head = headBefore(folded, end);
    if (head === undefined) continue;
    const headStart = end - head.word.length;
    if (head.composite && !folded.slice(Math.max(0, headStart - 6), headStart).includes('”')) continue;
    if (goesOn(folded, end, head.word)) continue;
    const start = leftEdge(folded, headStart, quoteByEnd);
    // The end of a quoted name is no name of its own.
    if (start === null || (folded[end] === '”' && (quoteByEnd.get(end + 1)?.start ?? start) < start)) continue;
    const name = folded.slice(start, headStart);
    const composite = name.includes('”');
    if (head.composite && (!composite || !nearCore(name))) continue;
    if (head.word === '建设' && name.endsWith('”') && SHARED.test(folded.slice(Math.max(0, start - 2), start)))
      continue;
    if (VAGUE.has(head.word) && name.length <= 2) continue;
    if (end - start < SHORTEST || (end - start > LONGEST && !composite)) continue;
    if (isPlace(name) || PLAIN_BEFORE.test(name) || NAMELESS.test(name)) continue;
    const span = { start, end };
    const text = reading.joined(span);
    const normal = keyOfFolded(reading.foldPart(text));
    terms.push({ text, normal, category: head.category, quoted: false, defined: false, span, head: head.word });
  }
  return terms;
}

/** Whoever takes part in the building of something names that thing, not a programme: 参与“一带一路”建设. */
const SHARED = /(?:参与|融入|服务|助力|对接|支持|共建)$/;

/** Heads that need more than one word before them: 文化平台, 目标体系 are plain speech. */
const VAGUE: ReadonlySet<string> = new Set(['体系', '平台', '帮扶', '监督体系']);

/** Whether the quoted core belongs to the head: no 和, no clause between. A core alone is at home in many heads. */
const nearCore = (name: string): boolean => !/[和与及已将要]/.test(name.slice(name.lastIndexOf('”') + 1));

const NUMERALS = new UnitSet('一二三四五六七八九十百');
/** Behind a head these make another word of it: 机制|化, 制度|性. */
const SUFFIXES = new UnitSet('化性型类部长者员厅局署人学委');

/** Whether the phrase goes on behind the head: 体制机制|改革, 工程|建设, 制度|化. */
function goesOn(folded: string, end: number, word: string): boolean {
  const next = folded.charCodeAt(end);
  if (!isWord(next)) return false;
  if (NUMERALS.has(next) && /^[一二三四五六七八九十百]+大/.test(folded.slice(end, end + 4))) return true;
  for (let more = 1; more <= 2; more++) {
    for (const longer of HEADS.at(folded, end + more - 2)) {
      if (longer.word.startsWith(word) && folded.startsWith(longer.word, end - word.length)) return true;
    }
  }
  if (SUFFIXES.has(next)) return true;
  if (folded.startsWith('改革', end - 2) && /^(?:发展|开放|稳定)/.test(folded.slice(end, end + 2))) return true;
  // 改革中的问题 speaks of a time, not of a name.
  if (next === AMID && '的，、'.includes(folded[end + 1] ?? '\n')) return true;
  for (let length = 2; length <= 4; length++) {
    for (const { composite, word: head } of HEADS.at(folded, end + length - 2)) {
      if (composite || head.length > length || !folded.startsWith(head, end + length - head.length)) continue;
      return !/^(?:和|与|及|、|的|，|建设|在|是|为)/.test(folded.slice(end, end + length));
    }
  }
  return false;
}

const unitOf = (character: string): number => character.charCodeAt(0);
const OPENING = unitOf('“');
const CLOSING = unitOf('”');
const AMID = unitOf('中');
const OF = unitOf('的');
const OTHERS = unitOf('等');
const JOINTS = new UnitSet('和与及');

/** Where the name begins, or null where nothing but verbs and adverbs stands before its head. */
function leftEdge(folded: string, headStart: number, quoteByEnd: ReadonlyMap<number, Pair>): number | null {
  let at = headStart;
  let quoted = false;
  const least = Math.max(0, headStart - REACH);
  while (at > least) {
    const unit = folded.charCodeAt(at - 1);
    if (unit === CLOSING) {
      const pair = quoteByEnd.get(at);
      if (pair === undefined || quoted || pair.end - pair.start > 26) break;
      quoted = true;
      at = pair.start;
      // What stands before are items of the list that the core counts: 党史、改革开放史“四史”教育.
      if (ofList(folded, at)) break;
      continue;
    }
    if (!isWord(unit) || unit === OF || unit === OTHERS) break;
    const verb = VERBS.at(folded, at);
    const joins = JOINTS.has(unit);
    if (quoted && (verb !== undefined || joins) && folded.charCodeAt(at) === OPENING) break;
    if (verb !== undefined && !insideName(folded, at - verb.length, verb)) {
      if (headStart - at < 2) return null;
      break;
    }
    if (joins && joinsNames(folded, at - 1, headStart)) break;
    at--;
  }
  const lead = LEFT_ADVERBS.exec(folded.slice(at, headStart));
  const place = lead === null ? null : placeStartingAt(folded, at);
  const start = at + (lead === null || place !== null ? 0 : lead[0].length);
  return start >= headStart ? null : start;
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
function joinsNames(folded: string, at: number, headStart: number): boolean {
  if (headStart - at - 1 < 2) return true;
  if (HEADS.at(folded, at - 2).length > 0) return true;
  return (VERBS.at(folded, at)?.length ?? 0) > 1;
}

function isPlace(name: string): boolean {
  const { byShort, byName, longest } = places();
  return name.length <= longest && (byShort.has(name) || byName.has(name));
}

const ADVERB =
  /(?:进一步|持续|不断|全面|深入|扎实|大力|加快|着力|切实|积极|稳步|有序|统筹|纵深|水平|质量|标准|率先|努力|奋力|全力|认真|严格|坚决|不移|继续|有效|重点|主动|充分|更好|更加|协同|联动|强力|聚力|靠前|合力|推动|高效|系统|精准|梯次|有力|加大|参与|积极|迅速|不舍|不懈|顺利|坚定|抓紧|尽快)$/;

/** Whether a verb is part of the name: 保护 of 耕地保护补偿机制, which a noun precedes, not an adverb or a mark. */
function insideName(folded: string, start: number, verb: string): boolean {
  const before = folded[start - 1] ?? '\n';
  if (verb.length === 1) {
    return ONE_INNER.has(before + verb) || ONE_INNER.has(verb + (folded[start + 1] ?? ''));
  }
  if (before === '”') return true;
  if (!INNER.has(verb) || !isWord(unitOf(before)) || before === '的') return false;
  // 以推进…, 服务和融入…, 锚定建设…: no noun stands before.
  if ('以把将从由并和与及要需'.includes(before) && !ONE_INNER.has((folded[start - 2] ?? '') + before)) return false;
  const former = VERBS.at(folded, start);
  if (former !== undefined && former.length > 1 && !INNER.has(former)) return false;
  return !ADVERB.test(folded.slice(Math.max(0, start - 3), start));
}
