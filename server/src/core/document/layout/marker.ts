/**
 * Recognises a marker at an offset: its shape, its number, and whether what follows makes it doubtful. Constant time.
 * Changes when a shape of numbering is added. Whether a marker counts is decided over the whole document (numbering.ts).
 */
import type { MarkerStyle } from '../model.ts';
import { isBlank, isDigit, isHan } from './characters.ts';

export interface Marker {
  readonly style: MarkerStyle;
  readonly ordinal: number;
  /** Of decimal markers all numbers; of others the one. */
  readonly path: readonly number[];
  /** Behind the marker with its punctuation. */
  readonly end: number;
  /** What follows lets one doubt that this is a marker: it needs a neighbour with the next or the previous number. */
  readonly weak: boolean;
}

const HAN_DIGITS = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const UNITS: Readonly<Record<string, MarkerStyle>> = { 编: 'bian', 篇: 'bian', 章: 'zhang', 节: 'jie', 条: 'tiao' };
/** Behind `第三条` without a blank these make it a citation: 第三条规定, 第三条第二款, 第三条的. */
const CITING = '第规的所款项至、和或及与之中修删等作';
/** Behind `一、二` these make it a count, not a marker: 一、二、三产业, 一、二季度. */
const COUNTED = '、季期级产线类等届批次楼号审轮期段环部师';
/** Behind `1.5` these make it a quantity. */
const QUANTITY = '万亿%‰倍个元米公千百吨度亩天小年月日分秒级人户家件项次只台套平立克升斤里°℃';
/** The longest line `1总则`, whose number stands against its heading; the decimals below must confirm it. */
const LONGEST_GLUED = 18;
/** Behind a number without a mark these make it a count. */
const COUNTING =
  '万亿倍个元米公千百吨度亩天小年月日号分秒级人户家件项次只台套平立克升斤里位名所条篇期届班区大楼周岁支批类种座处股';
const WORDS: readonly (readonly [string, number])[] = [
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['最后', 99],
];

/** Brackets around a number and what closes them; folded. */
const CLOSING: Readonly<Record<string, string>> = { '（': '）', '〔': '〕', '【': '】' };

interface Numeral {
  readonly value: number;
  readonly end: number;
}

function skipBlanks(folded: string, at: number, end: number, most = 2): number {
  let i = at;
  while (i < end && i - at < most && isBlank(folded.charCodeAt(i))) i++;
  return i;
}

/** A Chinese numeral up to 9999, inner single blanks allowed (`十 八`); null where there is none at `at`. */
function hanNumeral(folded: string, at: number, end: number): Numeral | null {
  let total = 0;
  let digit = -1;
  let positional = 0;
  let count = 0;
  let last = at;
  for (let i = at; i < end && i - at < 16; i++) {
    const ch = folded[i]!;
    if (isBlank(folded.charCodeAt(i))) {
      if (count === 0) return null;
      continue;
    }
    const value = ch === '零' || ch === '○' ? 0 : ch === '两' ? 2 : HAN_DIGITS.indexOf(ch);
    if (value >= 0) {
      positional = digit < 0 ? value : positional * 10 + value;
      digit = positional;
    } else {
      const unit = ch === '十' ? 10 : ch === '百' ? 100 : ch === '千' ? 1000 : 0;
      if (unit === 0) break;
      total += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
      positional = 0;
    }
    count++;
    last = i + 1;
  }
  if (count === 0) return null;
  const value = total + Math.max(0, digit);
  return value > 9999 ? null : { value, end: last };
}

function arabicNumeral(folded: string, at: number, end: number): Numeral | null {
  let value = 0;
  let i = at;
  while (i < end && i - at < 5 && isDigit(folded.charCodeAt(i))) value = value * 10 + folded.charCodeAt(i++) - 48;
  return i === at || i - at > 4 ? null : { value, end: i };
}

const make = (style: MarkerStyle, ordinal: number, end: number, weak = false, path = [ordinal]): Marker => ({
  style,
  ordinal,
  path,
  end,
  weak,
});

function readDi(folded: string, at: number, end: number): Marker | null {
  const from = skipBlanks(folded, at + 1, end);
  const numeral = hanNumeral(folded, from, end) ?? arabicNumeral(folded, from, end);
  if (!numeral || numeral.value === 0) return null;
  const i = skipBlanks(folded, numeral.end, end);
  const ch = folded[i];
  if (ch === undefined) return null;
  if (ch === '部' && folded[i + 1] === '分') return division('bufen', numeral.value, folded, i + 2, end);
  const style = UNITS[ch];
  if (style) {
    let stop = i + 1;
    if (style === 'tiao' && folded[stop] === '之') {
      const more = hanNumeral(folded, stop + 1, end);
      if (more) stop = more.end;
    }
    return division(style, numeral.value, folded, stop, end);
  }
  if ((ch === '，' || ch === '、' || ch === '：') && i === numeral.end && numeral.value <= 40) {
    const next = folded[i + 1] ?? '';
    return make('di-comma', numeral.value, i + 1, ch === '、' && (next === '第' || HAN_DIGITS.includes(next)));
  }
  return null;
}

