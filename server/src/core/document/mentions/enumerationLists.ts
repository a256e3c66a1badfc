/**
 * Lists beside their count: before it (`A、B、C、D“四史”`) or behind it (`三大攻坚战：A、B、C`).
 * Changes when the evidence that a list answers a count is judged differently.
 */
import { Before } from '../../text/edges.ts';
import type { Span } from '../../text/span.ts';
import type { Enumeration } from '../model.ts';
import type { StatedCount } from './counts.ts';
import { COUNT_LINKS, LIST_LINKS, MEASURES } from './data/enumerationWords.ts';
import {
  isOpenPhrase,
  segmentsAfter,
  segmentsBefore,
  sharedEnding,
  splitAtJoint,
  trimFirst,
  trimItem,
} from './inlineLists.ts';
import type { Passage } from './passage.ts';

const LONGEST_ITEM = 60;
const SUMMING = new Before(/(?:这|以上|上述|共|共计)$/, 2);

function finish(
  reading: Passage,
  count: StatedCount,
  items: readonly Span[],
  form: Enumeration['form'],
  end?: number,
): Enumeration {
  const declared = { start: count.start, end: end ?? count.end };
  const first = items[0]!;
  const last = items[items.length - 1]!;
  return {
    declared: reading.joined(declared),
    declaredSpan: declared,
    count: count.count,
    items: items.map((span) => ({ text: reading.joined(span), span })),
    form,
    span: { start: Math.min(first.start, declared.start), end: Math.max(last.end, declared.end) },
  };
}

/** The list that ends right before the count, or null. */
export function listBefore(reading: Passage, count: StatedCount): Enumeration | null {
  const { folded } = reading;
  if (count.count === 2 && !count.quoted && !MEASURES.includes(folded[count.numeralEnd] ?? '\n')) return null;
  let end = count.start;
  while (end > 0 && folded[end - 1] === ' ') end--;
  let linked = false;
  if (folded.endsWith('等等', end)) end -= 2;
  else if (folded[end - 1] === '等') {
    end--;
    linked = true;
  } else if (SUMMING.test(folded, end)) {
    end -= /(?:以上|上述|共计)$/.test(folded.slice(Math.max(0, end - 2), end)) ? 2 : 1;
    linked = true;
  }
  const previous = folded[end - 1] ?? '\n';
  if (previous === '、' || (count.quoted && previous === '”' && count.count === 2)) return null;
  // “甲+乙+丙”的“新三样”
  const of = count.quoted && previous === '的' && folded[end - 2] === '”';
  const quoted = of || (previous === '”' && !count.quoted) ? quotedList(reading, count, of ? end - 1 : end) : null;
  if (quoted !== null) return quoted;
  let segments: Span[];
  if (previous === '，') {
    end--;
    linked = true;
    segments = segmentsBefore(folded, end);
  } else {
    segments = segmentsBefore(folded, end);
    const only = segments[segments.length - 1]!;
    if (segments.length === 1 && only.start > 0 && folded[only.start - 1] === '，') {
      const link = folded.slice(only.start, only.end);
      if (COUNT_LINKS.test(link) || link === '') {
        linked = true;
        segments = segmentsBefore(folded, only.start - 1);
      }
    }
  }
  return fitBefore(reading, count, segments, linked);
}

/** `“工业强县、大美庐江、全域旅游”三大战略`: the list is one quotation right before the count. */
function quotedList(reading: Passage, count: StatedCount, end: number): Enumeration | null {
  const { folded } = reading;
  const open = folded.lastIndexOf('“', end - 2);
  if (open < 0 || end - open > LONGEST_ITEM * count.count) return null;
  const inner = folded.slice(open + 1, end - 1);
  if (/[”。；\n]/.test(inner)) return null;
  const items: Span[] = [];
  let start = open + 1;
  for (const part of inner.split(/[、+＋]/)) {
    items.push(trimItem(folded, { start, end: start + part.length }));
    start += part.length + 1;
  }
  if (items.length !== count.count || items.some((item) => item.end <= item.start)) return null;
  return finish(reading, count, items, 'list-before');
}

