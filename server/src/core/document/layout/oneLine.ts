/**
 * Cuts a long line that holds several paragraphs, set apart by nothing but blanks, as scraped pages do.
 * Changes when other separators turn up.
 */

import { DATE_LINE, DOC_NUMBER_LINE, NUMBER_AND_DATE, ORDER_LINE } from '../data/front.ts';
import { isBlank, isCloser, isHan, isTerminal } from './characters.ts';
import { isDivisionMarker, type Marker, readMarker } from './marker.ts';
import { markupCuts } from './markup.ts';
import { decimalCut, divisionCuts, labelCuts } from './series.ts';

const SHORTEST = 120;

/**
 * Where to cut the content `[from, to)` of one line: pairs of the end of a paragraph and the start of the next.
 * `flat` says that the whole text has hardly any line ends, so that single blanks may separate paragraphs too.
 */
export function cutPoints(text: string, folded: string, from: number, to: number, flat: boolean): [number, number][] {
  const cuts = articleCuts(folded, from, to);
  cuts.push(...nextCuts(folded, from, to), ...markupCuts(text, from, to), ...labelCuts(folded, from, to));
  if (to - from >= SHORTEST || folded[from] === '第') cuts.push(...divisionCuts(folded, from, to));
  const lead = leadCut(folded, from, to);
  if (lead) cuts.push(lead);
  const decimal = decimalCut(folded, from, to);
  if (decimal) cuts.push(decimal);
  const addressed = addressCut(folded, from, to);
  if (addressed) cuts.push(addressed);
  if (to - from < SHORTEST) return inOrder(cuts);
  if (flat) cuts.push(...unbrokenCuts(text, folded, from, to));
  let tokenStart = from;
  let unitStart = from;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    // Most characters are Chinese: one comparison lets them pass.
    if ((unit > 0x3000 && unit !== 0xfeff) || !isBlank(unit)) continue;
    const a = i;
    let wide = 0;
    while (i < to && isBlank(text.charCodeAt(i))) {
      if (text.charCodeAt(i) === 0x3000) wide++;
      i++;
    }
    const gap = { tokenStart, unitStart, a, b: i, to, wide, flat };
    if (separates(folded, gap) || (flat && separatesPhrases(folded, gap))) {
      cuts.push([a, i]);
      unitStart = i;
    }
    tokenStart = i;
    i--;
  }
  return cuts.length > 1 ? inOrder(cuts) : cuts;
}

function inOrder(cuts: [number, number][]): [number, number][] {
  cuts.sort((a, b) => a[0] - b[0]);
  return cuts.filter((cut, i) => i === 0 || cut[0] >= cuts[i - 1]![1]);
}

const ARTICLE_BEHIND_STOP = /。(?=第[一二三四五六七八九十百〇零]{1,7}条[ \u3000\u00a0])/g;

/** Articles that follow one another on one line: …备案。第二条 市人民政府…; none inside quotation marks. */
function articleCuts(folded: string, from: number, to: number): [number, number][] {
  if (to - from < 30) return [];
  const line = folded.slice(from, to);
  if (!line.includes('。第')) return [];
  const cuts: [number, number][] = [];
  let depth = 0;
  let seen = 0;
  for (const { index } of line.matchAll(ARTICLE_BEHIND_STOP)) {
    for (; seen <= index; seen++) depth += line[seen] === '“' ? 1 : line[seen] === '”' ? -1 : 0;
    if (depth <= 0) cuts.push([from + index + 1, from + index + 1]);
  }
  return cuts;
}

const SPEAKING = new Set(['han-dunhao', 'han-paren']);

/** A numbered line that runs on into the next number: 三、…行驶。四、对拒不执行…. */
function nextCuts(folded: string, from: number, to: number): [number, number][] {
  const own = readMarker(folded, from, to);
  if (!own || own.weak || !SPEAKING.has(own.style)) return [];
  const line = folded.slice(from, to);
  const cuts: [number, number][] = [];
  let { ordinal } = own;
  for (let i = line.indexOf('。'); i >= 0 && i < line.length - 2; i = line.indexOf('。', i + 1)) {
    const at = from + i + 1;
    const next = readMarker(folded, at, to);
    if (!next || next.weak || next.style !== own.style || next.ordinal !== ordinal + 1) continue;
    ordinal++;
    cuts.push([at, at]);
  }
  return cuts;
}

const UNBROKEN = 200;
const ADDRESS = /(?:各位代表|各位委员|同志们|尊敬的各位[^，。：]{1,20})：/;
const NUMBER_BEHIND_STOP =
  /[。：](?=(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.](?!\d)))/g;

