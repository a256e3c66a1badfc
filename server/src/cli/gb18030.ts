/**
 * Text as GB18030 bytes. The platform only decodes, so the table is that decoder read backwards, built on first use.
 * Changes when the way back from the decoder's table does. What it writes is decoded again before it is given out.
 */

import { TextDecoder } from 'node:util';

/** Lead bytes of two-byte characters, their trail bytes, and the digits of four-byte ones. */
const LEAD = [0x81, 0xfe] as const;
const TRAIL = [0x40, 0xfe] as const;
const FOURS_OF_THE_BASIC_PLANE = 39_420;
const FIRST_ABOVE = 189_000;

let pairs: Map<string, readonly number[]> | undefined;
let fours: Map<string, readonly number[]> | undefined;

/** The four bytes of a position in the four-byte area. */
function fourBytes(position: number): number[] {
  const last = position % 10;
  const third = Math.floor(position / 10) % 126;
  const second = Math.floor(position / 1260) % 10;
  return [0x81 + Math.floor(position / 12_600), 0x30 + second, 0x81 + third, 0x30 + last];
}

function twoByteTable(decoder: TextDecoder): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  for (let lead: number = LEAD[0]; lead <= LEAD[1]; lead++) {
    for (let trail: number = TRAIL[0]; trail <= TRAIL[1]; trail++) {
      if (trail === 0x7f) continue;
      const character = tryDecode(decoder, [lead, trail]);
      if (character !== null && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return table;
}

function fourByteTable(decoder: TextDecoder): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  for (let position = 0; position < FOURS_OF_THE_BASIC_PLANE; position++) {
    const bytes = fourBytes(position);
    const character = tryDecode(decoder, bytes);
    if (character !== null && !table.has(character)) table.set(character, bytes);
  }
  return table;
}

function tryDecode(decoder: TextDecoder, bytes: readonly number[]): string | null {
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** Null where a character of the text has no bytes, or would not be read back as it is. */
export function encodeGb18030(text: string): Uint8Array | null {
  const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
  pairs ??= twoByteTable(decoder);
  const out: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) {
      out.push(code);
      continue;
    }
    let bytes = pairs.get(character);
    if (!bytes && code > 0xffff) bytes = fourBytes(FIRST_ABOVE + code - 0x10000);
    if (!bytes) {
      fours ??= fourByteTable(decoder);
      bytes = fours.get(character);
    }
    if (!bytes) return null;
    out.push(...bytes);
  }
  const encoded = Uint8Array.from(out);
  return tryDecode(decoder, out) === text ? encoded : null;
}
