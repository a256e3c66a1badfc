/**
 * Finds tables of contents, so that their lines stay out of the outline.
 * Changes when another layout of a table of contents turns up.
 */
import { isDigit, isHan, isTerminal, lastUnit } from './characters.ts';
import type { Trait } from './traits.ts';
import { type Draft, lengthOf, type Unit } from './unit.ts';

const LONGEST_ENTRY = 90;
const MOST_ENTRIES = 600;
/** How many of the first entries may come again first. */
const EARLY = 3;

/** An entry without blanks, dots and page number, for comparing it with the heading that it announces. */
function keyOf(draft: Draft, unit: Unit): string {
  let key = '';
  let end = unit.end;
  while (end > unit.start) {
    const c = draft.folded.charCodeAt(end - 1);
    if (isHan(c) || c === 0x201d || c === 0xff09) break;
    end--;
  }
  for (let i = unit.start; i < end; i++) {
    const c = draft.folded.charCodeAt(i);
    if (isHan(c) || isDigit(c)) key += draft.folded[i];
  }
  return key;
}

/** Marks the lines of tables of contents in `traits`: `contents-line` where they are one, `text` where they are none. */
export function markContents(draft: Draft, traits: Trait[]): void {
  const { units } = draft;
  markUnheaded(draft, traits);
  for (let i = 0; i < units.length; i++) {
    if (traits[i] === 'text' && isContentsLine(draft, units[i]!)) traits[i] = 'contents-line';
    else if (traits[i] === 'contents-head') {
      const end = endByRepetition(draft, traits, i + 1);
      for (let k = i + 1; k < end; k++) traits[k] = 'contents-line';
      if (end > i + 1) i = end - 1;
      else if (!dottedRun(traits, i + 1)) traits[i] = 'text';
    } else if (opensChapters(draft, traits, i)) {
      const end = endByRepetition(draft, traits, i);
      if (end > i + 2) {
        for (let k = i; k < end; k++) traits[k] = 'contents-line';
        i = end - 1;
      }
    } else if (traits[i] === 'contents-line') {
      let k = i;
      while (traits[k] === 'contents-line' || (traits[k] === 'furniture' && traits[k + 1] === 'contents-line')) k++;
      const headed = i > 0 && traits[i - 1] === 'contents-head';
      if (k - i < 3 && !headed) for (let j = i; j < k; j++) if (traits[j] === 'contents-line') traits[j] = 'text';
      i = k - 1;
    }
  }
}

/** Chapters that follow one another without text between are a table of contents without its heading. */
function opensChapters(draft: Draft, traits: readonly Trait[], i: number): boolean {
  for (let k = i; k < i + 3; k++) {
    const unit = draft.units[k];
    const style = unit?.marker?.style;
    if (!unit || traits[k] !== 'text' || lengthOf(unit) > 40) return false;
    if (style !== 'zhang' && style !== 'bian' && style !== 'bufen' && style !== 'jie') return false;
  }
  return draft.units[i]!.marker!.ordinal === 1;
}

function dottedRun(traits: readonly Trait[], from: number): boolean {
  return traits[from] === 'contents-line';
}

/** Under a heading 目录, the first unit behind the table: where its first entry comes again. `from` where there is none. */
function endByRepetition(draft: Draft, traits: readonly Trait[], from: number): number {
  const first = draft.units[from];
  if (!first || lengthOf(first) > LONGEST_ENTRY) return from;
  const keys = new Set<string>();
  const firstKey = keyOf(draft, first);
  const limit = Math.min(draft.units.length, from + MOST_ENTRIES);
  for (let k = from; k < limit; k++) {
    const unit = draft.units[k]!;
    const entry = traits[k] === 'contents-line';
    if (!entry && (lengthOf(unit) > LONGEST_ENTRY || isStop(draft, unit))) break;
    const key = keyOf(draft, unit);
    if (key === firstKey && k > from) return k;
    if (first.marker === null && keys.has(key) && textFollows(draft, k)) return k;
    if (keys.size < EARLY && key.length > 1) keys.add(key);
  }
  return closedRun(draft, traits, from) ?? shortRun(draft, traits, from);
}

