/**
 * Bytes to text: tells the encoding from the bytes and decodes without replacing anything.
 * Changes when an encoding is added or told differently. Node and the worker share it.
 *
 * Order of the decision: byte order mark; a signature that means "no text"; UTF-16 without its mark, where NULs or broken
 * UTF-8 ask for it and the units of one byte order alone are Chinese text; NUL means "no text"; UTF-8; GB18030. A file that is
 * UTF-8 but for a few bytes is a damaged UTF-8 file and is never read as GB18030, although nearly any bytes could be.
 */
import type { Decoded } from '../core/host.ts';
import { firstBadGb18030, firstBadUtf16, scanUtf8, utf16Order } from './encodings.ts';

/** Above this many bytes a file is not read into memory as a document. */
export const MAX_BYTES = 512 * 1024 * 1024;

const SNIFFED = 8192;
const SIGNATURES: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP: docx, odt, epub
  [0xd0, 0xcf, 0x11, 0xe0], // OLE: doc, wps
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
];

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((b, i) => bytes[i] === b);

const decoder = (label: string): TextDecoder => new TextDecoder(label, { fatal: true, ignoreBOM: true });

const tryDecode = (label: string, bytes: Uint8Array): string | null => {
  try {
    return decoder(label).decode(bytes);
  } catch {
    return null;
  }
};

/** `mark` is the number of bytes of the byte order mark, 0 where there is none. */
function decodeUtf16(bytes: Uint8Array, little: boolean, mark = 2): Decoded {
  const body = bytes.subarray(mark);
  const bad = firstBadUtf16(body, little);
  if (bad >= 0) return { ok: false, reason: 'undecodable', offset: bad + mark };
  const text = tryDecode(little ? 'utf-16le' : 'utf-16be', body);
  if (text === null) return { ok: false, reason: 'undecodable', offset: mark };
  return { ok: true, text, encoding: little ? 'utf-16le' : 'utf-16be' };
}

/** Where the first unmapped sequence of well-formed GB18030 stands: halves at character borders until it is alone. */
function firstUnmapped(bytes: Uint8Array): number {
  const borders: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    borders.push(i);
    i += bytes[i]! < 0x80 ? 1 : bytes[i + 1]! < 0x40 ? 4 : 2;
  }
  let low = 0;
  let high = borders.length;
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if (tryDecode('gb18030', bytes.subarray(borders[low]!, borders[mid]!)) === null) high = mid;
    else low = mid;
  }
  return borders[low] ?? 0;
}

function decodeGb18030(bytes: Uint8Array): Decoded {
  const bad = firstBadGb18030(bytes);
  if (bad >= 0) return { ok: false, reason: 'undecodable', offset: bad };
  const text = tryDecode('gb18030', bytes);
  return text === null
    ? { ok: false, reason: 'undecodable', offset: firstUnmapped(bytes) }
    : { ok: true, text, encoding: 'gb18030' };
}

/** Strict UTF-8 to text, null for anything else. */
export type Utf8 = (bytes: Uint8Array) => string | null;

/**
 * Decodes the bytes of a text file.
 * `offset` of a failure is the first byte that no supported encoding can read (of the likeliest encoding).
 * `utf8` is the platform's own decoder where it has a better one.
 */
export function decode(bytes: Uint8Array, limit = MAX_BYTES, decodeUtf8: Utf8 = (b) => tryDecode('utf-8', b)): Decoded {
  if (bytes.length > limit) return { ok: false, reason: 'too-large', offset: limit };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, false);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (SIGNATURES.some((s) => starts(bytes, s))) return { ok: false, reason: 'binary', offset: 0 };
  const nul = bytes.subarray(0, SNIFFED).indexOf(0);
  const text = nul < 0 ? decodeUtf8(marked ? bytes.subarray(3) : bytes) : null;
  if (text !== null) return { ok: true, text, encoding: marked ? 'utf-8-bom' : 'utf-8' };
  const order = marked ? null : utf16Order(bytes.subarray(0, SNIFFED), bytes.length);
  if (order !== null) {
    const wide = decodeUtf16(bytes, order === 'little', 0);
    if (wide.ok) return wide;
  }
  if (nul >= 0) return { ok: false, reason: 'binary', offset: nul };
  const utf8 = scanUtf8(bytes);
  if (marked || utf8.multibyte > 4 * utf8.bad) return { ok: false, reason: 'undecodable', offset: utf8.firstBad };
  const gb = decodeGb18030(bytes);
  if (gb.ok) return gb;
  return { ok: false, reason: 'undecodable', offset: Math.max(gb.offset, utf8.firstBad) };
}
