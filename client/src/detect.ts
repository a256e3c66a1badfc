/**
 * Decides from a text alone whether it is a Chinese policy document, cheaply enough to run on every file that opens.
 * Changes when the weighing of evidence changes; the words are in `detect.data.ts`. Knows nothing of the editor.
 */
import {
  COMMON_WORDS,
  COMPANY,
  CORE_WORDS,
  COUNTER_SHAPES,
  COUNTER_WORDS,
  FORMULAE,
  ISSUERS,
  KIND_WORDS,
  PERSONAL,
  SCRIPT_PAIRS,
  SPEAKERS,
  VERBS,
  WEB_BULLET,
} from './detect.data.ts';

/** How a text went wrong on its way from bytes: read as the second although it was written as the first. */
export type Garbled = 'gb18030-as-utf8' | 'gb18030-as-latin1' | 'utf8-as-gb18030';

export interface Judgement {
  /** Confident enough to act on. */
  readonly policy: boolean;
  /** Points of evidence, for the log. */
  readonly score: number;
  /** What the points come from. */
  readonly evidence: readonly string[];
}

const HEAD = 16_000;
const TAIL = 2_000;
/** Fewer Chinese characters than this say too little. */
const SHORTEST = 50;
/** Points that a text needs when its form speaks for it. */
const NEEDED = 4.5;
/** Different words, and words in a thousand characters, that together speak for a text of no particular form. */
const RICH: readonly { readonly words: number; readonly density: number; readonly against: number }[] = [
  { words: 2.4, density: 50, against: 0 },
  { words: 3.2, density: 30, against: 0 },
  { words: 4.4, density: 18, against: 0 },
  { words: 9, density: 25, against: 1 },
];
/** Or their product, where each of the two is nearly enough. */
const RICH_PRODUCT = { words: 3, density: 20, product: 100 };

/** Pinyin that a typesetting program put behind a character: 學(xué). */
const GLOSS = /(?<=\p{Script=Han})[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]/gu;

const toSimplified = new Map<string, string>();
for (let i = 0; i + 1 < SCRIPT_PAIRS.length; i += 2) toSimplified.set(SCRIPT_PAIRS[i]!, SCRIPT_PAIRS[i + 1]!);

