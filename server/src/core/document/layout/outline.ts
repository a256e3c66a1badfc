/**
 * Builds the tree of sections of one document from its numbered units, unnumbered headings and reported paragraphs.
 * Changes when the way sections nest or take their titles changes.
 */
import type { MarkerStyle, Section, SectionKind } from '../model.ts';
import { findFullStop, isBlank, isHan, isTerminal, lastUnit } from './characters.ts';
import { covered, type Event, LEAF, LONGEST_HEADING, type Scope } from './event.ts';
import { headingEvents, isOpen } from './headings.ts';
import { tidy } from './lineText.ts';
import { listedLines } from './lists.ts';
import { type Candidate, decideNumbering, type Numbered } from './numbering.ts';
import { firstClauseEnd, isAttendance, isReportingLine, readReported } from './reported.ts';
import type { Trait } from './traits.ts';
import { type Draft, lengthOf, type Unit } from './unit.ts';

const LONGEST_TITLE = 1200;

const KIND_OF: Partial<Record<MarkerStyle, SectionKind>> = {
  bian: 'chapter',
  bufen: 'chapter',
  zhang: 'chapter',
  jie: 'chapter',
  tiao: 'article',
  shi: 'item',
  yao: 'item',
  'di-comma': 'item',
  'sequence-word': 'item',
  circled: 'item',
};

const ALONE = new Set<MarkerStyle>(['bian', 'bufen', 'zhang', 'jie', 'tiao']);

/** The candidates for numbering among the units of a scope. */
function candidatesOf(scope: Scope): Candidate[] {
  const { draft, traits, from, to } = scope;
  const out: Candidate[] = [];
  const { folded, units } = draft;
  const isListed = listedLines(scope);
  for (let k = from; k < to; k++) {
    const unit = units[k]!;
    const { marker } = unit;
    if (isListed(k) || !marker) continue;
    if (traits[k] !== 'text') continue;
    const start = skip(folded, marker.end, unit.end);
    if (start >= unit.end && !(ALONE.has(marker.style) && k + 1 < to)) continue;
    const stop = findFullStop(folded, start, Math.min(unit.end, start + LONGEST_TITLE));
    const lead = (stop < 0 ? Math.min(unit.end, start + LONGEST_TITLE) : stop) - start;
    const bare =
      marker.style === 'arabic-space' || (marker.style === 'han-dunhao' && isSpacedMarker(folded, marker.end));
    if (bare && !isBareHeading(folded, unit, start, stop)) continue;
    const glued = marker.style === 'arabic-space' && marker.end === start;
    if (glued && !isAboveDecimal(scope, k)) continue;
    const before = units[k - 1];
    const wrapped =
      before !== undefined &&
      k > from &&
      !unit.gapBefore &&
      !unit.inline &&
      unit.indent === before.indent &&
      !before.marker &&
      lengthOf(before) >= 30 &&
      isOpen(folded, before) &&
      traits[k - 1] === 'text';
    const headed = lead <= LONGEST_HEADING || (stop < 0 && lead <= 80);
    const led = before !== undefined && k > from && leads(draft, before);
    out.push({ unit: k, marker, weak: (marker.weak && !glued) || wrapped, headed, lead, led });
  }
  return out;
}

/** Whether a unit leads to a list or a section below it: it is numbered, or ends with a colon. */
function leads(draft: Draft, unit: Unit): boolean {
  if (unit.marker && !unit.marker.weak) return true;
  return lastUnit(draft.folded, unit.start, unit.end) === 0xff1a;
}

/** Whether the next unit counts on below this one's number: 1总则, 1.1编制目的. */
function isAboveDecimal({ draft, to }: Scope, k: number): boolean {
  const below = k + 1 < to ? draft.units[k + 1]!.marker : null;
  return below?.style === 'decimal' && below.path[0] === draft.units[k]!.marker!.ordinal && below.path[1] === 1;
}

/** `一　总则`: a number with nothing but a blank behind it. */
const isSpacedMarker = (folded: string, end: number): boolean => !'、.，'.includes(folded[end - 1] ?? '');

function isBareHeading(folded: string, unit: Unit, start: number, stop: number): boolean {
  const last = folded.charCodeAt(unit.end - 1);
  return (
    stop < 0 && unit.end - start <= LONGEST_HEADING && isHan(last) && !folded.slice(start, unit.end).includes('\t')
  );
}

function skip(folded: string, at: number, end: number): number {
  let i = at;
  while (i < end && (isBlank(folded.charCodeAt(i)) || folded.startsWith('**', i))) i += folded[i] === '*' ? 2 : 1;
  return i;
}

