/**
 * The kind of a document (文种), from its title first, then from its number and its wording.
 * Changes when the evidence is weighed differently; the wordings themselves are data.
 */

import { closings } from '../../text/edges.ts';
import { CLOSING_PHRASES, KIND_PHRASES, NEWS_TITLE, OPENING_PHRASES } from '../data/kinds.ts';
import type { Kind } from '../model.ts';
import { titleKey } from './lineText.ts';

export interface KindReading {
  readonly kind: Kind;
  readonly reason: string;
}

const OPENERS = ['（', '(', '【', '[', '〔'];

/** Brackets at the end of a title: （试行）, （2010－2020年）, （全文）, （国发〔2019〕5号）. */
function withoutBrackets(key: string): string {
  let end = key.length;
  for (let turns = 0; turns < 4 && end > 2; turns++) {
    const close = key[end - 1];
    if (close === '”' && key.lastIndexOf('“', end) <= 0) break;
    if (close !== '）' && close !== ')' && close !== '〕' && close !== ']' && close !== '】') break;
    const open = Math.max(...OPENERS.map((bracket) => key.lastIndexOf(bracket, end - 1)));
    if (open <= 0) break;
    end = open;
  }
  const bare = key.slice(0, end).replace(/(?:全文|摘要|节选|(?<!\d)20\d{2}年?)$/, '');
  return /^《[^《》]{4,}》$/.test(bare) ? bare.slice(1, -1) : bare;
}

/** The phrases, with what titles end with that match them, where that is known. */
const PHRASES = KIND_PHRASES.map(({ kind, name, pattern }) => ({ kind, name, pattern, ends: closings(pattern) }));

/** The first phrase, of those for known kinds alone or of all, that matches a title without blanks and brackets. */
function phraseOf(key: string, known: boolean): KindReading | null {
  const last = key.charCodeAt(key.length - 1);
  for (const { kind, name, pattern, ends } of PHRASES) {
    if ((known && kind === 'other') || (ends !== null && !ends.has(last))) continue;
    if (pattern.test(key)) return { kind, reason: `title-${name}` };
  }
  return null;
}

/** What a title alone says; null where it says nothing. */
export function kindOfTitle(title: string): KindReading | null {
  const key = withoutBrackets(titleKey(title));
  const whole = phraseOf(key, false);
  if (whole !== null) return whole;
  const parts = /\s/.test(title) ? title.split(/\s+/).map((part) => withoutBrackets(titleKey(part))) : [];
  const main = key.split('——');
  if (main.length > 1) parts.push(...main.map(withoutBrackets));
  for (const part of parts.reverse()) {
    const found = part.length > 3 ? phraseOf(part, true) : null;
    if (found !== null) return found;
  }
  return NEWS_TITLE.pattern.test(key) ? { kind: 'news', reason: 'title-news-title' } : null;
}

/** What the rest of a document says about its kind. */
export interface KindClues {
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly dateline: boolean;
  readonly reported: number;
  readonly articles: number;
  readonly salutation: boolean;
  /** Characters of the body, and its numbered sections. */
  readonly length: number;
  readonly sections: number;
  /** Paragraphs that address delegates (各位代表！) and others (同志们！). */
  readonly vocatives: { readonly delegates: number; readonly others: number };
  /** Whether a medium is named as the source. */
  readonly media: boolean;
  /** Folded opening of the body. */
  readonly opening: string;
  /** The last lines of the body that are short. */
  readonly closing: readonly string[];
  readonly order: boolean;
  /** Whether it names those to whom it goes. */
  readonly addressed: boolean;
  /** Whether a note above the body says that a meeting passed it. */
  readonly adopted: boolean;
}

/** A report to a congress is longer than any speech, in characters. */
const LENGTH_OF_REPORT = 15_000;

