/**
 * The text that mentions are read in: without the reading behind many characters that is printed for learners (學(xué)), and
 * without the breaks of lines that a typesetter put into paragraphs. What was found is put back in its place.
 * Changes when something else stands between the words of a text.
 */
import { fold } from '../../text/fold.ts';
import { LineIndex } from '../../text/lines.ts';
import { isGlossed, unglossed } from '../layout/lineText.ts';
import type { Block, BlockKind } from '../model.ts';
import type { Structure } from '../structure.ts';

/** A structure of the plain text, and the way back for whatever was found in it. */
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

/** The break of a line with the blanks around it. */
export const BREAK = /[ \t\u3000\u00a0]*[\r\n]+[ \t\u3000\u00a0]*/g;
/** A paragraph or two over several lines are read alone; of so many on the whole text is wrapped. */
const WRAPPED = 3;

const RUNNING: ReadonlySet<BlockKind> = new Set(['paragraph', 'heading', 'adoption-note']);

const isWrapped = (block: Block): boolean => block.lastLine > block.firstLine && RUNNING.has(block.kind);

/** Marks the units of the breaks within wrapped paragraphs; null where the text is not wrapped. */
function breaksOf({ text, blocks }: Structure): Uint8Array | null {
  let wrapped = 0;
  for (const block of blocks) if (isWrapped(block) && block.kind === 'paragraph') wrapped++;
  if (wrapped < WRAPPED) return null;
  const breaks = new Uint8Array(text.length);
  for (const block of blocks) {
    if (!isWrapped(block)) continue;
    const raw = text.slice(block.start, block.end);
    for (const { index, 0: found } of raw.matchAll(BREAK)) {
      const end = index + found.length;
      if (end < raw.length) breaks.fill(1, block.start + index, block.start + end);
    }
  }
  return breaks;
}

/** The offsets of the units that stay, in order; null where all do. */
function kept(structure: Structure): readonly number[] | null {
  const bare = structure.script !== 'hans' && isGlossed(structure.text) ? unglossed(structure.text) : null;
  const breaks = breaksOf(structure);
  if (bare === null && breaks === null) return null;
  const offsets =
    bare?.offsets.slice(0, bare.text.length) ?? Array.from({ length: structure.text.length }, (_, i) => i);
  return breaks === null ? offsets : offsets.filter((at) => breaks[at] === 0);
}

/** The units of a text at these offsets. */
function picked(text: string, offsets: readonly number[]): string {
  let out = '';
  for (let i = 0; i < offsets.length; ) {
    let end = i + 1;
    while (end < offsets.length && offsets[end] === offsets[end - 1]! + 1) end++;
    out += text.slice(offsets[i]!, offsets[end - 1]! + 1);
    i = end;
  }
  return out;
}

/** The structure of the plain text, or null where the text is plain. Linear. */
export function plainOf(structure: Structure): Plain | null {
  const offsets = kept(structure);
  if (offsets === null) return null;
  const { length } = structure.text;
  const text = picked(structure.text, offsets);
  /** For each place of the whole text, how much of the plain text lies before it. */
  const before = new Uint32Array(length + 1);
  for (let i = 0, n = 0; i <= length; i++) {
    before[i] = n;
    if (offsets[n] === i) n++;
  }
  const { text: _text, folded: _folded, lines: _lines, ...rest } = structure;
  const lines = new LineIndex(text);
  const placed = moved(rest, (offset) => before[offset]!);
  return {
    structure: {
      ...placed,
      blocks: placed.blocks.map((block) => onLines(block, lines)),
      text,
      folded: fold(text),
      lines,
    },
    restore: (found) =>
      moved(found, (offset, isEnd) => (isEnd && offset > 0 ? offsets[offset - 1]! + 1 : (offsets[offset] ?? length))),
  };
}

const onLines = (block: Block, lines: LineIndex): Block => ({
  ...block,
  firstLine: lines.lineAt(block.start),
  lastLine: lines.lineAt(Math.max(block.start, block.end - 1)),
});