/** Where the heading of a marked unit ends: before its first full stop, or at wide blanks behind a short phrase. */
function titleEnd(draft: Draft, unit: Unit, start: number, style: MarkerStyle | null = null): number {
  const { folded, text } = draft;
  const limit = Math.min(unit.end, start + LONGEST_TITLE);
  const stop = findFullStop(folded, start, limit);
  let end = stop < 0 ? limit : stop;
  const spaced = style === 'decimal';
  if (style !== 'tiao') end = repeatedEnd(folded, start, end) ?? end;
  if (end - start > LONGEST_HEADING) {
    for (let i = start; i < Math.min(end, start + LONGEST_HEADING); i++) {
      const c = folded.charCodeAt(i);
      if (c === 0xff0c || isTerminal(c)) break;
      const wide = isBlank(c) && i - start >= (spaced ? 2 : 3) && (spaced || isBlank(folded.charCodeAt(i + 1)));
      if (wide || (text.charCodeAt(i) === 0x3000 && i - start >= 4 && end - i > LONGEST_HEADING)) {
        end = i;
        break;
      }
    }
  }
  while (end > start && '；：，;:,'.includes(folded[end - 1]!)) end--;
  while (end > start && (isBlank(folded.charCodeAt(end - 1)) || folded[end - 1] === '*')) end--;
  return end;
}

const LONGEST_REPEATED = 16;
const FEWEST_REPEATED = 4;
/** How much of a heading must come again where it does not come again as a whole. */
const MOST_REPEATED = 0.6;

/**
 * Where a heading ends that runs into a text which repeats it, whole or from its first words, as 公示对象公示对象为各级领导干部
 * and 工作概述工作主要包括; null for others.
 */
function repeatedEnd(folded: string, start: number, end: number): number | null {
  for (let length = 1; length <= LONGEST_REPEATED && start + 2 * length < end; length++) {
    if (!isHan(folded.charCodeAt(start + length - 1))) return null;
    if (length < 3) continue;
    const introduced = folded[start + length] === '在';
    const at = start + length + (introduced ? 1 : 0);
    if (folded[start] !== folded[at]) continue;
    let again = 0;
    while (again < length && folded[start + again] === folded[at + again]) again++;
    const partly =
      !introduced && end - start > LONGEST_HEADING && again >= Math.max(FEWEST_REPEATED, length * MOST_REPEATED);
    if (again === length || (partly && !JOINING.test(folded[start + length - 1]!))) return start + length;
  }
  return null;
}

/** Behind these a phrase goes on. */
const JOINING = /[和与及或、，：“《（的对在]/;

/** Words at the end of a line that leave a phrase unfinished. */
const UNFINISHED =
  /(?:[以、，]|(?<![作应使费运利信适专公民通录任享引聘启实效征选租])用|(?<!目)的|(?<![存所潜实现内外])在|(?<![方面导去趋定转双走取风流意])向|(?<![共饱中温缓柔祥])和|(?<!参)与)$/;

/** Whether a heading line breaks off within a phrase, to go on in the next. */
function isCutShort(folded: string, start: number, unit: Unit, end: number): boolean {
  return end === unit.end && end - start <= LONGEST_HEADING && UNFINISHED.test(folded.slice(start, end));
}

function numberedEvent(scope: Scope, numbered: Numbered): Event {
  const { draft, traits, to } = scope;
  const unit = draft.units[numbered.unit]!;
  const { marker } = numbered;
  let start = skip(draft.folded, marker.end, unit.end);
  let holder = unit;
  let bodyFrom = numbered.unit + 1;
  if (start >= unit.end) {
    const next = draft.units[numbered.unit + 1];
    if (next && numbered.unit + 1 < to && traits[numbered.unit + 1] === 'text' && !next.marker) {
      holder = next;
      start = next.start;
      bodyFrom++;
    } else start = unit.end;
  }
  let end = titleEnd(draft, holder, start, marker.style);
  const rest = draft.units[bodyFrom];
  if (
    rest &&
    bodyFrom < to &&
    traits[bodyFrom] === 'text' &&
    !rest.marker &&
    isCutShort(draft.folded, start, holder, end)
  ) {
    end = titleEnd(draft, rest, rest.start);
    bodyFrom++;
  }
  const markerText = draft.text.slice(unit.start, marker.end).replace('\\', ''); // Markdown's 1\.
  return {
    unit: numbered.unit,
    kind: KIND_OF[marker.style] ?? 'numbered',
    tier: numbered.tier,
    marker: { text: markerText, start: unit.start, end: marker.end, style: marker.style, ordinal: marker.ordinal },
    title: tidy(draft.text.slice(start, end)),
    titleStart: start,
    titleEnd: end,
    bodyFrom,
  };
}

/** 会议指出 on a line of its own: its title takes the first clause of the next paragraph. */
function reportingLine({ draft, traits, to }: Scope, k: number): Event {
  const unit = draft.units[k]!;
  const next = draft.units[k + 1];
  const joined = next !== undefined && k + 1 < to && traits[k + 1] === 'text' && !next.marker;
  const titleEnd = joined ? firstClauseEnd(draft, next) : unit.end;
  const own = tidy(draft.text.slice(unit.start, unit.end)).replace(/[:：]$/, '');
  const title = joined ? `${own}：${tidy(draft.text.slice(next.start, titleEnd))}` : own;
  const verb = own.search(/.{2}$/u);
  const reported = { speaker: own.slice(0, verb), verb: own.slice(verb), titleEnd, joint: unit.end };
  return {
    unit: k,
    kind: 'reported',
    tier: LEAF,
    marker: null,
    title,
    titleStart: unit.start,
    titleEnd,
    reported,
    bodyFrom: k + 1,
  };
}

