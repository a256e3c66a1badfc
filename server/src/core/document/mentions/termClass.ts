/**
 * The class of a quoted string, from its form and from what stands around it. Changes when the order of the arguments
 * changes; the words themselves are data. Nothing here knows a term of one document.
 */

import { Before, Opening } from '../../text/edges.ts';
import { UnitSet, WordIndex } from '../../text/words.ts';
import type { TermCategory } from '../model.ts';
import { IDIOMS, SAYINGS } from './data/idioms.ts';
import { KNOWN_TERMS } from './data/knownTerms.ts';
import {
  ATTITUDES_AFTER,
  DEMANDED_BEFORE,
  FIGURE_VERBS,
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
import { places, shortPlaceAt } from './places.ts';

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

/** The class of each word, that of the first table that has it. */
const classes = (table: readonly (readonly [TermCategory, readonly string[]])[]): Map<string, TermCategory> =>
  new Map(table.flatMap(([category, words]) => words.map((word) => [word, category] as const)).reverse());

const OWN = classes(OWN_ENDINGS);
const OWN_WORDS = new WordIndex(OWN.keys(), 'end');
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
  figure: new WordIndex(FIGURE_VERBS, 'end'),
  demanded: new WordIndex(DEMANDED_BEFORE, 'end'),
};
const starts = { scorned: new WordIndex(SCORNED_AFTER, 'start'), attitude: new WordIndex(ATTITUDES_AFTER, 'start') };
const endsWithAny = (text: string, words: WordIndex): boolean => words.at(text, text.length) !== undefined;

const NUMERAL = '一二两三四五六七八九十百千万双半0-9';
/** 两个维护, 四风, 三会一课, 十不准, 五星3A, 1612+N, 十四五, 七个新: short, and counting. */
const COUNTS = new RegExp(`^[${NUMERAL}]+(?:[个大条张项级种类步件化有位方]|[^${NUMERAL}]{1,6}$)`);
const MEASURED = new RegExp(`^[${NUMERAL}]+[个大条张项级种类步件方]`);
const BARE_COUNT = new RegExp(`^[${NUMERAL}]+个[^，。、]{1,4}$`);
const BARE_ROW = new RegExp(`^[${NUMERAL}]+[大项][^，。、]{2}$`);
/** 三证合一, 多规合一: so many made one. */
const MADE_ONE = new Opening(new RegExp(`^[${NUMERAL}][^${NUMERAL}，、]{1,3}[合归][一1]$`));
/** 新三样, 老五件: so many of a kind. */
const OF_A_KIND = new Opening(/^[新老旧][二两三四五六七八九十][样件化高难]$/);
const ALTERNATES = new RegExp(`^(?:[${NUMERAL}]+[^${NUMERAL}，。、；：！？·]{1,3}){2,4}$`);
const CODE = /^[0-9A-Z]+(?:[+＋×][0-9A-ZN]+)+$/;
const PLAN_PERIOD = /^(?:十?[一二三四五六七八九]五|十[一二三四五六七八九]?五)(?:时期|期间|规划)?$/;
/** What any of these begins with. */
const COUNT_OPENS = new UnitSet('一二两三四五六七八九十百千万双半0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
/** `一把手`, `一盘棋`, `一刀切`, `三连冠`: 一 is no count there, nor is a run of wins. */
const NO_COUNT =
  /^(?:一体化|一.定终身|[五七][彩色]|一(?:[切定起样直流度向概般旦]|[^带老村镇户站线条体网把号校地院人县乡岗肩票件主切][^一二两三四五六七八九十、]{1,2}$)|[二两三四五六七八九十]连[冠胜升]|一把.|一线..)/;
/** 百行进万企, 千名干部联万家: round numbers name drives, not lists. */
const ROUND = /^[百千万][^百千万，、。]{1,4}[百千万][^，。、]{1,3}$/;
/** 户保洁—村收集—乡转运—县处理, 工程治污+网格保洁+管理督查: steps or parts in a row. */
const CHAIN = /^[^，。、；：！？+＋—-]{2,9}(?:(?:[+＋]|[—-]{1,3})[^，。、；：！？+＋—-]{2,9}){2,5}$/;
const DOTS = new UnitSet('·');
/** Built and counted behind the mark: “家风示范街”42条. */
const MEASURED_AFTER = /^[0-9]+[余多]?[条处个座家所支间]/;
const LATIN_PLUS = /^[^，。、；]{1,8}[+＋][^，。、；]{1,10}(?:[+＋][^，。、；]{1,8})*$/;
/** Quoted strings that stand in one row share the noun behind the last: “全链条解决”“最多跑一地”改革. */
const ROW = /^(?:[、和及与]?“[^”\n]{1,24}”)+/;
const AND_OTHERS = /^(?:[、和及与]?“[^”\n]{1,24}”|、[^，。；“”、\n]{1,12})*等([^，。；“\n]{1,10})/;
/** How many characters behind the mark may hold its noun. */
const NEAR = 8;

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
const COMMAS = new UnitSet('、，,');
const CLAUSE_ENDS = new UnitSet('、，,；·');
const SENTENCE_ENDS = new UnitSet('。！？!?…');
const PLUSES = new UnitSet('+＋');

/** Whether one of the characters, none of them Chinese, is in the text. */
function holds(text: string, marks: UnitSet): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isHan(unit) && marks.has(unit)) return true;
  }
  return false;
}

