/**
 * Edits with a known truth: where the annotated words are afterwards, or that they are gone.
 * Text that is put in comes from another document, clause by clause or as single characters, so that it looks like policy
 * prose and shares words with the text around it; random characters would make the task easier than it is.
 */
import * as opencc from 'opencc-js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Trial {
  readonly before: string;
  readonly quote: Span;
  readonly after: string;
  /** Null: the words are gone. */
  readonly truth: Span | null;
}

export type Rng = () => number;

const pick = (rng: Rng, n: number): number => Math.floor(rng() * n);

/** Replaces `[from, to)` and carries the truth along: edits do not touch it unless the caller means to. */
class Draft {
  text: string;
  truth: Span | null;

  constructor(text: string, truth: Span | null) {
    this.text = text;
    this.truth = truth;
  }

  replace(from: number, to: number, put: string): void {
    this.text = this.text.slice(0, from) + put + this.text.slice(to);
    const t = this.truth;
    if (!t) return;
    const shift = put.length - (to - from);
    if (to <= t.start) this.truth = { start: t.start + shift, end: t.end + shift };
    else if (from < t.end) this.truth = { start: Math.min(t.start, from), end: Math.max(t.end + shift, from) };
  }
}

export interface Paragraph extends Span {}

export function paragraphs(text: string): Paragraph[] {
  const out: Paragraph[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim().length >= 20) out.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  return out;
}

export type Length = 'term' | 'phrase' | 'sentence';

/** A random stretch of a paragraph that begins and ends with a character that is no blank. */
export function chooseQuote(rng: Rng, text: string, length: Length): { quote: Span; paragraph: Paragraph } | null {
  const [least, most] = length === 'term' ? [2, 6] : length === 'phrase' ? [8, 20] : [25, 70];
  const fit = paragraphs(text).filter((p) => p.end - p.start > most + 4);
  for (let tries = 0; tries < 40 && fit.length > 0; tries++) {
    const paragraph = fit[pick(rng, fit.length)]!;
    const size = least + pick(rng, most - least + 1);
    const start = paragraph.start + pick(rng, paragraph.end - paragraph.start - size);
    const words = text.slice(start, start + size);
    if (/^\s|\s$|^[，。；、：！？）”》]|[\ud800-\udfff]/.test(words) || words.trim().length < least) continue;
    return { quote: { start, end: start + size }, paragraph };
  }
  return null;
}

const clause = (rng: Rng, donor: string): string => {
  const parts = donor.split(/[，。；\n]/).filter((p) => p.trim().length >= 4 && p.length < 40);
  return parts[pick(rng, parts.length)]?.trim() ?? '有关工作';
};

const letter = (rng: Rng, donor: string): string => {
  for (let i = 0; i < 50; i++) {
    const c = donor[pick(rng, donor.length)]!;
    if (/[\u4e00-\u9fff]/.test(c)) return c;
  }
  return '有';
};

/** One small edit at a place outside `[from, to)`: a character or a clause put in, taken out or replaced. */
function editOutside(rng: Rng, d: Draft, donor: string, from: number, to: number): void {
  for (let tries = 0; tries < 30; tries++) {
    const at = pick(rng, d.text.length);
    const size = rng() < 0.5 ? 1 + pick(rng, 2) : 4 + pick(rng, 12);
    if (at < to && at + size > from) continue;
    const kind = pick(rng, 3);
    const put = size < 4 ? letter(rng, donor) : `${clause(rng, donor)}，`;
    if (kind === 0) d.replace(at, at, put);
    else if (kind === 1) d.replace(at, Math.min(d.text.length, at + size), '');
    else d.replace(at, Math.min(d.text.length, at + size), put);
    return;
  }
}

function editsElsewhere(rng: Rng, d: Draft, donor: string, count: number, guard = 0): void {
  for (let i = 0; i < count; i++) {
    const t = d.truth ?? { start: -1, end: -1 };
    editOutside(rng, d, donor, t.start - guard, t.end + guard);
  }
}

export type Kind =
  | 'elsewhere'
  | 'context'
  | 'quote'
  | 'moved'
  | 'deleted'
  | 'rewritten'
  | 'several'
  | 'reload'
  | 'line-ends'
  | 'wrap'
  | 'script'
  | 'widths'
  | 'together'
  | 'scanned'
  | 'twin-copied'
  | 'twin-deleted';

