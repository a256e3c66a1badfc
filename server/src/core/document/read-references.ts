/**
 * The 《》 of a structure and nothing else: who cites whom is known before anybody reads the paragraphs.
 * Changes when references rest on more than the structure.
 */
import { readMarks } from './mentions/marks.ts';
import { Reading } from './mentions/reading.ts';
import { readReferences as read } from './mentions/references.ts';
import type { Reference } from './model.ts';
import type { Structure } from './structure.ts';

/** The same references that `complete` gives. */
export function readReferences(structure: Structure): Reference[] {
  const reading = new Reading(structure);
  return read(reading, readMarks(reading));
}