/** The start and the end of a long text, in Simplified script as far as the word lists need it. */
function sample(text: string): string {
  const cut = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}` : text;
  let out = '';
  for (const c of cut.replace(GLOSS, '')) out += toSimplified.get(c) ?? c;
  return out;
}

/** Mostly Chinese, with Chinese or half-width marks, and not Japanese. */
function isChinese(s: string): boolean {
  const han = count(s, /\p{Script=Han}/gu);
  if (han < SHORTEST) return false;
  const marks = count(s, /[，。、；：？！“”《》（）,.;:?!"()|_-]/g);
  return (
    han + marks >= count(s, /[^\s　]/g) * 0.55 && count(s, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) <= han * 0.04
  );
}

interface Vocabulary {
  /** Different words of administration; one that others use as well counts as 0.4. */
  readonly words: number;
  /** Their occurrences in a thousand characters. */
  readonly density: number;
}

function vocabularyOf(s: string): Vocabulary {
  let words = 0;
  let hits = 0;
  const weigh = (list: readonly string[], weight: number): void => {
    for (const word of list) {
      const n = s.split(word).length - 1;
      if (n === 0) continue;
      words += weight;
      hits += n * weight;
    }
  };
  weigh(CORE_WORDS, 1);
  weigh(COMMON_WORDS, 0.4);
  return { words, density: (hits * 1_000) / Math.max(1, count(s, /\p{Script=Han}/gu)) };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const DOC_NUMBER = /[〔［【（([](?:19|20)\d\d[〕］】）)\]] ?第?\d{1,5} ?号/;
const ADOPTION = /[（(][^（()）\n]{0,60}(?:会议|全会|大会)[^（()）\n]{0,20}(?:通过|批准)[^（()）\n]{0,40}[）)]/;
const TITLE = new RegExp(`(?:关于|印发|${ISSUERS}).{0,80}(?:${KIND_WORDS})(?:[（(].{1,12}[）)])?$`);
const LAW_TITLE = /^.{2,40}(?:法|条例|规定|办法|细则|准则|规则)(?:[（(].{1,12}[）)])?$/;
const PLAN_TITLE = /(?:规划|纲要|计划|方案|决定|决议|公报|建议|报告|意见|倡议书|公开信)(?:[（(].{1,16}[）)])?$/;
const HEADLINE = /(?:全体|扩大|工作|常务|代表|常委会|政治局|全会|大会|会议).{0,20}(?:举行|召开|闭幕|开幕|审议)/;
const RECIPIENTS = new RegExp(`^(?:[省市县区]属各|各|(?=.{0,60}(?:${ISSUERS}|局|单位))).{2,200}[：:]$`);
const ADDRESS =
  /(?:^|[\s。)）])(?:各位(?:代表|委员|领导|同志|议员|市民|来宾)|市民朋友们?|居民朋友们?|同志们|主席|尊敬的).{0,20}[：:，,！!]/m;
/** Who speaks to a meeting says `我` as often as a story does. */
const SPEECH = /各位(?:代表|委员|领导|同志|议员|市民|来宾)|市民朋友们?|居民朋友们?|同志们[：:，,！!]/;
const SIGNATURE =
  /^\s*(?:(?:19|20)\d\d|[二〇○零一九]{4})年\s?[\d一二三四五六七八九十]{1,2}月\s?[\d一二三四五六七八九十]{1,3}日\s*$/m;
const IMPRINT = /^\s*(?:抄送|主送|主题词)[：:]|印发\s*$|此件(?:公开|主动|依申请|不予)/m;
const INDEX_FIELDS =
  /(?:索\s?引\s?号|发文机关|发文字号|文\s?号|成文日期|主题分类|公文种类|有效性|信息来源|发布机构)[：:]/g;
const TIER_ONE = /^[\s　]*[一二三四五六七八九十]{1,3}、/gm;
const TIER_TWO = /^[\s　]*[（(][一二三四五六七八九十]{1,3}[）)]/gm;
const ARTICLE = /^[\s　]*第[一二三四五六七八九十百零〇\d]{1,6}条/gm;
const CHAPTER = /^[\s　]*第[一二三四五六七八九十百]{1,4}[章节编]/gm;
const REPORTED = new RegExp(
  `(?:^|[。\\n])[\\s　]*[^。，,\\n]{0,14}(?:${SPEAKERS})[^。，,\\n]{0,6}(?:${VERBS})[^。，,\\n]{0,12}[，,：:。]`,
  'g',
);
const PERSON_SAYS = /(?:^|[。\n])[\s　]*[\p{Script=Han}]{2,4}(?:指出|强调|要求|表示)[，,：:]/gu;

/** Weighs a text. Total and linear in the first 18,000 characters; nothing else is read. */
export function judge(text: string): Judgement {
  const s = sample(text);
  // A table of figures is Chinese by its opening, a page under a long menu by the whole.
  if (!isChinese(s.slice(0, 1_000)) && !isChinese(s)) return { policy: false, score: 0, evidence: [] };

  const evidence: string[] = [];
  let form = 0;
  const add = (points: number, name: string, yes: boolean): void => {
    if (!yes) return;
    form += points;
    evidence.push(name);
  };
  const lines = s.split(/\r\n|\r|\n/).map((l) => l.trim());
  const filled = lines.filter((l) => l !== '').slice(0, 25);
  const firstParagraph = filled.findIndex((l) => l.length > 80 || /[。；]$/.test(l));
  const head = filled.slice(0, Math.min(10, firstParagraph < 0 ? 10 : firstParagraph));
  const titles = [...head.map((l) => l.replace(/\s/g, '')), ...joins(head)].filter((l) => l.length <= 120);

  add(3, 'document-number', DOC_NUMBER.test(s));
  add(2, 'index-table', count(s.slice(0, 1_500), INDEX_FIELDS) > 1);
  add(3, 'adoption-note', ADOPTION.test(s));
  if (titles.some((l) => TITLE.test(l))) add(3, 'title', true);
  else
    add(
      1.5,
      'title-of-rules',
      titles.some((l) => LAW_TITLE.test(l) || PLAN_TITLE.test(l)),
    );
  add(
    1.5,
    'headline',
    filled.slice(0, 4).some((l) => HEADLINE.test(l.slice(0, 120))),
  );
  add(
    2,
    'recipients',
    filled.slice(0, 25).some((l) => RECIPIENTS.test(l)),
  );
  add(1, 'address', ADDRESS.test(s.slice(0, 1_500)));
  add(2, 'formula', FORMULAE.test(s));
  add(1, 'signature', SIGNATURE.test(s));
  add(1.5, 'imprint', IMPRINT.test(s));
  const one = count(s, TIER_ONE);
  const two = count(s, TIER_TWO);
  add(one > 3 ? 1.5 : 1, 'numbering', one > 1);
  add(1, 'sub-numbering', two > 1);
  add(2, 'articles', count(s, ARTICLE) > 2);
  add(1, 'chapters', count(s, CHAPTER) > 1);
  const reported = count(s, REPORTED) + count(s, PERSON_SAYS);
  add(Math.min(3, reported), 'reported', reported > 0);

  const { words, density } = vocabularyOf(s);
  const vocabulary = Math.min(4, words * 0.5) * Math.min(1, density / 10);
  const against = counterEvidence(s, density);
  const score = form + vocabulary - against * 1.5;
  evidence.push(`words ${words.toFixed(1)}`, `density ${density.toFixed(1)}`, `against ${against}`);
  const formal = form >= 1.5 && vocabulary >= (form >= 5 ? 0.5 : 1) && score >= NEEDED;
  const product = against === 0 && words * density >= RICH_PRODUCT.product;
  const rich =
    RICH.some((r) => words >= r.words && density >= r.density && against <= r.against) ||
    (product && words >= RICH_PRODUCT.words && density >= RICH_PRODUCT.density);
  return { policy: formal || rich, score, evidence };
}

/** Of a thousand characters, so many personal pronouns make a story, so many words of companies a company's page. */
const STORY = 6;
const OWN_BUSINESS = 18;

/** What speaks against a policy document, in points. `density` is that of the words of administration. */
function counterEvidence(s: string, density: number): number {
  const thousands = Math.max(0.25, count(s, /\p{Script=Han}/gu) / 1_000);
  const people = SPEECH.test(s.slice(0, 1_500)) ? 0 : count(s, PERSONAL);
  const company = count(s, COMPANY) / thousands;
  return (
    COUNTER_WORDS.filter((w) => s.includes(w)).length +
    COUNTER_SHAPES.filter((shape) => shape.test(s)).length +
    count(s, /^```|^[\x20-\x7e\t]*[{};]\s*$/gm) / 2 +
    (people > 2 && people / thousands >= STORY ? Math.min(2, people / thousands / STORY) : 0) +
    (company >= OWN_BUSINESS && company * 1.5 > density ? Math.min(2, company / OWN_BUSINESS) : 0) +
    (count(s, WEB_BULLET) > 3 ? 1 : 0)
  );
}

