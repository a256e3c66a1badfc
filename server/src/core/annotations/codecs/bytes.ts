/** Bytes and base64 for codecs: files travel as text or base64. Changes when files travel otherwise. */
import { fromUtf8, utf8 } from '../log.ts';
import type { ExchangeFile } from './exchange.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    const n = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      ALPHABET[n >> 18]! +
        ALPHABET[(n >> 12) & 63]! +
        (b === undefined ? '=' : ALPHABET[(n >> 6) & 63]!) +
        (c === undefined ? '=' : ALPHABET[n & 63]!),
    );
  }
  return parts.join('');
}

export function fromBase64(text: string): Uint8Array {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, '');
  const out = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let n = 0;
  let bits = 0;
  let value = 0;
  for (const c of clean) {
    value = ((value << 6) | ALPHABET.indexOf(c)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[n++] = (value >> bits) & 255;
    }
  }
  return out.subarray(0, n);
}

export const textFile = (name: string, text: string): ExchangeFile => ({ name, text });
export const binaryFile = (name: string, bytes: Uint8Array): ExchangeFile => ({ name, base64: toBase64(bytes) });

export const bytesOf = (file: ExchangeFile): Uint8Array =>
  file.base64 !== undefined ? fromBase64(file.base64) : utf8(file.text ?? '');

/** The text of a file, without byte order mark. */
export const textOf = (file: ExchangeFile): string => (file.text ?? fromUtf8(bytesOf(file))).replace(/^\ufeff/, '');
