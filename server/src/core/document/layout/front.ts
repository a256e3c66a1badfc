/**
 * The head of a document: which lines are its title, and what stands around them before the body begins.
 * Changes when titles and heads are laid out in another way.
 */
import {
  CONTENTS_HEAD,
  DECK,
  DELIVERY_LINE,
  HOST_TITLE,
  NUMBERED_ACT,
  ORGANISATION,
  TOP_HEADING,
  WRAPPER,
} from '../data/front.ts';
import { NEWS_TITLE } from '../data/kinds.ts';
import { isPersonName } from '../data/names.ts';
import type { SpannedText } from '../model.ts';
import { findFullStop, isFullStop, isHan } from './characters.ts';
import { kindOfTitle } from './kind.ts';
import { tidy, titleKey, withoutGlosses } from './lineText.ts';
import { isAddressees } from './recipients.ts';
import { withoutLabels, withoutRepeats } from './titleLines.ts';
import { textOf, titleOf } from './titleText.ts';
import type { Trait } from './traits.ts';
import { type Draft, head, lengthOf, type Unit } from './unit.ts';

export interface Front {
  /** Units of the title, in order. */
  readonly titleUnits: readonly number[];
  readonly title: SpannedText | null;
  /** A line that says where and when it was delivered, as printed without its dash or brackets. */
  readonly subtitle: SpannedText | null;
  /** The first unit of the body. */
  readonly bodyStart: number;
  /** A unit with the name of the one who speaks, between title and body. */
  readonly person: number | null;
}

const LONGEST_TITLE_LINE = 90;
const LONGEST_KNOWN_TITLE = 130;
const MOST_HEAD_UNITS = 60;
const MOST_TITLE_LINES = 6;

const LONGEST_MENU = 16;

/** A short entry of a list or a menu. */
export const isMenuEntry = (draft: Draft, unit: Unit): boolean =>
  lengthOf(unit) <= LONGEST_MENU && isBullet(draft, unit);

const isBullet = (draft: Draft, unit: Unit): boolean => '•●○◆■·'.includes(draft.folded[unit.start]!);

/** Words that close a document. */
const CLOSING = /^(?:特此|此复|专此|妥否|当否)/;

/** Whether a unit could be a line of a title: short, unmarked, without a mark at its end. */
export function couldBeTitle(draft: Draft, unit: Unit, trait: Trait): boolean {
  if ((trait !== 'text' && trait !== 'order' && trait !== 'host') || isBullet(draft, unit)) return false;
  const length = lengthOf(unit);
  if (length > LONGEST_KNOWN_TITLE || (length > LONGEST_TITLE_LINE && unit.marker)) return false;
  if (unit.marker && (unit.hashes === 0 || !unit.marker.weak)) return false;
  const last = draft.folded.charCodeAt(unit.end - 1);
  if (
    last === 0x3002 ||
    isFullStop(draft.folded, unit.end - 1) ||
    last === 0xff1b ||
    last === 0xff0c ||
    last === 0xff1a
  )
    return false;
  if ((last === 0xff09 || length <= 40) && isBroken(head(draft, unit, 60))) return false;
  if (
    length > 18 &&
    RUNNING.test(head(draft, unit, LONGEST_KNOWN_TITLE)) &&
    !kindOfTitle(head(draft, unit, LONGEST_KNOWN_TITLE))
  )
    return false;
  if (length > 16 && isAddressees(head(draft, unit, LONGEST_KNOWN_TITLE))) return false;
  const stop = findFullStop(draft.folded, unit.start, unit.end - 1);
  if (stop >= 0 || (length <= 12 && CLOSING.test(head(draft, unit, 12)))) return false;
  if (length > LONGEST_TITLE_LINE && unit.hashes === 0 && !namesKind(draft, unit)) return false;
  if (draft.folded[unit.start] === '（' && /^（\d{4}[^月日通过印]{0,16}）$/.test(head(draft, unit, 24))) return true;
  if (last === 0xff01 && /^(?:同志们|各位|让我们|朋友们|[^！]{28,})/.test(head(draft, unit, 90))) return false;
  let han = 0;
  for (let i = unit.start; i < unit.end && han < 2; i++) if (isHan(draft.folded.charCodeAt(i))) han++;
  return han >= Math.min(2, length);
}

/** Whether a long line says of what kind the document is that it heads. */
function namesKind(draft: Draft, unit: Unit): boolean {
  const reading = kindOfTitle(draft.folded.slice(unit.start, unit.end));
  return reading !== null && reading.kind !== 'news';
}

/** How the first sentence of a text begins, with its first comma: where lines are broken it is one of theirs. */
const RUNNING =
  /^(?:根据|按照|近年来|今年以来|自.{2,14}以来|随着|为(?:深入|进一步|认真|切实|贯彻|规范|加强|做好|全面))[^。，]{2,60}，/;

