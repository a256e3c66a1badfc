/**
 * Sentences and clauses as spans. Changes when what ends a sentence or a clause changes.
 * One pass, no backtracking; closing quotes and brackets behind a full stop belong to the sentence that they close.
 */
import type { Span } from './span.ts';

const isTerminal = (code: number): boolean =>
  code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x21 || code === 0x3f || code === 0xff61;

const isSemicolon = (code: number): boolean => code === 0xff1b || code === 0x3b;

/** ” ’ 」 』 》 〉 ） ) 】 〕 */
const isCloser = (code: number): boolean =>
  code === 0x201d ||
  code === 0x2019 ||
  code === 0x300d ||
  code === 0x300f ||
  code === 0x300b ||
  code === 0x3009 ||
  code === 0xff09 ||
  code === 0x29 ||
  code === 0x3011 ||
  code === 0x3015;

const isHan = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);

const isBlankOrBreak = (code: number): boolean =>
  code === 0x20 || code === 0x3000 || code === 0xa0 || code === 9 || code === 10 || code === 13;

/** A dot that stands for 。: behind a Chinese character or a closing mark, not inside `2.0` or `PM2.5`. */
function isDotStop(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 10;
  return (
    (isHan(before) || isCloser(before)) && (isHan(after) || isBlankOrBreak(after) || isCloser(after) || isOpener(after))
  );
}

const isOpener = (code: number): boolean =>
  code === 0x201c || code === 0x2018 || code === 0x300c || code === 0x300e || code === 0x300a || code === 0xff08;

function split(text: string, from: number, to: number, ends: (code: number, at: number) => boolean): Span[] {
  const spans: Span[] = [];
  let start = from;
  const push = (end: number): void => {
    let s = start;
    let e = end;
    while (s < e && isBlankOrBreak(text.charCodeAt(s))) s++;
    while (e > s && isBlankOrBreak(text.charCodeAt(e - 1))) e--;
    if (e > s) spans.push({ start: s, end: e });
    start = end;
  };
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) push(i);
    else if (ends(code, i)) {
      while (i + 1 < to && (isCloser(text.charCodeAt(i + 1)) || ends(text.charCodeAt(i + 1), i + 1))) i++;
      push(i + 1);
    }
  }
  push(to);
  return spans;
}

/**
 * The sentences of `text` between `from` and `to` (offsets), without the white space around them; 。！？ and line ends
 * end one, and a dot where it stands for 。.
 */
export function sentences(text: string, from = 0, to = text.length): Span[] {
  return split(text, from, to, (code, at) => isTerminal(code) || (code === 0x2e && isDotStop(text, at)));
}

/** The clauses: as `sentences`, and ；，： (both widths) end one as well. */
export function clauses(text: string, from = 0, to = text.length): Span[] {
  return split(
    text,
    from,
    to,
    (code, at) =>
      isTerminal(code) ||
      isSemicolon(code) ||
      code === 0xff0c ||
      code === 0xff1a ||
      (code === 0x2c && !isDigit(text.charCodeAt(at + 1))) ||
      (code === 0x3a && !isDigit(text.charCodeAt(at + 1))) ||
      (code === 0x2e && isDotStop(text, at)),
  );
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
