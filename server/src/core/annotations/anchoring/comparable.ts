/**
 * What two versions of a text are compared by: folded script and width, without blanks and line ends, marks unified.
 * Changes when another program's habit of rewriting texts should not count as a change.
 *
 * So word wrap, indentation, Traditional conversion, and full or half width punctuation leave nothing to re-attach.
 */
import { fold } from '../../text/fold.ts';

/** Comparable units and where each lies in the text that they were made from. */
export interface Comparable {
  readonly source: string;
  readonly text: string;
  /** `at[i]` is the offset of unit `i` in the source; `at[length]` is the end of the source. */
  readonly at: Int32Array;
  /** `end[i]` is the offset behind unit `i` in the source: a run of dashes or dots is one unit. */
  readonly end: Int32Array;
}

const SKIP = 0;
const UNIFIED = new Map<string, string>();
const unify = (to: string, from: string): void => {
  for (const c of from) UNIFIED.set(c, to);
};
unify('"', '“”„‟〝〞＂«»');
unify("'", '‘’‚‛′＇`');
unify('[', '〔【［〖');
unify(']', '〕】］〗');
unify('(', '（﹙');
unify(')', '）﹚');
unify('<', '〈‹＜');
unify('>', '〉›＞');
unify('-', '—–―‐‑‒−－─━');
unify('~', '～〜∼');
unify(',', '，、､﹐﹑');
unify('.', '。．｡﹒');
unify(';', '；﹔');
unify(':', '：﹕∶');
unify('!', '！﹗');
unify('?', '？﹖');
unify('·', '・•‧･∙');
unify('%', '％');

let cached: Uint16Array | undefined;

function table(): Uint16Array {
  if (cached) return cached;
  const t = new Uint16Array(65536);
  for (let i = 0; i < t.length; i++) t[i] = i;
  for (const [from, to] of UNIFIED) t[from.charCodeAt(0)] = to.charCodeAt(0);
  for (let i = 0; i <= 32; i++) t[i] = SKIP;
  const skipped = [0x7f, 0x85, 0xa0, 0xad, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff];
  for (const code of skipped) t[code] = SKIP;
  for (let i = 0x2000; i <= 0x200f; i++) t[i] = SKIP;
  for (let i = 0xfe00; i <= 0xfe0f; i++) t[i] = SKIP;
  cached = t;
  return t;
}

const DASH = 45;
const DOT = 46;
const ELLIPSIS = 0x2026;

/** Makes the comparable form of a text; linear. */
export function comparable(source: string): Comparable {
  const folded = fold(source);
  const t = table();
  const n = source.length;
  const at = new Int32Array(n + 1);
  const end = new Int32Array(n);
  const units = new Uint16Array(n);
  let k = 0;
  for (let i = 0; i < n; i++) {
    const unit = t[folded.charCodeAt(i)]!;
    if (unit === SKIP) continue;
    if (k > 0 && end[k - 1] === i) {
      const last = units[k - 1]!;
      if (last === unit && (unit === DASH || unit === ELLIPSIS)) {
        end[k - 1] = i + 1;
        continue;
      }
      if (unit === DOT && k > 2 && last === DOT && units[k - 2] === DOT && end[k - 2] === i - 1) {
        k -= 2;
        units[k] = ELLIPSIS;
        end[k++] = i + 1;
        continue;
      }
      if (unit === DOT && last === ELLIPSIS) {
        end[k - 1] = i + 1;
        continue;
      }
    }
    units[k] = unit;
    at[k] = i;
    end[k++] = i + 1;
  }
  at[k] = n;
  let text = '';
  for (let i = 0; i < k; i += 8192) {
    text += String.fromCharCode.apply(null, units.subarray(i, Math.min(k, i + 8192)) as unknown as number[]);
  }
  return { source, text, at: at.subarray(0, k + 1), end: end.subarray(0, k) };
}

/** The first unit that lies at or behind `offset`. */
export function unitAt(c: Comparable, offset: number): number {
  let low = 0;
  let high = c.text.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (c.at[mid]! < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The units that lie in `[start, end)` of the source. */
export const unitsOf = (c: Comparable, start: number, end: number): { readonly from: number; readonly to: number } => {
  const from = unitAt(c, start);
  return { from, to: Math.max(from, unitAt(c, end)) };
};

/** The span of the source from the first to the last of these units; blanks around them are left out. */
export const spanOf = (c: Comparable, from: number, to: number): { readonly start: number; readonly end: number } =>
  to > from ? { start: c.at[from]!, end: c.end[to - 1]! } : { start: c.at[from]!, end: c.at[from]! };
