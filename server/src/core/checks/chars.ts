/**
 * What a character is to the punctuation rules, and small helpers to build their fixes.
 * Changes when a class of characters changes.
 */
import type { Message } from '../l10n.ts';
import type { DraftFix } from './rule.ts';

/** A Chinese character (basic, extension A, compatibility; 〇 included). */
export const isHan = (c: string | undefined): boolean => {
  if (c === undefined || c === '') return false;
  const code = c.charCodeAt(0);
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code === 0x3007;
};

/** A Chinese character or a mark that only Chinese text has. */
export const isChinese = (c: string | undefined): boolean => {
  if (c === undefined || c === '') return false;
  if (isHan(c)) return true;
  const code = c.charCodeAt(0);
  return (
    (code >= 0x2018 && code <= 0x201d) ||
    code === 0x2026 ||
    code === 0x2014 ||
    (code >= 0x3001 && code <= 0x3017) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    code === 0xff1a ||
    code === 0xff1b ||
    code === 0xff1f
  );
};

export const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
export const isLatin = (c: string | undefined): boolean => c !== undefined && /^[A-Za-z]/.test(c);

/** Marks that separate or end: 点号. */
export const POINT_MARKS = '，。、；：？！';
export const OPENERS = '“‘（《〈【〔「『';

const REPLACE: Message = { en: 'Replace with “{0}”', zh: '改为“{0}”' };
const REMOVE: Message = { en: 'Remove it', zh: '删除' };

/** A fix that puts `newText` into `[start, end)`. */
export function replace(start: number, end: number, newText: string, safe = true): { readonly fix: DraftFix } {
  return { fix: { title: REPLACE, args: [newText], edits: [{ span: { start, end }, newText }], safe } };
}

/** A fix that takes `[start, end)` away. */
export function remove(start: number, end: number, safe = true): { readonly fix: DraftFix } {
  return { fix: { title: REMOVE, edits: [{ span: { start, end }, newText: '' }], safe } };
}

/** All matches of a global expression, with their offset. */
export function* matches(text: string, expression: RegExp): Generator<RegExpExecArray> {
  expression.lastIndex = 0;
  for (let m = expression.exec(text); m; m = expression.exec(text)) {
    yield m;
    if (m[0] === '') expression.lastIndex++;
  }
}