function fitBefore(reading: Passage, count: StatedCount, given: readonly Span[], linked: boolean): Enumeration | null {
  const { folded } = reading;
  let segments = given;
  const wanted = count.count;
  // One too few or too many is a fault worth showing, but only where the items are plainly those of the term.
  const near = Math.abs(given.length - wanted) === 1 && count.quoted && given.length >= 3;
  if (given.length !== wanted && given.length !== wanted - 1 && !near) return null;
  if (segments.length === wanted - 1) {
    const parts = splitAtJoint(folded, segments[segments.length - 1]!);
    if (parts !== null && (wanted > 2 || !count.quoted)) segments = [...segments.slice(0, -1), ...parts];
  }
  const exact = segments.length === wanted;
  if (!exact && !near) return null;
  const tail = segments[segments.length - 1]!;
  if (tail.end <= tail.start) return null;
  const last = folded.slice(tail.start, tail.end);
  const others = /^ *等/.test(folded.slice(tail.end, count.start));
  const sure = exact && wanted > 2 && last.length > 3 && (others || /(?:整治|治理)$/.test(last));
  if (isOpenPhrase(last) && !sure) return null;
  const rest = segments.slice(1).map((s) => trimItem(folded, s));
  if (rest.some((s) => s.end - s.start < 1 || s.end - s.start > LONGEST_ITEM)) return null;
  if (!exact) {
    const noun = folded[count.end - 2];
    if (!sharedEnding(folded, rest) || folded[rest[0]!.end - 1] !== noun) return null;
  }
  const first = trimFirst(folded, trimItem(folded, segments[0]!), rest);
  if (first.end - first.start < 1) return null;
  // 大气、水、土壤污染防治三大计划: what is listed are the first characters of longer names, not the things counted.
  if ([first, ...rest].some((s) => s.end - s.start === 1) && rest.some((s) => s.end - s.start > 2)) return null;
  if (wanted === 2 && !linked && !plausiblePair(folded, first, rest[0]!)) return null;
  return finish(reading, count, [first, ...rest], 'list-before');
}

/** Two items are easily found by chance: they must be alike in length, and neither a clause. */
function plausiblePair(folded: string, first: Span, second: Span): boolean {
  const a = first.end - first.start;
  const b = second.end - second.start;
  if (a > 12 || b > 12 || Math.abs(a - b) > 4) return false;
  return !/[”“]/.test(folded.slice(second.start, second.end)) || !/“/.test(folded.slice(first.end, second.start));
}

/** The list that a colon, a bracket, 即 or 包括 announces behind the count, or null. */
export function listAfter(reading: Passage, count: StatedCount): Enumeration | null {
  const { folded } = reading;
  const from = count.quoted ? count.end : Math.min(count.end, count.numeralEnd + 14);
  const tail = folded.slice(from, from + 40);
  const link = LIST_LINKS.exec(tail);
  if (link === null) return null;
  const start = from + link[0].length;
  for (const separator of ['、', '；', '，'] as const) {
    let segments = segmentsAfter(folded, start, separator, count.count);
    if (
      segments.length === count.count - 1 &&
      segments.length >= 2 - (separator === '、' ? 1 : 0) &&
      separator === '、'
    ) {
      const parts = splitAtJoint(folded, segments[segments.length - 1]!);
      if (parts !== null) segments = [...segments.slice(0, -1), ...parts];
    }
    if (segments.length !== count.count) continue;
    const items = segments.map((s) => trimItem(folded, s));
    const longest = separator === '、' ? LONGEST_ITEM : 160;
    if (items.some((s) => s.end - s.start < 1 || s.end - s.start > longest)) continue;
    if (
      /^[一二三四五六七八九十]+(?:是|要)|^第[一二三]|^[①⑴⒈]|^（[一1]）|^[一1][、.]/.test(
        folded.slice(items[0]!.start, items[0]!.start + 4),
      )
    )
      return null;
    if (separator === '，' && count.count === 2 && !link[0].endsWith('：')) continue;
    if (
      count.count === 2 &&
      separator === '、' &&
      Math.abs(items[0]!.end - items[0]!.start - (items[1]!.end - items[1]!.start)) > 10
    )
      continue;
    return finish(reading, count, items, 'list-after');
  }
  return null;
}

export { finish as makeEnumeration };
