/**
 * Quoted strings as term mentions. Changes when what is taken for a quoted term changes; `termClass.ts` says which class.
 */
import { keyOfFolded } from '../../text/fold.ts';
import type { Pair } from './marks.ts';
import type { LocalTerm } from './paragraph.ts';
import { type Passage, withStops } from './passage.ts';
import { classifyTerm } from './termClass.ts';

const BEFORE = 14;
const AFTER = 64;

/** Quotation marks become terms; of single marks only those that are not within a person's words. Ordered by start. */
export function readQuotedTerms(reading: Passage, pairs: readonly Pair[]): LocalTerm[] {
  const { folded } = reading;
  const terms: LocalTerm[] = [];
  let rowStart = 0;
  let rowEnd = -1;
  for (const pair of pairs) {
    if (pair.kind !== 'quote' && pair.kind !== 'single') continue;
    // Strings in one row share the verb before the first: 荣获“A”“B”.
    const joined = pair.start === rowEnd || (pair.start === rowEnd + 1 && folded[rowEnd] === '、');
    if (!joined) rowStart = pair.start;
    rowEnd = pair.end;
    const start = pair.start + 1;
    const end = pair.end - 1;
    const text = reading.joined({ start, end });
    const own = reading.foldPart(text);
    const normal = keyOfFolded(own);
    if (normal.length === 0 || isAttribute(folded, pair.start, normal)) continue;
    const { category, head } = classifyTerm(withStops(own).trim(), normal, {
      before: folded.slice(Math.max(0, rowStart - BEFORE), rowStart),
      after: folded.slice(pair.end, pair.end + AFTER),
    });
    terms.push({ text, normal, category, quoted: true, head, start, end });
  }
  return terms;
}

/** `class="lead"`: the value of a tag's attribute. */
const isAttribute = (folded: string, at: number, value: string): boolean =>
  (folded[at - 1] === '=' || folded[at - 1] === '＝') && !/[\u4e00-\u9fff]/.test(value);
