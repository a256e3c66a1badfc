/**
 * A stretch of text and its folded form: all that a reader of one paragraph knows. Changes when readers need more of it.
 */
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';

/** A dot typed for 。 (`全会指出.要…`): behind a Chinese character or a closing mark, before another or the end. */
const DOT_STOP = /(?<=[\u4e00-\u9fff”’）》%])(?<![一二三四五六七八九十])\.(?=[\u4e00-\u9fff0-9“‘《（\s]|$)/g;

/** Folded text with 。 where a dot stands for it; same length. */
export const withStops = (folded: string): string => (folded.includes('.') ? folded.replace(DOT_STOP, '。') : folded);

/** Straight quotes by turns as opening and closing ones, so that readers see one kind; same length. */
export function withQuotes(folded: string): string {
  if (!folded.includes('"')) return folded;
  let open = false;
  return folded.replace(/"/g, () => {
    open = !open;
    return open ? '“' : '”';
  });
}

export class Passage {
  /** As given. */
  readonly text: string;
  /** Folded: readers match here and report places that hold in both. */
  readonly folded: string;

  constructor(text: string, folded: string = fold(text)) {
    this.text = text;
    this.folded = withStops(folded);
  }

  /** The original text of a span, line breaks and the indentation behind them left out. */
  joined(span: Span): string {
    const raw = this.text.slice(span.start, span.end);
    if (!raw.includes('\n') && !raw.includes('\r')) return raw;
    return raw.replace(/[ \t\u3000\u00a0]*[\r\n]+[ \t\u3000\u00a0]*/g, '');
  }
}