/** A line that closes a bracket of the line above, or opens that of a number without closing it. */
const isBroken = (line: string): boolean =>
  /^[^（(]*(?:通过|批准|修订|公布|修正)[)）]$|^[^〕\]]{1,12}〔\d+[^〕]*$/.test(line);

function isBody(draft: Draft, unit: Unit, trait: Trait): boolean {
  if (trait === 'salutation' || trait === 'editor-note' || trait === 'attachment-note') return true;
  if (trait === 'imprint') return true;
  if (trait !== 'text') return false;
  if (isMenuEntry(draft, unit)) return false;
  if (lengthOf(unit) <= 8 && TOP_HEADING.test(titleKey(head(draft, unit, 8)))) return true;
  return !couldBeTitle(draft, unit, trait);
}

const MOST_ORDER_UNITS = 14;

/** Reads the head of a document `[from, to)`. Of an order that carries a law, the head reaches to the law's own body. */
export function readFront(draft: Draft, traits: readonly Trait[], from: number, to: number): Front {
  const front = readHead(draft, traits, from, to);
  const first = front.titleUnits[0];
  const ordered = first !== undefined && (traits[first] === 'order' || /令$/.test(titleKey(front.title?.text ?? '')));
  if (!ordered && !promulgates(draft, traits, from, front.bodyStart)) return front;
  const limit = Math.min(to, front.bodyStart + MOST_ORDER_UNITS);
  for (let k = front.bodyStart + 1; k < limit; k++) {
    const unit = draft.units[k]!;
    if (unit.marker && !unit.marker.weak) break;
    const before = traits[k - 1];
    if (before !== 'officer' && before !== 'date' && !isPersonName(head(draft, draft.units[k - 1]!, 34))) continue;
    if (!couldBeTitle(draft, unit, traits[k]!) || isPersonName(head(draft, unit, 34))) continue;
    const inner = readHead(draft, traits, k, to);
    if (inner.titleUnits.length > 0 && inner.bodyStart < to) return inner;
  }
  return front;
}

