/**
 * The class of a quoted string, from its form and from what stands around it. Changes when the order of the arguments
 * changes; the words themselves are data. Nothing here knows a term of one document.
 */

import { WordIndex } from '../../text/words.ts';
import type { TermCategory } from '../model.ts';
import { KNOWN_TERMS } from './data/knownTerms.ts';
import {
  ATTITUDES_AFTER,
  GOAL_VERBS,
  NAMED_BEFORE,
  NOUNS_AFTER,
  OWN_ENDINGS,
  PROGRAM_VERBS,
  SAID_BEFORE,
  SCORNED_AFTER,
  SCORNED_BEFORE,
  SLOGAN_VERBS,
  WON_BEFORE,
} from './data/termForms.ts';
import { shortPlaceAt } from './places.ts';

export interface Surroundings {
  /** Folded text before the opening mark, at least ten characters where there are as many. */
  readonly before: string;
  /** Folded text behind the closing mark. */
  readonly after: string;
}

export interface TermClass {
  readonly category: TermCategory;
  /** The head noun that decided, if one did. */
  readonly head?: string;
}

/** By last character: words with their class, longest first. */
type EndIndex = ReadonlyMap<string, readonly (readonly [string, TermCategory])[]>;

function byLast(table: readonly (readonly [TermCategory, readonly string[]])[]): EndIndex {
  const index = new Map<string, (readonly [string, TermCategory])[]>();
  for (const [category, words] of table) {
    for (const word of words) {
      const last = word[word.length - 1]!;
      const list = index.get(last) ?? [];
      list.push([word, category]);
      index.set(last, list);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b[0].length - a[0].length);
  return index;
}

const OWN = byLast(OWN_ENDINGS);
const AFTER = new Map(NOUNS_AFTER.flatMap(([category, words]) => words.map((word) => [word, category] as const)));
const AFTER_WORDS = new WordIndex(AFTER.keys(), 'start');
const ends = {
  named: new WordIndex(NAMED_BEFORE, 'end'),
  said: new WordIndex(SAID_BEFORE, 'end'),
  scorned: new WordIndex(SCORNED_BEFORE, 'end'),
  won: new WordIndex(WON_BEFORE, 'end'),
  program: new WordIndex(PROGRAM_VERBS, 'end'),
  goal: new WordIndex(GOAL_VERBS, 'end'),
  slogan: new WordIndex(SLOGAN_VERBS, 'end'),
};
const starts = { scorned: new WordIndex(SCORNED_AFTER, 'start'), attitude: new WordIndex(ATTITUDES_AFTER, 'start') };
const endsWithAny = (text: string, words: WordIndex): boolean => words.at(text, text.length) !== undefined;
const startsWithAny = (text: string, words: WordIndex): boolean => words.at(text, 0) !== undefined;

const NUMERAL = '一二两三四五六七八九十百千万双半0-9';
/** 两个维护, 四风, 三会一课, 十不准, 五星3A, 1612+N, 十四五, 七个新: short, and counting. */
const COUNTS = new RegExp(`^[${NUMERAL}]+(?:[个大条张项级种类步件化有位方]|[^${NUMERAL}]{1,6}$)`);
const MEASURED = new RegExp(`^[${NUMERAL}]+[个大条张项级种类步件方]`);
const BARE_COUNT = new RegExp(`^[${NUMERAL}]+个[^，。、]{1,3}$`);
const ALTERNATES = new RegExp(`^(?:[${NUMERAL}]+[^${NUMERAL}，。、；：！？·]{1,3}){2,4}$`);
const CODE = /^[0-9A-Z]+(?:[+＋×][0-9A-ZN]+)+$/;
const PLAN_PERIOD = /^(?:十?[一二三四五六七八九]五|十[一二三四五六七八九]?五)(?:时期|期间|规划)?$/;
/** `一把手`, `一盘棋`, `一刀切`, `三连冠`: 一 is no count there, nor is a run of wins. */
const NO_COUNT =
  /^(?:一体化|一.定终身|[五七][彩色]|一(?:[切定起样直流度向概般旦]|[^带老村镇户站线条体网把号校地院人县乡岗肩票件主切][^一二两三四五六七八九十、]{1,2}$)|[二两三四五六七八九十]连[冠胜升]|一把.|一线..)/;
/** 百行进万企, 千名干部联万家: round numbers name drives, not lists. */
const ROUND = /^[百千万][^百千万，、。]{1,4}[百千万][^，。、]{1,3}$/;
const LATIN_PLUS = /^[^，。、；]{1,8}[+＋][^，。、；]{1,10}(?:[+＋][^，。、；]{1,8})*$/;
/** Quoted strings that stand in one row share the noun behind the last: “全链条解决”“最多跑一地”改革. */
const ROW = /^(?:[、和及与]?“[^”\n]{1,24}”)+/;
const AND_OTHERS = /^(?:[、和及与]?“[^”\n]{1,24}”|、[^，。；“”、\n]{1,12})*等([^，。；“\n]{1,10})/;
const NEAR_NOUN = /^[^，。；、“”的和与\n]{1,8}/;

/** Clauses of equal length or a repeated frame: 迎亚运、建窗口; 疫情要防住、经济要稳住. */
function isParallel(text: string): boolean {
  const clauses = text.split(/[、，,；·]/);
  if (clauses.length < 2) return false;
  const first = clauses[0]!;
  return clauses.every((clause) => clause.length >= 2 && Math.abs(clause.length - first.length) <= 4);
}

function ownEnding(text: string): TermClass | null {
  for (const [word, category] of OWN.get(text[text.length - 1] ?? '') ?? []) {
    if (text.length > word.length && text.endsWith(word)) return { category, head: word };
  }
  return null;
}

/** The noun that the string qualifies: right behind, behind its row, behind 等, or at the end of the words that follow. */
function nounAfter(after: string): (TermClass & { of: boolean }) | null {
  const others = AND_OTHERS.exec(after);
  if (others !== null) return lastNoun(others[1]!, false);
  const row = ROW.exec(after);
  const behind = row === null ? after : after.slice(row[0].length);
  const of = behind.startsWith('的');
  const rest = of ? behind.slice(1) : behind;
  const word = AFTER_WORDS.at(rest, 0);
  if (word !== undefined) return { category: AFTER.get(word)!, head: word, of };
  const near = of ? null : NEAR_NOUN.exec(rest);
  return near === null ? null : lastNoun(near[0], of);
}

/** The last noun of the table inside a few characters: 高效协同治理|改革, 帮扶|举措. */
function lastNoun(words: string, of: boolean): (TermClass & { of: boolean }) | null {
  let found: string | undefined;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = AFTER_WORDS.at(words, at);
    if (word === undefined || word.length < 2) continue;
    // 建设 closes nearly any phrase: the noun before it says more.
    if (found === undefined || found === '建设') found = word;
    if (found !== '建设') break;
  }
  return found === undefined ? null : { category: AFTER.get(found)!, head: found, of };
}