export const ORDINARY: readonly Kind[] = ['elsewhere', 'context', 'quote', 'moved', 'deleted', 'rewritten', 'several'];
export const PROGRAMS: readonly Kind[] = ['wrap', 'script', 'widths'];
export const EXACT: readonly Kind[] = ['reload', 'line-ends'];
/** Harder than what is asked for: everything at once with edits, and a scan with every sixtieth character read wrong. */
export const BEYOND: readonly Kind[] = ['together', 'scanned'];
export const TWINS: readonly Kind[] = ['twin-copied', 'twin-deleted'];

const toTraditional = opencc.Converter({ from: 'cn', to: 't' });
const toSimplified = opencc.Converter({ from: 't', to: 'cn' });

const HALF: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '“': '"',
  '”': '"',
  '—': '-',
  '％': '%',
};

/** Maps every character to a text of its own, so that the truth is known exactly. */
function rewriteEach(d: Draft, to: (c: string, i: number) => string): void {
  const t = d.truth!;
  let out = '';
  let start = 0;
  let end = 0;
  for (let i = 0; i < d.text.length; i++) {
    if (i === t.start) start = out.length;
    out += to(d.text[i]!, i);
    if (i === t.end - 1) end = out.length;
  }
  d.text = out;
  d.truth = { start, end };
}

function wrap(d: Draft, columns: number): void {
  let column = 0;
  rewriteEach(d, (c) => {
    if (c === '\n') {
      column = 0;
      return c;
    }
    const width = c.charCodeAt(0) < 0x2000 ? 1 : 2;
    const broken = column + width > columns;
    column = broken ? width : column + width;
    return broken ? `\n${c}` : c;
  });
}

/** Converts the text in three stretches, so that the truth is known whatever the converter does to lengths. */
function convert(d: Draft): void {
  const t = d.truth!;
  const hant = toSimplified(d.text) !== d.text && toTraditional(d.text) === d.text;
  const to = hant ? toSimplified : toTraditional;
  const [a, b, c] = [to(d.text.slice(0, t.start)), to(d.text.slice(t.start, t.end)), to(d.text.slice(t.end))];
  d.text = a + b + c;
  d.truth = { start: a.length, end: a.length + b.length };
}

/** A copy with about `share` of the characters replaced. */
const alike = (rng: Rng, text: string, donor: string, share: number): string =>
  [...text].map((c) => (rng() < share && /[\u4e00-\u9fff]/.test(c) ? letter(rng, donor) : c)).join('');