/** A title that runs into the first words of the text or into those whom it addresses. */
const TITLE_BEFORE_TEXT =
  /^([^，。：；、\s]{4,60}?(?:规定|办法|细则|规则|制度|方案|预案|计划|要点|意见|通知|通告|公告|决定|条例|讲话|讲话|发言|致辞|总结)(?:文稿|稿)?(?:（[^（）]{1,8}）)?)(?=今年以来|近年来|一年来|过去的?一年|同志们[，：]|各位(?:代表|同志|委员|领导)|为(?:了|深入|进一步|贯彻|规范|加强|切实|全面|认真|落实|做好|确保)|根据《|各(?:省|市|县|区|乡镇|镇|街道|部门|单位|处室|科室|学校)[^，。]{0,40}：|第一[章条])/;

/** In a text without blanks and line ends: before and behind the address, and before numbers that count on from one. */
function unbrokenCuts(text: string, folded: string, from: number, to: number): [number, number][] {
  if (to - from < UNBROKEN) return [];
  const cuts: [number, number][] = [];
  const address = ADDRESS.exec(folded.slice(from, Math.min(to, from + 200)));
  if (address && address.index >= 6 && !/[。，；]/.test(folded.slice(from, from + address.index))) {
    const at = from + address.index;
    cuts.push([at, at], [at + address[0].length, at + address[0].length]);
  }
  if (cuts.length === 0) {
    const title = TITLE_BEFORE_TEXT.exec(folded.slice(from, from + 90))?.[1];
    if (title) cuts.push([from + title.length, from + title.length]);
  }
  const next = new Map<string, number>();
  for (const { index } of folded.slice(from, to).matchAll(NUMBER_BEHIND_STOP)) {
    const at = from + index + 1;
    const marker = readMarker(folded, at, to);
    if (!marker || isBlank(text.charCodeAt(at))) continue;
    if (marker.ordinal !== 1 && marker.ordinal !== next.get(marker.style)) continue;
    if (folded[at - 1] === '：' && !(marker.ordinal === 1 && isFollowed(folded, marker, at, to))) continue;
    if (marker.style.startsWith('han')) for (const below of ['arabic-dot', 'arabic-dunhao']) next.delete(below);
    next.set(marker.style, marker.ordinal + 1);
    const heading = HEADING_BEFORE_FIRST.exec(folded.slice(at, at + LONGEST_OPENING));
    if (heading) {
      cuts.push([at + heading[0].length, at + heading[0].length]);
      next.set('han-paren', 2);
    }
    cuts.push([at, at]);
  }
  return cuts;
}

const ADDRESSED_BEFORE_TEXT =
  /^各[^。：；]{4,90}[府委局厅办门位构关会市县区院校司]：(?=现将|现就|为|根据|近|最近|你|经|按照|[\u4e00-\u9fff]{2,10}(?:《|《关于))/;

/** Those to whom a text goes, before its first words on the same line: 各市、县人民政府，各部门：现将…. */
function addressCut(folded: string, from: number, to: number): [number, number] | null {
  if (folded[from] !== '各' || to - from < 60) return null;
  const address = ADDRESSED_BEFORE_TEXT.exec(folded.slice(from, from + 110));
  return address ? [from + address[0].length, from + address[0].length] : null;
}

/** 一、主要工作（一）…: a heading that runs into the first number below it. */
const HEADING_BEFORE_FIRST = /^[一二三四五六七八九十]{1,3}、[^。，；：（）]{4,30}(?=（一）)/;
const LONGEST_OPENING = 48;

/** Whether the next number of a style begins a sentence further on. */
function isFollowed(folded: string, marker: Marker, at: number, to: number): boolean {
  const own = folded.slice(at, marker.end);
  const next = /\d/.test(own) ? own.replace(/\d+/, String(marker.ordinal + 1)) : own.replace('一', '二');
  const found = folded.indexOf(`。${next}`, at);
  return found >= 0 && found < to;
}

/** A date, or a note with a date, in brackets before the first words of a text: （2006年8月30日） 同志们：. */
function leadCut(folded: string, from: number, to: number): [number, number] | null {
  if (folded[from] !== '（') return null;
  const close = from + folded.slice(from, Math.min(to, from + 61)).indexOf('）');
  if (close < from || close + 2 >= to || !isBlank(folded.charCodeAt(close + 1))) return null;
  const note = folded.slice(from, close + 1);
  if (!DATE_LINE.pattern.test(note) && !NUMBER_AND_DATE.pattern.test(note)) return null;
  let next = close + 1;
  while (next < to && isBlank(folded.charCodeAt(next))) next++;
  return next < to ? [close + 1, next] : null;
}