/** A string that holds the name of a province or city: 善城杭州, 绍兴风景, 平安浙江. */
function namesPlace(key: string): boolean {
  for (let i = 0; i + 1 < key.length; i++) if (shortPlaceAt(key, i) !== undefined) return true;
  return false;
}

function isCounting(key: string): boolean {
  if (NO_COUNT.test(key)) return false;
  if (PLAN_PERIOD.test(key) || CODE.test(key)) return true;
  const clauses = key.split(/[、，,]/);
  if (clauses.length > 1 && clauses.every((clause) => MEASURED.test(clause))) return true;
  if (key.length > 14) return false;
  return COUNTS.test(key) || ALTERNATES.test(key);
}

/**
 * Classifies the quoted string `text` (folded, without marks; `key` is its `termKey`).
 * The order of the arguments: what everybody knows; defined abbreviations; somebody's words; failings; form; surroundings.
 */
export function classifyTerm(text: string, key: string, around: Surroundings): TermClass {
  const { after } = around;
  const before = around.before.replace(/[：，:,]$/, '');
  const known = KNOWN_TERMS.get(key);
  if (known !== undefined) return { category: known };
  if (/^[\d.,，:：/%\-—~\s]+$/.test(text) || key.length === 0) return { category: 'unknown' };
  if (endsWithAny(before, ends.named) && !/[、，+]/.test(text)) return { category: 'unknown' };
  if (/[。！？!?…]/.test(text) || key.length > 36) return { category: 'quotation' };
  const colon = /[：:]$/.test(around.before);
  if (colon && endsWithAny(before, ends.said) && key.length > 6) return { category: 'quotation' };
  if (key.length === 1) return { category: 'metaphor' };
  const plain = /[、，,]/.test(text) ? isParallel(text) : false;
  const scorned = startsWithAny(after.replace(/^的/, ''), starts.scorned) || endsWithAny(before, ends.scorned);
  const own = key.length <= 24 ? ownEnding(text) : null;
  if (/^[0-9]+强$/.test(key) || /^零[^，、]{1,4}$/.test(key) || /^(?:最多|不超过)[0-9]/.test(key))
    return { category: 'goal' };
  if (isCounting(key) && !(own !== null && outranksCount(own, key))) {
    return ROUND.test(key) ? { category: 'program' } : { category: 'numeric-abbreviation' };
  }
  if (own !== null && !plain) return own;
  if (after.startsWith('的') && startsWithAny(after.slice(1), starts.attitude) && !plain)
    return { category: 'quotation' };
  // 云签约, 云展: everyday words made new by a prefix.
  if ((scorned && !plain) || /^云[^，、]{1,2}$/.test(key)) return { category: 'metaphor' };
  if (key.endsWith('式') || text.includes('·') || endsWithAny(around.before, ends.won)) return { category: 'brand' };
  const noun = nounAfter(after);
  if (key.length >= 14 && !plain && (noun === null || after.startsWith('等'))) return { category: 'quotation' };
  if (noun !== null && !(noun.of && noun.category === 'mechanism'))
    return { category: noun.category, head: noun.head! };
  if (LATIN_PLUS.test(text)) return { category: 'mechanism' };
  const drive = endsWithAny(around.before, ends.program);
  if (plain) return { category: drive && !/推进$/.test(around.before) ? 'program' : 'slogan' };
  if (key.length <= 8 && namesPlace(key)) return { category: 'brand' };
  if (key.endsWith('化') && key.length >= 4) return { category: 'strategy' };
  if (drive) return { category: 'program' };
  if (endsWithAny(around.before, ends.goal)) return { category: 'goal' };
  if (endsWithAny(around.before, ends.slogan) || key.length > 2) return { category: 'slogan' };
  return { category: 'metaphor' };
}

/** 七张问题清单, 一号工程, 八八战略: the noun says more than the number; of 四个体系, 六个城市之窗 it does not. */
const outranksCount = ({ category, head }: TermClass, key: string): boolean =>
  (category === 'strategy' || category === 'program' || category === 'mechanism') &&
  head!.length >= 2 &&
  !['行动', '专项整治', '工作', '责任'].includes(head!) &&
  !BARE_COUNT.test(key);
