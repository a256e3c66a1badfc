/**
 * What the paragraphs say, at its place in the document. Changes when a kind of mention is added to paragraphs.
 */
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { GLOSS, isGlossed } from '../layout/lineText.ts';
import type { Attendance, Block, BlockKind, Enumeration, PersonMention, TermMention } from '../model.ts';
import { wholeNote } from './brokenNotes.ts';
import type { StatedCount } from './counts.ts';
import type { RawDate } from './dates.ts';
import type { FoundMeeting } from './meetings.ts';
import { readParagraph } from './paragraph.ts';
import type { Reading } from './reading.ts';

export interface LocalMentions {
  readonly dates: RawDate[];
  readonly meetings: FoundMeeting[];
  readonly terms: TermMention[];
  readonly persons: PersonMention[];
  /** The first that is told in the document's first part. */
  attendance: Attendance | null;
  readonly counts: StatedCount[];
  /** The list beside a count, where it has one. */
  readonly lists: Map<StatedCount, Enumeration>;
}

/** Attendance is told at the beginning or not at all. */
const ATTENDANCE_WITHIN = 6000;
/** Blocks whose lines were broken by a typist or a converter: they are read as one line. */
const WRAPPED: ReadonlySet<BlockKind> = new Set(['paragraph', 'title', 'heading', 'adoption-note']);
const BREAK = /[ \t\u3000\u00a0]*[\r\n]+[ \t\u3000\u00a0]*/g;
const BREAK_OR_GLOSS = new RegExp(`${BREAK.source}|${GLOSS.source}`, 'g');

/** A block's text without the line breaks and the pinyin glosses inside it, and the way back to offsets of the document. */
interface Unwrapped {
  readonly text: string;
  readonly folded: string;
  at(offset: number, isEnd: boolean): number;
}

function unwrap(reading: Reading, block: Block, glossed: boolean): Unwrapped {
  const raw = reading.text.slice(block.start, block.end);
  const same = reading.structure.folded === reading.text;
  const plain: Unwrapped = {
    text: raw,
    folded: same ? raw : reading.structure.folded.slice(block.start, block.end),
    at: (offset) => offset + block.start,
  };
  const wrapped = block.firstLine !== block.lastLine && WRAPPED.has(block.kind);
  const left = glossed ? (wrapped ? BREAK_OR_GLOSS : GLOSS) : wrapped ? BREAK : null;
  if (left === null) return plain;
  // `from[i]` is where the i-th piece begins in the joined text, `to[i]` where it does in the document.
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  let last = 0;
  for (const m of raw.matchAll(left)) {
    if (m.index + m[0].length >= raw.length) break;
    from.push(text.length);
    to.push(block.start + last);
    text += raw.slice(last, m.index);
    last = m.index + m[0].length;
  }
  if (last === 0) return plain;
  from.push(text.length);
  to.push(block.start + last);
  text += raw.slice(last);
  const at = (offset: number, isEnd: boolean): number => {
    // The end of a span belongs to the piece that its last character is in.
    const probe = isEnd ? offset - 1 : offset;
    let low = 0;
    let high = from.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (from[mid]! <= probe) low = mid;
      else high = mid - 1;
    }
    return offset - from[low]! + to[low]!;
  };
  return { text, folded: same ? text : fold(text), at };
}

/** Reads all blocks that hold text, in order. */
export function readLocal(reading: Reading): LocalMentions {
  const local: LocalMentions = {
    dates: [],
    meetings: [],
    terms: [],
    persons: [],
    attendance: null,
    counts: [],
    lists: new Map(),
  };
  const glossed = reading.structure.script !== 'hans' && isGlossed(reading.text);
  for (let i = 0; i < reading.blocks.length; i++) {
    const { block, last } = wholeNote(reading.folded, reading.blocks, i);
    i = last;
    if (block.kind === 'blank' || block.end - block.start < 2) continue;
    const { text, folded, at } = unwrap(reading, block, glossed);
    const paragraph = readParagraph(text, folded);
    const moved = ({ start, end }: Span): Span => ({ start: at(start, false), end: at(end, true) });
    for (const date of paragraph.dates) local.dates.push({ ...date, ...moved(date) });
    for (const meeting of paragraph.meetings) local.meetings.push({ ...meeting, span: moved(meeting.span) });
    for (const term of paragraph.terms) local.terms.push({ ...term, span: moved(term.span) });
    for (const person of paragraph.persons) local.persons.push({ ...person, span: moved(person.span) });
    const { attendance } = paragraph;
    if (attendance !== null && local.attendance === null && block.start < ATTENDANCE_WITHIN) {
      local.attendance = { ...attendance, span: moved(attendance.span) };
    }
    for (const [count, list] of paragraph.counts) {
      const here = { ...count, ...moved(count), numeralEnd: at(count.numeralEnd, true) };
      local.counts.push(here);
      if (list === null) continue;
      local.lists.set(here, {
        ...list,
        declaredSpan: moved(list.declaredSpan),
        span: moved(list.span),
        items: list.items.map((item) => ({ text: item.text, span: moved(item.span) })),
      });
    }
  }
  return local;
}
