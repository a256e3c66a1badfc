/**
 * What the paragraphs say, at its place in the document. Changes when a kind of mention is added to paragraphs.
 */
import type { Span } from '../../text/span.ts';
import type { Attendance, Block, BlockKind, Enumeration, PersonMention, TermMention } from '../model.ts';
import { wholeNote } from './brokenNotes.ts';
import type { StatedCount } from './counts.ts';
import type { RawDate } from './dates.ts';
import type { FoundMeeting } from './meetings.ts';
import { readParagraph } from './paragraph.ts';
import { BREAK } from './plain.ts';
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

/** A block's text without the line breaks inside it, and the way back to offsets of the document. */
class Unwrapped {
  readonly text: string;
  readonly folded: string;
  /** Where the pieces begin in the joined text, and where in the document. */
  readonly #from: readonly number[];
  readonly #to: readonly number[];

  constructor(text: string, folded: string, from: readonly number[], to: readonly number[]) {
    this.text = text;
    this.folded = folded;
    this.#from = from;
    this.#to = to;
  }

  at(offset: number, isEnd: boolean): number {
    const from = this.#from;
    if (from.length === 1) return offset + this.#to[0]!;
    // The end of a span belongs to the piece that its last character is in.
    const probe = isEnd ? offset - 1 : offset;
    let low = 0;
    let high = from.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (from[mid]! <= probe) low = mid;
      else high = mid - 1;
    }
    return offset - from[low]! + this.#to[low]!;
  }

  span({ start, end }: Span): Span {
    return { start: this.at(start, false), end: this.at(end, true) };
  }
}

const WHOLE: readonly number[] = [0];

function unwrap(reading: Reading, block: Block): Unwrapped {
  const raw = reading.text.slice(block.start, block.end);
  const same = reading.structure.folded === reading.text;
  const plain = () => {
    const folded = same ? raw : reading.structure.folded.slice(block.start, block.end);
    return new Unwrapped(raw, folded, WHOLE, [block.start]);
  };
  if (block.firstLine === block.lastLine || !WRAPPED.has(block.kind)) return plain();
  // `from[i]` is where the i-th piece begins in the joined text, `to[i]` where it does in the document.
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  let folded = '';
  let last = 0;
  const join = (end: number): void => {
    text += raw.slice(last, end);
    if (!same) folded += reading.structure.folded.slice(block.start + last, block.start + end);
  };
  for (const m of raw.matchAll(BREAK)) {
    if (m.index + m[0].length >= raw.length) break;
    from.push(text.length);
    to.push(block.start + last);
    join(m.index);
    last = m.index + m[0].length;
  }
  if (last === 0) return plain();
  from.push(text.length);
  to.push(block.start + last);
  join(raw.length);
  return new Unwrapped(text, same ? text : folded, from, to);
}

// Objects are written out here: copies by `...` are slow, and there are many.

const dateAt = (unwrapped: Unwrapped, { start, end, year, relative, month, day, last, timed }: RawDate): RawDate => ({
  start: unwrapped.at(start, false),
  end: unwrapped.at(end, true),
  year,
  relative,
  month,
  day,
  last,
  timed,
});

function meetingAt(unwrapped: Unwrapped, meeting: FoundMeeting): FoundMeeting {
  const { body, bodyFull, congress, session, enlarged, text, span, kind, level, place } = meeting;
  return { body, bodyFull, congress, session, enlarged, text, span: unwrapped.span(span), kind, level, place };
}

/** Reads all blocks that hold text, in order; `remembered` as in `readParagraph`. */
export function readLocal(reading: Reading, remembered = true): LocalMentions {
  const local: LocalMentions = {
    dates: [],
    meetings: [],
    terms: [],
    persons: [],
    attendance: null,
    counts: [],
    lists: new Map(),
  };
  for (let i = 0; i < reading.blocks.length; i++) {
    const { block, last } = wholeNote(reading.folded, reading.blocks, i);
    i = last;
    if (block.kind === 'blank' || block.end - block.start < 2) continue;
    const unwrapped = unwrap(reading, block);
    const paragraph = readParagraph(unwrapped.text, unwrapped.folded, remembered);
    for (const date of paragraph.dates) local.dates.push(dateAt(unwrapped, date));
    if (block.kind === 'front-matter') continue;
    for (const meeting of paragraph.meetings) local.meetings.push(meetingAt(unwrapped, meeting));
    for (const { text, normal, category, quoted, head, start, end } of paragraph.terms) {
      const span = { start: unwrapped.at(start, false), end: unwrapped.at(end, true) };
      const defined = false;
      if (head === undefined) local.terms.push({ text, normal, category, quoted, defined, span });
      else local.terms.push({ text, normal, category, quoted, defined, span, head });
    }
    for (const { name, positions, span } of paragraph.persons) {
      local.persons.push({ name, positions, span: unwrapped.span(span) });
    }
    const { attendance } = paragraph;
    if (attendance !== null && local.attendance === null && block.start < ATTENDANCE_WITHIN) {
      local.attendance = { ...attendance, span: unwrapped.span(attendance.span) };
    }
    for (const [count, list] of paragraph.counts) {
      const here = {
        start: unwrapped.at(count.start, false),
        end: unwrapped.at(count.end, true),
        count: count.count,
        quoted: count.quoted,
        numeralEnd: unwrapped.at(count.numeralEnd, true),
      };
      local.counts.push(here);
      if (list === null) continue;
      local.lists.set(here, {
        ...list,
        declaredSpan: unwrapped.span(list.declaredSpan),
        span: unwrapped.span(list.span),
        items: list.items.map((item) => ({ text: item.text, span: unwrapped.span(item.span) })),
      });
    }
  }
  return local;
}