/** Clauses of equal length or a repeated frame: 迎亚运、建窗口; 疫情要防住、经济要稳住. */
function isParallel(text: string): boolean {
  let first = -1;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !CLAUSE_ENDS.has(text.charCodeAt(i))) continue;
    const length = i - from;
    if (i === text.length && first < 0) return false;
    if (first < 0) first = length;
    if (length < 2 || Math.abs(length - first) > 4) return false;
    from = i + 1;
  }
  return true;
}

function ownEnding(text: string): TermClass | null {
  const longest = OWN_WORDS.at(text, text.length);
  if (longest === undefined) return null;
  // A picture needs no word before it: 快进键; 精神 or 工程 alone is no name.
  const named = longest.length < text.length || OWN.get(longest) === 'metaphor';
  const word = named ? longest : OWN_WORDS.at(text, text.length, text.length - 1);
  return word === undefined ? null : { category: OWN.get(word)!, head: word };
}

/** What `ROW` and `AND_OTHERS` begin with. */
const ROW_OPENS = new UnitSet('、和及与“等');
const NEAR_ENDS = new UnitSet('，。；、“”的和与\n');

/** The noun that the string qualifies: right behind, behind its row, behind 等, or at the end of the words that follow. */
function nounAfter(after: string): (TermClass & { of: boolean }) | null {
  let behind = 0;
  if (ROW_OPENS.has(after.charCodeAt(0))) {
    const others = AND_OTHERS.exec(after);
    if (others !== null) return lastNoun(others[1]!, false);
    behind = ROW.exec(after)?.[0].length ?? 0;
  }
  const of = after[behind] === '的';
  const from = of ? behind + 1 : behind;
  const word = AFTER_WORDS.at(after, from);
  if (word !== undefined) return { category: AFTER.get(word)!, head: word, of };
  if (of) return null;
  let near = from;
  while (near < after.length && near - from < NEAR && !NEAR_ENDS.has(after.charCodeAt(near))) near++;
  return near === from ? null : lastNoun(after.slice(from, near), of);
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
  const { byPair } = places();
  for (let at = byPair.next(key, 0); at >= 0; at = byPair.next(key, at + 1)) {
    if (shortPlaceAt(key, at) !== undefined) return true;
  }
  return false;
}

function isCounting(key: string): boolean {
  if (!COUNT_OPENS.has(key.charCodeAt(0)) || NO_COUNT.test(key)) return false;
  if (PLAN_PERIOD.test(key) || CODE.test(key)) return true;
  if (holds(key, COMMAS) && key.split(/[、，,]/).every((clause) => MEASURED.test(clause) || ALTERNATES.test(clause)))
    return true;
  if (key.length > 14) return false;
  return COUNTS.test(key) || ALTERNATES.test(key);
}

const COLONS = new UnitSet('：:');
const COMMA = new UnitSet('，,');
const MEASURE_OPENS = new UnitSet('0123456789零最不');

/** 百强, 零跑, 最多跑1次 and the like: what is to be reached. */
const isMeasure = (key: string): boolean =>
  MEASURE_OPENS.has(key.charCodeAt(0)) &&
  (/^[0-9]+强$/.test(key) || /^零[^，、]{1,4}$/.test(key) || /^(?:最多|不超过)[0-9]/.test(key));