/** Marked short lines that dots, the address of a speech or the end of the text close: all that an excerpt keeps. */
function closedRun(draft: Draft, traits: readonly Trait[], from: number): number | null {
  let k = from;
  while (draft.units[k]?.marker && traits[k] === 'text' && lengthOf(draft.units[k]!) <= LONGEST_ENTRY) k++;
  const unit = draft.units[k];
  if (!unit) return k - from > 2 ? k : null;
  if (k - from < 2) return null;
  return traits[k] === 'salutation' || /^[…. ]{2,8}$/.test(draft.folded.slice(unit.start, unit.end)) ? k : null;
}

/** Whether running text comes within a few units behind `k`. */
function textFollows(draft: Draft, k: number): boolean {
  for (let i = k + 1; i < Math.min(draft.units.length, k + 4); i++) {
    const unit = draft.units[i]!;
    if (lengthOf(unit) > LONGEST_ENTRY || isStop(draft, unit)) return true;
  }
  return false;
}

function isStop(draft: Draft, unit: Unit): boolean {
  const c = lastUnit(draft.folded, unit.start, unit.end);
  return c === 0x3002 || isTerminal(c);
}

/** The end of a run of entries that is never repeated: dotted lines, or marked lines that end before a text begins. */
function shortRun(draft: Draft, traits: readonly Trait[], from: number): number {
  let k = from;
  while (k < draft.units.length && traits[k] === 'contents-line') k++;
  return k;
}

/** Whether a unit is a whole table of contents on one line: 目录 第一章 总则 第二章 … */
function isContentsLine(draft: Draft, unit: Unit): boolean {
  if (draft.folded.charCodeAt(unit.start) !== 0x76ee) return false;
  const line = draft.folded.slice(unit.start, Math.min(unit.end, unit.start + 4000));
  if (!/^目 {0,6}[录次]/.test(line)) return false;
  return (line.match(/第[一二三四五六七八九十百\d]{1,5}[章节编]/g)?.length ?? 0) >= 3;
}

const FEWEST_MARKED = 4;

/**
 * A table of contents that lost its heading and some of its numbers: before any running text, short lines of which
 * most come again further down in the same words.
 */
function markUnheaded(draft: Draft, traits: Trait[]): void {
  const { units } = draft;
  let end = 0;
  let marked = 0;
  while (end < units.length && end < MOST_ENTRIES && lengthOf(units[end]!) <= LONGEST_ENTRY / 2) {
    if (traits[end] === 'contents-head' || traits[end] === 'contents-line' || isStop(draft, units[end]!)) break;
    if (units[end]!.marker) marked++;
    end++;
  }
  if (marked < FEWEST_MARKED) return;
  const words = (k: number) => keyOf(draft, units[k]!).replace(/\d+/g, '');
  const wanted = new Set<string>();
  const again = new Set<string>();
  let from = -1;
  let to = end;
  for (let k = 0; k < end; k++) wanted.add(words(k));
  const first = new Map<string, number>();
  for (let k = 0; k < end; k++) {
    const key = words(k);
    if (key.length > 1 && first.has(key) && units[k]!.marker) {
      to = k;
      from = first.get(key)!;
      break;
    }
    if (!first.has(key)) first.set(key, k);
  }
  if (from < 0 || to - from < FEWEST_MARKED) return;
  for (let k = to; k < units.length; k++) {
    if (lengthOf(units[k]!) > LONGEST_ENTRY) continue;
    const key = words(k);
    if (wanted.has(key)) again.add(key);
  }
  let found = 0;
  let entries = 0;
  for (let k = from; k < to; k++) {
    if (units[k]!.marker) entries++;
    if (again.has(words(k))) found++;
  }
  if (entries < FEWEST_MARKED || found < (to - from) * 0.8) return;
  for (let k = from; k < to; k++) traits[k] = 'contents-line';
}
