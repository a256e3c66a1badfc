/**
 * The marker that follows a marker: 一、→ 二、, （一）→（二）, 1．→ 2．, 第一条 → 第二条.
 * Changes when a form of numbering is to be continued. Pure text work; the editor's part is `typing.ts`.
 */

const DIGITS = '零一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** A Chinese numeral of 1 … 999 as a number; null for anything else, so that 二〇二二 is no ordinal. */
export function readHan(text: string): number | null {
  const m = /^(?:([一二三四五六七八九])百)?(零|〇)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!m || text === '') return null;
  const [, hundreds, zero, tens, ten, ones] = m;
  if (zero && (!hundreds || !ones || ten)) return null;
  if (hundreds && ones && !zero && !ten) return null;
  const value =
    DIGITS.indexOf(hundreds ?? '零') * 100 +
    (ten ? DIGITS.indexOf(tens ?? '一') * 10 : 0) +
    DIGITS.indexOf(ones ?? '零');
  return value > 0 ? value : null;
}

/** 1 … 999 as documents write ordinals: 十, 十一, 二十, 一百零一, 一百一十. */
export function writeHan(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  let out = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  if (tens > 0) out += hundreds === 0 && tens === 1 ? '十' : `${DIGITS[tens]}十`;
  else if (hundreds > 0 && ones > 0) out += '零';
  return ones > 0 ? out + DIGITS[ones] : out;
}

interface Form {
  /** Groups: what stands before the number, the number, what stands behind it. */
  readonly shape: RegExp;
  readonly next: (number: string) => string | null;
}

const han = (number: string): string | null => {
  const value = readHan(number);
  return value === null || value >= 999 ? null : writeHan(value + 1);
};
const arabic = (number: string): string | null => (Number(number) < 999 ? String(Number(number) + 1) : null);
const circled = (mark: string): string | null => CIRCLED[CIRCLED.indexOf(mark) + 1] ?? null;

const HAN = '[一二三四五六七八九十百零〇]{1,6}';
const FORMS: readonly Form[] = [
  { shape: new RegExp(`^()(${HAN})(、[ 　]?)`), next: han },
  { shape: new RegExp(`^([（(])(${HAN})([）)][ 　]?)`), next: han },
  { shape: new RegExp(`^(第)(${HAN})((?:部分|分编|[编章节条])[ 　]{0,2})`), next: han },
  { shape: new RegExp(`^(第)(${HAN})([，,])`), next: han },
  { shape: new RegExp(`^()(${HAN})([是要][，,：:]?)`), next: han },
  { shape: /^(第)(\d{1,3})((?:部分|[编章节条])[ 　]{0,2})/, next: arabic },
  { shape: /^((?:\d{1,2}\.){1,3})(\d{1,3})([ 　]{1,2})/, next: arabic },
  { shape: /^()(\d{1,3})([．、][ 　]?|\.[ 　]?(?!\d))/, next: arabic },
  { shape: /^([（(]?)(\d{1,3})([）)][ 　]?)/, next: arabic },
  { shape: /^()([①-⑳])([ 　]?)/, next: circled },
];

export interface Marked {
  /** White space before the marker. */
  readonly indent: string;
  readonly marker: string;
  /** What stands behind the marker, trimmed. */
  readonly rest: string;
  /** The marker that follows, null behind the last one that the form has. */
  readonly next: string | null;
}

/** Reads the marker that opens a line. Null where none does. */
export function readMarked(line: string): Marked | null {
  const indent = /^[ \t　]*/.exec(line)?.[0] ?? '';
  const text = line.slice(indent.length);
  for (const { shape, next } of FORMS) {
    const m = shape.exec(text);
    if (!m) continue;
    const [marker, before = '', number = '', after = ''] = m;
    const following = next(number);
    if (following === null && !CIRCLED.includes(number) && readHan(number) === null && !/^\d+$/.test(number)) continue;
    const marked = following === null ? null : before + following + after;
    return { indent, marker, rest: text.slice(marker.length).trim(), next: marked };
  }
  return null;
}
