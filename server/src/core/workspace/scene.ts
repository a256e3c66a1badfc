/**
 * A document as the readers of definitions see it: folded text, mentions, and the sentence around a place.
 * Changes when a reader of definitions needs something more.
 */
import type { Block, PolicyDocument } from '../document/model.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { CompactText } from '../text/compact.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** No sentence that a reader wants is longer. */
const REACH = 1000;
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
  #ends: readonly number[] | null = null;

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

  /** Offsets of everything that ends a sentence, ascending; a line end inside a wrapped paragraph does not. */
  get #stops(): readonly number[] {
    if (this.#ends) return this.#ends;
    const ends: number[] = [];
    let at = 0;
    const { blocks } = this.document;
    for (let i = 0; i < this.folded.length; i++) {
      const c = this.folded.charCodeAt(i);
      if (c !== 0x3002 && c !== 0xff01 && c !== 0xff1f && c !== 10 && c !== 13) continue;
      if (c === 10 || c === 13) {
        while (at + 1 < blocks.length && blocks[at + 1]!.start <= i) at++;
        const block = blocks[at];
        const inside = block?.kind === 'paragraph' && i < this.document.lines.line(block.lastLine).start;
        if (inside) continue;
      }
      ends.push(i);
    }
    this.#ends = ends;
    return ends;
  }

  /** The sentence around a span, at most `REACH` units to either side. */
  sentence(span: Span): Span {
    const stops = this.#stops;
    let low = 0;
    let high = stops.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (stops[mid]! < span.start) low = mid + 1;
      else high = mid;
    }
    let start = low > 0 ? stops[low - 1]! + 1 : 0;
    while (low < stops.length && stops[low]! < span.end) low++;
    let end = low < stops.length ? stops[low]! : this.folded.length;
    start = Math.max(start, span.start - REACH);
    if (end > span.end + REACH) end = span.end + REACH;
    else if (end < this.folded.length && !'\n\r'.includes(this.folded[end]!)) end++;
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
