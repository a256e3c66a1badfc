/**
 * Numbered lines that are no sections: notes under a table, rows of a box (专栏), names in a list.
 * Changes when another list of that sort is met.
 */
import { isPersonName } from '../data/names.ts';
import type { MarkerStyle } from '../model.ts';
import type { Scope } from './event.ts';
import type { Marker } from './marker.ts';
import { lengthOf } from './unit.ts';

/** 注：1. … opens a list of notes under a table. */
const NOTE = /^(?:注|备注|附注|说明)：? ?[（]?[1一①]/;
/** 专栏1 重大工程 opens a box. */
const BOX = /^专栏 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[ ：—-]|$)/;
const ROWS = new Set<MarkerStyle>([
  'arabic-dot',
  'arabic-dunhao',
  'arabic-paren',
  'arabic-half-paren',
  'arabic-space',
  'circled',
]);
const OUTSIDE = -1;
const LONGEST_NAME = 16;

/** Tells of the units of a scope, asked for in order, whether each is a line of such a list. */
export function listedLines(scope: Scope): (k: number) => boolean {
  const { folded, units } = scope.draft;
  let note = 0;
  let row = OUTSIDE;
  return (k) => {
    const unit = units[k]!;
    const { marker } = unit;
    if (!marker) {
      const opening = folded.slice(unit.start, Math.min(unit.end, unit.start + 12));
      note = NOTE.test(opening) ? 1 : 0;
      if (BOX.test(opening)) row = 0;
      return false;
    }
    if (note > 0 && marker.ordinal === note + 1 && marker.style.startsWith('arabic')) {
      note++;
      return true;
    }
    note = 0;
    if (row !== OUTSIDE && ROWS.has(marker.style) && marker.ordinal === row + 1) {
      row++;
      return true;
    }
    row = OUTSIDE;
    return isName(scope, k, marker) && (isNeighbour(scope, k - 1, marker) || isNeighbour(scope, k + 1, marker));
  };
}

/** A number with nothing behind it but a personal name: 3. 张某某（女）. */
function isName({ draft, from, to }: Scope, k: number, marker: Marker): boolean {
  if (k < from || k >= to || !ROWS.has(marker.style)) return false;
  const unit = draft.units[k]!;
  if (lengthOf(unit) > LONGEST_NAME) return false;
  const name = draft.folded
    .slice(marker.end, unit.end)
    .trim()
    .replace(/[，；。、]$/, '');
  return name.length > 1 && isPersonName(name);
}

function isNeighbour(scope: Scope, k: number, { style }: Marker): boolean {
  const other = scope.draft.units[k]?.marker;
  return other !== undefined && other !== null && other.style === style && isName(scope, k, other);
}
