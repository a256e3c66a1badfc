/**
 * Short forms that a document announces for itself, with or without quotation marks: （以下简称示范区）, （以下统称“两省一市”）.
 * Every later mention means what was announced. Changes when such an announcement is worded differently.
 */
import type { PolicyDocument } from '../document/model.ts';
import { type Span, touches } from '../text/span.ts';

export interface ShortForm {
  readonly name: string;
  /** The name where it is announced. */
  readonly span: Span;
  /** The words before the announcement, back to the last mark. */
  readonly full: Span;
}

const ANNOUNCED =
  /[（(，,](?:以下|下)?[统統简簡合并併][称稱](?:为|為|作)?[:：]?[“‘「]?([\u4e00-\u9fffA-Za-z0-9]{2,16}?)[”’」]?(?=[）)，,；。、])/g;
const MOST = 300;
const LONGEST_FULL = 120;
const LONGEST_NAME = 16;
const known = new WeakMap<PolicyDocument, readonly ShortForm[]>();

/** The short forms that a document announces, in order. */
export function shortForms(document: PolicyDocument): readonly ShortForm[] {
  const stored = known.get(document);
  if (stored) return stored;
  const found = read(document.text);
  known.set(document, found);
  return found;
}

function read(text: string): readonly ShortForm[] {
  const found: ShortForm[] = [];
  for (const match of text.matchAll(ANNOUNCED)) {
    if (found.length === MOST) break;
    const name = match[1]!;
    const start = match.index + match[0].lastIndexOf(name);
    found.push({ name, span: { start, end: start + name.length }, full: fullBefore(text, match.index) });
  }
  return found;
}

function fullBefore(text: string, at: number): Span {
  let start = at;
  while (start > 0 && at - start < LONGEST_FULL && !'。；：，\n\r“'.includes(text[start - 1]!)) start--;
  return { start, end: at };
}

/** The longest announced short form around an offset, at the announcement or behind it; null where there is none. */
export function shortFormAt(document: PolicyDocument, offset: number): { form: ShortForm; span: Span } | null {
  const forms = shortForms(document);
  if (forms.length === 0) return null;
  const from = Math.max(0, offset - LONGEST_NAME);
  const around = document.text.slice(from, offset + LONGEST_NAME);
  let best: { form: ShortForm; span: Span } | null = null;
  for (const form of forms) {
    if (form.span.start > offset) break;
    for (let at = around.indexOf(form.name); at >= 0; at = around.indexOf(form.name, at + 1)) {
      const span = { start: from + at, end: from + at + form.name.length };
      if (touches(span, offset) && (!best || form.name.length >= best.form.name.length)) best = { form, span };
    }
  }
  return best;
}