/** Whether a head has the number of an order below the name of the law that it promulgates. */
function promulgates(draft: Draft, traits: readonly Trait[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    if (traits[k] === 'docnumber' && /令 ?[〔[（(第]/.test(head(draft, draft.units[k]!, 40))) return true;
  }
  return false;
}

function readHead(draft: Draft, traits: readonly Trait[], from: number, to: number): Front {
  const { units } = draft;
  let bodyStart = from;
  const limit = Math.min(to, from + MOST_HEAD_UNITS);
  let hashes = 0;
  while (bodyStart < limit && !isBody(draft, units[bodyStart]!, traits[bodyStart]!)) {
    const own = units[bodyStart]!.hashes;
    if (hashes > 0 && own > hashes) break;
    if (hashes === 0) hashes = own;
    bodyStart++;
  }
  if (bodyStart === limit && limit < to) bodyStart = Math.min(to, from + 8);
  let person: number | null = null;
  const groups: number[][] = [];
  let open: number[] | null = null;
  for (let k = from; k < bodyStart; k++) {
    const unit = units[k]!;
    if (!couldBeTitle(draft, unit, traits[k]!)) {
      open = null;
      continue;
    }
    if (isPersonName(nameLine(draft, unit)) && (groups.length > 0 || k + 1 === bodyStart)) {
      person = k;
      open = null;
      continue;
    }
    const last = open?.[open.length - 1];
    const apart =
      last !== undefined &&
      (isOrderOf(draft, traits, last) !== isOrderOf(draft, traits, k) ||
        (traits[last] === 'host') !== (traits[k] === 'host'));
    if (open && last !== undefined && !apart && open.length < MOST_TITLE_LINES && joins(draft, units[last]!, unit))
      open.push(k);
    else {
      open = [k];
      groups.push(open);
    }
  }
  const index = indexTitle(draft, traits, from, bodyStart);
  const chosen =
    choose(draft, traits, groups, index) ??
    actOf(draft, traits, from, bodyStart) ??
    (index ? null : wrapperOf(draft, traits, from, bodyStart));
  if (!chosen) {
    return { titleUnits: [], title: index, subtitle: subtitleOf(draft, traits, from, bodyStart), bodyStart, person };
  }
  const lines = chosen.filter((k, i) => i === 0 || !isDelivery(draft, units[k]!));
  for (let k = lines[lines.length - 1]! + 1; k < bodyStart; k++) {
    if (traits[k] === 'text' && isBoxed(draft, units[k]!)) bodyStart = k;
  }
  const title = titleOf(draft, lines);
  return { titleUnits: lines, title, subtitle: subtitleOf(draft, traits, lines[0]! + 1, bodyStart), bodyStart, person };
}

/** An act that has a number for its name. */
function actOf(draft: Draft, traits: readonly Trait[], from: number, to: number): readonly number[] | null {
  for (let k = from; k < to; k++) {
    if (traits[k] === 'docnumber' && NUMBERED_ACT.pattern.test(head(draft, draft.units[k]!, 40))) return [k];
  }
  return null;
}

/** The line of a collection that names a text which has no title of its own. */
function wrapperOf(draft: Draft, traits: readonly Trait[], from: number, to: number): readonly number[] | null {
  for (let k = from; k < to; k++) {
    if (traits[k] === 'host' && WRAPPER.pattern.test(withoutGlosses(head(draft, draft.units[k]!, 200)))) return [k];
  }
  return null;
}

/** A short line as names are compared: without glosses. */
const nameLine = (draft: Draft, unit: Unit): string => withoutGlosses(head(draft, unit, 60));

const LONGEST_DELIVERY = 110;

function isDelivery(draft: Draft, unit: Unit): boolean {
  if (lengthOf(unit) > LONGEST_DELIVERY || unit.marker) return false;
  return DELIVERY_LINE.pattern.test(titleKey(draft.text.slice(unit.start, unit.end)));
}

/** The first line of a head that says where the text was delivered. */
function subtitleOf(draft: Draft, traits: readonly Trait[], from: number, to: number): SpannedText | null {
  for (let k = from; k < to; k++) {
    const unit = draft.units[k]!;
    if ((traits[k] !== 'text' && traits[k] !== 'adoption') || !isDelivery(draft, unit)) continue;
    let { start, end } = unit;
    while (start < end && /[—–―\-（( ]/.test(draft.folded[start]!)) start++;
    while (end > start && /[）) ]/.test(draft.folded[end - 1]!)) end--;
    return { text: tidy(draft.text.slice(start, end)), span: { start, end } };
  }
  return null;
}

/** The line of an order or announcement that names who gives it: its number follows, or the law that it promulgates. */
function isOrderOf(draft: Draft, traits: readonly Trait[], k: number): boolean {
  return (
    traits[k] === 'order' &&
    /(?:府|院|席|会|部|局|署|厅|委)(?:命?令|公告)$/.test(titleKey(head(draft, draft.units[k]!, 40)))
  );
}

/** Two title lines belong together unless a hosting page's title or the order's own line is one of them, or Markdown parts them. */
function joins(draft: Draft, a: Unit, b: Unit): boolean {
  if (a.hashes !== b.hashes || isBoxed(draft, a) || isBoxed(draft, b)) return false;
  if (HOST_TITLE.pattern.test(head(draft, a, 60)) || HOST_TITLE.pattern.test(head(draft, b, 60))) return false;
  return b.firstLine - a.lastLine <= 5;
}

/** A line all in 【】: a label above a title or a heading below it. */
function isBoxed(draft: Draft, unit: Unit): boolean {
  return lengthOf(unit) <= 24 && /^【[^【】]+】$/.test(head(draft, unit, 24));
}

const INDEX_TITLE = /^(?:[-•·] ?)?(?:【标题】|(?:标 {0,4}题|名 {0,4}称|文件名称|信息名称)[ ]?[：\t|])[\s|]*(.{4,})$/;

/** The row 标题 of an index table, where there is one. */
function indexTitle(draft: Draft, traits: readonly Trait[], from: number, to: number): SpannedText | null {
  for (let k = from; k < to; k++) {
    if (traits[k] !== 'index') continue;
    const unit = draft.units[k]!;
    const match = INDEX_TITLE.exec(head(draft, unit, 200));
    if (!match) continue;
    const value = match[1]!.split(/[\t|]/)[0]!.trim();
    const start = unit.start + match[0].length - match[1]!.length;
    if (value.length >= 4) {
      return { text: tidy(draft.text.slice(start, start + value.length)), span: { start, end: start + value.length } };
    }
  }
  return null;
}

function scoreOf(draft: Draft, traits: readonly Trait[], group: readonly number[], index: SpannedText | null): number {
  const text = textOf(draft, group);
  const key = titleKey(text);
  if (index && key === titleKey(index.text)) return 100;
  if (group.every((k) => isDelivery(draft, draft.units[k]!)) || CONTENTS_HEAD.pattern.test(key)) return -10;
  let score = isBoxed(draft, draft.units[group[0]!]!) ? -5 : 0;
  if (traits[group[0]!] === 'host') score -= 6;
  if (kindOfTitle(text)) score += 3;
  else if (NEWS_TITLE.pattern.test(key)) score += 2;
  if (key.includes('关于')) score += 2;
  if (draft.units[group[0]!]!.hashes === 1) score += 3;
  if (traits[group[0]!] === 'order') score -= 3;
  if (key.length < 6) score -= 2;
  if (key.length > 160) score -= 3;
  if (ORGANISATION.test(key) && group.length === 1) score -= 4;
  if (group.every((k) => isMasthead(draft, draft.units[k]!))) score -= 6;
  if (group.every((k) => DECK.pattern.test(head(draft, draft.units[k]!, 130)))) score -= 3;
  const next = traits[group[group.length - 1]! + 1];
  if (next === 'adoption' || next === 'docnumber') score += 1;
  return score;
}

/** The name of a region or an office and nothing else, or a note in brackets about what follows. */
function isMasthead(draft: Draft, unit: Unit): boolean {
  const key = titleKey(head(draft, unit, 60));
  return (ORGANISATION.test(key) && kindOfTitle(key) === null) || /特别行政区$/.test(key) || isAside(draft, unit);
}

/** A whole line in brackets that is no year and no wording of the title: （第一款所指者）. */
function isAside(draft: Draft, unit: Unit): boolean {
  return /^（[^（）]{3,30}(?:者|的|见|所指)[^（）]{0,12}）$/.test(head(draft, unit, 50));
}

function choose(
  draft: Draft,
  traits: readonly Trait[],
  groups: readonly number[][],
  index: SpannedText | null,
): readonly number[] | null {
  const texts = groups.map((group) => titleKey(textOf(draft, group)));
  const isGeneric = (text: string) => texts.some((other) => other.length > text.length && other.endsWith(text));
  let best: readonly number[] | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, group] of groups.entries()) {
    const score = scoreOf(draft, traits, group, index) - (texts[i]!.length <= 10 && isGeneric(texts[i]!) ? 2 : 0);
    if (score >= most) {
      most = score;
      best = group;
    }
  }
  if (!best || most <= -4) return null;
  if (best.length > 1) {
    const kept = withoutRepeats(draft, withoutLabels(draft, best)).filter(
      (k, i) => i === 0 || !DECK.pattern.test(head(draft, draft.units[k]!, 130)),
    );
    while (kept.length > 1 && (isSignedBelow(draft, kept) || isLabelBelow(draft, kept))) kept.pop();
    const whole = kindOfTitle(textOf(draft, kept)) !== null;
    const stray = whole ? -1 : kept.findIndex((k, i) => i > 0 && isStray(draft, draft.units[k]!));
    if (stray > 0) kept.length = stray;
    dropPageTitle(draft, kept);
    const first = kept.findIndex((k) => !isMark(draft, kept, k) && !isAside(draft, draft.units[k]!));
    return first > 0 ? kept.slice(first) : kept;
  }
  return best;
}

