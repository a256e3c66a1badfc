/**
 * What stands around the body of a document: number, issuer, source, signers, recipients, attachments, signature.
 * Changes when one of these is laid out in another way.
 */
import { NUMBER_AND_DATE, OFFICER_LINE, ORGANISATION, SIGNED_LINE, SIGNER_LINE } from '../data/front.ts';
import { DATELINES, NO_SOURCE, SOURCE_LINES } from '../data/sources.ts';
import type { BlockKind, SpannedText } from '../model.ts';
import { readAttachments } from './attachments.ts';
import type { Front } from './front.ts';
import { tidy, withoutGlosses } from './lineText.ts';
import { isRecipients, splitNames } from './recipients.ts';
import { isSignature, signedName } from './signature.ts';
import type { Trait } from './traits.ts';
import { type Draft, head, lengthOf, type Unit } from './unit.ts';
import {
  GLUED_ISSUER,
  GLUED_NUMBER,
  groupSpan,
  INDEX_ISSUER,
  INDEX_NUMBER,
  indexed,
  legible,
  spanned,
} from './values.ts';

export interface Matter {
  docNumber: SpannedText | null;
  issuer: SpannedText | null;
  source: SpannedText | null;
  dateline: SpannedText | null;
  hasDateline: boolean;
  salutation: boolean;
  order: boolean;
  readonly signers: SpannedText[];
  readonly recipients: SpannedText[];
  readonly attachments: SpannedText[];
  /** Behind the last unit of the body proper. */
  bodyTo: number;
  /** First unit behind recipients and salutation. */
  bodyFrom: number;
  /** Kinds of units that are no running text. */
  readonly kinds: Map<number, BlockKind>;
}

const KIND_OF_TRAIT: Partial<Record<Trait, BlockKind>> = {
  index: 'head',
  docnumber: 'head',
  mark: 'head',
  secrecy: 'head',
  signer: 'head',
  order: 'head',
  adoption: 'adoption-note',
  source: 'source',
  byline: 'byline',
  salutation: 'salutation',
  officer: 'signature',
  release: 'imprint',
  date: 'signature',
  host: 'web-chrome',
};

/** Labels that a page ran on behind the source without a blank. */
const NEXT_LABEL = /责任编辑|责编|作者|编辑|发布时间|发布日期|日期：|时间：|点击|浏览|阅读|访问|收藏|打印|分享|字号/;

function readSourceLine(draft: Draft, unit: Unit): SpannedText | null {
  const { line, place } = legible(draft, unit, head(draft, unit, 200));
  for (const { pattern } of SOURCE_LINES) {
    const match = pattern.exec(line);
    const value = match?.[1]?.split(NEXT_LABEL)[0]?.trim();
    if (!match || !value) continue;
    if (NO_SOURCE.test(value) || !/[\u4e00-\u9fff]|[A-Z]{3}/.test(value)) return null;
    return place(value, match.index);
  }
  return null;
}

function readDateline(draft: Draft, unit: Unit): { source: SpannedText | null } | null {
  const line = head(draft, unit, 80);
  for (const { pattern } of DATELINES) {
    const match = pattern.exec(line);
    if (!match) continue;
    const value = match[1];
    return { source: value ? spanned(draft, ...groupSpan(unit, line, match, value)) : null };
  }
  return null;
}

function readDocNumber(draft: Draft, unit: Unit): SpannedText {
  const line = head(draft, unit, 80);
  const dated = NUMBER_AND_DATE.pattern.exec(line);
  const number = dated?.[1] ?? dated?.[2];
  if (dated && number) return spanned(draft, ...groupSpan(unit, line, dated, number));
  let { start, end } = unit;
  if (/^[（(]/.test(line) && /[)）]$/.test(line) && !/^[（(]\d{2,4}[）)]/.test(line)) {
    start++;
    end--;
  }
  return spanned(draft, start, end);
}

const ORDER_TITLE = /(?:令|命令|公告)$/;

