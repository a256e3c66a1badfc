/**
 * Where one document of a file ends and the next begins: editor's notes, several articles, forwarded documents,
 * attachments, imprints. Each start needs evidence before it, behind it or in the line itself.
 * Changes when the evidence is weighed differently.
 */
import { DECK, NUMBERED_ACT, ORGANISATION, WRAPPER } from '../data/front.ts';
import { NEWS_TITLE } from '../data/kinds.ts';
import { isPersonName } from '../data/names.ts';
import { anyOf } from '../data/phrases.ts';
import { ATTENDANCE } from '../data/reporting.ts';
import { DATELINES } from '../data/sources.ts';
import type { MarkerStyle } from '../model.ts';
import { headsAttachment } from './attachments.ts';
import { couldBeTitle, isMenuEntry } from './front.ts';
import { kindOfTitle } from './kind.ts';
import { joinTitle, tidy, titleKey, withoutGlosses } from './lineText.ts';
import { isRecipients } from './recipients.ts';
import type { Trait } from './traits.ts';
import { type Draft, head, lengthOf, tail } from './unit.ts';

/** A stretch of units: a document, an editor's note or an imprint. */
export interface Stretch {
  readonly role: 'document' | 'attachment' | 'editor-note' | 'imprint';
  /** Numbers of units, half open. */
  readonly from: number;
  readonly to: number;
}

const DATELINE = anyOf(DATELINES);
const EXHORT = /^(?:同志们|各位|朋友们|让我们)/;
const ENOUGH = 4;
const MOST_TITLE_LINES = 5;
const MOST_ORDER_TEXTS = 4;

interface Counters {
  readonly highest: Map<MarkerStyle, number>;
}

const isResidue = (trait: Trait): boolean =>
  trait === 'chrome' || trait === 'furniture' || trait === 'contents-line' || trait === 'contents-head';

/** The nearest unit from `k` in a direction that is no residue, or -1. */
function neighbour(traits: readonly Trait[], k: number, step: 1 | -1, to: number): number {
  let i = k;
  while (i !== to && i >= 0 && isResidue(traits[i]!)) i += step;
  return i === to || i < 0 ? -1 : i;
}

function afterScore(draft: Draft, traits: readonly Trait[], at: number, counters: Counters): number {
  const { units } = draft;
  const first = neighbour(traits, at, 1, units.length);
  if (first < 0) return 0;
  const trait = traits[first]!;
  const unit = units[first]!;
  if (trait === 'adoption' || trait === 'docnumber') return 3;
  if (trait === 'source' || trait === 'byline') return 3;
  if (trait === 'date') return 2;
  if (trait === 'salutation') return 2;
  if (trait === 'text' && isRecipients(draft, unit)) return 3;
  const opening = head(draft, unit, 60);
  if (isPersonName(opening)) return 2;
  if (DATELINE.test(opening)) return 3;
  if (restarts(draft, traits, first, counters)) return 2;
  return 0;
}

const LOOK_AHEAD = 12;

/** Whether the next marker behind a title begins a numbering that was already under way. */
function restarts(draft: Draft, traits: readonly Trait[], from: number, counters: Counters): boolean {
  const limit = Math.min(draft.units.length, from + LOOK_AHEAD);
  for (let k = from; k < limit; k++) {
    const marker = draft.units[k]!.marker;
    if (!marker || marker.weak || traits[k] !== 'text') continue;
    if (marker.ordinal !== 1) return false;
    return (counters.highest.get(marker.style) ?? 0) >= 2;
  }
  return false;
}

function beforeScore(draft: Draft, traits: readonly Trait[], k: number): number {
  const i = neighbour(traits, k - 1, -1, -1);
  if (i < 0) return 0;
  const trait = traits[i]!;
  if (trait === 'source' || trait === 'imprint' || trait === 'printed' || trait === 'attachment-head') return 3;
  if (trait === 'date' || trait === 'release' || trait === 'officer' || trait === 'host') return 3;
  const unit = draft.units[i]!;
  if (trait !== 'text') return 0;
  if (ATTENDANCE.pattern.test(tail(draft, unit, 30)) || EXHORT.test(head(draft, unit, 6))) return 1;
  return draft.units[k]!.firstLine - unit.lastLine >= 4 || traits[k - 1] === 'chrome' ? 1 : 0;
}

function ownScore(draft: Draft, group: readonly number[]): number {
  const text = joinTitle(group.map((k) => tidy(draft.text.slice(draft.units[k]!.start, draft.units[k]!.end))));
  const reading = kindOfTitle(text);
  let score = 0;
  if (reading && reading.kind !== 'news' && text.length >= 8) score += 2;
  else if (reading || NEWS_TITLE.pattern.test(text)) score += 1;
  if (/关于.{2,}的|在.{4,}[上时]的/.test(text)) score += 1;
  if (group.length > 1) score += 1;
  if (group.some((k) => DECK.pattern.test(head(draft, draft.units[k]!, 130)))) score += 2;
  if (draft.units[group[0]!]!.hashes > 0) score += 1;
  if (group.length === 1 && text.length < 8) score -= 2;
  if (group.length === 1 && ORGANISATION.test(text)) score -= 4;
  return score;
}

