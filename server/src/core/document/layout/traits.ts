/**
 * What a short line looks like on its own, before its place in the document is known.
 * Changes when the order in which the looks are tried changes; the looks themselves are data.
 */

import { openings } from '../../text/edges.ts';
import { isGarbled } from '../../text/garbled.ts';
import {
  ADOPTION_NOTE,
  ATTACHMENT_HEAD,
  ATTACHMENT_NOTE,
  CONTENTS_HEAD,
  CONTENTS_LINE,
  COPIES_LINE,
  DATE_LINE,
  DOC_NUMBER_LINE,
  EDITOR_NOTE,
  HOST_TITLE,
  IMPRINT_LINE,
  MARK_LINE,
  NUMBER_AND_DATE,
  NUMBERED_ACT,
  OFFICER_LINE,
  ORDER_LINE,
  PRINTED_DATE,
  PRINTED_LINE,
  RELEASE_LINE,
  SALUTATION,
  SECRECY_LINE,
  SIGNER_LINE,
  VERSION_NOTE,
  WRAPPER,
} from '../data/front.ts';
import { anyLineOf, anyOf } from '../data/phrases.ts';
import { INDEX_ROW, PAGE_FURNITURE, WEB_CHROME } from '../data/residue.ts';
import { BYLINE, SOURCE_LINES } from '../data/sources.ts';
import { isDigit, isHan } from './characters.ts';
import { withoutGlosses } from './lineText.ts';
import { markBreadcrumb, markGluedIndex } from './pageHead.ts';
import { type Draft, flatText, lengthOf, type Unit } from './unit.ts';

export type Trait =
  | 'text'
  | 'chrome'
  | 'furniture'
  | 'index'
  | 'contents-head'
  | 'contents-line'
  | 'table'
  | 'date'
  | 'adoption'
  | 'docnumber'
  | 'order'
  | 'mark'
  | 'secrecy'
  | 'signer'
  | 'officer'
  | 'salutation'
  | 'source'
  | 'byline'
  | 'imprint'
  | 'printed'
  | 'attachment-note'
  | 'attachment-head'
  | 'release'
  | 'host'
  | 'editor-note';

const CHROME = anyLineOf(WEB_CHROME);
const FURNITURE = anyLineOf(PAGE_FURNITURE);
const SOURCE = anyOf(SOURCE_LINES);

/** A span of years in brackets belongs to a title: （2011－2020年）. */
const YEARS = /^[（(]\d{4}[^月日通过印]{0,16}年?度?[）)]$/;

/** Cells between bars, the last one closed: 1人 | 12,750.00 | */
const BARRED = /^\|[^|]*\|.*\|$|^[^|。]{1,60}\|[^。]*\|$|^[^|。]{1,60} \|$/;

/** Cells between tabs: the head of a table. */
const CELLS = /^[^\t。]{1,24}(?:\t[^\t。]{0,30}){2,12}$/;

/** Longest line that can be anything but text. */
const LONGEST = 220;

/** What is tried in which order: the look, its expression, the longest line. */
const LOOKS: readonly (readonly [Trait, RegExp, number])[] = [
  ['contents-head', CONTENTS_HEAD.pattern, 14],
  ['attachment-head', ATTACHMENT_HEAD.pattern, 12],
  ['date', DATE_LINE.pattern, 44],
  ['docnumber', DOC_NUMBER_LINE.pattern, 40],
  ['docnumber', NUMBER_AND_DATE.pattern, 70],
  ['docnumber', NUMBERED_ACT.pattern, 40],
  ['release', RELEASE_LINE.pattern, 80],
  ['printed', PRINTED_DATE.pattern, 20],
  ['adoption', ADOPTION_NOTE.pattern, 220],
  ['adoption', VERSION_NOTE.pattern, 220],
  ['secrecy', SECRECY_LINE.pattern, 20],
  ['signer', SIGNER_LINE.pattern, 60],
  ['printed', PRINTED_LINE.pattern, 90],
  ['printed', COPIES_LINE.pattern, 16],
  ['imprint', IMPRINT_LINE.pattern, 220],
  ['officer', OFFICER_LINE.pattern, 30],
  ['salutation', SALUTATION.pattern, 60],
  ['attachment-note', ATTACHMENT_NOTE.pattern, 160],
  ['byline', BYLINE.pattern, 70],
  ['source', SOURCE, 120],
  ['host', HOST_TITLE.pattern, 60],
  ['order', ORDER_LINE.pattern, 40],
  ['mark', MARK_LINE.pattern, 44],
];