/** Reads the head `[from, front.bodyStart)` of a document and the lines behind its body. */
export function readMatter(draft: Draft, traits: readonly Trait[], front: Front, from: number, to: number): Matter {
  const matter: Matter = {
    docNumber: null,
    issuer: null,
    source: null,
    dateline: null,
    hasDateline: false,
    salutation: false,
    order: false,
    signers: [],
    recipients: [],
    attachments: [],
    bodyTo: to,
    bodyFrom: front.bodyStart,
    kinds: new Map(),
  };
  const { units } = draft;
  const titled = new Set(front.titleUnits);
  let orderLine: number | null = null;
  let named: SpannedText | null = null;
  let numberFromIndex: SpannedText | null = null;
  for (let k = from; k < front.bodyStart; k++) {
    const unit = units[k]!;
    const trait = traits[k]!;
    if (titled.has(k)) {
      if (ORDER_TITLE.test(head(draft, unit, 40))) orderLine = k;
      if (trait === 'docnumber') matter.docNumber ??= readDocNumber(draft, unit);
      matter.kinds.set(k, 'title');
      continue;
    }
    if (front.subtitle && unit.start <= front.subtitle.span.start && front.subtitle.span.end <= unit.end) {
      matter.kinds.set(k, 'title');
      continue;
    }
    if (trait === 'order') {
      orderLine = k;
      matter.order = true;
    }
    if (trait === 'index') {
      const line = head(draft, unit, 200);
      numberFromIndex ??= indexed(draft, unit, line, INDEX_NUMBER) ?? indexed(draft, unit, line, GLUED_NUMBER);
      matter.issuer ??= indexed(draft, unit, line, INDEX_ISSUER) ?? indexed(draft, unit, line, GLUED_ISSUER);
    }
    if (trait === 'mark') named ??= markIssuer(draft, unit);
    if (trait === 'text' && k !== front.person && isIssuerLine(draft, unit))
      named ??= spanned(draft, unit.start, unit.end);
    if (trait === 'docnumber') matter.docNumber ??= orderNumber(draft, unit, orderLine);
    if (trait === 'signer') {
      readSigner(draft, unit, matter, SIGNER_LINE.pattern);
      matter.docNumber ??= indexed(draft, unit, head(draft, unit, 80), NUMBER_BEFORE);
    }
    if (trait === 'source' || trait === 'chrome') matter.source ??= readSourceLine(draft, unit);
    if (trait === 'officer') readSigner(draft, unit, matter, OFFICER_LINE.pattern);
    if (trait === 'byline') matter.dateline ??= readDateline(draft, unit)?.source ?? null;
    const kind =
      trait === 'date'
        ? traits[k - 1] === 'officer'
          ? 'signature'
          : 'adoption-note'
        : trait === 'text'
          ? k === front.person
            ? 'byline'
            : 'head'
          : KIND_OF_TRAIT[trait];
    if (kind) matter.kinds.set(k, kind);
  }
  matter.docNumber = numberFromIndex ?? matter.docNumber ?? numberInTitle(draft, front);
  readOpening(draft, traits, matter, front, from, to);
  readBack(draft, traits, matter, front, to);
  matter.issuer ??= named;
  return matter;
}

/** The issuer of a red head: the name before 文件. */
function markIssuer(draft: Draft, unit: Unit): SpannedText | null {
  const line = head(draft, unit, 60);
  const match = /^(.{4,40}?) *(?:文 {0,4}件|明传电报|内部明电)$/.exec(line);
  if (!match || !isOrganisation(match[1]!)) return null;
  return spanned(draft, unit.start, unit.start + match[1]!.trimEnd().length);
}

function isOrganisation(line: string): boolean {
  const name = line.replace(/ +/g, '');
  return ORGANISATION.test(name) && !/举行|召开|会议|大会$|全会$|座谈会$|学习会$|工作会$/.test(name);
}

function isIssuerLine(draft: Draft, unit: Unit): boolean {
  return lengthOf(unit) <= 50 && !unit.marker && isOrganisation(withoutGlosses(head(draft, unit, 90)));
}

/** The number that shares its line with 签发人. */
const NUMBER_BEFORE = /^([^ ：]{1,16} ?[〔[【（(]\d{4}[〕\]】）)] ?第?\d{1,5} ?号) /;

/** `第706号` under `国务院令` is the number of the order: both lines make it. */
function orderNumber(draft: Draft, unit: Unit, orderLine: number | null): SpannedText {
  const own = readDocNumber(draft, unit);
  if (orderLine === null || !/^第[^/]+$/.test(own.text)) return own;
  const { start } = draft.units[orderLine]!;
  const name = tidy(draft.text.slice(start, draft.units[orderLine]!.end)).replace(/\s+/g, '');
  return { text: name + own.text, span: { start, end: own.span.end } };
}

const NUMBER_IN_TITLE = /[（(]([^（）()]{1,16}[〔[【（(]\d{4}[〕\]】）)][^（）()]{1,12}号)[）)]$/;

function numberInTitle(draft: Draft, front: Front): SpannedText | null {
  const last = front.titleUnits[front.titleUnits.length - 1];
  if (last === undefined) return null;
  const unit = draft.units[last]!;
  return indexed(draft, unit, draft.folded.slice(unit.start, unit.end), NUMBER_IN_TITLE);
}

function readSigner(draft: Draft, unit: Unit, matter: Matter, pattern: RegExp): void {
  const line = head(draft, unit, 80);
  const match = pattern.exec(line);
  if (match?.[1]) matter.signers.push(nameOf(draft, unit, line, match));
}

function nameOf(draft: Draft, unit: Unit, line: string, match: RegExpExecArray): SpannedText {
  const [start, end] = groupSpan(unit, line, match, match[1]!.trim());
  return { text: draft.text.slice(start, end).replace(/\s+/g, ''), span: { start, end } };
}

