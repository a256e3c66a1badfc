/**
 * A stretch of text and its folded form: all that a reader of one paragraph knows. Changes when readers need more of it.
 */
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';

export class Passage {
  /** As given. */
  readonly text: string;
  /** Folded: readers match here and report places that hold in both. */
  readonly folded: string;

  constructor(text: string, folded: string = fold(text)) {
    this.text = text;
    this.folded = folded;
  }

  /** The original text of a span, line breaks and the indentation behind them left out. */
  joined(span: Span): string {
    const raw = this.text.slice(span.start, span.end);
    if (!raw.includes('\n') && !raw.includes('\r')) return raw;
    return raw.replace(/[ \t\u3000\u00a0]*[\r\n]+[ \t\u3000\u00a0]*/g, '');
  }
}
