/**
 * Values that stand in a line: a stretch as a reader would quote it, a group of a match, what a label is followed by.
 * Changes when another label of an index is read.
 */
import type { SpannedText } from '../model.ts';
import { tidy, unglossed } from './lineText.ts';
import type { Draft, Unit } from './unit.ts';

export const spanned = (draft: Draft, start: number, end: number): SpannedText => ({
  text: tidy(draft.text.slice(start, end)),
  span: { start, end },
});

/** Where the groups of a match lie; `d` flags are slow, and every group here occurs once in its line. */
export function groupSpan(unit: Unit, line: string, match: RegExpExecArray, group: string): [number, number] {
  const at = line.indexOf(group, match.index);
  return [unit.start + at, unit.start + at + group.length];
}

export const INDEX_NUMBER =
  /(?:发 ?文 ?字 ?号|发文文号|公文编号|发文号|文 {0,4}号)[ ]?[：\t|】][\s|]*([^\t|]{3,40}?号)/;
export const INDEX_ISSUER =
  /(?:发 ?文 ?机 ?关|发 ?文 ?机 ?构|发 ?文 ?单 ?位|制发机关|发布机构|发布单位|颁布单位)[ ]?[：\t|】][\s|]*([\u4e00-\u9fff][^\t |【]{1,39})/;
/** Labels of an index whose values follow without a mark. */
export const GLUED_NUMBER = /^(?:发文字号|发文文号|公文编号|文号)([\u4e00-\u9fff][^ ：]{3,30}号)$/;
export const GLUED_ISSUER = /^(?:发文机关|发文机构|发文单位|制发机关|颁布部门|发布部门)([\u4e00-\u9fff、 ]{3,40})$/;

/** A line from the start of a unit with its glosses read over, and where in the draft a value lies that it holds behind `from`. */
export function legible(
  draft: Draft,
  unit: Unit,
  printed: string,
): { readonly line: string; readonly place: (value: string, from: number) => SpannedText } {
  const glossed = unglossed(printed);
  const line = glossed?.text ?? printed;
  const offset = (i: number): number => unit.start + (glossed?.offsets[i] ?? i);
  const place = (value: string, from: number): SpannedText => {
    const at = line.indexOf(value, from);
    return spanned(draft, offset(at), offset(at + value.length - 1) + 1);
  };
  return { line, place };
}

/** The first group of `pattern` in a line, glosses read over. */
export function indexed(draft: Draft, unit: Unit, printed: string, pattern: RegExp): SpannedText | null {
  const { line, place } = legible(draft, unit, printed);
  const match = pattern.exec(line);
  const value = match?.[1]?.trim();
  return match && value ? place(value, match.index) : null;
}
