/**
 * Texts printed for learners, with a reading behind many characters (學(xué)): their mentions are read in a copy without
 * glosses, and what was found is put back in its place. Changes when glosses are printed in another form.
 */
import { fold } from '../../text/fold.ts';
import { LineIndex } from '../../text/lines.ts';
import { isGlossed, unglossed } from '../layout/lineText.ts';
import type { Structure } from '../structure.ts';

/** A structure without glosses, and the way back for whatever was found in it. */
export interface Plain {
  readonly structure: Structure;
  restore<T>(found: T): T;
}

type Place = (offset: number, isEnd: boolean) => number;

/** A deep copy of plain data in which the offsets of all spans are moved. */
function moved<T>(value: T, place: Place): T {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => moved(item, place)) as T;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    copy[key] =
      typeof item === 'number' && (key === 'start' || key === 'end') ? place(item, key === 'end') : moved(item, place);
  }
  return copy as T;
}

/** The structure without glosses, or null where the text has none. Linear. */
export function plainOf(structure: Structure): Plain | null {
  if (structure.script === 'hans' || !isGlossed(structure.text)) return null;
  const bare = unglossed(structure.text);
  if (bare === null) return null;
  const { text, offsets } = bare;
  /** For each place of the text with glosses, how much of the bare text lies before it. */
  const before = new Uint32Array(structure.text.length + 1);
  for (let i = 0, n = 0; i < before.length; i++) {
    before[i] = n;
    if (offsets[n] === i && n < text.length) n++;
  }
  const { text: _text, folded: _folded, lines: _lines, ...rest } = structure;
  return {
    structure: {
      ...moved(rest, (offset) => before[offset]!),
      text,
      folded: fold(text),
      lines: new LineIndex(text),
    },
    restore: (found) =>
      moved(found, (offset, isEnd) => (isEnd && offset > 0 ? offsets[offset - 1]! + 1 : offsets[offset]!)),
  };
}
