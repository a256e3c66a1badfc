/**
 * Notes in brackets that a typist or a converter broke over several lines. Changes when such a note is told otherwise.
 */
import { UnitSet } from '../../text/words.ts';
import type { Block } from '../model.ts';

/** A note is not followed further than this. */
const LONGEST = 200;
/** Blanks and the bracket that it begins with. */
const BEGINS = new UnitSet(
  '（( \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
);
const OPENS = /^\s*[（(]\s*[0-9〇零一二三四五六七八九]{4} ?年[^）)]*$/;

/** The block at `index`, with those that follow up to the bracket that closes it, and the index of the last one. */
export function wholeNote(folded: string, blocks: readonly Block[], index: number): { block: Block; last: number } {
  const block = blocks[index]!;
  const whole = { block, last: index };
  if (!BEGINS.has(folded.charCodeAt(block.start)) || block.end - block.start > LONGEST) return whole;
  if (!OPENS.test(folded.slice(block.start, block.end))) return whole;
  for (let i = index + 1; i < blocks.length; i++) {
    const next = blocks[i]!;
    if (next.end - block.start > LONGEST) break;
    const added = folded.slice(next.start, next.end);
    const close = added.search(/[）)]/);
    if (close < 0 ? /[。（(]/.test(added) : /[。（(]/.test(added.slice(0, close))) break;
    if (close < 0) continue;
    if (added.slice(close + 1).trim() !== '') break;
    return { block: { ...block, kind: 'adoption-note', end: next.end, lastLine: next.lastLine }, last: i };
  }
  return whole;
}
