/**
 * Measures of agreement as published. Changes when a measure is added or a formula was wrong.
 * All take counts or lengths in one unit of the caller's choice (we count code points) and know nothing of documents.
 */

/** A stretch `[start, end)` of the continuum. */
export interface Unit {
  readonly start: number;
  readonly end: number;
}

/** Two coders, two values: how many units both said yes to, only the first, only the second, neither. */
export interface Fourfold {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

/** Cohen's κ = (Po − Pe) / (1 − Pe) (Cohen 1960); null where both said the same of everything, so that Pe is 1. */
export function cohenKappa({ both, first, second, neither }: Fourfold): number | null {
  const n = both + first + second + neither;
  if (n === 0) return null;
  const observed = (both + neither) / n;
  const yes = ((both + first) / n) * ((both + second) / n);
  const no = ((second + neither) / n) * ((first + neither) / n);
  const expected = yes + no;
  return expected >= 1 ? null : (observed - expected) / (1 - expected);
}

/** κ for any number of categories: `table[i][j]` units got `i` from the first coder and `j` from the second. */
export function cohenKappaTable(table: readonly (readonly number[])[]): number | null {
  let n = 0;
  let agreed = 0;
  const rows = table.map((row) => row.reduce((a, b) => a + b, 0));
  const columns = table.map((_, j) => table.reduce((a, row) => a + (row[j] ?? 0), 0));
  for (const [i, row] of table.entries()) {
    n += rows[i]!;
    agreed += row[i] ?? 0;
  }
  if (n === 0) return null;
  const expected = rows.reduce((sum, row, i) => sum + (row / n) * (columns[i]! / n), 0);
  return expected >= 1 ? null : (agreed / n - expected) / (1 - expected);
}

/** Values that the coders gave to a unit, null where one gave none, and how many units got just these. */
export interface Coded {
  readonly values: readonly (string | null)[];
  readonly count: number;
}

/**
 * Krippendorff's α for nominal data, any number of coders, missing values allowed (Krippendorff 2011, "Computing
 * Krippendorff's Alpha-Reliability"). Null where no unit was coded twice or everything got one value.
 */
export function alphaNominal(units: readonly Coded[]): number | null {
  const totals = new Map<string, number>();
  let pairable = 0;
  let agreed = 0;
  for (const { values, count } of units) {
    const given = new Map<string, number>();
    let m = 0;
    for (const v of values) {
      if (v === null) continue;
      given.set(v, (given.get(v) ?? 0) + 1);
      m++;
    }
    if (m < 2) continue;
    pairable += m * count;
    for (const [v, k] of given) {
      totals.set(v, (totals.get(v) ?? 0) + k * count);
      agreed += (count * k * (k - 1)) / (m - 1);
    }
  }
  if (pairable < 2) return null;
  let chance = 0;
  for (const k of totals.values()) chance += (k * (k - 1)) / (pairable - 1);
  return chance >= pairable ? null : 1 - (pairable - agreed) / (pairable - chance);
}

export interface Unitizing {
  readonly observed: number;
  readonly expected: number;
}

interface Section extends Unit {
  readonly unit: boolean;
}

/** Units of one coder and the gaps between them, from 0 to `length`; overlapping units are cut. */
function tile(units: readonly Unit[], length: number): Section[] {
  const out: Section[] = [];
  let at = 0;
  for (const u of [...units].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(at, u.start);
    if (u.end <= start) continue;
    if (start > at) out.push({ start: at, end: start, unit: false });
    out.push({ start, end: u.end, unit: true });
    at = u.end;
  }
  if (at < length) out.push({ start: at, end: length, unit: false });
  return out;
}

function difference(a: Section, b: Section): number {
  if (Math.min(a.end, b.end) <= Math.max(a.start, b.start)) return 0;
  if (a.unit && b.unit) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
  if (a.unit && !b.unit && b.start <= a.start && a.end <= b.end) return (a.end - a.start) ** 2;
  if (!a.unit && b.unit && a.start <= b.start && b.end <= a.end) return (b.end - b.start) ** 2;
  return 0;
}

/**
 * Observed and expected disagreement of Krippendorff's αᵤ for one category on a continuum of `length` (Krippendorff 2004,
 * Content Analysis, §11.6; the formulas as there). `coders[i]` are the units of coder `i`.
 */
export function unitizing(coders: readonly (readonly Unit[])[], length: number): Unitizing {
  const m = coders.length;
  if (m < 2 || length <= 0) return { observed: 0, expected: 0 };
  const tiles = coders.map((units) => tile(units, length));
  let sum = 0;
  for (const [i, mine] of tiles.entries()) {
    for (const [j, theirs] of tiles.entries()) {
      if (i === j) continue;
      let h = 0;
      for (const g of mine) {
        while (h < theirs.length && theirs[h]!.end <= g.start) h++;
        for (let k = h; k < theirs.length && theirs[k]!.start < g.end; k++) sum += difference(g, theirs[k]!);
      }
    }
  }
  const observed = sum / (m * (m - 1) * length ** 2);
  const units = tiles.flat().filter((s) => s.unit);
  const gaps = tiles
    .flat()
    .filter((s) => !s.unit)
    .map((s) => s.end - s.start);
  let numerator = 0;
  let within = 0;
  for (const u of units) {
    const l = u.end - u.start;
    numerator += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
    for (const gap of gaps) if (gap >= l) numerator += l ** 2 * (gap - l + 1);
    within += l * (l - 1);
  }
  const all = m * length;
  const expected = units.length === 0 ? 0 : ((2 / length) * numerator) / (all * (all - 1) - within);
  return { observed, expected };
}

/** αᵤ over categories or documents: 1 − ΣD_o / ΣD_e; null where nothing could disagree. */
export function alphaUnitizing(parts: readonly Unitizing[]): number | null {
  const expected = parts.reduce((a, p) => a + p.expected, 0);
  return expected === 0 ? null : 1 - parts.reduce((a, p) => a + p.observed, 0) / expected;
}

/** Pairs each span of one coder with at most one of the other, best overlap first; F1 of the pairs. */
export function spanF1(first: readonly Unit[], second: readonly Unit[], least: number): number | null {
  if (first.length + second.length === 0) return null;
  const pairs: [number, number, number][] = [];
  const sorted = second.map((u, j) => [u, j] as const).sort(([a], [b]) => a.start - b.start);
  for (const [i, a] of first.entries()) {
    for (const [b, j] of sorted) {
      if (b.start >= a.end) break;
      const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
      if (shared <= 0) continue;
      const overlap = shared / (a.end - a.start + b.end - b.start - shared);
      if (overlap >= least) pairs.push([overlap, i, j]);
    }
  }
  pairs.sort((x, y) => y[0] - x[0] || x[1] - y[1] || x[2] - y[2]);
  const usedFirst = new Set<number>();
  const usedSecond = new Set<number>();
  for (const [, i, j] of pairs) {
    if (usedFirst.has(i) || usedSecond.has(j)) continue;
    usedFirst.add(i);
    usedSecond.add(j);
  }
  return (2 * usedFirst.size) / (first.length + second.length);
}