/** Cuts the units of a file into documents and what lies between them. */
export function splitDocuments(draft: Draft, traits: Trait[]): Stretch[] {
  const { units } = draft;
  markTeaser(draft, traits);
  const out: Stretch[] = [];
  let from = 0;
  let role = 'document' as Stretch['role'];
  let bodySeen = false;
  /** The last title before the body: a page prints it above and below its own lines. */
  let named = '';
  let counters: Counters = { highest: new Map() };
  /** The law that an order promulgates is the order's own document: texts counted behind an order's line, -1 without one. */
  let ordered = -1;
  const close = (to: number, next: Stretch['role']) => {
    if (to > from) out.push({ role, from, to });
    from = to;
    role = next;
    bodySeen = false;
    ordered = -1;
    counters = { highest: new Map() };
  };
  for (let k = 0; k < units.length; k++) {
    const trait = traits[k]!;
    const unit = units[k]!;
    if (trait === 'editor-note') {
      if (!bodySeen || role !== 'document') {
        close(k, 'editor-note');
        bodySeen = true;
      }
      continue;
    }
    if (bodySeen && isImprintLine(draft, traits, k) && isImprint(draft, traits, k)) {
      close(k, 'imprint');
      if (trait === 'index') traits[k] = 'imprint';
      while (k + 1 < units.length && isImprintLine(draft, traits, k + 1)) k++;
      close(k + 1, 'document');
      continue;
    }
    if (trait === 'docnumber' && bodySeen && startsAct(draft, traits, k)) {
      close(k, 'document');
      continue;
    }
    if (trait === 'host' && bodySeen && WRAPPER.pattern.test(withoutGlosses(head(draft, unit, 200)))) {
      close(k, 'document');
      continue;
    }
    const inAttachment = role === 'attachment' && k > from + 1;
    if (trait === 'attachment-head' && (bodySeen || inAttachment) && startsAttachment(draft, traits, k)) {
      close(k, 'attachment');
      continue;
    }
    if (
      (bodySeen || inAttachment) &&
      (trait === 'text' || trait === 'attachment-note') &&
      headsAttachment(draft, traits, k)
    ) {
      traits[k] = 'text';
      close(k, 'attachment');
      continue;
    }
    if (couldBeTitle(draft, unit, trait)) {
      const group = titleGroup(draft, traits, k);
      if (role === 'editor-note' && startsAfterNote(draft, traits, group)) {
        close(k, 'document');
        continue;
      }
      if (bodySeen && (ordered < 0 || ordered > MOST_ORDER_TEXTS)) {
        const end = group[group.length - 1]! + 1;
        const before = beforeScore(draft, traits, k);
        const after = afterScore(draft, traits, end, counters);
        const own = ownScore(draft, group) + (before > 0 && isAnnounced(draft, from, group) ? 3 : 0);
        // Two decisions of one name have a note of adoption each.
        const another = traits[end] === 'adoption' && traits.lastIndexOf('adoption', k) >= from;
        const same = !another && keyOfGroup(draft, group) === named && k - from < SAME_TITLE_WITHIN;
        if (!same && before + after >= 1 && before + after + own >= ENOUGH && hasBody(draft, traits, end)) {
          close(k, 'document');
        }
      }
      if (!bodySeen) named = keyOfGroup(draft, group);
      const end = group[group.length - 1]!;
      for (; k <= end; k++) {
        if (traits[k] === 'order') ordered = Math.max(ordered, 0);
        else if (ordered >= 0) ordered++;
      }
      k = end;
      continue;
    }
    if (trait === 'docnumber' && !bodySeen && ORDERED.test(head(draft, unit, 40))) ordered = Math.max(ordered, 0);
    if (trait === 'text' && ordered >= 0) ordered++;
    if ((trait === 'text' && (bodySeen || !isMenuEntry(draft, unit))) || trait === 'salutation') bodySeen = true;
    if (unit.marker && !unit.marker.weak && trait === 'text') {
      const seen = counters.highest.get(unit.marker.style) ?? 0;
      counters.highest.set(unit.marker.style, Math.max(seen, unit.marker.ordinal));
    }
  }
  close(units.length, 'document');
  return withoutEmpty(draft, traits, out);
}

const SAME_TITLE_WITHIN = 16;

const keyOfGroup = (draft: Draft, group: readonly number[]): string =>
  titleKey(group.map((k) => head(draft, draft.units[k]!, 130)).join(''));

const TEASER_UNITS = 12;

