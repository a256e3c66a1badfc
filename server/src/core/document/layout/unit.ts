/**
 * Units: the paragraphs of a text as a reader sees them, which are mostly its lines. A line that was broken at a fixed
 * width is joined with the next; a line that holds a whole document is cut at its wide blanks.
 * Changes when the way typists and converters break paragraphs changes.
 */
import type { LineIndex } from '../../text/lines.ts';
import type { BlockKind } from '../model.ts';
import { isBlank } from './characters.ts';
import type { FrontMatter } from './frontMatter.ts';
import { type Marker, readMarker } from './marker.ts';
import { withoutMarkup } from './markup.ts';
import { notesEnd } from './note.ts';
import { cutPoints } from './oneLine.ts';
import { continues, detectWrap, isBrokenNumber, type Row } from './wrap.ts';

/** One paragraph, heading or line of furniture. `[start, end)` is its content without blanks and Markdown signs around it. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Number of `#` before it. */
  readonly hashes: number;
  /** Blanks before it on its first line. */
  readonly indent: number;
  /** Whether a blank line or the start of the text is above it. */
  readonly gapBefore: boolean;
  /** Whether it is one of several units of one line. */
  readonly inline: boolean;
  /** What opens it, as far as its own characters tell. */
  readonly marker: Marker | null;
  kind: BlockKind;
}

/** Work on a text while its structure is read. */
export interface Draft {
  readonly text: string;
  readonly folded: string;
  readonly lines: LineIndex;
  readonly units: readonly Unit[];
  readonly frontMatter: FrontMatter | null;
}

/** The end of a note of adoption that runs into the first chapter: …会议通过）第一章 总则. */
const NOTE_BEFORE_DIVISION =
  /(?:通过|通過|修订|修訂|修正|批准|公布|公佈)[）)](?=第[一二三四五六七八九十]{1,3}[章编編条條])/;
const LONGEST_NOTE = 200;

function rowsOf(text: string, lines: LineIndex): Row[] {
  const rows: Row[] = [];
  for (let number = 0; number < lines.count; number++) {
    const line = lines.line(number);
    let from = line.start;
    let to = line.end;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    [from, to] = withoutMarkup(text, from, to);
    if (to <= from) continue;
    const { start, end, next } = line;
    const note = to - from <= LONGEST_NOTE ? NOTE_BEFORE_DIVISION.exec(text.slice(from, to)) : null;
    const cut = note ? from + note.index + note[0].length : from;
    if (cut > from) rows.push({ start, end, next, number, from, to: cut });
    rows.push({ start, end, next, number, from: cut, to });
  }
  return rows;
}

/** A line with this share of a text has lost its line ends, whatever a page prints around it. */
const MOST_OF_TEXT = 0.6;
const FEWEST_RUN_ON = 240;

/** A longer line with a bar at its end alone is text that stood in a table's only cell. */
const SHORTEST_ALONE = 20;

/** Cuts a text into units. Blank lines give none. Linear in the length of the text. */
export function readUnits(text: string, folded: string, lines: LineIndex): Unit[] {
  const rows = rowsOf(text, lines);
  const wrap = detectWrap(text, rows);
  const few = rows.length <= 4;
  const units: Unit[] = [];
  let before = -2;
  for (let i = 0; i < rows.length; i++) {
    const first = rows[i]!;
    let last = first;
    while (wrap && i + 1 < rows.length && continues(text, folded, wrap, last, rows[i + 1]!)) last = rows[++i]!;
    if (last === first) i = notesEnd(folded, rows, i);
    while (i + 2 < rows.length && isBrokenNumber(folded, rows[i]!, rows[i + 1]!, rows[i + 2]!)) i += 2;
    last = rows[i]!;
    const gapBefore = first.number !== before + 1;
    before = last.number;
    let { from } = first;
    let { to } = last;
    let hashes = 0;
    while (from + hashes < to && hashes < 6 && text.charCodeAt(from + hashes) === 35) hashes++;
    if (hashes > 0 && from + hashes < to && isBlank(text.charCodeAt(from + hashes))) from += hashes;
    else hashes = 0;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    if (text.startsWith('**', from)) {
      from += 2;
      if (to - from > 2 && text.startsWith('**', to - 2)) to -= 2;
      while (from < to && isBlank(text.charCodeAt(from))) from++;
      while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    }
    if (from >= to) {
      from = first.from;
      to = last.to;
    }
    if (text[to - 1] === '|' && to - from > SHORTEST_ALONE && text.indexOf('|', from) === to - 1) {
      to--;
      while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    }
    const add = (left: number, right: number, inline: boolean) => {
      const [start, end] = inline ? withoutMarkup(text, left, right) : [left, right];
      if (start >= end) return;
      units.push({
        start,
        end,
        firstLine: first.number,
        lastLine: last.number,
        hashes: inline ? 0 : hashes,
        indent: first.from - first.start,
        gapBefore,
        inline,
        marker: readMarker(folded, start, end),
        kind: 'paragraph',
      });
    };
    const cuts =
      first === last
        ? cutPoints(text, folded, from, to, few || to - from > Math.max(FEWEST_RUN_ON, text.length * MOST_OF_TEXT))
        : [];
    if (cuts.length === 0) add(from, to, false);
    else {
      let start = from;
      for (const [cut, next] of cuts) {
        if (cut > start) add(start, cut, true);
        start = next;
      }
      if (start < to) add(start, to, true);
    }
  }
  return units;
}

/** The folded content of a unit, at most `most` characters of it. */
export function head(draft: Draft, unit: Unit, most = 160): string {
  return draft.folded.slice(unit.start, Math.min(unit.end, unit.start + most));
}

/** The folded content of a short unit on one line, breaks of wrapped lines removed. */
export function flatText(draft: Draft, unit: Unit): string {
  const text = draft.folded.slice(unit.start, unit.end);
  return unit.lastLine > unit.firstLine ? text.replace(/[ \t]*[\r\n]+[ \t]*/g, '') : text;
}

/** The last `most` characters of the folded content of a unit. */
export function tail(draft: Draft, unit: Unit, most = 40): string {
  return draft.folded.slice(Math.max(unit.start, unit.end - most), unit.end);
}

export function lengthOf(unit: Unit): number {
  return unit.end - unit.start;
}