interface Gap {
  /** Where the phrase and the paragraph before the gap begin. */
  readonly tokenStart: number;
  readonly unitStart: number;
  readonly a: number;
  readonly b: number;
  readonly to: number;
  readonly wide: number;
  readonly flat: boolean;
}

function separates(folded: string, gap: Gap): boolean {
  const { tokenStart, a, b, to, wide, flat } = gap;
  const nextBlank = b + 1 < to && isBlank(folded.charCodeAt(b + 1));
  if (a - tokenStart === 1 && (nextBlank || b + 1 === to)) return false;
  if (isDivisionMarker(folded, tokenStart, a)) return false;
  let k = a - 1;
  while (k > tokenStart && isCloser(folded.charCodeAt(k))) k--;
  const before = folded.charCodeAt(k);
  const closed = isTerminal(before) || before === 0x3002;
  const marked = readMarker(folded, b, Math.min(to, b + 40)) !== null;
  if (wide >= 2 || b - a >= 4) return true;
  if (b - a >= 2) return closed || marked;
  if (!flat) return wide === 1 && closed && (marked || isHan(folded.charCodeAt(b)));
  if (wide === 1) return true;
  return closed || marked;
}

const LONGEST_PHRASE = 90;
const RUNNING = 14;
const DOCUMENT =
  /(?:通知|意见|决定|决议|公告|通告|通报|公报|报告|请示|批复|复函|纪要|方案|规划|纲要|计划|办法|条例|规定|细则|预案|要点|措施|倡议书|公开信|一封信|承诺书|制度|规则|总结|讲话|致辞|会议|全会|举行|召开)(?:（[^（）]{1,16}）)?$/;
const OPENS_BODY = /^(?:本报讯|本报记者|新华社|（(?:记者|此件|\d{4}年|[一二][〇零○一二三四五六七八九]{3}年)|【本报讯)/;
const ADDRESSED = /^[^。]{0,60}(?:各|同志|代表|委员|尊敬|政府|委|朋友|居民|市民|同学|家长|村民|群众)[^。]{0,60}：$/;

/** In a text without line ends, whether one blank parts two lines: by what the phrases on its sides are. */
function separatesPhrases(folded: string, { tokenStart, unitStart, a, b, to }: Gap): boolean {
  if (a - tokenStart === 1 || isDivisionMarker(folded, tokenStart, a)) return false;
  let n = b;
  while (n < to && n - b < LONGEST_PHRASE && !isBlank(folded.charCodeAt(n))) n++;
  const next = folded.slice(b, n);
  if (next.length < 2) return false;
  if (isLineAlone(next) || isLineAlone(folded.slice(Math.max(tokenStart, a - LONGEST_PHRASE), a))) return true;
  if (isSigned(folded, next, n, to)) return true;
  if (OPENS_BODY.test(next) || ADDRESSED.test(next)) return true;
  if (a - unitStart > LONGEST_PHRASE) return false;
  const before = folded.slice(unitStart, a);
  if (/^（[^（）]*）$/.test(before)) return true;
  const runs = (next.length >= RUNNING && /[，。；：]/.test(next)) || (next.length >= 8 && next.endsWith('。'));
  if (!runs || /[，。；：]/.test(before)) return false;
  const marker = readMarker(folded, unitStart, a);
  return marker !== null ? a - marker.end >= 2 : DOCUMENT.test(before);
}

function isLineAlone(phrase: string): boolean {
  return (
    phrase.length >= 4 &&
    phrase.length <= 40 &&
    (DATE_LINE.pattern.test(phrase) || DOC_NUMBER_LINE.pattern.test(phrase) || ORDER_LINE.pattern.test(phrase))
  );
}

/** Whether a phrase is a name with nothing but the signing date behind it. */
function isSigned(folded: string, phrase: string, end: number, to: number): boolean {
  if (phrase.length > 30 || !/^[xX×]{0,3}[\u4e00-\u9fff（）]+[府委会局厅部院室办组司校团处站所]$/.test(phrase))
    return false;
  let from = end;
  while (from < to && from - end < 40 && isBlank(folded.charCodeAt(from))) from++;
  let stop = from;
  while (stop < to && stop - from < 20 && !isBlank(folded.charCodeAt(stop))) stop++;
  return DATE_LINE.pattern.test(folded.slice(from, stop));
}
