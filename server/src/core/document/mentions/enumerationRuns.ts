/**
 * Counts that ordinals or headings answer: `“四大重点”：一是…二是…`, `六个方面` before six sections.
 * Changes when ordinals are collected or tied to their count differently.
 */
import { numeralValue } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import { UnitSet } from '../../text/words.ts';
import type { Enumeration, Section } from '../model.ts';
import type { StatedCount } from './counts.ts';
import { COUNTED_NOUNS } from './data/enumerationWords.ts';
import { makeEnumeration } from './enumerationLists.ts';
import type { Reading } from './reading.ts';
import { ROLE } from './sites.ts';

interface Ordinal {
  readonly style: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

interface Run {
  readonly members: Ordinal[];
}

const ORDINAL =
  /([一二三四五六七八九十]{1,3})(是|要|则|靠|抓)|第([一二三四五六七八九十]{1,3})(?=[，、：])[，、：]|(首先|其次|再次|再者|最后)[，是要]|([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])|（([一二三四五六七八九十]{1,3}|[0-9]{1,2})）|(?:^|(?<=[\n。；：]))[ ]*([0-9]{1,2}|[一二三四五六七八九十]{1,3})([、.])(?![0-9])/y;
const SEQUENCE: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 最后: 99 };
/** Opens a clause. */
const OPENERS = '，。；：！？\n\r （“”、—,;';
const LOOK_BACK = 90;
const LONGEST_GAP = 6000;

function ordinalAt(folded: string, at: number): RegExpExecArray | null {
  ORDINAL.lastIndex = at;
  return ORDINAL.exec(folded);
}

const VERBS = new UnitSet('是要则靠抓');
const NUMERALS = new UnitSet('一二三四五六七八九十0123456789');
const DOTS = new UnitSet('、.');
const CLAUSE_ENDS = new UnitSet('\n。；：');

/** The ordinal that begins with the numeral at `at`, or with the blanks before it that are not before `from`. */
function numbered(folded: string, at: number, from: number): RegExpExecArray | null {
  const next = folded.charCodeAt(at + 1);
  if (VERBS.has(next)) return ordinalAt(folded, at);
  const longer = NUMERALS.has(next);
  if (!longer && !DOTS.has(next)) return null;
  let start = at;
  while (start > from && folded.charCodeAt(start - 1) === 0x20) start--;
  const opens = start === 0 || CLAUSE_ENDS.has(folded.charCodeAt(start - 1));
  const found = opens ? ordinalAt(folded, start) : null;
  if (found !== null || (opens && start === at)) return found;
  return longer && folded.charCodeAt(at) > 0x39 ? ordinalAt(folded, at) : null;
}

function ordinals(reading: Reading): Ordinal[] {
  const { folded, sites } = reading;
  const found: Ordinal[] = [];
  const wanted = ROLE.ordinalStart | ROLE.numeral;
  let from = 0;
  for (let at = sites.next(wanted, 0); at >= 0; at = sites.next(wanted, Math.max(from, at + 1))) {
    const m = NUMERALS.has(folded.charCodeAt(at)) ? numbered(folded, at, from) : ordinalAt(folded, at);
    if (m === null) continue;
    from = m.index + m[0].length;
    const start = m.index + (m[7] === undefined ? 0 : m[0].length - m[0].trimStart().length);
    const end = m.index + m[0].length;
    const before = folded[start - 1] ?? '\n';
    if (m[6] === undefined && m[5] === undefined && !OPENERS.includes(before)) continue;
    const circled = m[5] === undefined ? null : m[5].charCodeAt(0) - 0x245f;
    const value = circled ?? (m[4] !== undefined ? SEQUENCE[m[4]]! : numeralValue(m[1] ?? m[3] ?? m[6] ?? m[7] ?? ''));
    if (value === null) continue;
    const arabic = /[0-9]/.test(m[0]) ? 'arabic' : 'han';
    const style =
      m[2] !== undefined
        ? m[2]
        : m[3] !== undefined
          ? '第'
          : m[4] !== undefined
            ? '首先'
            : m[5] !== undefined
              ? '①'
              : m[6] !== undefined
                ? `（${arabic}）`
                : `${arabic}${m[8]}`;
    found.push({ style, value, start, end });
  }
  return found;
}

/** Runs 1, 2, 3 … of one style, each as long as it goes on. */
function runs(reading: Reading): Run[] {
  const done: Run[] = [];
  const open = new Map<string, Run>();
  for (const ordinal of ordinals(reading)) {
    const run = open.get(ordinal.style);
    if (ordinal.value === 1) {
      const fresh: Run = { members: [ordinal] };
      open.set(ordinal.style, fresh);
      done.push(fresh);
      continue;
    }
    if (run === undefined) continue;
    const last = run.members[run.members.length - 1]!;
    if (ordinal.start - last.end > LONGEST_GAP) open.delete(ordinal.style);
    else if (ordinal.value === last.value + 1 || (ordinal.value === 99 && last.value < 99)) run.members.push(ordinal);
    else if (ordinal.value > last.value + 1) open.delete(ordinal.style);
  }
  return done.filter((run) => run.members.length >= 2);
}

const COUNTED = new RegExp(`^(?:大|个|项|条|点|件|种|类|步|方面)?(?:[^，。；：]{0,8}?)${COUNTED_NOUNS}`);

/** Whether the count counts what ordinals and headings can be: measured nouns or a quoted term. */
const isCounting = (folded: string, count: StatedCount): boolean =>
  count.quoted || COUNTED.test(folded.slice(count.numeralEnd, Math.min(count.end + 8, count.numeralEnd + 20)));

