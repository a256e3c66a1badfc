/**
 * When, where and by whom: dates, meetings and the place of a document, which explain one another.
 * Changes when the order changes in which they are decided.
 */
import type { DateRole, MeetingMention, PolicyDocument, ReportedMeeting } from '../model.ts';
import { readAdoptionNotes } from './adoption.ts';
import { fullBodyName } from './bodies.ts';
import { datesByPlace, finishDates } from './dateRoles.ts';
import type { RawDate } from './dates.ts';
import type { FoundMeeting } from './meetings.ts';
import { type Place, places } from './places.ts';
import type { Reading } from './reading.ts';
import { type RegionAnswer, readRegion } from './region.ts';
import { reportedMeeting } from './reportedMeeting.ts';

export type Occasion = Pick<PolicyDocument, 'dates' | 'meeting' | 'meetings' | 'region'>;

/** Reads dates, meetings and region together. */
export function readOccasion(reading: Reading, told: readonly RawDate[], found: readonly FoundMeeting[]): Occasion {
  const raw = withMonths(reading, told);
  const notes = readAdoptionNotes(reading, raw);
  const placed = datesByPlace(reading, raw, notes);
  const roles = new Map<number, DateRole>([...placed].map(([i, { role }]) => [i, role]));
  const reported = reportedMeeting({ reading, meetings: found, dates: raw, notes, roles });
  for (const i of reported?.dates ?? []) {
    const given = placed.get(i);
    if (given === undefined || given.reason === 'below-title')
      placed.set(i, { role: 'meeting', reason: reported!.evidence.reason });
  }
  const dates = finishDates(reading, raw, placed);
  const region = readRegion(reading, reported?.meeting ?? null);
  const meetings = found.map((meeting) => finish(meeting, region));
  let meeting: ReportedMeeting | null = null;
  if (reported !== null) {
    const labelled = [...placed].find(([, { role, reason }]) => role === 'meeting' && reason === 'label');
    const date = reported.dates[0] ?? labelled?.[0];
    meeting = {
      ...finish(reported.meeting, region),
      date: date === undefined ? null : dates[date]!.value,
      evidence: [reported.evidence],
    };
  }
  return { dates, meeting, meetings, region: region.place?.path ?? null };
}

const isMonthless = (date: RawDate): boolean => date.month === null && date.day !== null;
const OF_PAGE: ReadonlySet<DateRole> = new Set(['published', 'printed', 'source']);

/** Days that opened a report get the month of the day on which it was published, or the month before; without one they go. */
function withMonths(reading: Reading, told: readonly RawDate[]): readonly RawDate[] {
  const known = told.filter((date) => !isMonthless(date));
  if (known.length === told.length) return told;
  const placed = datesByPlace(reading, known, readAdoptionNotes(reading, known));
  const page = [...placed].find(
    ([i, { role }]) => OF_PAGE.has(role) && known[i]!.month !== null && known[i]!.day !== null,
  );
  if (page === undefined) return known;
  const { month, day } = known[page[0]]!;
  const before = ((month! + 10) % 12) + 1;
  return told.map((date) => (isMonthless(date) ? { ...date, month: date.day! > day! ? before : month } : date));
}

/** The division of the document's place that a body of this level belongs to: 省委 of a city's document is its province's. */
function placeAtLevel(level: string, region: RegionAnswer): Place | null {
  let place = region.place;
  const wanted =
    level === '省' || level === '自治区'
      ? 1
      : level === '市' || level === '州' || level === '盟' || level === '地'
        ? 2
        : 3;
  if (place === null) return null;
  if (wanted === 2 && place.level === 3 && place.name.endsWith('市')) return place;
  while (place !== null && place.level > wanted) place = place.parent;
  if (place === null) return null;
  if (place.level === wanted) return place;
  return wanted === 2 && place.level === 1 && place.name.endsWith('市') ? place : null;
}

function finish(meeting: FoundMeeting, region: RegionAnswer): MeetingMention {
  const national =
    meeting.level === '全国' ||
    (meeting.level === '' && meeting.place === null && /^(?:中国共产党|中共|党的)/.test(meeting.body));
  let place = meeting.place;
  if (place === null && !national && meeting.level !== '') place = placeAtLevel(meeting.level, region);
  else if (place !== null && place.level === 3 && place.parent !== null) place = sameNameInRegion(place, region);
  const { body, congress, session, enlarged, text, span } = meeting;
  return {
    body,
    bodyFull: fullBodyName(meeting.kind, place, national, congress),
    congress,
    session,
    enlarged,
    text,
    span,
  };
}

/** Many places share a name: the one in the document's city is meant. */
function sameNameInRegion(place: Place, region: RegionAnswer): Place {
  const city = region.place?.level === 3 ? region.place.parent : region.place;
  return (
    places()
      .byName.get(place.name)
      ?.find((p) => p.parent === city) ?? place
  );
}
