/**
 * Stated counts and the lists that answer them. Changes when the order of the forms changes.
 * A list before the count is the commonest and the surest; then one behind it, then headings, then ordinals inside paragraphs.
 */
import type { Enumeration } from '../model.ts';
import type { StatedCount } from './counts.ts';
import { headingEnumerations, ordinalEnumerations } from './enumerationRuns.ts';
import type { Reading } from './reading.ts';

/** All enumerations by start; `lists` holds those that stand beside their count. A count that no list answers gives none. */
export function readEnumerations(
  reading: Reading,
  counts: readonly StatedCount[],
  lists: ReadonlyMap<StatedCount, Enumeration>,
): Enumeration[] {
  const all = [...lists.values()];
  const taken = new Set<StatedCount>(lists.keys());
  const take = (count: StatedCount, enumeration: Enumeration): void => {
    if (taken.has(count)) return;
    taken.add(count);
    all.push(enumeration);
  };
  for (const [count, enumeration] of headingEnumerations(reading, counts, taken)) take(count, enumeration);
  for (const [count, enumeration] of ordinalEnumerations(reading, counts, taken)) take(count, enumeration);
  return withoutNested(all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));
}

/** Two counts that claim the same first item: the nearer one keeps it. */
function withoutNested(sorted: readonly Enumeration[]): Enumeration[] {
  const byFirst = new Map<number, Enumeration>();
  const gap = ({ declaredSpan, items }: Enumeration): number =>
    Math.min(
      Math.abs(declaredSpan.end - items[0]!.span.start),
      Math.abs(declaredSpan.start - items[items.length - 1]!.span.end),
    );
  for (const enumeration of sorted) {
    const first = enumeration.items[0]!.span.start;
    const other = byFirst.get(first);
    if (other === undefined || gap(enumeration) < gap(other)) byFirst.set(first, enumeration);
  }
  return sorted.filter((enumeration) => byFirst.get(enumeration.items[0]!.span.start) === enumeration);
}