/** Words of a question: 地从哪里来, 粮食怎么保. */
const QUESTION = /怎么|怎样|哪里|哪儿|谁来|靠谁|为了谁|如何|为什么|干什么|是什么/;
const CLAUSES = /[、，,；;]/;
const LISTED: ReadonlyMap<string, TermCategory> = new Map([
  ...[...IDIOMS].map((idiom) => [idiom, 'idiom'] as const),
  ...KNOWN_TERMS,
]);
const SHORTEST_SAYING = Math.min(...[...SAYINGS].map((saying) => saying.length));

/** What everybody knows, or a set phrase or a row of them: 踏石留印、抓铁有痕. */
function ofLists(key: string): TermCategory | null {
  const listed = LISTED.get(key);
  if (listed !== undefined) return listed;
  const row = key.length > 6 && holds(key, COMMAS) ? key.split(CLAUSES) : null;
  if (row?.every((part) => IDIOMS.has(part))) return 'idiom';
  const said = key.length >= SHORTEST_SAYING && SAYINGS.has(key);
  return said || row?.every((part) => SAYINGS.has(part)) ? 'quotation' : null;
}

/** What digits alone abbreviate: “12345”工作要求. */
const NUMBERED_NOUN = /^(?:工作|工程|行动|计划|模式|机制|体系|战略|要求|思路|规划|目标|布局)/;

/** 四强县, 百强: how many are strong, not a strong county. */
const isRanking = (key: string): boolean =>
  COUNT_OPENS.has(key.charCodeAt(0)) &&
  key.includes('强') &&
  /^[一二三四五六七八九十百千两]{1,3}强[县市区镇村省]?$/.test(key);
/** A ranking of places is a title that they hold: 全国经济百强区, 2020中国最具幸福感城市. */
const PLACED = /(?:[百十千0-9]|最)强[县市区镇村]$/;
/** Things that are counted and named: 3个“银杏林”, 50亩“花田”. */
const MEASURED_BEFORE = new Before(/[0-9x一二三四五六七八九十百千万余多][个座家条亩片间处支]$/, 2);

/** A long list in one quotation whose last item has a head is what its items are: “…样板、…示范区”. */
function listOfNames(text: string): TermClass | null {
  if (holds(text, SENTENCE_ENDS) || !text.includes('、')) return null;
  const own = text.split('、').map((item) => ownEnding(item));
  return own.every((found) => found !== null) ? own.at(-1)! : null;
}

const ROUND_NUMBER = new Opening(/^双?[百千万亿]{1,4}$/);
const BEST_OF = new Opening(/^[十百千][佳优美][^、，]{2,}$/);
const ABBREVIATION = new Opening(/^[A-Za-z]{1,3}$/);
const DIGITS = new Opening(/^[0-9]{3,6}$/);
const AWARDED = new Opening(/^(?:“[^”]{1,24}”)*(?:的)?(?:复评|复审|复核|称号|荣誉)/);
const ORIGINS = new UnitSet('从由');
const SEMICOLONS = new UnitSet('；;');
/** Words of a text that is amended, which name nothing: 将“拘役”修改为“拘留”, 删去“主管部门”. */
const AMENDED = new Before(/(?:修改为|改为|改成|替换为|删去|删除)$/, 3);
const AMENDED_NEXT = new Opening(
  /^(?:[、和及与]?“[^”\n]{1,24}”){0,3}(?:分别|统一|一律|均)?(?:修改为|改为|改成|替换为|删去|删除)/,
);

/** Whether the words around make a picture of the string: 跑出“加速度”, 是决战全年的“誓师会”, 从“有没有”到“好不好”. */
function isFigure({ before, after }: Surroundings): boolean {
  if (endsWithAny(before, ends.figure)) return true;
  if (ORIGINS.has(before.charCodeAt(before.length - 1))) return /^(?:到|向|变|转)/.test(after);
  return (
    before.endsWith('的') &&
    /(?:是|成为|当好|成了)[\u4e00-\u9fff]{1,8}的$/.test(before) &&
    /^(?:[，。；、！]|$)/.test(after)
  );
}

/**
 * Classifies the quoted string `text` (folded, without marks; `key` is its `termKey`).
 * The order of the arguments: what everybody knows; defined abbreviations; somebody's words; failings; form; surroundings.
 */