function division(style: MarkerStyle, value: number, folded: string, stop: number, end: number): Marker {
  const next = stop < end ? folded[stop]! : '';
  const tail = next === '：' || next === '、' ? stop + 1 : stop;
  return make(style, value, tail, next !== '' && CITING.includes(next) && !isBlank(next.charCodeAt(0)));
}

function readBracket(folded: string, at: number, end: number): Marker | null {
  const from = skipBlanks(folded, at + 1, end);
  const han = hanNumeral(folded, from, end);
  const numeral = han ?? arabicNumeral(folded, from, end);
  if (!numeral || numeral.value === 0 || numeral.value > 300) return null;
  const i = skipBlanks(folded, numeral.end, end);
  const close = folded[i];
  if (close !== CLOSING[folded[at]!]) return null;
  let stop = i + 1;
  const next = folded[stop] ?? '';
  if ((next === '、' || next === '.') && folded[stop + 1] !== '（') stop++;
  const weak = next !== '' && '项款目条、至和或，。；'.includes(next);
  return make(han ? 'han-paren' : 'arabic-paren', numeral.value, stop, weak && stop === i + 1);
}

const isNumeral = (ch: string): boolean => HAN_DIGITS.includes(ch) || '十百千零○两'.includes(ch);

function readHan(folded: string, at: number, end: number): Marker | null {
  const numeral = hanNumeral(folded, at, end);
  if (!numeral || numeral.value === 0 || numeral.value > 300) return null;
  const i = skipBlanks(folded, numeral.end, end);
  const ch = folded[i];
  const next = folded[i + 1] ?? '';
  if (ch === '、' || ch === '.') {
    if (ch === '.' && isDigit(next.charCodeAt(0))) return null;
    const following = HAN_DIGITS.indexOf(next);
    if (following < 0) return make('han-dunhao', numeral.value, i + 1, ch === '.' && next === '');
    const after = folded[i + 2] ?? '';
    const counts = following === (numeral.value % 10) + 1 && COUNTED.includes(after) && after !== '';
    return counts && after === '、' ? null : make('han-dunhao', numeral.value, i + 1, counts);
  }
  if (i > numeral.end && numeral.end - at <= 3 && ch !== undefined && isHan(ch.charCodeAt(0)) && !isNumeral(ch)) {
    return isBlank((folded[i + 1] ?? ' ').charCodeAt(0)) ? null : make('han-dunhao', numeral.value, numeral.end, true);
  }
  if (ch === '，' && i === numeral.end) return make('han-dunhao', numeral.value, i + 1, true);
  if (i === numeral.end && numeral.value <= 30 && (ch === '是' || ch === '要') && next !== '') {
    return make(ch === '是' ? 'shi' : 'yao', numeral.value, i + 1);
  }
  return null;
}

function readDecimal(folded: string, at: number, end: number, first: number): Marker | null {
  const path = [first];
  let i = at;
  while (folded[i] === '.' && path.length < 6) {
    const part = arabicNumeral(folded, i + 1, end);
    if (!part || part.value > 99) break;
    path.push(part.value);
    i = part.end;
  }
  if (path.length < 2 || first > 60) return null;
  if (i < end && (folded[i] === '.' || folded[i] === '、')) i++;
  const next = i < end ? folded[i]! : '';
  if (next === '' || isDigit(next.charCodeAt(0)) || QUANTITY.includes(next)) return null;
  const spaced = isBlank(next.charCodeAt(0));
  if (!spaced && !isHan(next.charCodeAt(0)) && next !== '“' && next !== '《') return null;
  return make('decimal', path[path.length - 1]!, i, !spaced && path.length < 3, path);
}

/** `1.4月15日…`, `2.2023年…`: a number before a date, which a neighbour must confirm. */
function beforeDate(folded: string, at: number, end: number, value: number): Marker | null {
  const first = arabicNumeral(folded, at, end);
  const unit = first ? folded[first.end] : '';
  if (first === null || (unit !== '月' && unit !== '年')) return null;
  if (unit === '年') return first.value > 1900 && first.value < 2100 ? make('arabic-dot', value, at, true) : null;
  const day = arabicNumeral(folded, first.end + 1, end);
  const dated = first.value <= 12 && day !== null && day.value <= 31 && folded[day.end] === '日';
  return dated ? make('arabic-dot', value, at, true) : null;
}

