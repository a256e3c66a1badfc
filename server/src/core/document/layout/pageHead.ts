/**
 * What only several lines of a page's head show together: an index without marks, the way to the page as a list.
 * Changes when sites print another such group above a document.
 */
import { GLUED_INDEX_ROW } from '../data/residue.ts';
import { withoutGlosses } from './lineText.ts';
import type { Trait } from './traits.ts';
import { type Draft, flatText, lengthOf } from './unit.ts';

const PAGE_HEAD = 40;

/** Rows of an index without marks behind their labels, where two or more stand together in the head of a page. */
export function markGluedIndex(draft: Draft, traits: Trait[]): void {
  const limit = Math.min(draft.units.length, PAGE_HEAD);
  const isRow = (k: number) => {
    const unit = draft.units[k];
    return (
      unit !== undefined &&
      !unit.marker &&
      lengthOf(unit) <= 120 &&
      GLUED_INDEX_ROW.pattern.test(withoutGlosses(flatText(draft, unit)))
    );
  };
  for (let k = 0; k < limit; k++) {
    if (!isRow(k)) continue;
    const from = k;
    while (isRow(k + 1)) k++;
    if (k > from) traits.fill('index', from, k + 1);
  }
}

const CRUMB = /^(?:网站)?(?:首页|主页)$/;

/** The way to a page as a numbered list: 1. 首页 2. 规章制度 3. 正文. */
export function markBreadcrumb(draft: Draft, traits: Trait[]): void {
  const limit = Math.min(draft.units.length, PAGE_HEAD);
  const crumb = (k: number) => {
    const unit = draft.units[k];
    return unit?.marker && unit.end - unit.marker.end <= 14 ? unit.marker.ordinal : 0;
  };
  for (let k = 0; k < limit; k++) {
    const unit = draft.units[k]!;
    if (crumb(k) !== 1 || !CRUMB.test(draft.folded.slice(unit.marker!.end, unit.end).trim())) continue;
    const column = new Set<string>();
    traits[k] = 'chrome';
    while (crumb(k + 1) === crumb(k) + 1) {
      traits[++k] = 'chrome';
      column.add(draft.folded.slice(draft.units[k]!.marker!.end, draft.units[k]!.end).trim());
    }
    for (let i = k + 1; i < Math.min(draft.units.length, k + 4); i++) {
      if (column.has(draft.folded.slice(draft.units[i]!.start, draft.units[i]!.end))) traits[i] = 'chrome';
    }
    return;
  }
}
