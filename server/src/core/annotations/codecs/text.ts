/** Places in the texts of exchange files: code points, tokens, sentences. Changes when formats count otherwise. */
import { NormalText } from '../units.ts';
import type { ExchangeAnnotation, Losses } from './exchange.ts';

const SENTENCE_END = /[。！？；!?;]/;
const CLOSER = /[”’」』》）)\]】〕]/;

/** Half-open, UTF-16. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Sentences without the blanks around them; a line end ends one, closing marks belong to the sentence they close. */
export function sentencesOf(text: string): Stretch[] {
  const out: Stretch[] = [];
  let start = 0;
  const push = (to: number): void => {
    let [s, e] = [start, to];
    while (s < e && /\s/.test(text[s]!)) s++;
    while (e > s && /\s/.test(text[e - 1]!)) e--;
    if (e > s) out.push({ start: s, end: e });
    start = to;
  };
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n') push(i);
    else if (SENTENCE_END.test(text[i]!)) {
      while (i + 1 < text.length && (CLOSER.test(text[i + 1]!) || SENTENCE_END.test(text[i + 1]!))) i++;
      push(i + 1);
    }
  }
  push(text.length);
  return out;
}

/** One token a character as a reader sees it: base character with its marks; blanks are none. */
export function characterTokens(text: string, stretch: Stretch): Stretch[] {
  const out: { start: number; end: number }[] = [];
  for (let i = stretch.start; i < stretch.end; ) {
    const c = String.fromCodePoint(text.codePointAt(i)!);
    const last = out.at(-1);
    if (/^(?:\p{M}|[\u200d\ufe00-\ufe0f])$/u.test(c) && last?.end === i) last.end += c.length;
    else if (!/^\s$/.test(c)) out.push({ start: i, end: i + c.length });
    i += c.length;
  }
  return out;
}

/**
 * The span of an imported place in the normalised text. `raw` is the text as the file has it: a count may include the CR
 * of CR LF or a byte order mark, so where the words are known the reading that gives them is taken.
 */
export function spanFromPoints(
  raw: string,
  start: number,
  end: number,
  words: string | null,
  losses: Losses,
): Stretch | null {
  const normal = new NormalText(raw);
  const points = [...raw];
  const rawOffset = (point: number): number => points.slice(0, point).reduce((sum, c) => sum + c.length, 0);
  const plain = (shift: number): Stretch => ({
    start: normal.fromPoint(start + shift),
    end: normal.fromPoint(end + shift),
  });
  const readings: (() => Stretch)[] = [() => plain(0)];
  if (raw.includes('\r\n') || raw.startsWith('\ufeff')) {
    readings.push(() => ({ start: normal.fromRaw(rawOffset(start)), end: normal.fromRaw(rawOffset(end)) }));
  }
  readings.push(
    () => ({ start, end }),
    () => plain(-1),
    () => plain(1),
  );
  const flat = (s: string): string => s.replace(/\s+/g, '');
  for (const reading of words === null ? readings.slice(0, 1) : readings) {
    const s = reading();
    if (s.start < 0 || s.end <= s.start || s.end > normal.text.length) continue;
    if (words === null || flat(normal.text.slice(s.start, s.end)) === flat(words)) return s;
  }
  if (words !== null && words !== '') {
    const near = plain(0).start;
    let best = -1;
    for (let i = normal.text.indexOf(words); i >= 0; i = normal.text.indexOf(words, i + 1)) {
      if (best < 0 || Math.abs(i - near) < Math.abs(best - near)) best = i;
    }
    if (best >= 0) {
      losses.add(
        'offset',
        'an offset did not fit its words; the nearest place of the words was taken',
        words.slice(0, 20),
      );
      return { start: best, end: best + words.length };
    }
  }
  losses.add('place', 'a place lies outside the text or its words do not stand there', `${start}–${end}`);
  return null;
}

/** An annotation read from a format that says little of it. */
export function imported(id: string, span: Stretch | null, quote: string, tags: readonly string[]): ExchangeAnnotation {
  return {
    id,
    motivation: tags.length > 0 ? 'tagging' : 'commenting',
    author: '',
    created: '',
    modified: '',
    span,
    quote,
    tags,
    note: null,
    status: 'open',
    reason: null,
    attributes: {},
    replies: [],
    extra: {},
  };
}

/** In the order of the text; the longer first where two begin at one place. Those without a place are left out. */
export function placed(
  annotations: readonly ExchangeAnnotation[],
): (ExchangeAnnotation & { readonly span: Stretch })[] {
  return annotations
    .filter((a): a is ExchangeAnnotation & { readonly span: Stretch } => a.span !== null)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

export const asObject = (v: unknown): Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Record<string, unknown>) : {};
export const asArray = (v: unknown): readonly unknown[] => (Array.isArray(v) ? v : []);
export const asText = (v: unknown): string | null => (typeof v === 'string' ? v : null);
export const asNumber = (v: unknown): number => (typeof v === 'number' ? v : Number.NaN);

/** Parses JSON; a file that is none is a loss, not an error. */
export function parseJson(text: string, name: string, losses: Losses): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    losses.add('file', 'a file or line is not JSON', `${name}: ${error instanceof Error ? error.message : ''}`);
    return null;
  }
}

export const base = (name: string): string => name.replace(/^.*[/\\]/, '');
export const stem = (name: string): string => base(name).replace(/\.[^.]+$/, '');
