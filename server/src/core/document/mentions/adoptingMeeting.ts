/**
 * The meeting that passed a document: by its note, by the clause that promulgates it, by the sentence that it opens with.
 * Changes when documents tell in another way who made them.
 */
import type { Span } from '../../text/span.ts';
import type { DateRole, Kind } from '../model.ts';
import {
  heldDates,
  leadBlocks,
  type Reported,
  SPOKEN,
  sentenceAround,
  type Told,
  unnumbered,
  within,
} from './meetingLead.ts';
import type { FoundMeeting } from './meetings.ts';
import type { Reading } from './reading.ts';

/** Kinds that tell when the meeting was held beside the day on which it passed them. */
const TELLS_WHEN: ReadonlySet<Kind> = new Set(['news', 'communique', 'minutes', 'other', 'resolution']);

/** The meeting behind the date that the note calls adopted. */
export function adopting(told: Told): Reported | null {
  const { reading, meetings, dates, notes } = told;
  for (const note of notes) {
    const wanted: readonly DateRole[] = [...note.roles.values()].includes('adopted')
      ? ['adopted']
      : ['approved', 'meeting'];
    for (const [index, role] of note.roles) {
      if (!wanted.includes(role)) continue;
      const date = dates[index]!;
      const meeting =
        meetings.find((m) => m.span.start >= date.start && within(m.span, note)) ??
        (role === 'meeting' ? spokenAt(reading, { start: date.end, end: note.end }) : undefined);
      if (meeting === undefined) continue;
      const evidence = { reason: 'adoption-note', span: { start: note.start, end: note.end } };
      // A communique or news tells when it was held as well.
      const held = TELLS_WHEN.has(reading.structure.kind) ? heldDates(told, meeting, null) : [];
      return { meeting, evidence, dates: held.length > 0 ? held : [index] };
    }
  }
  return null;
}

/** The meeting without a number at which the text of a note says that somebody spoke. */
function spokenAt(reading: Reading, span: Span): FoundMeeting | undefined {
  const spoken = SPOKEN.exec(reading.folded.slice(span.start, span.end));
  if (spoken === null) return undefined;
  const start = span.start + spoken.index + 1;
  return unnumbered(reading, start, start + spoken[1]!.length, spoken[1]!);
}

/** The meeting beside the day of adoption in the clause that promulgates. */
export function promulgated({ meetings, dates, roles }: Told): Reported | null {
  for (const [index, role] of roles) {
    if (role !== 'adopted') continue;
    const date = dates[index]!;
    const meeting = meetings.find(
      (m) =>
        (m.span.start >= date.end && m.span.start - date.end < 4) ||
        (m.span.end <= date.start && date.start - m.span.end < 4),
    );
    if (meeting) return { meeting, evidence: { reason: 'promulgation', span: meeting.span }, dates: [index] };
  }
  return null;
}

/** `…已经自治州第十五届人民政府第1次全体会议审议通过，现印发`: a meeting without a day. */
export function passed({ reading, meetings }: Told): Reported | null {
  const { folded } = reading;
  const limit = leadBlocks(reading, 0).at(-1)?.end ?? 0;
  for (const meeting of meetings) {
    const { start, end } = meeting.span;
    if (start > limit) return null;
    if (!/^(?:审议|讨论|研究|表决)*(?:原则)?(?:通过|同意|批准)，现/.test(folded.slice(end, end + 12))) continue;
    if (!/[已业经由于]$/.test(folded.slice(Math.max(0, start - 1), start))) continue;
    return { meeting, evidence: { reason: 'promulgation', span: meeting.span }, dates: [] };
  }
  return null;
}

/** Kinds whose first sentence has as its subject the meeting that made them. */
const MADE_BY: ReadonlySet<Kind> = new Set(['decision', 'resolution', 'plan', 'announcement', 'order', 'opinion']);
const MAKES = /决定|提出|作出|通过|批准|同意|任命/;

/** `甘肃省第十一届人大常委会第十七次会议决定，修改…`. */
export function opening(told: Told): Reported | null {
  const { meetings } = told;
  const { folded, structure } = told.reading;
  if (!MADE_BY.has(structure.kind)) return null;
  for (const block of leadBlocks(told.reading, 0)) {
    if (block.kind !== 'paragraph' && block.kind !== 'byline') continue;
    const head = folded.slice(block.start, block.start + 40);
    const from = block.start + (/^\s*(?:[\u4e00-\u9fff]{2,8}讯\s)?\s*/.exec(head)?.[0].length ?? 0);
    const meeting = meetings.find((m) => m.span.start === from);
    if (meeting === undefined) continue;
    const sentence = sentenceAround(folded, from, block);
    const after = folded.slice(meeting.span.end, sentence.end);
    if (/^(?:精神|部署|以来|后|的)/.test(after) || !MAKES.test(after)) continue;
    return {
      meeting,
      evidence: { reason: 'lead', span: sentence },
      dates: heldDates(told, meeting, null),
    };
  }
  return null;
}