/** Neighbouring short lines joined: titles are printed over several lines. */
function joins(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    let joined = lines[i]!;
    for (let j = i + 1; j < Math.min(i + 5, lines.length); j++) {
      joined += lines[j]!;
      out.push(joined.replace(/[\s　]/g, ''));
    }
  }
  return out;
}

/** Rare characters that the commonest UTF-8 bytes of Chinese give when they are read as GB18030. */
const UTF8_AS_GB = /[涓紝锛鍏銆鍔佸屽瀹浜鍙鏂佺鐨浣灞鍒澶璁浠傚缁甯佹杩鏈叏骞寮浼鍚鍖戝滀滃鎺疄鍦宸寤鍗屾鏄绗閮鍥]/g;

/** Whether the text shows the traces of a wrong encoding, and of which. Null for readable text. */
export function garbled(text: string): Garbled | null {
  const s = text.slice(0, 8_000);
  const solid = count(s, /\S/g);
  if (solid < 8) return null;
  const lost = count(s, /\uFFFD/g);
  const han = count(s, /\p{Script=Han}/gu);
  if (lost > solid * 0.15 && lost > han) return 'gb18030-as-utf8';
  const latin = count(s, /[\u00A1-\u00FF]/g);
  if (latin > solid * 0.5 && han === 0) return 'gb18030-as-latin1';
  if (han > 20 && count(s, UTF8_AS_GB) > solid * 0.15) return 'utf8-as-gb18030';
  return null;
}