/** With what a line can begin at all to have such a look, where that is known. */
const ORDERED = LOOKS.map(([trait, pattern, most]) => ({ trait, pattern, most, opens: openings(pattern) }));

/** Han characters and digits of a short stretch. */
function composition(line: string): { han: number; digits: number } {
  let han = 0;
  let digits = 0;
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (isHan(c)) han++;
    else if (isDigit(c)) digits++;
  }
  return { han, digits };
}

/** Labels of a page that all end in the same words: 实施方案 体检工作实施方案 改造工作实施方案. */
function isTags(line: string): boolean {
  if (!line.includes(' ') && !line.includes('　')) return false;
  const tags = line.split(/[ 　]+/);
  return tags.length >= 3 && tags.every((tag) => tag.length >= 4 && tag.slice(-4) === tags[0]!.slice(-4));
}

function traitOf(line: string, marked: boolean): Trait {
  if (line.length <= 90 && FURNITURE.test(line)) return 'furniture';
  if (CHROME.test(line) || isTags(line)) return 'chrome';
  if (INDEX_ROW.pattern.test(line)) return 'index';
  if (line.length <= 100 && CONTENTS_LINE.pattern.test(line) && composition(line).han > 0) return 'contents-line';
  const { han, digits } = composition(line);
  const tabs = line.includes('\t');
  if ((line.includes('|') && BARRED.test(line)) || (tabs && CELLS.test(line))) return 'table';
  if ((line[0] === '（' || line[0] === '(') && YEARS.test(line) && !DATE_LINE.pattern.test(line)) return 'text';
  if (han === 0 || (digits > han * 2 && line.length < 60) || (tabs && digits > 0)) {
    if (DATE_LINE.pattern.test(line)) return 'date';
    if (line.length <= 70 && NUMBER_AND_DATE.pattern.test(line)) return 'docnumber';
    return line.length <= 40 && DOC_NUMBER_LINE.pattern.test(line) ? 'docnumber' : 'table';
  }
  if (marked) return 'text';
  const first = line.charCodeAt(0);
  for (const { trait, pattern, most, opens } of ORDERED) {
    if (line.length > most || (opens !== null && !opens.has(first))) continue;
    if (pattern.test(line)) return trait;
  }
  return 'text';
}

/** The look of every unit. */
export function readTraits(draft: Draft): Trait[] {
  const above = draft.frontMatter?.units ?? 0;
  const traits = draft.units.map((unit, k): Trait => (k < above ? 'furniture' : traitOfUnit(draft, unit)));
  markGluedIndex(draft, traits);
  markBreadcrumb(draft, traits);
  return traits;
}

function traitOfUnit(draft: Draft, unit: Unit): Trait {
  if (isGarbled(draft.text, unit.start, unit.end)) return 'chrome';
  const length = lengthOf(unit);
  if (length > LONGEST) {
    const opening = draft.folded.slice(unit.start, unit.start + 12);
    return EDITOR_NOTE.pattern.test(opening) ? 'editor-note' : 'text';
  }
  const line = withoutGlosses(flatText(draft, unit));
  const stop = line.charCodeAt(line.length - 1) === 0x3002;
  if (stop && length > 90 && !/^[（(【]|^抄|^发|^主|^分/.test(line)) {
    return EDITOR_NOTE.pattern.test(line) ? 'editor-note' : 'text';
  }
  if (EDITOR_NOTE.pattern.test(line)) return 'editor-note';
  if (WRAPPER.pattern.test(line)) return 'host';
  return traitOf(line, unit.marker !== null && !unit.marker.weak && !unit.marker.style.startsWith('arabic-paren'));
}