/** Makes one trial; null where the document has no fitting place. */
export function makeTrial(rng: Rng, source: string, donor: string, kind: Kind, length: Length): Trial | null {
  const chosen = chooseQuote(rng, source, length);
  if (!chosen) return null;
  let { quote, paragraph } = chosen;
  let before = source;
  const own = (): string => before.slice(paragraph.start, paragraph.end);
  if (kind === 'twin-deleted') {
    const others = paragraphs(before).filter((p) => p.start !== paragraph.start);
    if (others.length < 3) return null;
    const at = others[pick(rng, others.length)]!.start;
    const copy = `${alike(rng, own(), donor, 0.08)}\n`;
    before = before.slice(0, at) + copy + before.slice(at);
    const shift = at <= paragraph.start ? copy.length : 0;
    quote = { start: quote.start + shift, end: quote.end + shift };
    paragraph = { start: paragraph.start + shift, end: paragraph.end + shift };
  }
  const d = new Draft(before, quote);
  switch (kind) {
    case 'elsewhere':
      editsElsewhere(rng, d, donor, 10, 2);
      break;
    case 'context': {
      for (let i = 0; i < 3; i++) {
        const t = d.truth!;
        const left = rng() < 0.5;
        const size = 1 + pick(rng, 3);
        const at = left ? Math.max(0, t.start - 2 - size - pick(rng, 12)) : t.end + 2 + pick(rng, 12);
        if (at + size > d.text.length || (left && at + size > t.start)) continue;
        d.replace(
          at,
          rng() < 0.3 ? at : at + size,
          rng() < 0.3 ? '' : letter(rng, donor) + (rng() < 0.5 ? letter(rng, donor) : ''),
        );
      }
      break;
    }
    case 'quote': {
      const size = quote.end - quote.start;
      for (let i = Math.min(1 + pick(rng, 2), size - 1); i > 0; i--) {
        const t = d.truth!;
        const at = t.start + pick(rng, t.end - t.start);
        const how = pick(rng, 3);
        if (how === 0) d.replace(at, at + 1, letter(rng, donor));
        else if (how === 1 && t.end - t.start > 2) d.replace(at, at + 1, '');
        else if (at > t.start) d.replace(at, at, letter(rng, donor));
        else d.replace(at, at + 1, letter(rng, donor));
      }
      editsElsewhere(rng, d, donor, 2, 2);
      break;
    }
    case 'moved': {
      const words = before.slice(paragraph.start, paragraph.end + 1);
      const rest = before.slice(0, paragraph.start) + before.slice(paragraph.end + 1);
      const others = paragraphs(rest).filter((p) => Math.abs(p.start - paragraph.start) > words.length);
      if (others.length === 0) return null;
      const at = others[pick(rng, others.length)]!.start;
      d.text = rest.slice(0, at) + words + (words.endsWith('\n') ? '' : '\n') + rest.slice(at);
      const start = at + quote.start - paragraph.start;
      d.truth = { start, end: start + quote.end - quote.start };
      editsElsewhere(rng, d, donor, 2, 2);
      break;
    }
    case 'deleted':
    case 'twin-deleted': {
      const put = kind === 'deleted' && rng() < 0.5 ? `${clause(rng, donor)}，${clause(rng, donor)}。` : '';
      d.truth = null;
      d.replace(paragraph.start, put ? paragraph.end : paragraph.end + 1, put);
      editsElsewhere(rng, d, donor, 3);
      break;
    }
    case 'rewritten': {
      for (let n = Math.ceil((paragraph.end - paragraph.start) * 0.2); n > 0; ) {
        const t = d.truth!;
        const at = paragraph.start + pick(rng, paragraph.end - paragraph.start);
        const inside = at >= t.start && at < t.end;
        const size = inside || rng() < 0.6 ? 1 : 3 + pick(rng, 6);
        if (!inside && at < t.end && at + size > t.start) continue;
        const put = size === 1 ? letter(rng, donor) : clause(rng, donor).slice(0, size + pick(rng, 4));
        d.replace(at, Math.min(at + size, d.text.length), put);
        n -= size;
      }
      break;
    }
    case 'several':
    case 'reload': {
      editsElsewhere(rng, d, donor, kind === 'several' ? 30 : 6, 1);
      break;
    }
    case 'line-ends':
      rewriteEach(d, (c) => (c === '\n' ? '\r\n' : c));
      break;
    case 'wrap':
      wrap(d, 40);
      break;
    case 'script':
      convert(d);
      break;
    case 'widths':
      rewriteEach(d, (c) => HALF[c] ?? c);
      break;
    case 'together':
      editsElsewhere(rng, d, donor, 8, 2);
      rewriteEach(d, (c) => HALF[c] ?? c);
      convert(d);
      wrap(d, 40);
      break;
    case 'scanned':
      rewriteEach(d, (c) => {
        if (c === '\n' || /[\ud800-\udfff]/.test(c)) return c;
        const x = rng();
        return x < 1 / 120
          ? letter(rng, donor)
          : x < 1 / 90
            ? ''
            : x < 1 / 60
              ? `${c}${letter(rng, donor)}`
              : x < 1 / 20
                ? `${c} `
                : c;
      });
      if (d.truth && d.truth.end <= d.truth.start) return null;
      wrap(d, 60);
      break;
    case 'twin-copied': {
      const words = `${own()}\n`;
      const others = paragraphs(before).filter((p) => p.start !== paragraph.start);
      if (others.length < 3) return null;
      const size = quote.end - quote.start;
      const place = quote.start + pick(rng, size);
      d.replace(place, place + 1, letter(rng, donor));
      const at = paragraphs(d.text).filter((p) => p.end < d.truth!.start || p.start > d.truth!.end);
      const target = at[pick(rng, at.length)];
      if (!target) return null;
      d.replace(target.start, target.start, words);
      break;
    }
  }
  return { before, quote, after: d.text, truth: d.truth };
}
