/**
 * Numerals as Chinese documents print them: Arabic, full-width, Chinese with and without units, both scripts.
 * Changes when another way to write a number must be read. Examples: `12`, `１２`, `二十三`, `一百二十`, `廿三`, `两`,
 * `二○○四`, `一九八一`, `兩萬`, `3万`, `(十 八)` without its brackets.
 */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  Ｏ: 0,
  O: 0,
  '◯': 0,
  一: 1,
  壹: 1,
  元: 1,
  二: 2,
  贰: 2,
  貳: 2,
  两: 2,
  兩: 2,
  双: 2,
  雙: 2,
  三: 3,
  叁: 3,
  參: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  陸: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};

const UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卄: 20, 卅: 30, 卌: 40 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** The value of one digit in any of the forms, or -1. */
function digit(c: string): number {
  const code = c.charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return DIGITS[c] ?? -1;
}

const isBlank = (c: string): boolean => c === ' ' || c === '\u3000' || c === '\u00a0' || c === '\t';

/** Digits alone, read by position (`二○○四`, `2004`); null if anything else is among them. */
function positional(text: string): number | null {
  let value = 0;
  let seen = 0;
  for (const c of text) {
    if (isBlank(c)) continue;
    const d = digit(c);
    if (d < 0) return null;
    value = value * 10 + d;
    if (++seen > 15) return null;
  }
  return seen > 0 ? value : null;
}

/** Digits with units (`一百二十`, `廿三`, `3万`); null where the order makes no number. */
function withUnits(text: string): number | null {
  let total = 0;
  let section = 0;
  let current = -1;
  let unitBelow = Number.POSITIVE_INFINITY;
  for (const c of text) {
    if (isBlank(c)) continue;
    const d = digit(c);
    if (d >= 0) {
      const arabic = c >= '0' && c <= '9';
      if (current > 0 && !arabic) return null;
      current = arabic && current >= 0 ? current * 10 + d : d;
      continue;
    }
    const tens = TENS[c];
    const unit = UNITS[c];
    const myriad = MYRIADS[c];
    if (tens !== undefined) {
      if (current > 0 || unitBelow <= 10) return null;
      section += tens;
      current = -1;
      unitBelow = 10;
    } else if (unit !== undefined) {
      if (unit >= unitBelow) return null;
      section += (current > 0 ? current : 1) * unit;
      current = -1;
      unitBelow = unit;
    } else if (myriad !== undefined) {
      section += Math.max(current, 0);
      if (section === 0 && total === 0) return null;
      total = myriad === 1e8 ? (total + section) * myriad : total + section * myriad;
      section = 0;
      current = -1;
      unitBelow = Number.POSITIVE_INFINITY;
    } else return null;
  }
  return total + section + Math.max(current, 0);
}

/**
 * The value of a whole numeral in any of the forms above, blanks inside it ignored; null where `text` is none.
 * `O` counts as zero between other digits only (`二OO四`).
 */
export function numeralValue(text: string): number | null {
  if (text.length === 0 || text.length > 24) return null;
  if (/^[oO\s]+$/.test(text) || /^[\s\u3000]*$/.test(text)) return null;
  return positional(text) ?? withUnits(text);
}
