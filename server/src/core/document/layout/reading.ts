/**
 * Reads one document of a file: head, matter around the body, outline, kind.
 * Changes when the order of these steps changes.
 */

import type { Span } from '../../text/span.ts';
import type { Section } from '../model.ts';
import { isEdge, type Stretch } from './documents.ts';
import type { Scope } from './event.ts';
import { type Front, readFront } from './front.ts';
import { type KindReading, readKind } from './kind.ts';
import { titleKey, withoutGlosses } from './lineText.ts';
import { type Matter, readMatter } from './matter.ts';
import { type BodyReading, buildOutline, readBody } from './outline.ts';
import type { Trait } from './traits.ts';
import { type Draft, head, lengthOf } from './unit.ts';

/** What is known of one stretch of units. */
export interface Reading extends Stretch {
  readonly front: Front;
  readonly matter: Matter;
  readonly kind: KindReading;
  readonly outline: readonly Section[];
  readonly span: Span;
}

const REPORTING = new Set(['news', 'communique', 'minutes']);

/** Reads a stretch. Notes and imprints have no outline. */
export function readOne(draft: Draft, traits: Trait[], stretch: Stretch): Reading {
  const { from, to, role } = stretch;
  if (role === 'imprint' || role === 'editor-note') {
    const front: Front = { titleUnits: [], title: null, subtitle: null, bodyStart: from, person: null };
    const matter = readMatter(draft, traits, front, from, from);
    return {
      role,
      from,
      to,
      front,
      matter,
      kind: { kind: 'other', reason: 'none' },
      outline: [],
      span: spanOf(draft, traits, stretch, from),
    };
  }
  const printed = readFront(draft, traits, from, to);
  const title = printed.title ?? (from === 0 ? (draft.frontMatter?.title ?? null) : null);
  const front: Front = { ...printed, title };
  const matter = readMatter(draft, traits, front, from, to);
  hideRepeatedTitle(draft, traits, front, matter);
  const scope: Scope = {
    draft,
    traits: hide(traits, matter),
    from: matter.bodyFrom,
    to: matter.bodyTo,
    news: false,
  };
  const body = readBody(scope);
  const kind = readKind({
    title: front.title?.text ?? null,
    docNumber: matter.docNumber?.text ?? null,
    dateline: matter.hasDateline,
    reported: body.reported.length,
    articles: body.articles,
    salutation: matter.salutation,
    vocatives: vocatives(draft, scope),
    length: draft.units[to - 1]!.end - draft.units[from]!.start,
    sections: body.numbered.length,
    opening: opening(draft, scope),
    closing: closing(draft, scope),
    order: matter.order && body.articles === 0,
    media: MEDIUM.test(matter.source?.text ?? ''),
    addressed: matter.recipients.length > 0,
    adopted: isAdopted(draft, traits, from, front.bodyStart),
  });
  const news = REPORTING.has(kind.kind) || (kind.kind === 'resolution' && body.numbered.length === 0);
  return {
    role,
    from,
    to,
    front,
    matter,
    kind,
    outline: outlineOf(scope, body, news),
    span: spanOf(draft, traits, stretch, front.titleUnits[0]),
  };
}

/** From the first to the last unit that is no residue; a hosting page's line belongs only where it is the title. */
function spanOf(draft: Draft, traits: readonly Trait[], { from, to }: Stretch, title: number | undefined): Span {
  let first = from;
  let last = to - 1;
  while (first < last && first !== title && (isEdge(traits[first]!) || traits[first] === 'host')) first++;
  while (last > first && isEdge(traits[last]!)) last--;
  return { start: draft.units[first]!.start, end: draft.units[last]!.end };
}

function outlineOf(scope: Scope, body: BodyReading, news: boolean): Section[] {
  return buildOutline({ ...scope, news }, body);
}

const REPEATED_WITHIN = 6;

/** The title once more before the text, as pages print it that introduce a document. */
function hideRepeatedTitle(draft: Draft, traits: Trait[], front: Front, matter: Matter): void {
  const title = titleKey(front.title?.text ?? '');
  if (title.length < 6) return;
  const limit = Math.min(matter.bodyTo, matter.bodyFrom + REPEATED_WITHIN);
  for (let k = matter.bodyFrom; k < limit; k++) {
    const unit = draft.units[k]!;
    if (traits[k] === 'text' && lengthOf(unit) < 3 * title.length && titleKey(head(draft, unit, 200)) === title) {
      traits[k] = 'host';
      matter.kinds.set(k, 'web-chrome');
    }
  }
}

/** Names of media. */
const MEDIUM = /(?:报|社|网|台|臺|客户端|客戶端|新闻|新聞|融媒体?|融媒體|发布|發布|在线|在線)$/;

/** Whether a line above the body says that a meeting passed it. */
function isAdopted(draft: Draft, traits: readonly Trait[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    if (traits[k] === 'adoption' && head(draft, draft.units[k]!, 200).includes('通过')) return true;
  }
  return false;
}

const VOCATIVE = /^(?:同志们|各位代表|各位委员|各位同志|朋友们|女士们)[^。]{0,16}[！，：]/;

/** How many paragraphs address the audience, by the first who is addressed. */
function vocatives(draft: Draft, scope: Scope): { delegates: number; others: number } {
  let delegates = 0;
  let others = 0;
  for (let k = scope.from; k < scope.to; k++) {
    const text = head(draft, draft.units[k]!, 24);
    if (!VOCATIVE.test(text)) continue;
    if (/^各位(?:代表|委员)/.test(text)) delegates++;
    else others++;
  }
  return { delegates, others };
}

const CLOSING_UNITS = 8;
const LONGEST_CLOSING = 40;

/** The short lines near the end of a body. */
function closing(draft: Draft, scope: Scope): string[] {
  const lines: string[] = [];
  for (let k = Math.max(scope.from, scope.to - CLOSING_UNITS); k < scope.to; k++) {
    const unit = draft.units[k]!;
    if (lengthOf(unit) <= LONGEST_CLOSING) lines.push(withoutGlosses(head(draft, unit, LONGEST_CLOSING)));
  }
  return lines;
}

function opening(draft: Draft, scope: Scope): string {
  let text = '';
  for (let k = scope.from; k < Math.min(scope.to, scope.from + 3); k++) text += head(draft, draft.units[k]!, 260);
  return withoutGlosses(text);
}

/** Lines that the matter has claimed are no text for the outline. Documents do not overlap, so each edits its own units. */
function hide(traits: Trait[], matter: Matter): readonly Trait[] {
  for (const [k, kind] of matter.kinds) {
    if (kind === 'attachment-note') traits[k] = 'attachment-note';
    else if (kind === 'signature' && traits[k] === 'text') traits[k] = 'officer';
  }
  return traits;
}
