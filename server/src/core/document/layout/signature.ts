/**
 * Who signs at the end of a text: which lines are a signature, and a name that is broken over two of them.
 * Changes when signatures are printed in another way.
 */
import { ORGANISATION } from '../data/front.ts';
import { isPersonName } from '../data/names.ts';
import type { SpannedText } from '../model.ts';
import { tidy, withoutGlosses } from './lineText.ts';
import type { Matter } from './matter.ts';
import type { Trait } from './traits.ts';
import { type Draft, head, lengthOf, type Unit } from './unit.ts';
import { spanned } from './values.ts';

/** What a body within a body is called, whose name begins on the line above. */
const PART_OF_NAME = /^(?:工作)?(?:领导小组|指挥部|委员会|办公室|办公厅|联席会议)/;

/** The name that unit `i` signs with, with the line above where it begins there. */
export function signedName(draft: Draft, traits: readonly Trait[], matter: Matter, i: number): SpannedText {
  const unit = draft.units[i]!;
  const above = draft.units[i - 1];
  if (
    above &&
    i - 1 > matter.bodyFrom &&
    traits[i - 1] === 'text' &&
    !above.marker &&
    lengthOf(above) <= 30 &&
    PART_OF_NAME.test(head(draft, unit, 12)) &&
    /^[\u4e00-\u9fff（）“” ]+$/.test(head(draft, above, 30))
  ) {
    matter.kinds.set(i - 1, 'signature');
    const text = tidy(draft.text.slice(above.start, above.end)) + tidy(draft.text.slice(unit.start, unit.end));
    return { text, span: { start: above.start, end: unit.end } };
  }
  return spanned(draft, unit.start, unit.end);
}

/** A name of two to four characters: 更名办, 工会. */
const SHORT_OFFICE = /^[\u4e00-\u9fff]{1,3}(?:办|部|处|科|局|委|室|院|会|组)$/;

/** Whether a unit is nothing but the name of a body or a person. */
export function isSignature(draft: Draft, unit: Unit, trait: Trait): boolean {
  if (trait !== 'text' || unit.marker || lengthOf(unit) > 90) return false;
  const line = withoutGlosses(draft.folded.slice(unit.start, unit.end));
  return ORGANISATION.test(line) || SHORT_OFFICE.test(line) || (isPersonName(line) && !/[。，；]/.test(line));
}
