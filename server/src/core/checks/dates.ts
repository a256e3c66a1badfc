/**
 * Comparing the document's own dates. Changes when what can be compared with what changes.
 */
import type { DateMention, DateRole, PolicyDocument } from '../document/model.ts';

/** A mention whose value is a full day. */
export interface Day {
  readonly mention: DateMention;
  readonly day: string;
  /** Last day of a range, else the day itself. */
  readonly last: string;
}

const FULL = /^\d{4}-\d\d-\d\d$/;

/** The document's dates of these roles that are full days, by place. */
export function days(doc: PolicyDocument, ...roles: readonly DateRole[]): Day[] {
  return doc.dates.flatMap((mention) => {
    if (!roles.includes(mention.role) || mention.value === null || !FULL.test(mention.value)) return [];
    const last = mention.endValue && FULL.test(mention.endValue) ? mention.endValue : mention.value;
    return [{ mention, day: mention.value, last }];
  });
}

/** Whether two days are of one document of a file: an attachment or a later decision has days of its own. */
export function sameDocument(doc: PolicyDocument): (a: Day, b: Day) => boolean {
  const parts = doc.parts.filter(({ role }) => role === 'body' || role === 'attachment');
  const partAt = ({ mention }: Day): number =>
    parts.findIndex(({ span }) => span.start <= mention.span.start && mention.span.start < span.end);
  return (a, b) => {
    const [x, y] = [partAt(a), partAt(b)];
    return x < 0 || y < 0 || x === y;
  };
}

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the Gregorian calendar has this day; a year of 0 stands for an unknown one. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > LENGTHS[month - 1]!) return false;
  if (month !== 2 || day < 29 || year === 0) return true;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** 0 = Sunday … 6 = Saturday (Sakamoto's method), for a day that exists. */
export function weekday(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift[month - 1]! + day) % 7;
}

const OWN: readonly DateRole[] = ['meeting', 'adopted', 'approved', 'signed', 'published', 'printed', 'source'];

/** The last of the document's own days, or null: what it could have known of. */
export function latestDay(doc: PolicyDocument): string | null {
  return days(doc, ...OWN).reduce<string | null>((a, d) => (a === null || d.last > a ? d.last : a), null);
}

/** The first of the document's own days, or null: when it cannot yet have been over. */
export function earliestDay(doc: PolicyDocument): string | null {
  return days(doc, ...OWN).reduce<string | null>((a, d) => (a === null || d.day < a ? d.day : a), null);
}
