/**
 * Running heads and feet: the same short line at the top or bottom of every page, next to the page number.
 * Changes when another sign of them is met.
 */
import { kindOfTitle } from './kind.ts';
import type { Trait } from './traits.ts';
import { type Draft, flatText, lengthOf } from './unit.ts';

const LONGEST = 40;
const FEWEST = 2;

/** Marks repeated lines beside page numbers as furniture; of a repeated title the first stays. */
export function markRunningHeads(draft: Draft, traits: Trait[]): void {
  if (!traits.includes('furniture')) return;
  const places = new Map<string, number[]>();
  for (const [k, unit] of draft.units.entries()) {
    if (traits[k] === 'furniture' || traits[k] === 'chrome' || unit.marker || lengthOf(unit) > LONGEST) continue;
    const line = flatText(draft, unit);
    if (line.length < 4 || /[。，：；！？]/.test(line)) continue;
    const key = line.replace(/[\d\s·.—–-]+/g, '');
    if (key.length < 4) continue;
    const list = places.get(key);
    if (list) list.push(k);
    else places.set(key, [k]);
  }
  for (const list of places.values()) {
    if (list.length < FEWEST) continue;
    const beside = list.filter((k) => traits[k - 1] === 'furniture' || traits[k + 1] === 'furniture');
    if (beside.length < FEWEST || beside.length < list.length - 1) continue;
    const first = draft.units[list[0]!]!;
    const title = kindOfTitle(draft.folded.slice(first.start, first.end)) !== null;
    for (const k of title ? list.slice(1) : list) traits[k] = 'furniture';
  }
}
