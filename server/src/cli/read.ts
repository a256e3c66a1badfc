/**
 * One file as text, or the line that says why not. Changes when the reasons change.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Encoding } from '../core/host.ts';
import { reasonOf } from '../node/files.ts';
import { decode } from '../platform/decode.ts';

export type ReadFile =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly error: string };

/** Bytes above which a file is refused; strings of V8 end at about 512 MB of UTF-16 units. */
export const LARGEST = 256 * 1024 * 1024;

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

/** Reads and decodes; the error names the file as given relative to `cwd`, the place and the reason. */
export function readFile(file: string, cwd: string, largest = LARGEST): ReadFile {
  const shown = path.relative(cwd, file) || file;
  const name = shown.startsWith('..') ? file : shown;
  try {
    const stat = fs.statSync(file);
    if (stat.isDirectory()) return { ok: false, error: `${name}: is a directory` };
    if (stat.size > largest)
      return { ok: false, error: `${name}: too large, ${megabytes(stat.size)} of at most ${megabytes(largest)}` };
    const decoded = decode(fs.readFileSync(file), largest);
    if (decoded.ok) return decoded;
    if (decoded.reason === 'binary')
      return { ok: false, error: `${name}: binary file, no text (byte ${decoded.offset})` };
    return {
      ok: false,
      error: `${name}: byte ${decoded.offset} can't be read as UTF-8, UTF-16 or GB18030; nothing was replaced`,
    };
  } catch (error) {
    return { ok: false, error: `${name}: ${reasonOf(error)}` };
  }
}
