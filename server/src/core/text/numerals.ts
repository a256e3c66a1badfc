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

const byUnit = (values: Readonly<Record<string, number>>): ReadonlyMap<number, number> =>
  new Map(Object.entries(values).map(([c, value]) => [c.charCodeAt(0), value]));
const DIGIT_UNITS = byUnit(DIGITS);
const TEN_UNITS = byUnit(TENS);
const HUNDRED_UNITS = byUnit(UNITS);
const MYRIAD_UNITS = byUnit(MYRIADS);

const isArabic = (unit: number): boolean => unit >= 48 && unit <= 57;

/** The value of one digit in any of the forms, or -1. */
function digit(unit: number): number {
  if (isArabic(unit)) return unit - 48;
  if (unit >= 0xff10 && unit <= 0xff19) return unit - 0xff10;
  return DIGIT_UNITS.get(unit) ?? -1;
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x3000 || unit === 0xa0 || unit === 9;

/** Digits alone, read by position (`二○○四`, `2004`); null if anything else is among them. */
function positional(text: string): number | null {
  let value = 0;
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isBlank(unit)) continue;
    const d = digit(unit);
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
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isBlank(unit)) continue;
    const d = digit(unit);
    if (d >= 0) {
      const arabic = isArabic(unit);
      if (current > 0 && !arabic) return null;
      current = arabic && current >= 0 ? current * 10 + d : d;
      continue;
    }
    const tens = TEN_UNITS.get(unit);
    const hundred = HUNDRED_UNITS.get(unit);
    const myriad = MYRIAD_UNITS.get(unit);
    if (tens !== undefined) {
      if (current > 0 || unitBelow <= 10) return null;
      section += tens;
      current = -1;
      unitBelow = 10;
    } else if (hundred !== undefined) {
      if (hundred >= unitBelow) return null;
      section += (current > 0 ? current : 1) * hundred;
      current = -1;
      unitBelow = hundred;
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
  if (/^[oO\s]+$/.test(text)) return null;
  return positional(text) ?? withUnits(text);
}
