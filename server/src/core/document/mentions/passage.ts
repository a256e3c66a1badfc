/**
 * A stretch of text and its folded form: all that a reader of one paragraph knows. Changes when readers need more of it.
 */
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { Sites } from './sites.ts';

const BEFORE_STOP = /[\u4e00-\u9fff”’）》%]/;
const AFTER_STOP = /[\u4e00-\u9fff0-9“‘《（\s]/;
const HAN_NUMERALS = '一二三四五六七八九十';

/** Whether the dot at `at` was typed for 。 (`全会指出.要…`), and numbers nothing (`一.总则`, `PM2.5`). */
function isStop(folded: string, at: number): boolean {
  const before = folded[at - 1] ?? '\n';
  if (!BEFORE_STOP.test(before) || HAN_NUMERALS.includes(before)) return false;
  return at + 1 === folded.length || AFTER_STOP.test(folded[at + 1]!);
}

/** Folded text with 。 where a dot stands for it; same length. */
export function withStops(folded: string): string {
  let out = '';
  let from = 0;
  for (let at = folded.indexOf('.'); at >= 0; at = folded.indexOf('.', at + 1)) {
    if (!isStop(folded, at)) continue;
    out += `${folded.slice(from, at)}。`;
    from = at + 1;
  }
  return from === 0 ? folded : out + folded.slice(from);
}

/** Straight quotes by turns as opening and closing ones, so that readers see one kind; same length. */
export function withQuotes(folded: string): string {
  if (!folded.includes('"')) return folded;
  let open = false;
  return folded.replace(/"/g, () => {
    open = !open;
    return open ? '“' : '”';
  });
}

/** The sites of the passage that was asked last: paragraphs are read one after the other. */
const shared = new Sites();
let holder = 0;
let count = 0;

export class Passage {
  readonly #number = ++count;
  /** As given. */
  readonly text: string;
  /** Folded: readers match here and report places that hold in both. */
  readonly folded: string;

  /** Whether folding changes nothing in it. */
  readonly #plain: boolean;
  /** Whether it is on one line, with the break behind it at most. */
  readonly #unbroken: boolean;

  constructor(text: string, folded: string = fold(text)) {
    this.text = text;
    this.#plain = folded === text;
    this.#unbroken = text.indexOf('\n') === text.length - 1 && !text.includes('\r');
    this.folded = withStops(folded);
  }

  /** Where the characters of `folded` stand that readers look for. Not to be kept: the next passage takes it over. */
  get sites(): Sites {
    if (holder !== this.#number) {
      shared.fill(this.folded);
      holder = this.#number;
    }
    return shared;
  }

  /** `fold` of some of its text. */
  foldPart(part: string): string {
    return this.#plain ? part : fold(part);
  }

  /** The original text of a span, line breaks and the indentation behind them left out. */
  joined(span: Span): string {
    const raw = this.text.slice(span.start, span.end);
    if (this.#unbroken && span.end < this.text.length) return raw;
    if (!raw.includes('\n') && !raw.includes('\r')) return raw;
    return raw.replace(/[ \t\u3000\u00a0]*[\r\n]+[ \t\u3000\u00a0]*/g, '');
  }
}
