/**
 * The numbers inside a numeric abbreviation. Changes when another way to count in a slogan is understood.
 */
import { numeralValue } from '../text/numerals.ts';

const RUN = /[0-9]+|[一二两双三四五六七八九十]+/g;

/**
 * What the numerals of a term add up to: 四个意识 → 4, 六治六提 → 12, 三生三宜 → 6; null without numerals.
 * A run of single digits counts each (八八战略 → 16), one with 十 is one number (十五 → 15).
 */
export function numeralSum(term: string): number | null {
  let sum: number | null = null;
  for (const [run] of term.matchAll(RUN)) {
    const parts = /[0-9十]/.test(run) ? [run] : [...run];
    for (const part of parts) {
      const value = part === '双' ? 2 : numeralValue(part);
      if (value !== null) sum = (sum ?? 0) + value;
    }
  }
  return sum;
}