export function classifyTerm(text: string, key: string, around: Surroundings): TermClass {
  const { after } = around;
  const length = around.before.length;
  const colon = COLONS.has(around.before.charCodeAt(length - 1));
  const given = colon || COMMA.has(around.before.charCodeAt(length - 1)) ? around.before.slice(0, -1) : around.before;
  // 破除了“迈小步”: the verb is the same.
  const before = given.endsWith('了') ? given.slice(0, -1) : given;
  const listed = ofLists(key);
  if (listed !== null) return { category: listed };
  const opening = text.charCodeAt(0);
  if (DIGITS.test(key) && NUMBERED_NOUN.test(after)) return { category: 'numeric-abbreviation' };
  if ((!isHan(opening) && /^[\d.,，:：/%\-—~\s]+$/.test(text)) || key.length === 0) return { category: 'unknown' };
  if (endsWithAny(before, ends.named) && !/[、，+]/.test(text)) return { category: 'unknown' };
  if (key.length > 36 || holds(text, SENTENCE_ENDS)) return listOfNames(text) ?? { category: 'quotation' };
  if (SEMICOLONS.has(text.charCodeAt(text.length - 1)) || (key.length > 9 && endsWithAny(before, ends.demanded)))
    return { category: 'quotation' };
  if (colon && endsWithAny(before, ends.said) && key.length > 6) return { category: 'quotation' };
  if (ABBREVIATION.test(key) || AMENDED.test(around.before, length) || AMENDED_NEXT.test(after))
    return { category: 'unknown' };
  if (key.length === 1) return { category: 'metaphor' };
  if (key.length < 12 && QUESTION.test(key)) return { category: 'quotation' };
  const plain = holds(text, COMMAS) && isParallel(text);
  const scorned =
    starts.scorned.at(after, after[0] === '的' ? 1 : 0) !== undefined || endsWithAny(before, ends.scorned);
  const own = key.length <= 24 ? ownEnding(text) : listOfNames(text);
  if (ROUND_NUMBER.test(key)) return { category: 'numeric-abbreviation' };
  if (BEST_OF.test(key)) return { category: 'brand' };
  if (isRanking(key)) return { category: 'numeric-abbreviation' };
  if (isMeasure(key)) return { category: 'goal' };
  if (OF_A_KIND.test(key)) return { category: 'numeric-abbreviation' };
  if (key.length < 7 && MADE_ONE.test(key)) return { category: 'mechanism' };
  // 两个率先·青春行动: the count is of another term, the head is its own.
  if (own !== null && own.category === 'program' && holds(text, DOTS)) return own;
  if (isCounting(key) && !(own !== null && outranksCount(own, key))) {
    return ROUND.test(key) ? { category: 'program' } : { category: 'numeric-abbreviation' };
  }
  if (own !== null && !plain) {
    const title =
      (own.category === 'strategy' && PLACED.test(key)) || (own.category === 'goal' && endsWithAny(before, ends.won));
    return title ? { category: 'brand' } : own;
  }
  if (after.startsWith('的') && starts.attitude.at(after, 1) !== undefined && !plain && !scorned)
    return { category: 'quotation' };
  // 云签约, 云展: everyday words made new by a prefix.
  if ((scorned && !plain) || (key.startsWith('云') && /^云[^，、]{1,2}$/.test(key))) return { category: 'metaphor' };
  if (key.endsWith('式') || text.includes('·') || endsWithAny(around.before, ends.won) || AWARDED.test(after))
    return { category: 'brand' };
  if (!plain && key.length < 8 && isFigure(around)) return { category: 'metaphor' };
  const noun = nounAfter(after);
  if (CHAIN.test(text)) return { category: 'mechanism' };
  if (key.length >= 14 && !plain && (noun === null || after.startsWith('等'))) return { category: 'quotation' };
  if (noun === null && key.length < 8 && MEASURED_AFTER.test(after)) return { category: 'brand' };
  if (noun === null && key.length < 8 && MEASURED_BEFORE.test(around.before, length)) return { category: 'brand' };
  if (noun !== null && !(noun.of && noun.category === 'mechanism'))
    return { category: noun.category, head: noun.head! };
  if (/^[^，、+＋]{2,6}[+＋]$/.test(text)) return { category: 'strategy' };
  if (holds(text, PLUSES) && LATIN_PLUS.test(text)) return { category: 'mechanism' };
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
  !BARE_COUNT.test(key) &&
  (category === 'strategy' || !BARE_ROW.test(key));