function reportedEvents(scope: Scope, taken: Uint8Array): Event[] {
  const { draft, traits, from, to } = scope;
  const out: Event[] = [];
  for (let k = from; k < to; k++) {
    if (taken[k - from] || traits[k] !== 'text' || draft.units[k]!.marker) continue;
    const unit = draft.units[k]!;
    if (isReportingLine(draft, unit)) {
      out.push(reportingLine(scope, k));
      continue;
    }
    const reported = readReported(draft, unit);
    if (!reported || isAttendance(draft, unit)) continue;
    const { joint } = reported;
    const body = tidy(draft.text.slice(unit.start, reported.titleEnd));
    const title =
      joint < 0
        ? body
        : `${tidy(draft.text.slice(unit.start, joint))}：${tidy(draft.text.slice(joint + 1, reported.titleEnd))}`;
    out.push({
      unit: k,
      kind: 'reported',
      tier: LEAF,
      marker: null,
      title,
      titleStart: unit.start,
      titleEnd: reported.titleEnd,
      reported,
      bodyFrom: k + 1,
    });
  }
  return out;
}

/** What a document's body holds, before kind and parts are decided. */
export interface BodyReading {
  readonly events: readonly Event[];
  readonly reported: readonly Event[];
  readonly articles: number;
  readonly numbered: readonly Numbered[];
}

/** Reads numbering, headings and reported paragraphs of one document. */
export function readBody(scope: Scope): BodyReading {
  const numbered = decideNumbering(candidatesOf(scope));
  const events: Event[] = numbered.map((n) => numberedEvent(scope, n));
  const headings = headingEvents(scope, numbered, events);
  for (const heading of headings) events.push(heading);
  const reported = reportedEvents(scope, covered(scope, events));
  return {
    events,
    reported,
    articles: numbered.filter((n) => n.marker.style === 'tiao').length,
    numbered,
  };
}

interface Open {
  readonly event: Event;
  readonly children: Section[];
  readonly level: number;
  readonly depth: number;
}

/** In news the items 一是… belong under the paragraph that reports, where no numbered section stands under them. */
function belowReported(events: readonly Event[]): Event[] {
  let deepest = -1;
  for (const e of events) if (e.kind !== 'item' && e.marker) deepest = Math.max(deepest, e.tier);
  return events.map((e) => (e.kind === 'item' && e.tier > deepest ? { ...e, tier: e.tier + LEAF + 1 } : e));
}

/** The tree of one document. `news` adds the reported sections. */
export function buildOutline(scope: Scope, body: BodyReading): Section[] {
  const events = (scope.news ? belowReported(body.events).concat(body.reported) : [...body.events]).sort(
    (a, b) => a.unit - b.unit,
  );
  const roots: Section[] = [];
  const stack: Open[] = [];
  const counts = (kind: SectionKind) => kind === 'numbered' || kind === 'chapter' || kind === 'article';
  const close = (until: number, last: number) => {
    while (stack.length > until) {
      const { event, children, level } = stack.pop()!;
      (stack[stack.length - 1]?.children ?? roots).push(sectionOf(scope, event, children, level, last));
    }
  };
  for (const event of events) {
    let until = stack.length;
    while (until > 0 && stack[until - 1]!.event.tier >= event.tier) until--;
    close(until, event.unit - 1);
    let ancestors = 0;
    for (const open of stack) if (counts(open.event.kind)) ancestors++;
    const level = counts(event.kind) ? ancestors + 1 : stack.length + 1;
    stack.push({ event, children: [], level, depth: stack.length });
  }
  close(0, scope.to - 1);
  return roots;
}

function sectionOf(scope: Scope, event: Event, children: readonly Section[], level: number, last: number): Section {
  const { draft } = scope;
  let end = last;
  if (event.kind === 'reported') {
    while (end > event.unit && (isAttendance(draft, draft.units[end]!) || scope.traits[end] !== 'text')) end--;
  }
  while (end > event.unit && isResidue(scope.traits[end]!)) end--;
  const { marker, reported } = event;
  return {
    kind: event.kind,
    level,
    marker: marker?.text ?? null,
    markerSpan: marker ? { start: marker.start, end: marker.end } : null,
    markerStyle: marker?.style ?? null,
    ordinal: marker?.ordinal ?? null,
    title: event.title,
    titleSpan: { start: event.titleStart, end: event.titleEnd },
    headingSpan: { start: draft.units[event.unit]!.start, end: event.titleEnd },
    span: { start: draft.units[event.unit]!.start, end: Math.max(draft.units[end]!.end, event.titleEnd) },
    children,
    ...(reported ? { speaker: reported.speaker, verb: reported.verb } : {}),
  };
}

function isResidue(trait: Trait): boolean {
  return trait === 'chrome' || trait === 'furniture';
}