/** A line of a page's head that runs the title and the first words of the text together, beside the title itself. */
function markTeaser(draft: Draft, traits: Trait[]): void {
  const units = draft.units.slice(0, TEASER_UNITS);
  const titles: string[] = [];
  const titleOf = (i: number): string => (titles[i] ??= titleKey(head(draft, units[i]!, 90)));
  for (const [k, unit] of units.entries()) {
    const length = lengthOf(unit);
    if (traits[k] !== 'text' || length < 40) continue;
    const key = titleKey(head(draft, unit, 120));
    const teased = units.some((other, i) => {
      if (i === k || i > k + 2 || lengthOf(other) > 90 || lengthOf(other) + 20 > length) return false;
      const title = titleOf(i);
      if (title.length < 8 || !key.startsWith(title)) return false;
      // Behind its title the first sentence of a text may begin with the same words.
      return i > k || !/[。！？]/.test(draft.folded.slice(unit.start, unit.end));
    });
    if (teased) traits[k] = 'host';
  }
}

function titleGroup(draft: Draft, traits: readonly Trait[], k: number): number[] {
  const group = [k];
  while (group.length < MOST_TITLE_LINES) {
    const next = group[group.length - 1]! + 1;
    const unit = draft.units[next];
    if (!unit || !couldBeTitle(draft, unit, traits[next]!) || isPersonName(head(draft, unit, 20))) break;
    if (unit.firstLine - draft.units[next - 1]!.lastLine > 3) break;
    group.push(next);
  }
  return group;
}

const ANNOUNCING = 10;

/** Whether the opening of the document before names this title, as a notice names what it forwards. */
function isAnnounced(draft: Draft, from: number, group: readonly number[]): boolean {
  const key = titleKey(group.map((k) => head(draft, draft.units[k]!, 120)).join(''));
  if (key.length < 6) return false;
  let opening = '';
  for (let k = from; k < Math.min(group[0]!, from + ANNOUNCING); k++) opening += head(draft, draft.units[k]!, 200);
  return titleKey(opening).includes(key);
}

/** The next of several numbered acts of one gazette, behind the date and signature of the one before. */
function startsAct(draft: Draft, traits: readonly Trait[], k: number): boolean {
  const before = neighbour(traits, k - 1, -1, -1);
  if (before < 0 || (traits[before] !== 'date' && traits[before] !== 'officer')) return false;
  return NUMBERED_ACT.pattern.test(head(draft, draft.units[k]!, 40)) && hasBody(draft, traits, k + 1);
}

/** The number of an order, on a line of its own: 政府令〔2010〕第15号. */
const ORDERED = /令 ?[〔[（(第]/;

/** An editor's note ends before a title that a body follows. */
function startsAfterNote(draft: Draft, traits: readonly Trait[], group: readonly number[]): boolean {
  return hasBody(draft, traits, group[group.length - 1]! + 1);
}

function hasBody(draft: Draft, traits: readonly Trait[], from: number): boolean {
  const limit = Math.min(draft.units.length, from + 8);
  for (let k = from; k < limit; k++) {
    if (traits[k] === 'imprint' || traits[k] === 'printed') return false;
    const unit = draft.units[k]!;
    if (traits[k] === 'text' && (lengthOf(unit) > 30 || '。：'.includes(tail(draft, unit, 1)))) return true;
    if (draft.units[k]!.marker || traits[k] === 'table') return true;
  }
  return false;
}

/** A line of the imprint; 主题词 stands above it in documents of before 2012, and in index tables too. */
function isImprintLine(draft: Draft, traits: readonly Trait[], k: number): boolean {
  const trait = traits[k]!;
  if (trait === 'imprint' || trait === 'printed') return true;
  return trait === 'index' && /^主 ?题 ?词/.test(head(draft, draft.units[k]!, 6));
}

/** 发： and 送： open an imprint only when no body follows at once; 抄送 always does. */
function isImprint(draft: Draft, traits: readonly Trait[], k: number): boolean {
  const line = head(draft, draft.units[k]!, 12);
  if (/^(?:抄 ?送|抄 ?报|分 ?送)/.test(line) || traits[k] === 'printed') return true;
  for (let i = k + 1; i < Math.min(draft.units.length, k + 5); i++) {
    if (traits[i] === 'imprint' || traits[i] === 'printed') return true;
  }
  return k + 3 >= draft.units.length;
}

function startsAttachment(draft: Draft, traits: readonly Trait[], k: number): boolean {
  const next = k + 1;
  const unit = draft.units[next];
  if (!unit) return false;
  if (unit.marker?.style.startsWith('arabic') && /[：:]$/.test(head(draft, draft.units[k]!, 14))) return false;
  return traits[next] !== 'imprint' && traits[next] !== 'printed';
}

/** A stretch of nothing but residue, or of a stray sign, is no document. */
function withoutEmpty(draft: Draft, traits: readonly Trait[], stretches: readonly Stretch[]): Stretch[] {
  return stretches.filter(({ from, to }) => {
    let ink = 0;
    let stray = true;
    for (let k = from; k < to; k++) {
      if (isEdge(traits[k]!)) continue;
      ink += lengthOf(draft.units[k]!);
      if (traits[k] !== 'table') stray = false;
    }
    return ink > 0 && (ink > 3 || !stray || stretches.length === 1);
  });
}

/** What lies at the edge of a document without being part of it. */
export function isEdge(trait: Trait): boolean {
  return trait === 'chrome' || trait === 'furniture' || trait === 'index';
}
