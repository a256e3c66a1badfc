/**
 * 附件：1.… and the lines below it: the names of a document's attachments; and 附件二：… where the attachment itself begins.
 * Changes when attachments are listed or headed in another way.
 */
import { ATTACHMENT_NOTE, NAMED_ATTACHMENT, ORGANISATION } from '../data/front.ts';
import type { SpannedText } from '../model.ts';
import { tidy } from './lineText.ts';
import type { Trait } from './traits.ts';
import { type Draft, head, lengthOf, tail } from './unit.ts';

/** The number of an attachment in its list: `1.`, `（2）`, `3 `; a year is none. */
const LISTED =
  /^(?:[（(] ?\d{1,2} ?[）)]|\d{1,2} ?[.、：:）)]|\d{1,2}(?= |[\u4e00-\u9fff《“])(?!年|月|日|个|项|号))[ .、：:]*/;

/** The names listed from unit `k` on, `before` of which were listed above, and the last unit that lists one. */
export function readAttachments(
  draft: Draft,
  traits: readonly Trait[],
  k: number,
  to: number,
  before: number,
): { readonly names: readonly SpannedText[]; readonly last: number } {
  const { units, folded } = draft;
  const names: SpannedText[] = [];
  const push = (start: number, end: number) => {
    let from = start;
    while (from < end && /[：:、. ]/.test(folded[from]!)) from++;
    from += LISTED.exec(folded.slice(from, Math.min(end, from + 12)))?.[0].length ?? 0;
    let stop = end;
    while (stop > from && /[ 。；，]/.test(folded[stop - 1]!)) stop--;
    if (stop > from) names.push({ text: tidy(draft.text.slice(from, stop)), span: { start: from, end: stop } });
  };
  const first = units[k]!;
  if (ATTACHMENT_NOTE.pattern.test(head(draft, first, 160)))
    push(first.start + 1 + (folded[first.start + 1] === ' ' ? 2 : 1), first.end);
  let last = k;
  while (last + 1 < to) {
    const next = units[last + 1]!;
    const numbered =
      next.marker?.style.startsWith('arabic') === true && next.marker.ordinal === before + names.length + 1;
    if (!numbered || lengthOf(next) > 100 || (traits[last + 1] !== 'text' && traits[last + 1] !== 'table')) break;
    last++;
    push(next.start, next.end);
  }
  return { names, last };
}

/** How far below its head the text of an attachment begins: behind a heading, a note, the head of a table. */
const NEAR = 6;
const PARAGRAPH = 40;

/**
 * Whether unit `k` is the number and name of an attachment whose text follows (附件二：表决程序), and not a line of the
 * list at a document's end: there another attachment, the signature or the end comes first.
 */
export function headsAttachment(draft: Draft, traits: readonly Trait[], k: number): boolean {
  const unit = draft.units[k]!;
  if (unit.marker || lengthOf(unit) > 90 || !NAMED_ATTACHMENT.pattern.test(head(draft, unit, 90))) return false;
  let lines = 0;
  for (let i = k + 1; i < draft.units.length && i <= k + NEAR; i++) {
    const next = draft.units[i]!;
    const trait = traits[i]!;
    if (trait === 'chrome' || trait === 'furniture') continue;
    if (trait === 'table') return lines > 0;
    if (trait === 'adoption') return true;
    if (trait !== 'text') return false;
    const line = head(draft, next, 60);
    if (ATTACHMENT_NOTE.pattern.test(line) || NAMED_ATTACHMENT.pattern.test(line)) return false;
    if (/^[（(](?:此件|联系)/.test(line) || (lines === 0 && ORGANISATION.test(line))) return false;
    if (lengthOf(next) >= PARAGRAPH || /[。：；]$/.test(tail(draft, next, 1))) return true;
    if (next.marker && next.marker.ordinal === 1 && !next.marker.weak) return true;
    lines++;
  }
  return false;
}
