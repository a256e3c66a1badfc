/** A section's number and title on one line, as lists and trees show it. Changes when the two are joined differently. */
import { shorten } from './page.ts';

/** 第三条, 第二章, 5.1: numbers without a mark of their own stand apart from the title. */
const UNMARKED = /[\u4e00-\u9fff0-9A-Za-z]$/;
/** 一是, 首要: words that the title goes on. */
const WORD = /^(?:[一二三四五六七八九十]{1,3}[是要])$/;

/** `第三条 渡口由…管理`, `一、总体要求`; `most` characters of the title at most. */
export function sectionName(
  section: { readonly marker: string | null; readonly title: string },
  most?: number,
): string {
  const title = most === undefined ? section.title : shorten(section.title, most);
  const { marker } = section;
  if (marker === null || title === '') return `${marker ?? ''}${title}`;
  return UNMARKED.test(marker) && !WORD.test(marker) ? `${marker} ${title}` : `${marker}${title}`;
}
