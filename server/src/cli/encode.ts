/** Writes a fixed document back in the encoding it was read in. Changes when an encoding can be written. */
import fs from 'node:fs';
import path from 'node:path';
import { encodeGb18030 } from './gb18030.ts';
import { type Io, UNUSABLE } from './io.ts';
import { readFile } from './read.ts';

/** Null where the text cannot be written in this encoding. */
function encode(text: string, encoding: string): Uint8Array | null {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'gb18030') return encodeGb18030(text);
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${plain}`, 'utf8');
  const wide = Buffer.from(`\ufeff${plain}`, 'utf16le');
  if (encoding === 'utf-16le') return wide;
  return encoding === 'utf-16be' ? wide.swap16() : null;
}

/** By temporary file and rename, so that nobody sees half a document; a document that cannot be written stays as it is. */
export function writeBack(file: string, text: string, io: Io): void {
  const read = readFile(file, io.cwd);
  const bytes = read.ok ? encode(text, read.encoding) : null;
  if (!read.ok || !bytes) {
    io.err(
      `${path.relative(io.cwd, file)}: ${read.ok ? `is ${read.encoding}, which can't be written; convert it to UTF-8 first` : read.error}`,
    );
    io.fail(UNUSABLE);
    return;
  }
  const temporary = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(temporary, bytes, { mode: fs.statSync(file).mode });
  fs.renameSync(temporary, file);
}
