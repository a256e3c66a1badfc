/**
 * Folding: one spelling for what a reader takes for the same, so that both scripts and both widths match.
 * Changes when what counts as the same character changes; the table is made by scripts/make-fold-table.mjs.
 *
 * A unit folds to one unit, never to none or two, so every span of the folded text is right in the original:
 * - Traditional to Simplified by opencc's character tables, the variants of Hong Kong and Taiwan included; where one
 *   Traditional character has several Simplified ones, the first (乾 → 干); what would change length stays;
 * - `, ; : ? ! ( ) ~` become full width `，；：？！（）～`; digits, letters and all other full-width ASCII become half width
 *   (`２０２２．` → `2022.`, `［` → `[`); a full stop `.` stays;
 * - quotation marks `「」『』` become `“”‘’`; straight `"` and `'` have no direction and stay;
 * - middle dots (`・ • ‧`) become `·`, `―` `—`, `⋯` `…`, `○` (as a numeral) `〇`, vertical and small forms the usual ones;
 * - ideographic and no-break spaces become a blank; tab and line ends stay;
 * - Kangxi radicals and compatibility ideographs, as PDF files give them, become the ordinary characters.
 */
import { FOLD_FROM, FOLD_TO } from './data/foldTable.ts';
import { UnitSet } from './words.ts';

let cached: Uint16Array | undefined;
/** The units that fold to another. Most do not, and this lies in faster memory than the table. */
const CHANGING = new UnitSet(FOLD_FROM);

/** `table[unit]` is what the unit folds to. Built on first use, some 1 ms. */
export function foldTable(): Uint16Array {
  if (cached) return cached;
  const table = new Uint16Array(65536);
  for (let i = 0; i < table.length; i++) table[i] = i;
  for (let i = 0; i < FOLD_FROM.length; i++) table[FOLD_FROM.charCodeAt(i)] = FOLD_TO.charCodeAt(i);
  cached = table;
  return table;
}

const CHUNK = 4096;
/** Units of a chunk that has many that change; written over by the next. */
const units = new Uint16Array(CHUNK);

/** How many Chinese characters the last `fold` changed. */
let changedHan = 0;

/** The pieces of `text` from `start` on, at most a chunk, folded. Where few units change, the stretches between them stay. */
function foldChunk(text: string, start: number, table: Uint16Array, pieces: string[]): void {
  const end = Math.min(text.length, start + CHUNK);
  const most = (end - start) >> 4;
  const before = pieces.length;
  let changes = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (!CHANGING.has(unit)) {
      units[i - start] = unit;
      continue;
    }
    const to = table[unit]!;
    units[i - start] = to;
    if (unit >= 0x4e00 && unit <= 0x9fff) changedHan++;
    if (++changes > most) continue;
    if (i > from) pieces.push(text.slice(from, i));
    pieces.push(String.fromCharCode(to));
    from = i + 1;
  }
  if (changes <= most) {
    if (end > from) pieces.push(text.slice(from, end));
    return;
  }
  pieces.length = before;
  const chunk = end - start === CHUNK ? units : units.subarray(0, end - start);
  pieces.push(String.fromCharCode.apply(null, chunk as unknown as number[]));
}

/** The text folded unit by unit: same length, always; the same string where nothing changes. */
export function fold(text: string): string {
  const { length } = text;
  changedHan = 0;
  let i = 0;
  while (i < length && !CHANGING.has(text.charCodeAt(i))) i++;
  if (i === length) return text;
  const table = foldTable();
  const pieces = i === 0 ? [] : [text.slice(0, i)];
  for (let start = i; start < length; start += CHUNK) foldChunk(text, start, table, pieces);
  return pieces.join('');
}

/** The folded text, and how many of its Chinese characters folding changed: none in a text of Simplified forms alone. */
export function foldCounting(text: string): { readonly folded: string; readonly changedHan: number } {
  const folded = fold(text);
  return { folded, changedHan };
}

/** Whether a folded unit is left out of a key: blanks, line ends, quotation marks, invisible characters. */
export function isKeyless(unit: number): boolean {
  if (unit < 0x2000) return unit <= 32 || unit === 34 || unit === 39 || unit === 0xad || unit === 0x85;
  if (unit <= 0x206f) {
    return unit <= 0x200f || (unit >= 0x2018 && unit <= 0x201f) || (unit >= 0x2028 && unit <= 0x202f) || unit >= 0x205f;
  }
  return unit === 0xfeff;
}

/** `termKey` of a text that is folded already. */
export function keyOfFolded(folded: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    // Most characters are Chinese: one comparison lets them pass.
    if ((unit > 0x206f && unit !== 0xfeff) || !isKeyless(unit)) continue;
    if (i > from) out += folded.slice(from, i);
    from = i + 1;
  }
  return from === 0 ? folded : out + folded.slice(from);
}

/** The identity of a term: folded, without blanks and quotation marks. `兩個維護`, `“两个 维护”` → `两个维护`. */
export const termKey = (text: string): string => keyOfFolded(fold(text));
