/**
 * Unnumbered headings: which short lines head what follows, and how high they stand among the numbered tiers.
 * Changes when other looks of headings are met.
 */
import { ORGANISATION, TOP_HEADING } from '../data/front.ts';
import { isDigit, isHan, isTerminal, lastUnit } from './characters.ts';
import { covered, type Event, LEAF, LONGEST_HEADING, type Scope } from './event.ts';
import { tidy } from './lineText.ts';
import type { Numbered } from './numbering.ts';
import { isReportingLine } from './reported.ts';
import { sentenceHeadings } from './sentenceHeadings.ts';
import { lengthOf, type Unit } from './unit.ts';

/** Whether a unit ends in the middle of a sentence or phrase. */
export function isOpen(folded: string, unit: Unit): boolean {
  const c = lastUnit(folded, unit.start, unit.end);
  return c !== 0x3002 && c !== 0x2e && !isTerminal(c) && (isHan(c) || isDigit(c) || c === 0xff0c || c === 0x3001);
}

/** A short line without a mark at its end, right above: what follows it belongs to the same list. */
function isListLine({ draft, traits }: Scope, k: number): boolean {
  const unit = draft.units[k]!;
  return (
    traits[k] === 'text' &&
    !unit.marker &&
    unit.lastLine + 1 === draft.units[k + 1]!.firstLine &&
    lengthOf(unit) <= LONGEST_HEADING &&
    isOpen(draft.folded, unit)
  );
}

/** How running text begins: a line that does so and is parted by a comma heads nothing. */
const CLAUSE =
  /^(?:为此|因此|同时|此外|我们|今年|目前|当前|近年来|随着|由于|根据|按照|为了|在[^，]{2,20}(?:中|下|上|后|时|前))[^，]{0,16}，/;
/** A cell with a figure behind a blank, a formula, the number of a standard: a row of a table or list. */
const ROW = /[ \u3000\t]\d[\d.,]{0,12}[\u4e00-\u9fff%]{0,3}(?<!年)$|[=＝×÷≥≤]|^[A-Z]{1,5}(?:\/[A-Z]{1,3})? ?\d{2,6}/;

/** An unnumbered heading: a short line without a mark at its end, text below it, none of its own. */
function isHeading(scope: Scope, k: number): boolean {
  const { draft, traits, to } = scope;
  const unit = draft.units[k]!;
  if (traits[k] !== 'text' || k + 1 >= to || isReportingLine(draft, unit)) return false;
  const length = lengthOf(unit);
  if (unit.hashes > 0) return length <= 80;
  if (unit.marker) return false;
  if (length > LONGEST_HEADING || length < 2 || unit.inline) return false;
  const last = draft.folded.charCodeAt(unit.end - 1);
  if (!isHan(last) && last !== 0x201d && last !== 0xff09 && last !== 0x300b && last !== 0x3011) return false;
  const line = draft.folded.slice(unit.start, unit.end);
  if (/[。；，：！？]/.test(line)) {
    if (!/^[^。；：！？]{2,20}，[^。；：！？，]{2,20}$/.test(line) || CLAUSE.test(line)) return false;
  }
  if (
    /^(?:特此|专此|此复|妥否|当否|以上(?:报告|请示|意见))|^[—–·•■●◆※*▲△▼]|^\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:[—–至到-].*)?$|^\d(?!\d{3}年)|^注[：:]|^[（(]/.test(
      line,
    )
  )
    return false;
  if (ROW.test(line)) return false;
  const next = draft.units[k + 1]!;
  if (traits[k + 1] !== 'text' || (ORGANISATION.test(line) && !TOP_HEADING.test(line))) return false;
  if (k > scope.from && isListLine(scope, k - 1) && !TOP_HEADING.test(tidy(line))) return false;
  const nextIsText = lengthOf(next) > 40 || next.marker !== null || next.hashes > 0 || !isOpen(draft.folded, next);
  const before = draft.units[k - 1];
  const closed =
    k === scope.from ||
    !before ||
    traits[k - 1] !== 'text' ||
    !isOpen(draft.folded, before) ||
    before.marker !== null ||
    lengthOf(before) < 30;
  return nextIsText && closed;
}

const NONE: ReadonlySet<number> = new Set();
const DEEPEST = 6;

/**
 * The tiers of Markdown headings without a number that counts: beside the numbered headings of the same depth, else
 * right below those of the next depth above, else above all that is numbered.
 */
function depthTiers({ draft }: Scope, numbered: readonly Numbered[]): (depth: number) => number {
  const known = new Map<number, number>();
  for (const { unit, tier } of numbered) {
    const { hashes } = draft.units[unit]!;
    if (hashes > 0) known.set(hashes, Math.min(known.get(hashes) ?? tier, tier));
  }
  return (depth) => {
    for (let above = depth; above > 0; above--) {
      const tier = known.get(above);
      if (tier !== undefined) return tier + (depth - above) / (2 * DEEPEST);
    }
    return -1 + depth / (2 * DEEPEST);
  };
}

/** The unnumbered headings of a scope. */
export function headingEvents(scope: Scope, numbered: readonly Numbered[], events: readonly Event[]): Event[] {
  const { draft, from, to } = scope;
  const marked = covered(scope, events);
  const articles = numbered.some(({ marker }) => marker.style === 'tiao');
  const sentences = articles ? NONE : sentenceHeadings(scope, marked);
  const out: Event[] = [];
  let at = 0;
  const last = new Map<number, number>();
  const tierOfDepth = depthTiers(scope, numbered);
  for (let k = from; k < to; k++) {
    while (at < numbered.length && numbered[at]!.unit < k) {
      last.set(numbered[at]!.tier, numbered[at]!.marker.ordinal);
      at++;
    }
    const sentence = sentences.has(k);
    if (!sentence && (marked[k - from] || !isHeading(scope, k))) continue;
    const unit = draft.units[k]!;
    const titleEnd = sentence ? unit.end - 1 : unit.end;
    const title = tidy(draft.text.slice(unit.start, titleEnd));
    const next = numbered[at];
    const restarts = next !== undefined && next.marker.ordinal === 1 && (last.has(next.tier) || at === 0);
    const adjacent = next !== undefined && next.unit - k <= 4;
    const tier = TOP_HEADING.test(title) ? -1 : restarts && adjacent ? next.tier - 0.5 : LEAF - 1;
    out.push({
      unit: k,
      kind: 'heading',
      tier: unit.hashes > 0 ? tierOfDepth(unit.hashes) : tier,
      marker: null,
      title,
      titleStart: unit.start,
      titleEnd,
      bodyFrom: k + 1,
    });
  }
  return out;
}