/** Recipients, salutation and the dateline of the first paragraph. */
function readOpening(
  draft: Draft,
  traits: readonly Trait[],
  matter: Matter,
  front: Front,
  from: number,
  to: number,
): void {
  const { units } = draft;
  let k = matter.bodyFrom;
  for (let steps = 0; k < to && steps < 3; steps++, k++) {
    const unit = units[k]!;
    if (traits[k] === 'salutation') {
      matter.salutation = true;
      matter.kinds.set(k, 'salutation');
    } else if (traits[k] === 'imprint' && /^主 ?送/.test(head(draft, unit, 6))) {
      const at = draft.folded.indexOf('：', unit.start) + 1;
      matter.recipients.push(...splitNames(draft, at, unit.end));
      matter.kinds.set(k, 'recipients');
    } else if ((traits[k] === 'text' || traits[k] === 'index') && isRecipients(draft, unit)) {
      matter.recipients.push(...splitNames(draft, unit.start, unit.end));
      matter.kinds.set(k, 'recipients');
    } else break;
  }
  matter.bodyFrom = k;
  const [first] = front.titleUnits;
  const opening = first === undefined ? null : readDateline(draft, units[first]!);
  if (opening?.source && /电/.test(head(draft, units[first!]!, 30))) matter.dateline = opening.source;
  for (let i = Math.max(from, matter.bodyFrom - 1); i < Math.min(to, matter.bodyFrom + 3); i++) {
    const found =
      traits[i] === 'byline' ? { source: null } : traits[i] === 'text' ? readDateline(draft, units[i]!) : null;
    if (!found) continue;
    matter.hasDateline = true;
    matter.dateline ??= found.source;
  }
}

/** Lines behind and between the paragraphs of the body: signature, source, attachments, furniture. */
function readBack(draft: Draft, traits: readonly Trait[], matter: Matter, front: Front, to: number): void {
  const { units } = draft;
  for (let k = matter.bodyFrom; k < to; k++) {
    const unit = units[k]!;
    const trait = traits[k]!;
    if (matter.kinds.has(k)) continue;
    if (trait === 'date') {
      matter.kinds.set(k, 'signature');
      for (let i = k - 1; i >= Math.max(matter.bodyFrom, k - 4) && isSignature(draft, units[i]!, traits[i]!); i--) {
        matter.kinds.set(i, 'signature');
        matter.issuer ??= signedName(draft, traits, matter, i);
      }
    } else if (trait === 'officer') {
      matter.kinds.set(k, 'signature');
      readSigner(draft, unit, matter, OFFICER_LINE.pattern);
    } else if (trait === 'source' || trait === 'byline') {
      matter.kinds.set(k, trait);
      if (trait === 'source') matter.source ??= readSourceLine(draft, unit);
    } else if (trait === 'attachment-note' && k > front.bodyStart) {
      k = takeAttachments(draft, traits, matter, k, to);
    } else if (trait === 'attachment-head' && k + 1 < to && units[k + 1]!.marker) {
      matter.kinds.set(k, 'attachment-note');
      k = takeAttachments(draft, traits, matter, k, to);
    } else if (trait === 'adoption' || trait === 'release' || trait === 'salutation') {
      matter.kinds.set(k, KIND_OF_TRAIT[trait]!);
    } else if (trait === 'text' && lengthOf(unit) < 60) {
      const line = draft.folded.slice(unit.start, unit.end);
      const signed = k > matter.bodyFrom && k + 8 > to ? SIGNED_LINE.pattern.exec(line) : null;
      if (signed && ORGANISATION.test(signed[1]!.trim())) {
        matter.kinds.set(k, 'signature');
        matter.issuer ??= spanned(draft, unit.start, unit.start + signed[1]!.trimEnd().length);
      } else if (
        isRecipients(draft, unit) &&
        k - matter.bodyFrom < 12 &&
        matter.order &&
        matter.recipients.length === 0
      ) {
        matter.kinds.set(k, 'recipients');
      }
    }
  }
  let end = to;
  while (end > matter.bodyFrom && isBackUnit(draft, traits, matter, end - 1)) end--;
  matter.bodyTo = end;
}

function takeAttachments(draft: Draft, traits: readonly Trait[], matter: Matter, k: number, to: number): number {
  const { names, last } = readAttachments(draft, traits, k, to, matter.attachments.length);
  matter.attachments.push(...names);
  for (let i = k; i <= last; i++) matter.kinds.set(i, 'attachment-note');
  return last;
}

function isBackUnit(draft: Draft, traits: readonly Trait[], matter: Matter, k: number): boolean {
  const trait = traits[k]!;
  if (trait === 'chrome' || trait === 'furniture' || trait === 'imprint' || trait === 'printed') return true;
  const kind = matter.kinds.get(k);
  if (
    kind === 'signature' ||
    kind === 'source' ||
    kind === 'byline' ||
    kind === 'imprint' ||
    kind === 'attachment-note'
  )
    return true;
  const unit = draft.units[k]!;
  if (trait === 'text' && k > matter.bodyFrom + 1 && lengthOf(unit) <= 30 && !unit.marker) {
    if (ORGANISATION.test(draft.folded.slice(unit.start, unit.end))) {
      matter.kinds.set(k, 'signature');
      matter.issuer ??= spanned(draft, unit.start, unit.end);
      return true;
    }
  }
  return false;
}
