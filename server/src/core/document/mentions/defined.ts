/**
 * Whether a document says what its terms are. Changes when another way to define a term is read.
 * `“X”是指…`, `“X”，即…`, `“四史”` with its list, `（以下简称“X”）`.
 */
import { UnitSet } from '../../text/words.ts';
import type { Enumeration, TermMention } from '../model.ts';
import type { Reading } from './reading.ts';

const BEHIND =
  /^(?:，|（)?(?:是指|指的是|即|就是指|系指|，是指|是[^，。]{2,40}的(?:总抓手|总纲领|简称|统称|概括))|^（(?!以下|下|试行|草案|修订|扩大)[^）]{4,80}）|^：/;
const BEFORE = /(?:简称|称为|称之为|概括为|归纳为|即)[“]?$/;

/** What `BEHIND` begins with and `BEFORE` ends with. */
const OPENS = new UnitSet('，（是指即就系：');
const CLOSES = new UnitSet('称为即“');

const isExplained = (folded: string, start: number, end: number): boolean =>
  (OPENS.has(folded.charCodeAt(end)) && BEHIND.test(folded.slice(end, end + 90))) ||
  (CLOSES.has(folded.charCodeAt(start - 1)) && BEFORE.test(folded.slice(Math.max(0, start - 4), start)));

/** Marks every mention of a term that is defined at any of its mentions. */
export function markDefined(
  reading: Reading,
  terms: readonly TermMention[],
  enumerations: readonly Enumeration[],
): readonly TermMention[] {
  const { folded } = reading;
  const defined = new Set<string>();
  const declared = enumerations.map((enumeration) => enumeration.declaredSpan).sort((a, b) => a.start - b.start);
  let next = 0;
  for (const term of terms) {
    while (next < declared.length && declared[next]!.end <= term.span.start) next++;
    const end = term.quoted ? term.span.end + 1 : term.span.end;
    const start = term.quoted ? term.span.start - 1 : term.span.start;
    const count = declared[next];
    const listed = count !== undefined && count.start <= term.span.start && term.span.end <= count.end;
    if (listed || isExplained(folded, start, end)) defined.add(term.normal);
  }
  if (defined.size === 0) return terms;
  return terms.map((term) => (defined.has(term.normal) ? { ...term, defined: true } : term));
}
