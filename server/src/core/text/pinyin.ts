/**
 * Matching Chinese by pinyin: full syllables, initials, or both mixed (`lianggexx`, `lgxx` for 两个先行).
 * Changes when another romanisation is understood. The readings come from pinyin-pro, character by character, on first use.
 */

type Readings = (character: string) => readonly string[];

let readings: Readings | null = null;

/** Loads the readings; resolves at once when they are there. */
export async function loadPinyin(): Promise<void> {
  if (readings) return;
  const { pinyin } = await import('pinyin-pro');
  readings = (c) => pinyin(c, { multiple: true, toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
}

const syllables = new Map<number, readonly string[]>();
/** Bits of the letters with which a unit's readings begin; bit 31 says that they are known. */
const masks = new Int32Array(65536);
const KNOWN = 1 << 31;

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

/** The letter with which readings of a unit can begin, as bits; for a Latin letter its own bit. */
function maskOf(code: number): number {
  const known = masks[code]!;
  if (known !== 0) return known;
  let mask = KNOWN;
  if (isHan(code) && readings) {
    const found = [...new Set(readings(String.fromCharCode(code)))].filter((s) => /^[a-z]+$/.test(s));
    syllables.set(code, found);
    for (const s of found) mask |= 1 << (s.charCodeAt(0) - 97);
  } else if (code >= 97 && code <= 122) mask |= 1 << (code - 97);
  masks[code] = mask;
  return mask;
}

/** Whether `query` (letters and digits, lower case) matches `text` from `at` on; the end of the match, or -1. */
function matchFrom(text: string, at: number, query: string, from: number): number {
  if (from === query.length) return at;
  if (at >= text.length) return -1;
  const code = text.charCodeAt(at);
  const letter = query.charCodeAt(from);
  if (code === letter) return matchFrom(text, at + 1, query, from + 1);
  if (!isHan(code)) return -1;
  if (letter < 97 || letter > 122 || (maskOf(code) & (1 << (letter - 97))) === 0) return -1;
  for (const s of syllables.get(code) ?? []) {
    if (s.charCodeAt(0) !== letter) continue;
    const rest = query.length - from;
    // The whole syllable, or at the end of the query as much of it as was typed.
    if (query.startsWith(s, from)) {
      const end = matchFrom(text, at + 1, query, from + s.length);
      if (end >= 0) return end;
    } else if (rest < s.length && s.startsWith(query.slice(from))) return at + 1;
  }
  return matchFrom(text, at + 1, query, from + 1);
}

/** A query that may be pinyin: Latin letters with digits, blanks and apostrophes left out; null for any other. */
export function pinyinQuery(query: string): string | null {
  const plain = query
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[\s'’]/g, '');
  return /^[a-z0-9]*[a-z][a-z0-9]*$/.test(plain) && plain.length <= 64 ? plain : null;
}

/** The next match at or behind `at` in `text` (folded, lower case); null without one. `loadPinyin` must have resolved. */
export function findPinyin(
  text: string,
  query: string,
  at = 0,
): { readonly start: number; readonly end: number } | null {
  const first = query.charCodeAt(0);
  const bit = first >= 97 && first <= 122 ? 1 << (first - 97) : 0;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== first && (bit === 0 || ((masks[code] || maskOf(code)) & bit) === 0)) continue;
    const end = matchFrom(text, i, query, 0);
    if (end >= 0) return { start: i, end };
  }
  return null;
}

/** The first letters of the first readings, Latin and digits as they are: 两个先行 → `lgxx`. */
export function initialsOf(text: string): string {
  let out = '';
  for (const c of text.toLowerCase()) {
    if (/[a-z0-9]/.test(c)) out += c;
    else if (isHan(c.charCodeAt(0))) {
      maskOf(c.charCodeAt(0));
      out += syllables.get(c.charCodeAt(0))?.[0]?.[0] ?? '';
    }
  }
  return out;
}