function readArabic(folded: string, at: number, end: number): Marker | null {
  const numeral = arabicNumeral(folded, at, end);
  if (!numeral || numeral.value === 0) return null;
  const { value } = numeral;
  const behind = skipBlanks(folded, numeral.end, end, 4);
  // Markdown writes 1\. where it means no list of its own.
  const escaped = folded[behind] === '\\' && '.)）'.includes(folded[behind + 1] ?? ' ');
  const i = escaped ? behind + 1 : behind;
  if (value > 300 || i >= end) return null;
  const ch = folded[i]!;
  const next = folded[i + 1] ?? '';
  if (ch === '.' || ch === '、') {
    if (isDigit(next.charCodeAt(0))) {
      if (ch !== '.' || behind !== numeral.end) return null;
      return readDecimal(folded, i, end, value) ?? beforeDate(folded, i + 1, end, value);
    }
    return make(ch === '.' ? 'arabic-dot' : 'arabic-dunhao', value, i + 1, next === '.');
  }
  if ((ch === '）' || ch === ')') && behind === numeral.end) return make('arabic-half-paren', value, i + 1);
  if (
    i === numeral.end &&
    value <= 20 &&
    end - at <= LONGEST_GLUED &&
    isHan(ch.charCodeAt(0)) &&
    !COUNTING.includes(ch)
  ) {
    return make('arabic-space', value, numeral.end, true);
  }
  if (i > numeral.end && value < 100 && (isHan(ch.charCodeAt(0)) || ch === '“')) {
    return make('arabic-space', value, numeral.end, true);
  }
  return null;
}

/** One-character numbers: ①, ⑴, ⒈, ㈠. */
function readEnclosed(c: number, at: number): Marker | null {
  if (c >= 0x2460 && c <= 0x2473) return make('circled', c - 0x245f, at + 1);
  if (c >= 0x2474 && c <= 0x2487) return make('arabic-paren', c - 0x2473, at + 1);
  if (c >= 0x2488 && c <= 0x249b) return make('arabic-dot', c - 0x2487, at + 1);
  if (c >= 0x3220 && c <= 0x3229) return make('han-paren', c - 0x321f, at + 1);
  return null;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Ⅰ. Ⅱ、 in one character, or I. IV、 in letters, which a neighbour must confirm. */
function readRoman(folded: string, at: number, end: number, c: number): Marker | null {
  const single = c >= 0x2160 && c <= 0x216b;
  if (!single && c !== 0x49 && c !== 0x56 && c !== 0x58) return null;
  let stop = at + 1;
  while (!single && stop < end && stop - at < 4 && 'IVX'.includes(folded[stop]!)) stop++;
  const ordinal = single ? c - 0x215f : ROMAN.indexOf(folded.slice(at, stop)) + 1;
  const i = skipBlanks(folded, stop, end);
  const mark = folded[i];
  const marked = mark === '.' || mark === '、';
  if (ordinal === 0 || i >= end || (!marked && (!single || i === stop))) return null;
  const next = skipBlanks(folded, marked ? i + 1 : i, end);
  if (next < end && !isHan(folded.charCodeAt(next)) && !'“《（'.includes(folded[next]!)) return null;
  return make('roman', ordinal, marked ? i + 1 : stop, !single);
}

function readWord(folded: string, at: number): Marker | null {
  for (const [word, ordinal] of WORDS) {
    if (folded.startsWith(word, at) && '，：、'.includes(folded[at + 2] ?? '?')) {
      return make('sequence-word', ordinal, at + 3, ordinal !== 1);
    }
  }
  if (folded[at] === '其') {
    const ordinal = HAN_DIGITS.indexOf(folded[at + 1] ?? '?');
    if (ordinal > 0 && '，：、'.includes(folded[at + 2] ?? '?')) return make('sequence-word', ordinal, at + 3);
  }
  return null;
}

/** The marker that opens `[at, end)` of folded text, or null. */
export function readMarker(folded: string, at: number, end: number): Marker | null {
  const c = folded.charCodeAt(at);
  if (isDigit(c)) return readArabic(folded, at, end);
  const roman = readRoman(folded, at, end, c);
  if (roman) return roman;
  if (c < 0x2460) {
    const stop = folded[at + 1];
    const latin = c >= 65 && c <= 90 && (stop === '.' || stop === '、');
    return latin && isHan(folded.charCodeAt(at + 2)) ? make('latin', c - 64, at + 2, true) : null;
  }
  const ch = folded[at]!;
  if (ch === '第') return readDi(folded, at, end);
  if (ch === '（' || ch === '〔' || ch === '【') return readBracket(folded, at, end);
  if (ch === '十' || ch === '百' || HAN_DIGITS.includes(ch)) return readHan(folded, at, end);
  if (ch === '首' || ch === '其' || ch === '再' || ch === '最') return readWord(folded, at);
  if (STEMS.includes(ch)) {
    return folded[at + 1] === '、' ? make('heavenly-stem', STEMS.indexOf(ch) + 1, at + 2, true) : null;
  }
  return readEnclosed(c, at);
}

/** Whether `[from, to)` is a bare `第一章`, `第三条`, `一、` or `（一）`: a marker that waits for its heading. */
export function isDivisionMarker(folded: string, from: number, to: number): boolean {
  if (to - from > 12 || to - from < 2) return false;
  const marker = readMarker(folded, from, to);
  return marker !== null && marker.end === to;
}
