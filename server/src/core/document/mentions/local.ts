/**
 * What the paragraphs say, at its place in the document. Changes when a kind of mention is added to paragraphs.
 */
import type { Span } from '../../text/span.ts';
import type { Enumeration, PersonMention, TermMention } from '../model.ts';
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
  readonly counts: StatedCount[];
  /** The list beside a count, where it has one. */
  readonly lists: Map<StatedCount, Enumeration>;
}

/** Reads all blocks that hold text, in order. */
export function readLocal(reading: Reading): LocalMentions {
  const local: LocalMentions = { dates: [], meetings: [], terms: [], persons: [], counts: [], lists: new Map() };
  for (const block of reading.blocks) {
    if (block.kind === 'blank' || block.end - block.start < 2) continue;
    const paragraph = readParagraph(reading.text.slice(block.start, block.end));
    const by = block.start;
    const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
    for (const date of paragraph.dates) local.dates.push({ ...date, start: date.start + by, end: date.end + by });
    for (const meeting of paragraph.meetings) local.meetings.push({ ...meeting, span: moved(meeting.span) });
    for (const term of paragraph.terms) local.terms.push({ ...term, span: moved(term.span) });
    for (const person of paragraph.persons) local.persons.push({ ...person, span: moved(person.span) });
    for (const [count, list] of paragraph.counts) {
      const here = { ...count, start: count.start + by, end: count.end + by, numeralEnd: count.numeralEnd + by };
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
