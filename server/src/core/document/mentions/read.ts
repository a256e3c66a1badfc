/**
 * Everything that is said inside the text: dates, meetings, terms, references and so on.
 * Changes when a reader is added or their order changes; each reader lives in its own file.
 */
import type { PolicyDocument, Reference } from '../model.ts';
import type { Structure } from '../structure.ts';
import { readCitations } from './citations.ts';
import { markDefined } from './defined.ts';
import { readDirectives } from './directives.ts';
import { readEnumerations } from './enumerations.ts';
import { readLocal } from './local.ts';
import { readMarks } from './marks.ts';
import { readOccasion } from './occasion.ts';
import { plainOf } from './plain.ts';
import { Reading } from './reading.ts';
import { readReferences } from './references.ts';
import { withRepeated } from './repeated.ts';

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

/**
 * Reads all mentions of a document whose structure is known. Total and linear in the length of the text.
 * `remembered` as in `readParagraph`.
 */
export function readMentions(structure: Structure, remembered = true): Mentions {
  return inPlain(structure, (s) => readPlain(s, remembered));
}

/** The 《》 alone, as `readMentions` gives them: who cites whom is known before anybody reads the paragraphs. */
export const readTitles = (structure: Structure): readonly Reference[] =>
  inPlain(structure, (s) => {
    const reading = new Reading(s);
    return readReferences(reading, readMarks(reading));
  });

function inPlain<T>(structure: Structure, read: (structure: Structure) => T): T {
  const plain = plainOf(structure);
  return plain === null ? read(structure) : plain.restore(read(plain.structure));
}

function readPlain(structure: Structure, remembered: boolean): Mentions {
  const reading = new Reading(structure);
  const pairs = readMarks(reading);
  const references = readReferences(reading, pairs);
  const local = readLocal(reading, remembered);
  const enumerations = readEnumerations(reading, local.counts, local.lists);
  const { dates, meeting, meetings, region } = readOccasion(reading, local.dates, local.meetings);
  return {
    dates,
    meeting,
    meetings,
    attendance: local.attendance,
    enumerations,
    terms: markDefined(reading, withRepeated(reading, local.terms), enumerations),
    references,
    citations: readCitations(reading, references, meetings, meeting),
    directives: readDirectives(reading),
    persons: local.persons,
    region,
  };
}
