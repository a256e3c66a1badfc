/**
 * What a paragraph says by itself, remembered by its text: typing in one paragraph costs that paragraph alone.
 * Changes when another reader needs nothing but the paragraph. Places are relative to the paragraph's beginning.
 */
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Attendance, Enumeration, PersonMention, TermCategory } from '../model.ts';
import { readAttendance } from './attendance.ts';
import { readCounts, type StatedCount } from './counts.ts';
import { type RawDate, readDates } from './dates.ts';
import { listAfter, listBefore } from './enumerationLists.ts';
import { readMarks } from './marks.ts';
import { type FoundMeeting, readMeetings } from './meetings.ts';
import { Passage, withQuotes } from './passage.ts';
import { readPersons } from './persons.ts';
import { readPrograms } from './programs.ts';
import { readQuotedTerms } from './quotedTerms.ts';

/** A term with its place, before anybody asks whether the document defines it. */
export interface LocalTerm extends Span {
  readonly text: string;
  readonly normal: string;
  readonly category: TermCategory;
  readonly quoted: boolean;
  readonly head: string | undefined;
}

export interface Paragraph {
  readonly dates: readonly RawDate[];
  readonly meetings: readonly FoundMeeting[];
  readonly terms: readonly LocalTerm[];
  readonly persons: readonly PersonMention[];
  readonly attendance: Attendance | null;
  /** Counts with the list beside them, where there is one. */
  readonly counts: readonly (readonly [StatedCount, Enumeration | null])[];
}

const NONE: readonly never[] = [];
/** Most paragraphs have none of a kind: they share one empty list. */
const kept = <T>(found: readonly T[]): readonly T[] => (found.length === 0 ? NONE : found);

/** Longer paragraphs are read anew each time: they would crowd out all others. */
const LONGEST_KEPT = 8000;
/** Characters kept in each of two generations; what was not asked for during one is forgotten after the next. */
const KEPT = 1_000_000;

let young = new Map<string, Paragraph>();
let old = new Map<string, Paragraph>();
let size = 0;

function readFresh(text: string, folded: string): Paragraph {
  const passage = new Passage(text, withQuotes(folded));
  const pairs = readMarks(passage);
  const counts = readCounts(passage, pairs);
  return {
    dates: kept(readDates(passage)),
    meetings: kept(readMeetings(passage)),
    terms: merged(readQuotedTerms(passage, pairs), readPrograms(passage, pairs)),
    persons: kept(readPersons(passage)),
    attendance: readAttendance(passage),
    counts: kept(counts.map((count) => [count, listBefore(passage, count) ?? listAfter(passage, count)] as const)),
  };
}

const before = (a: LocalTerm, b: LocalTerm): number => a.start - b.start || b.end - a.end;

/** In order, as each list is already but for chance. */
function sorted(terms: readonly LocalTerm[]): readonly LocalTerm[] {
  for (let i = 1; i < terms.length; i++) if (before(terms[i - 1]!, terms[i]!) > 0) return [...terms].sort(before);
  return terms;
}

/** The terms of both lists by start, the longer first. */
function merged(quoted: readonly LocalTerm[], named: readonly LocalTerm[]): readonly LocalTerm[] {
  if (quoted.length === 0) return kept(sorted(named));
  if (named.length === 0) return sorted(quoted);
  const [first, second] = [sorted(quoted), sorted(named)];
  const all: LocalTerm[] = [];
  let next = 0;
  for (const term of first) {
    while (next < second.length && before(second[next]!, term) < 0) all.push(second[next++]!);
    all.push(term);
  }
  while (next < second.length) all.push(second[next++]!);
  return all;
}

/**
 * Reads a paragraph, or remembers it. A function of `text` alone; `folded` is its folded form where that is known.
 * One that is not to be `remembered` crowds out no other: it belongs to a document that nobody is writing.
 */
export function readParagraph(text: string, folded: string = fold(text), remembered = true): Paragraph {
  if (text.length > LONGEST_KEPT) return readFresh(text, folded);
  // A string of its own: a mere slice would keep its whole document in memory. `join` makes a flat one, which is read faster.
  const key = [text, '\n'].join('');
  if (!remembered) return readFresh(key, folded === text ? key : [folded, '\n'].join(''));
  let known = young.get(key);
  if (known !== undefined) return known;
  known = old.get(key) ?? readFresh(key, folded === text ? key : [folded, '\n'].join(''));
  young.set(key, known);
  size += key.length;
  if (size > KEPT) {
    old = young;
    young = new Map();
    size = 0;
  }
  return known;
}

/** Forgets all paragraphs, so that a test or a benchmark sees each of them read anew. */
export function forgetParagraphs(): void {
  young = new Map();
  old = new Map();
  size = 0;
}
