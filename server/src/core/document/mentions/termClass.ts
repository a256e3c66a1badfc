/**
 * The class of a quoted string, from its form and from what stands around it. Changes when the order of the arguments
 * changes; the words themselves are data. Nothing here knows a term of one document.
 */
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
} from './data/termForms.ts';

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
const AFTER = NOUNS_AFTER.flatMap(([category, words]) => words.map((word) => [word, category] as const)).sort(
  (a, b) => b[0].length - a[0].length,
);

const endsWithAny = (text: string, words: readonly string[]): boolean => words.some((word) => text.endsWith(word));
const startsWithAny = (text: string, words: readonly string[]): boolean => words.some((word) => text.startsWith(word));

const NUMERAL = '一二两三四五六七八九十百千万双半0-9';
/** 两个维护, 四风, 三会一课, 十不准, 五星3A, 1612+N, 十四五, 七个新: short, and counting. */
const COUNTS = new RegExp(`^[${NUMERAL}]+(?:[个大条张项级种类步件化有位]|[^${NUMERAL}]{1,6}$)`);
const ALTERNATES = new RegExp(`^(?:[${NUMERAL}]+[^${NUMERAL}，。、；：！？·]{1,3}){2,4}$`);
const CODE = /^[0-9A-Z]+(?:[+＋×][0-9A-ZN]+)+$/;
const PLAN_PERIOD = /^(?:十?[一二三四五六七八九]五|十[一二三四五六七八九]?五)(?:时期|期间|规划)?$/;
/** `一把手`, `一盘棋`, `一刀切`, `三连冠`: 一 is no count there, nor is a run of wins. */
const NO_COUNT =
  /^(?:一[^带老村镇户站线条体网把号校地院人县乡岗肩票件主][^一二两三四五六七八九十、]{1,2}|[二两三四五六七八九十]连[冠胜升]|一把.|一线..)$/;
const LATIN_PLUS = /^[^，。、；]{1,8}[+＋][^，。、；]{1,10}(?:[+＋][^，。、；]{1,8})*$/;

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

function nounAfter(after: string): (TermClass & { of: boolean }) | null {
  const of = after.startsWith('的');
  const rest = of ? after.slice(1) : after;
  for (const [word, category] of AFTER) if (rest.startsWith(word)) return { category, head: word, of };
  return null;
}

function isCounting(key: string): boolean {
  if (NO_COUNT.test(key)) return false;
  if (PLAN_PERIOD.test(key) || CODE.test(key)) return true;
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
  if (endsWithAny(before, NAMED_BEFORE) && !/[、，+]/.test(text)) return { category: 'unknown' };
  if (/[。！？!?…]/.test(text) || key.length > 36) return { category: 'quotation' };
  const colon = /[：:]$/.test(around.before);
  if (colon && endsWithAny(before, SAID_BEFORE) && key.length > 6) return { category: 'quotation' };
  if (key.length === 1) return { category: 'metaphor' };
  const scorned = startsWithAny(after.replace(/^的/, ''), SCORNED_AFTER) || endsWithAny(before, SCORNED_BEFORE);
  const counting = isCounting(key);
  const own = ownEnding(text);
  if (own !== null && (own.category === 'strategy' || !counting || own.head!.length >= 2) && key.length <= 24) {
    if (!(counting && (own.head === '行动' || own.head === '专项整治' || own.head === '工作'))) return own;
  }
  if (counting) return { category: 'numeric-abbreviation' };
  const noun = nounAfter(after);
  if (scorned && !isParallel(text)) return { category: 'metaphor' };
  if (noun !== null && !(noun.of && noun.category === 'mechanism'))
    return { category: noun.category, head: noun.head! };
  if (after.startsWith('的') && startsWithAny(after.slice(1), ATTITUDES_AFTER) && !isParallel(text)) {
    return { category: 'quotation' };
  }
  if (LATIN_PLUS.test(text)) return { category: 'mechanism' };
  if (isParallel(text)) return { category: 'slogan' };
  if (key.length >= 14) return { category: 'quotation' };
  if (key.endsWith('式') || key.endsWith('长')) return { category: 'brand' };
  const weak = around.before;
  if (endsWithAny(weak, PROGRAM_VERBS)) return { category: 'program' };
  if (endsWithAny(weak, GOAL_VERBS)) return { category: 'goal' };
  if (endsWithAny(weak, SLOGAN_VERBS)) return { category: 'slogan' };
  if (key.length >= 7) return { category: 'slogan' };
  if (key.length <= 2) return { category: 'metaphor' };
  return { category: 'slogan' };
}
