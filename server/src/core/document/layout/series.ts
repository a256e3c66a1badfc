/**
 * Where chapters, articles and decimals that run on within one line begin. Changes when pages glue them in another way.
 * Every cut is confirmed by the numbers: each continues the one before, from the first.
 */
import { isDigit } from './characters.ts';
import { readMarker } from './marker.ts';

const HAN = '零一二三四五六七八九';

/** A Chinese numeral below a hundred. */
function ordinalOf(numeral: string): number {
  const ten = numeral.indexOf('十');
  if (ten < 0) return numeral.length === 1 ? HAN.indexOf(numeral) : -1;
  const tens = ten === 0 ? 1 : HAN.indexOf(numeral[ten - 1]!);
  return tens * 10 + (ten + 1 < numeral.length ? HAN.indexOf(numeral[ten + 1]!) : 0);
}

const DIVISION = /第([一二三四五六七八九十]{1,3})([章条])/g;
const FEWEST_ARTICLES = 3;
const LONGEST_CHAPTER = 26;

/** 第一章总则第一条为…。第二条…。第二章…第三条…: chapters behind a stop, articles behind a stop or a chapter's heading. */
export function divisionCuts(folded: string, from: number, to: number): [number, number][] {
  const line = folded.slice(from, to);
  if (!line.includes('第一条')) return [];
  const cuts: [number, number][] = [];
  let article = 0;
  let chapter = 0;
  let heading = -1;
  for (const match of line.matchAll(DIVISION)) {
    const ordinal = ordinalOf(match[1]!);
    const { index } = match;
    const before = index === 0 ? '。' : line[index - 1]!;
    const behindStop = '。；：”）'.includes(before) || before === ' ' || before === '\u3000';
    if (match[2] === '章') {
      if (ordinal !== chapter + 1 || (!behindStop && chapter > 0)) continue;
      chapter = ordinal;
      heading = index;
    } else {
      const headed = heading >= 0 && index - heading <= LONGEST_CHAPTER && !/[。；，]/.test(line.slice(heading, index));
      if (ordinal !== article + 1 || (!behindStop && !headed && article > 0)) continue;
      article = ordinal;
      heading = -1;
    }
    let start = from + index;
    while (start > from && (folded[start - 1] === ' ' || folded[start - 1] === '\u3000')) start--;
    if (index > 0) cuts.push([start, from + index]);
  }
  return article >= FEWEST_ARTICLES || (article > 0 && chapter > 0 && line.startsWith('第')) ? cuts : [];
}

const LONGEST_OPENING = 40;

/** `1、总则 1.1 编制目的 …`: the first decimal below a number shares the line with its heading. */
export function decimalCut(folded: string, from: number, to: number): [number, number] | null {
  if (!isDigit(folded.charCodeAt(from))) return null;
  const own = readMarker(folded, from, Math.min(to, from + LONGEST_OPENING));
  if (!own || own.weak || (own.style !== 'decimal' && !own.style.startsWith('arabic-d'))) return null;
  const wanted = `${own.path.join('.')}.1`;
  const at = folded.slice(own.end, Math.min(to, own.end + LONGEST_OPENING)).indexOf(` ${wanted}`);
  if (at < 1) return null;
  const start = own.end + at;
  const next = readMarker(folded, start + 1, to);
  const heading = folded.slice(own.end, start);
  return next?.style === 'decimal' && next.path.length === own.path.length + 1 && !/[。，；：]/.test(heading)
    ? [start, start + 1]
    : null;
}

const LABEL = /【[\u4e00-\u9fff]{2,6}】/g;
const FEWEST_LABELS = 3;

/** 【标题】…【发文号】…【颁布单位】…: the rows of an index on one line. */
export function labelCuts(folded: string, from: number, to: number): [number, number][] {
  if (folded[from] !== '【') return [];
  const cuts: [number, number][] = [];
  for (const { index } of folded.slice(from, to).matchAll(LABEL))
    if (index > 0) cuts.push([from + index, from + index]);
  return cuts.length + 1 >= FEWEST_LABELS ? cuts : [];
}
