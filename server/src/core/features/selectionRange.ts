/**
 * Selection ranges: word → quoted term → clause → sentence → paragraph → section → … → document.
 * Changes when selection should grow by other steps. Words come from outside because a segmenter may be asynchronous.
 */
import type { SelectionRange } from 'vscode-languageserver-types';
import type { PolicyDocument, Section } from '../document/model.ts';
import { encloses, type Span, touches } from '../text/span.ts';
import { toRange } from './ranges.ts';

export type SelectionSource = Pick<
  PolicyDocument,
  'text' | 'lines' | 'outline' | 'blocks' | 'terms' | 'references' | 'dates' | 'parts'
>;

const SENTENCE_END = '。！？!?；;';
const CLAUSE_END = `${SENTENCE_END}，,、：:`;
const CLOSERS = '”’』」）)》〉】〕';
/** Longest stretch that is searched for a clause's ends, so that one line of 20 MB costs nothing. */
const REACH = 4000;

/** The stretch between two of `ends` around `offset` within `limits`; the closing mark belongs to it when `inclusive`. */
function between(text: string, offset: number, limits: Span, ends: string, inclusive: boolean): Span {
  let start = offset;
  const low = Math.max(limits.start, offset - REACH);
  while (start > low && !ends.includes(text[start - 1]!)) start--;
  if (start > limits.start) while (start < offset && CLOSERS.includes(text[start]!)) start++;
  let end = offset;
  const high = Math.min(limits.end, offset + REACH);
  while (end < high && !ends.includes(text[end]!)) end++;
  if (inclusive) {
    if (end < high) end++;
    while (end < high && CLOSERS.includes(text[end]!)) end++;
  }
  while (start < end && /\s/.test(text[start]!)) start++;
  return { start, end };
}

/** The sentence around `offset`, as segmenters want it: with its place. */
export function sentenceAt(doc: Pick<SelectionSource, 'text' | 'lines'>, offset: number): Span {
  const line = doc.lines.line(doc.lines.lineAt(offset));
  return between(doc.text, offset, line, SENTENCE_END, true);
}

function sectionsAt(outline: readonly Section[], offset: number): Span[] {
  const path: Span[] = [];
  let level: readonly Section[] = outline;
  for (;;) {
    const hit = level.find((s) => s.span.start <= offset && offset < s.span.end);
    if (!hit) return path;
    path.push(hit.span);
    if (touches(hit.headingSpan, offset)) path.push(hit.headingSpan, hit.titleSpan);
    level = hit.children;
  }
}

/** One chain for `offset`, the innermost first. `word` is the word there, where a segmenter knows it. */
export function selectionRange(doc: SelectionSource, offset: number, word: Span | null): SelectionRange {
  const { text, lines } = doc;
  const line = lines.line(lines.lineAt(offset));
  const mentions = [...doc.terms, ...doc.references, ...doc.dates].map((m) => m.span);
  const marked = doc.terms
    .filter((t) => t.quoted && t.span.start > 0)
    .map(({ span }) => ({ start: span.start - 1, end: Math.min(text.length, span.end + 1) }));
  const block = doc.blocks.find((b) => b.start <= offset && offset < b.end);
  const chain: Span[] = [
    ...(word ? [word] : []),
    ...[...mentions, ...marked].filter((s) => touches(s, offset)),
    between(text, offset, line, CLAUSE_END, false),
    between(text, offset, line, SENTENCE_END, true),
    { start: line.start, end: line.end },
    ...(block ? [{ start: block.start, end: block.end }] : []),
    ...sectionsAt(doc.outline, offset),
    ...doc.parts.map((p) => p.span).filter((s) => touches(s, offset)),
    { start: 0, end: text.length },
  ].filter((s) => s.end > s.start && s.start <= offset && offset <= s.end);
  chain.sort((a, b) => b.end - b.start - (a.end - a.start));
  let result: SelectionRange = { range: toRange(lines, { start: 0, end: text.length }) };
  let outer: Span = { start: 0, end: text.length };
  for (const s of chain) {
    if (!encloses(outer, s) || (s.start === outer.start && s.end === outer.end)) continue;
    result = { range: toRange(lines, s), parent: result };
    outer = s;
  }
  return result;
}