const MEETING_OPENING =
  /^(?:近日|日前|昨[日天]|今[日天])(?:上午|下午)?，[^。，]{4,40}(?:会议|大会|全会)(?:听取|审议|表决|通过)|^[^。，]{0,24}日(?:上午|下午|晚)?，?在[^。，]{4,40}(?:会议|大会|全会)上，|^[^。]{0,80}(?:会议|全会|大会|座谈会|推进会|部署会|学习会|论坛|仪式)[^。]{0,60}(?:举行|召开|开幕|闭幕)|^[^。]{0,40}(?:召开|举行|主持召开)[^。]{0,60}会/;
const REPORT_OPENING =
  /向(?:大会(?!所)|会议|全会|各位|人大|常委会)[^。]{0,10}(?:报告|汇报|作报告)|作(?:政府|法院|检察院)?工作报告|报告[^。]{0,12}工作，请/;

/** The first words of a report: when something happened. */
const DATED_EVENT = /^(?:\d{4}年)?\d{1,2}月\d{1,2}日|^(?:近日|日前|昨[日天]|今[日天])(?:上午|下午)?，/;

/** A text that a meeting passed and that tells what the meeting heard and approved. */
const RESOLVING =
  /^[^。，]{4,60}(?:会议|大会|全会)(?:听取|审议|审查|讨论)[\s\S]{0,700}(?:决定批准|决定同意|批准这个|批准该|同意这个)/;

/** The kind of a document from all clues. Total: without any it is `other`. */
export function readKind(clues: KindClues): KindReading {
  const titled = clues.title === null ? null : kindOfTitle(clues.title);
  const news = clues.dateline || clues.reported >= 2;
  if (titled) {
    const weakTitle = titled.reason === 'title-law' || titled.kind === 'plan' || titled.kind === 'opinion';
    if (weakTitle && clues.dateline && clues.reported >= 2 && clues.articles === 0)
      return { kind: 'news', reason: 'dateline' };
    if (titled.reason === 'title-law' && clues.articles === 0 && (clues.salutation || clues.vocatives.others >= 2)) {
      return { kind: 'speech', reason: 'salutation' };
    }
    return titled;
  }
  if (clues.order) return { kind: 'order', reason: 'order-number' };
  if (clues.docNumber !== null && /函/.test(clues.docNumber)) return { kind: 'letter', reason: 'document-number' };
  if (clues.articles >= 3) return { kind: 'law', reason: 'articles' };
  if (!clues.dateline && clues.sections === 0 && clues.adopted && RESOLVING.test(clues.opening)) {
    return { kind: 'resolution', reason: 'adopted' };
  }
  const addressed = (clues.salutation || clues.addressed) && !clues.dateline;
  if (!addressed && (clues.reported >= 2 || (clues.reported >= 1 && MEETING_OPENING.test(clues.opening)))) {
    return { kind: 'news', reason: 'reporting-clauses' };
  }
  for (const { kind, name, pattern } of OPENING_PHRASES) {
    if (!clues.dateline && pattern.test(clues.opening)) return { kind, reason: name };
  }
  for (const { kind, name, pattern } of CLOSING_PHRASES) {
    if (!clues.dateline && clues.closing.some((line) => pattern.test(line))) return { kind, reason: name };
  }
  if (clues.addressed && !clues.dateline) return { kind: 'notice', reason: 'recipients' };
  if (REPORT_OPENING.test(clues.opening)) return { kind: 'report', reason: 'opening' };
  if (clues.vocatives.delegates >= 2) return { kind: 'report', reason: 'delegates' };
  if (clues.vocatives.others >= 2 && clues.length >= LENGTH_OF_REPORT && clues.sections >= 5) {
    return { kind: 'report', reason: 'length' };
  }
  if (clues.salutation || clues.vocatives.others >= 2) return { kind: 'speech', reason: 'salutation' };
  if (news || MEETING_OPENING.test(clues.opening)) return { kind: 'news', reason: news ? 'dateline' : 'opening' };
  if (clues.media && clues.sections === 0 && DATED_EVENT.test(clues.opening)) return { kind: 'news', reason: 'source' };
  return { kind: 'other', reason: 'none' };
}
