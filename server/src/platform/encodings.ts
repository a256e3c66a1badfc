/**
 * Where bytes stop being well-formed UTF-8, UTF-16 or GB18030. Each function is one forward scan.
 * Changes only with those standards: RFC 3629, Unicode 3.9, GB 18030-2022.
 */

/** `firstBad` is -1 where all is well; `multibyte` counts well-formed sequences of two and more bytes. */
export interface Utf8Scan {
  readonly firstBad: number;
  readonly bad: number;
  readonly multibyte: number;
}

const continues = (b: number | undefined): boolean => b !== undefined && (b & 0xc0) === 0x80;

/** Length of the well-formed UTF-8 sequence at `i`, 0 where none is. */
function utf8Length(bytes: Uint8Array, i: number): number {
  const b = bytes[i]!;
  if (b < 0x80) return 1;
  const c = bytes[i + 1];
  if (b >= 0xc2 && b <= 0xdf) return continues(c) ? 2 : 0;
  if (b >= 0xe0 && b <= 0xef) {
    if (c === undefined || (b === 0xe0 && c < 0xa0) || (b === 0xed && c > 0x9f)) return 0;
    return continues(c) && continues(bytes[i + 2]) ? 3 : 0;
  }
  if (b >= 0xf0 && b <= 0xf4) {
    if (c === undefined || (b === 0xf0 && c < 0x90) || (b === 0xf4 && c > 0x8f)) return 0;
    return continues(c) && continues(bytes[i + 2]) && continues(bytes[i + 3]) ? 4 : 0;
  }
  return 0;
}

export function scanUtf8(bytes: Uint8Array): Utf8Scan {
  let firstBad = -1;
  let bad = 0;
  let multibyte = 0;
  for (let i = 0; i < bytes.length; ) {
    const n = utf8Length(bytes, i);
    if (n === 0) {
      if (firstBad < 0) firstBad = i;
      bad++;
    } else if (n > 1) multibyte++;
    i += n || 1;
  }
  return { firstBad, bad, multibyte };
}

/** Offset of the first byte that is not part of a well-formed GB18030 sequence, or -1. */
export function firstBadGb18030(bytes: Uint8Array): number {
  const digit = (b: number | undefined) => b !== undefined && b >= 0x30 && b <= 0x39;
  const lead = (b: number | undefined) => b !== undefined && b >= 0x81 && b <= 0xfe;
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i]!;
    if (b < 0x80) {
      i++;
      continue;
    }
    if (!lead(b)) return i;
    const c = bytes[i + 1];
    if (c !== undefined && c >= 0x40 && c <= 0xfe && c !== 0x7f) i += 2;
    else if (digit(c) && lead(bytes[i + 2]) && digit(bytes[i + 3])) i += 4;
    else return i;
  }
  return -1;
}

/** Offset of the first byte of a lone surrogate or of half a code unit, or -1. `bytes` without byte order mark. */
export function firstBadUtf16(bytes: Uint8Array, little: boolean): number {
  const unit = (i: number) => (little ? bytes[i]! | (bytes[i + 1]! << 8) : (bytes[i]! << 8) | bytes[i + 1]!);
  const whole = bytes.length & ~1;
  for (let i = 0; i < whole; i += 2) {
    const u = unit(i);
    if (u < 0xd800 || u > 0xdfff) continue;
    const next = i + 2 < whole ? unit(i + 2) : 0;
    if (u > 0xdbff || next < 0xdc00 || next > 0xdfff) return i;
    i += 2;
  }
  return whole === bytes.length ? -1 : whole;
}

const FEWEST_UNITS = 16;

/**
 * The byte order of UTF-16 that lost its mark, told from the beginning of a file of `length` bytes; null where it is none.
 * Nearly all units must be Chinese characters, their punctuation or ASCII in one order, Chinese a third of them, and the
 * other order must read as something else.
 */
export function utf16Order(sample: Uint8Array, length: number): 'little' | 'big' | null {
  const units = sample.length >> 1;
  if (length % 2 !== 0 || units < FEWEST_UNITS) return null;
  const shares = (little: boolean) => {
    let text = 0;
    let han = 0;
    for (let i = 0; i < units; i++) {
      const [a, b] = [sample[2 * i]!, sample[2 * i + 1]!];
      const c = little ? a | (b << 8) : b | (a << 8);
      const chinese = c >= 0x4e00 && c <= 0x9fff;
      if (chinese) han++;
      const half = (c >= 0xd840 && c <= 0xd87f) || (c >= 0xdc00 && c <= 0xdfff);
      const ascii = (c >= 0x20 && c < 0x7f) || c === 10 || c === 13 || c === 9;
      const mark = (c >= 0x2010 && c <= 0x2026) || (c >= 0x3000 && c <= 0x301f) || (c >= 0xff01 && c <= 0xff5e);
      if (chinese || half || ascii || mark || c === 0xb7 || c === 0xa0) text++;
    }
    return { text: text / units, han: han / units };
  };
  const [little, big] = [shares(true), shares(false)];
  const sure = (own: typeof little, other: typeof little) => own.text >= 0.97 && own.han >= 0.3 && other.text <= 0.6;
  return sure(little, big) ? 'little' : sure(big, little) ? 'big' : null;
}