/** The page's own title above a whole one that begins with 关于: it is dropped unless it names who issues. */
function dropPageTitle(draft: Draft, kept: number[]): void {
  const at = kept.findIndex((k, i) => i > 0 && titleKey(head(draft, draft.units[k]!, 120)).startsWith('关于'));
  if (at <= 0) return;
  const own = kindOfTitle(textOf(draft, kept.slice(at)));
  const above = titleKey(textOf(draft, kept.slice(0, at)));
  if (!own || own.kind === 'news' || /[府委会局厅部院办室处队组团社署厂所校司心]$|[）)]$|批转|转发|印发/.test(above)) {
    if (!own || kindOfTitle(above)?.kind !== own.kind || kindOfTitle(above)?.reason === 'title-law') return;
  }
  kept.splice(0, at);
}

/** A label of the page under a whole title, which is what it is without it. */
function isLabelBelow(draft: Draft, group: readonly number[]): boolean {
  if (!isStray(draft, draft.units[group[group.length - 1]!]!)) return false;
  const without = kindOfTitle(textOf(draft, group.slice(0, -1)));
  return without !== null && without.kind === kindOfTitle(textOf(draft, group))?.kind;
}

/** The issuer's name under a whole title. */
function isSignedBelow(draft: Draft, group: readonly number[]): boolean {
  const last = titleKey(head(draft, draft.units[group[group.length - 1]!]!, 60));
  return (
    ORGANISATION.test(last) && kindOfTitle(last) === null && kindOfTitle(textOf(draft, group.slice(0, -1))) !== null
  );
}

/** A very short line that is no kind of document and no rest of a phrase: the head of a table, a label. */
function isStray(draft: Draft, unit: Unit): boolean {
  const key = titleKey(head(draft, unit, 12));
  return key.length <= 4 && !/^[的（(“《]/.test(key) && kindOfTitle(key) === null;
}

/** A line with the issuer's name alone above a title that names the issuer again. */
function isMark(draft: Draft, group: readonly number[], k: number): boolean {
  const at = group.indexOf(k);
  const key = titleKey(head(draft, draft.units[k]!, 60));
  const next = group[at + 1];
  if (next === undefined || !ORGANISATION.test(key)) return false;
  const following = titleKey(head(draft, draft.units[next]!, 90));
  return following.startsWith(key) || /令$/.test(key);
}
