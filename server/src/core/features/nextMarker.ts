/**
 * The marker that the next item of a list bears: 一、→ 二、, （一）→ （二）, 1．→ 2．, 第一条 → 第二条, ①→②, 一是 → 二是.
 * Changes when another marker can be counted on.
 */
import type { PolicyDocument, Section } from '../document/model.ts';

const DIGITS = '零一二三四五六七八九';

/** A number from 1 to 99 (or to 999 with 百) in Chinese numerals. */
export function chineseNumeral(n: number): string {
  if (n < 10) return DIGITS[n]!;
  if (n < 20) return `十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
  if (n < 100) return `${DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
  const rest = n % 100;
  const tail =
    rest === 0 ? '' : rest < 10 ? `零${DIGITS[rest]}` : rest < 20 ? `一${chineseNumeral(rest)}` : chineseNumeral(rest);
  return `${DIGITS[Math.floor(n / 100)]}百${tail}`;
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** The marker behind this one, with the same punctuation and width; null where it can't be counted on. */
export function following(marker: string, ordinal: number): string | null {
  const next = ordinal + 1;
  if (next > 999) return null;
  const circled = CIRCLED.indexOf(marker.trim());
  if (circled >= 0) return CIRCLED[circled + 1] ?? null;
  if (/[〇零一二三四五六七八九十百]/.test(marker)) {
    return marker.replace(/[〇零一二三四五六七八九十百]+/, chineseNumeral(next));
  }
  if (/[0-9]/.test(marker)) {
    // Of 1.2.3 the last number counts.
    return marker.replace(/[0-9]+(?=[^0-9]*$)/, String(next));
  }
  if (/[０-９]/.test(marker)) {
    const wide = String(next).replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    return marker.replace(/[０-９]+(?=[^０-９]*$)/, wide);
  }
  return null;
}

/**
 * What may stand on an empty line at `offset`: the marker behind the last section that begins before it, then those
 * behind the sections that hold it (（二）, then 三、); none without a list.
 */
export function nextMarkers(document: PolicyDocument, offset: number): string[] {
  let path: readonly Section[] = [];
  const walk = (sections: readonly Section[], above: readonly Section[]): void => {
    for (const section of sections) {
      if (section.headingSpan.start >= offset) return;
      const here = section.marker !== null && section.ordinal !== null ? [...above, section] : above;
      if (here.length > above.length) path = here;
      walk(section.children, here);
    }
  };
  walk(document.outline, []);
  const last = path.at(-1);
  if (!last) return [];
  // Another part of the file has its own numbers.
  if (document.parts.some((p) => last.headingSpan.start < p.span.start && p.span.start < offset)) return [];
  const found = [...path].reverse().map((s) => following(s.marker!.replace(/\s+/g, ''), s.ordinal!));
  return [...new Set(found)].filter((m): m is string => m !== null);
}
