/**
 * Notes in brackets that a typist or a converter broke over several lines. Changes when such a note is told otherwise.
 */
import type { Block } from '../model.ts';

/** A note is not followed further than this. */
const LONGEST = 200;
const OPENS = /^\s*[（(]\s*[0-9〇零一二三四五六七八九]{4} ?年[^）)]*$/;

/** The block at `index`, with those that follow up to the bracket that closes it, and the index of the last one. */
export function wholeNote(folded: string, blocks: readonly Block[], index: number): { block: Block; last: number } {
  const block = blocks[index]!;
  const whole = { block, last: index };
  if (block.end - block.start > LONGEST || !OPENS.test(folded.slice(block.start, block.end))) return whole;
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
