/**
 * Cuts a long line that holds several paragraphs, set apart by nothing but blanks, as scraped pages do.
 * Changes when other separators turn up.
 */
import { isBlank, isCloser, isHan, isTerminal } from './characters.ts';
import { isDivisionMarker, readMarker } from './marker.ts';

const SHORTEST = 120;

/**
 * Where to cut the content `[from, to)` of one line: pairs of the end of a paragraph and the start of the next.
 * `flat` says that the whole text has hardly any line ends, so that single blanks may separate paragraphs too.
 */
export function cutPoints(text: string, folded: string, from: number, to: number, flat: boolean): [number, number][] {
  if (to - from < SHORTEST) return [];
  const cuts: [number, number][] = [];
  let tokenStart = from;
  for (let i = from; i < to; i++) {
    if (!isBlank(text.charCodeAt(i))) continue;
    const a = i;
    let wide = 0;
    while (i < to && isBlank(text.charCodeAt(i))) {
      if (text.charCodeAt(i) === 0x3000) wide++;
      i++;
    }
    if (separates(folded, { tokenStart, a, b: i, to, wide, flat })) {
      cuts.push([a, i]);
    }
    tokenStart = i;
    i--;
  }
  return cuts;
}

interface Gap {
  readonly tokenStart: number;
  readonly a: number;
  readonly b: number;
  readonly to: number;
  readonly wide: number;
  readonly flat: boolean;
}

function separates(folded: string, gap: Gap): boolean {
  const { tokenStart, a, b, to, wide, flat } = gap;
  const nextBlank = b + 1 < to && isBlank(folded.charCodeAt(b + 1));
  if (a - tokenStart === 1 && (nextBlank || b + 1 === to)) return false;
  if (isDivisionMarker(folded, tokenStart, a)) return false;
  let k = a - 1;
  while (k > tokenStart && isCloser(folded.charCodeAt(k))) k--;
  const before = folded.charCodeAt(k);
  const closed = isTerminal(before) || before === 0x3002;
  const marked = readMarker(folded, b, Math.min(to, b + 40)) !== null;
  if (wide >= 2 || b - a >= 4) return true;
  if (b - a >= 2) return closed || marked;
  if (!flat) return wide === 1 && closed && (marked || isHan(folded.charCodeAt(b)));
  if (wide === 1) return true;
  return closed || marked;
}