/** The first words of an item: to its first comma or full stop. */
function clauseFrom(folded: string, from: number, most: number): Span {
  let start = from;
  while (start < most && ' \t'.includes(folded[start]!)) start++;
  let end = start;
  let depth = 0;
  while (end < most && end - start < 120) {
    const c = folded[end]!;
    if ('“（《'.includes(c)) depth++;
    else if ('”）》'.includes(c)) depth--;
    else if (c === '\n' || (depth <= 0 && '，。；：！？'.includes(c))) break;
    end++;
  }
  return { start, end };
}

/** Enumerations by ordinals. `counts` are in order; those in `taken` have their list already. */
export function ordinalEnumerations(
  reading: Reading,
  counts: readonly StatedCount[],
  taken: ReadonlySet<StatedCount>,
): [StatedCount, Enumeration][] {
  const { folded } = reading;
  const found: [StatedCount, Enumeration][] = [];
  for (const run of runs(reading)) {
    const first = run.members[0]!;
    const count = countBefore(folded, counts, taken, first.start, run.members.length);
    if (count === null) continue;
    const items = run.members.map((member, i) =>
      clauseFrom(folded, member.end, run.members[i + 1]?.start ?? Math.min(folded.length, member.end + 200)),
    );
    if (items.some((item) => item.end <= item.start)) continue;
    found.push([count, makeEnumeration(reading, count, items, 'ordinals')]);
  }
  return found;
}

/** The count that stands in the sentence right before `at` and fits; one that is off by one only right before a colon. */
function countBefore(
  folded: string,
  counts: readonly StatedCount[],
  taken: ReadonlySet<StatedCount>,
  at: number,
  size: number,
): StatedCount | null {
  let low = 0;
  let high = counts.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (counts[mid]!.start < at) low = mid + 1;
    else high = mid;
  }
  for (let i = low - 1; i >= 0 && i >= low - 6; i--) {
    const count = counts[i]!;
    if (at - count.end > LOOK_BACK) break;
    if (taken.has(count) || count.end > at || !isCounting(folded, count)) continue;
    const between = folded.slice(count.end, at);
    if ((between.match(/[。！？]/g) ?? []).length > 1) break;
    if (count.count === size) return count;
    if (Math.abs(count.count - size) === 1 && size >= 2 && /^[^，。；]{0,8}：\s*$/.test(between) && count.count > 2)
      return count;
  }
  return null;
}

/** Enumerations by headings: a section whose heading or last words before its children count them. */
export function headingEnumerations(
  reading: Reading,
  counts: readonly StatedCount[],
  taken: ReadonlySet<StatedCount>,
): [StatedCount, Enumeration][] {
  const { folded, structure } = reading;
  const found: [StatedCount, Enumeration][] = [];
  const visit = (from: number, heading: Span | null, children: readonly Section[]): void => {
    for (const group of groups(children)) {
      const first = group[0]!;
      if (group.length >= 2) {
        const count =
          headingCount(
            folded,
            counts,
            taken,
            Math.max(from, first.headingSpan.start - 700),
            first.headingSpan.start,
            group.length,
          ) ??
          (heading === null ? null : headingCount(folded, counts, taken, heading.start, heading.end, group.length));
        if (count !== null)
          found.push([
            count,
            makeEnumeration(
              reading,
              count,
              group.map((s) => s.titleSpan),
              'headings',
            ),
          ]);
      }
    }
    for (const child of children)
      if (child.children.length > 0) visit(child.headingSpan.end, child.headingSpan, child.children);
  };
  visit(0, null, structure.outline);
  return found;
}

/** Neighbours of one marker style whose numbers run on from 1. */
function groups(sections: readonly Section[]): Section[][] {
  const all: Section[][] = [];
  let current: Section[] = [];
  for (const section of sections) {
    const last = current[current.length - 1];
    const continues =
      last !== undefined && section.markerStyle === last.markerStyle && section.ordinal === (last.ordinal ?? 0) + 1;
    if (section.markerStyle === null || section.ordinal === null || section.kind === 'item') {
      if (current.length > 0) all.push(current);
      current = [];
    } else if (continues) current.push(section);
    else {
      if (current.length > 0) all.push(current);
      current = section.ordinal === 1 ? [section] : [];
    }
  }
  if (current.length > 0) all.push(current);
  return all;
}

/** The last count in `[from, to)` that fits the number of sections; off by one only where it closes with a colon. */
function headingCount(
  folded: string,
  counts: readonly StatedCount[],
  taken: ReadonlySet<StatedCount>,
  from: number,
  to: number,
  size: number,
): StatedCount | null {
  let low = 0;
  let high = counts.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (counts[mid]!.start < to) low = mid + 1;
    else high = mid;
  }
  const before = folded.slice(from, to);
  const paragraph = from + before.lastIndexOf('\n', before.trimEnd().length - 1) + 1;
  const intro = folded.slice(paragraph, to);
  for (let i = low - 1; i >= 0 && i >= low - 8; i--) {
    const count = counts[i]!;
    if (count.start < paragraph) break;
    if (taken.has(count) || count.end > to || !isCounting(folded, count)) continue;
    const rest = folded.slice(count.end, to);
    const close = (rest.match(/[。！？]/g) ?? []).length <= 1;
    if (count.count === size && (close || intro.length < 120)) return count;
    if (Math.abs(count.count - size) === 1 && size >= 3 && /^[^，。；]{0,8}[：。]\s*$/.test(rest)) return count;
  }
  return null;
}
