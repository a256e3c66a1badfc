/**
 * A document as the readers of definitions see it: folded text, mentions, and the sentence around a place.
 * Changes when a reader of definitions needs something more.
 */
import type { Block, PolicyDocument } from '../document/model.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { CompactText } from '../text/compact.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

const STOPS = '。！？!?\n\r';
const OPENERS = '“‘"\'';
const CLOSERS = '”’"\'';

export const isOpeningQuote = (c: string | undefined): boolean => c !== undefined && c !== '' && OPENERS.includes(c);
export const isClosingQuote = (c: string | undefined): boolean => c !== undefined && c !== '' && CLOSERS.includes(c);

/** Compact text of a document; line ends inside one block of running text do not separate. */
export function compactOf(document: PolicyDocument, folded = fold(document.text)): CompactText {
  const joined: Span[] = [];
  for (const b of document.blocks) {
    if (b.lastLine > b.firstLine && b.kind !== 'blank' && b.kind !== 'table' && b.kind !== 'contents') {
      joined.push({ start: b.start, end: document.lines.line(b.lastLine).start });
    }
  }
  if (joined.length === 0) return CompactText.of(folded);
  let at = 0;
  return CompactText.of(folded, (offset) => {
    while (at < joined.length && joined[at]!.end <= offset) at++;
    return at < joined.length && joined[at]!.start <= offset;
  });
}

export class Scene {
  readonly document: PolicyDocument;
  readonly glossary: Glossary;
  readonly folded: string;
  readonly compact: CompactText;

  constructor(document: PolicyDocument, glossary: Glossary) {
    this.document = document;
    this.glossary = glossary;
    this.folded = fold(document.text);
    this.compact = compactOf(document, this.folded);
  }

  /** The block that holds an offset. */
  block(offset: number): Block | undefined {
    const { blocks } = this.document;
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (blocks[mid]!.start <= offset) low = mid;
      else high = mid - 1;
    }
    return blocks[low];
  }

  /** The sentence around a span: a line end inside a wrapped paragraph does not end it. */
  sentence(span: Span): Span {
    const block = this.block(span.start);
    const wrapped = block !== undefined && block.lastLine > block.firstLine && block.kind === 'paragraph';
    const from = block?.start ?? 0;
    const to = block?.end ?? this.folded.length;
    const stops = (at: number): boolean => {
      const c = this.folded[at]!;
      return STOPS.includes(c) && !(wrapped && (c === '\n' || c === '\r'));
    };
    let start = span.start;
    while (start > from && span.start - start < 1000 && !stops(start - 1)) start--;
    let end = span.end;
    while (end < to && end - span.end < 1000 && !stops(end)) end++;
    if (end < to && !'\n\r'.includes(this.folded[end]!)) end++;
    while (start < span.start && /[\s”’）]/.test(this.folded[start]!)) start++;
    while (end > span.end && /\s/.test(this.folded[end - 1]!)) end--;
    return { start, end };
  }

  /** The span with the quotation marks directly around it, if there are any. */
  outer(span: Span): Span {
    if (isOpeningQuote(this.folded[span.start - 1]) && isClosingQuote(this.folded[span.end])) {
      return { start: span.start - 1, end: span.end + 1 };
    }
    return span;
  }
}
