/**
 * The sayings above a document of the years around 1968: they are no title and no text of it.
 * Changes when they are printed in another way.
 */
import { MAXIM_LINE } from '../data/front.ts';
import { isTerminal, lastUnit } from './characters.ts';
import type { Trait } from './traits.ts';
import { type Draft, flatText, lengthOf } from './unit.ts';

const WITHIN = 12;
const MOST_SAYINGS = 5;
const LONGEST = 260;

/** Marks the line 最高指示 and the sayings below it, as far as a line that ends without a mark, as matter of the head. */
export function markMaxims(draft: Draft, traits: Trait[]): void {
  const limit = Math.min(draft.units.length, WITHIN);
  for (let k = 0; k < limit; k++) {
    const unit = draft.units[k]!;
    if (lengthOf(unit) > 12 || !MAXIM_LINE.pattern.test(flatText(draft, unit))) continue;
    traits[k] = 'mark';
    for (let i = k + 1; i <= Math.min(draft.units.length - 1, k + MOST_SAYINGS); i++) {
      const saying = draft.units[i]!;
      const last = lastUnit(draft.folded, saying.start, saying.end);
      if (saying.marker || lengthOf(saying) > LONGEST || (last !== 0x3002 && !isTerminal(last))) break;
      if (draft.folded[saying.end - 1] === '：') break;
      traits[i] = 'mark';
    }
  }
}
