/**
 * HTML that a scraper left around the content of a line (entities that stand for blanks, opening and closing tags), and
 * Markdown within it. Changes when other leftovers are met.
 */
import { isBlank } from './characters.ts';

const ENTITY = /&(?:nbsp|ensp|emsp|thinsp|#160|#8194|#8195|#12288|#xa0|#x3000);/iy;
const TAG =
  /<\/?(?:p|br|div|span|strong|b|em|i|u|font|center|section|article|h[1-6]|li|ul|ol|td|tr|tbody|table|o:p)(?:[\s/][^<>]{0,200})?>/iy;
const LONGEST = 210;

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** The length of a leftover that ends at `end`, 0 where there is none. */
function lengthBefore(text: string, from: number, end: number): number {
  const last = text[end - 1];
  if (last !== ';' && last !== '>') return 0;
  const at = text.lastIndexOf(last === ';' ? '&' : '<', end - 1);
  if (at < from || end - at > LONGEST) return 0;
  const length = lengthAt(last === ';' ? ENTITY : TAG, text, at);
  return at + length === end ? length : 0;
}

/**
 * The content `[from, to)` of a line without leftovers and blanks at its edges. A line of nothing but tags stays as it is,
 * one of nothing but blanks written as entities comes back empty.
 */
export function withoutMarkup(text: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  let tags = false;
  for (let length = 1; length > 0 && start < end; ) {
    const first = text[start];
    length = first === '&' ? lengthAt(ENTITY, text, start) : first === '<' ? lengthAt(TAG, text, start) : 0;
    if (length > 0 && first === '<') tags = true;
    start += length;
    while (start < end && isBlank(text.charCodeAt(start))) {
      start++;
      length = 1;
    }
  }
  for (let length = 1; length > 0 && end > start; ) {
    length = lengthBefore(text, start, end);
    if (length > 0 && text[end - 1] === '>') tags = true;
    end -= length;
    while (end > start && isBlank(text.charCodeAt(end - 1))) {
      end--;
      length = 1;
    }
  }
  return end <= start && tags ? [from, to] : [Math.min(start, end), end];
}

const BLOCK = /<\/?(?:p|br|div|section|article|h[1-6]|li|ul|ol|td|tr|tbody|table)(?:[\s/][^<>]{0,200})?\/?>/gi;
const INLINE =
  /<\/?(?:strong|b|em|i|u|span|font|a|sup|sub|o:p|p|div|br)(?:[\s/][^<>]{0,200})?>|&(?:nbsp|ensp|emsp|thinsp|#160|#8194|#8195|#12288|#xa0|#x3000);/gi;

/** Where tags of blocks cut the content `[from, to)` of a line: pairs of the end of a piece and the start of the next. */
export function markupCuts(text: string, from: number, to: number): [number, number][] {
  const line = text.slice(from, to);
  if (!line.includes('<')) return [];
  const cuts: [number, number][] = [];
  for (const match of line.matchAll(BLOCK)) {
    const [start, end] = [from + match.index, from + match.index + match[0].length];
    const last = cuts[cuts.length - 1];
    if (last && last[1] === start) last[1] = end;
    else if (start > from && end < to) cuts.push([start, end]);
  }
  return cuts;
}

/** Text without the tags and entities of a page that stand within a line. */
export function withoutInlineMarkup(text: string): string {
  return text.includes('<') || text.includes('&') ? text.replace(INLINE, ' ').replace(/^ +| +$/g, '') : text;
}

/** `[words](address)` and pictures of Markdown. */
const LINK = /!?\[([^[\]]*)\]\([^()\s]*(?: "[^"]*")?\)/g;

/** Text without the signs of Markdown that stand within a line: emphasis, and links, of which the words stay. */
export function withoutMarkdown(text: string): string {
  const linked = text.includes('](') ? text.replace(LINK, '$1') : text;
  return linked.includes('**') ? linked.replaceAll('**', '') : linked;
}
