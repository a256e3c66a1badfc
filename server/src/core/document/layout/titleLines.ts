/**
 * Which lines of a group are the title itself: without a page's own title, labels, tags and repetitions.
 * Changes when pages print something else among the lines of a title.
 */
import { ORGANISATION } from '../data/front.ts';
import { kindOfTitle } from './kind.ts';
import { titleKey } from './lineText.ts';
import { type Draft, head } from './unit.ts';

const LONGEST_LINE = 90;
const WHOLE_REPORT = /^(?:政府|法院|检察院|人大常委会|政协常委会)?工作报告$/;

/** Where the document's own title begins below the page's: behind the issuer's line between two titles of one kind, or at a report's plain name. */
function ownTitle(keys: readonly string[]): number {
  for (let i = 1; i < keys.length; i++) {
    const above = kindOfTitle(keys.slice(0, i).join(''))?.kind;
    if (above === undefined) continue;
    if (WHOLE_REPORT.test(keys[i]!)) return i;
    const below = ORGANISATION.test(keys[i]!) && i + 1 < keys.length ? kindOfTitle(keys.slice(i + 1).join('')) : null;
    if (below?.kind === above) return i + 1;
  }
  return 0;
}

/** A title that stands below tags is longer than the words of a broken one: 市政府 / 五年 / 工作报告. */
const SHORTEST_TAGGED = 12;

/** A group without labels: a column's name printed twice, the kind alone above a title that ends with it. */
export function withoutLabels(draft: Draft, group: readonly number[]): readonly number[] {
  const keys = group.map((k) => titleKey(head(draft, draft.units[k]!, 90)));
  const own = ownTitle(keys);
  if (own > 0) return group.slice(own);
  let tags = keys.findIndex((key) => key.length > 4 || kindOfTitle(key) !== null);
  const rest = keys.slice(tags).join('');
  if (tags < 2 || rest.length < SHORTEST_TAGGED || kindOfTitle(rest) === null) tags = 0;
  const isLabel = (key: string, i: number) =>
    i < tags ||
    (key.length <= 8 && kindOfTitle(key) === null && keys.indexOf(key) !== keys.lastIndexOf(key)) ||
    (i === 0 && key.length <= 4 && keys[1]?.endsWith(key) === true);
  const kept = group.filter((_, i) => !isLabel(keys[i]!, i));
  return kept.length > 0 ? kept : group;
}

/** A group without lines that repeat one before them. */
export function withoutRepeats(draft: Draft, group: readonly number[]): number[] {
  const seen: string[] = [];
  const kept: number[] = [];
  for (const k of group) {
    const key = titleKey(head(draft, draft.units[k]!, LONGEST_LINE));
    if (seen.some((other) => other === key || (key.length > 8 && (other.startsWith(key) || other.endsWith(key)))))
      continue;
    seen.push(key);
    kept.push(k);
  }
  const whole = kept.length > 1 ? titleKey(head(draft, draft.units[kept[0]!]!, LONGEST_LINE)) : '';
  const rest = kept.slice(1).map((k) => titleKey(head(draft, draft.units[k]!, LONGEST_LINE)));
  return whole.length > 12 && rest.join('') === whole ? [kept[0]!] : kept;
}
