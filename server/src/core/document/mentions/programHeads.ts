/**
 * The nouns that head the names of programmes, and the names that stand whole. Changes for speed alone: the words are data.
 */
import { PairIndex } from '../../text/words.ts';
import type { TermCategory } from '../model.ts';
import { ESTABLISHED } from './data/establishedTerms.ts';
import { COMPOSITE_HEADS, HONOUR_HEADS, PROGRAM_HEADS, VAGUE_HEADS } from './data/programs.ts';

type Table = Readonly<Partial<Record<TermCategory, readonly string[]>>>;

export interface Head {
  readonly word: string;
  readonly category: TermCategory;
  /** `composite` heads a name only behind a quoted core; `whole` is a name by itself. */
  readonly form: 'head' | 'composite' | 'whole';
  /** A place that is built, one beside another, so that 和 before it joins two: 步行街和|消费集聚区. */
  readonly site: boolean;
  /** Needs more than one word before it: 文化平台, 目标体系, 交通枢纽 are plain speech. */
  readonly vague: boolean;
  /** A title that the nation gives: 全国文明城市 is a name, 全国机制 is none. */
  readonly honour: boolean;
}

const SITE = /(?:区|走廊|带|公园|长廊|中心|圈|平台)$/;
const VAGUE: ReadonlySet<string> = new Set(VAGUE_HEADS);
const HONOURS: ReadonlySet<string> = new Set(HONOUR_HEADS);

const headsOf = (table: Table, form: Head['form']): Head[] =>
  (Object.entries(table) as [TermCategory, readonly string[]][]).flatMap(([category, words]) =>
    words.map((word) => ({
      word,
      category,
      form,
      site: SITE.test(word),
      vague: VAGUE.has(word),
      honour: HONOURS.has(word),
    })),
  );

/** By their last two characters, longest first. */
export const HEADS = new PairIndex<Head>(
  [...headsOf(PROGRAM_HEADS, 'head'), ...headsOf(COMPOSITE_HEADS, 'composite'), ...headsOf(ESTABLISHED, 'whole')]
    .sort((a, b) => b.word.length - a.word.length)
    .map((head) => [head.word.slice(-2), head]),
);

/** The longest head that ends at `end`. */
export function headBefore(folded: string, end: number): Head | undefined {
  for (const head of HEADS.at(folded, end - 2)) {
    const { word } = head;
    const start = end - word.length;
    if (start < 0) continue;
    let k = word.length - 3;
    while (k >= 0 && folded.charCodeAt(start + k) === word.charCodeAt(k)) k--;
    if (k < 0) return head;
  }
  return undefined;
}

/** Names that stand whole, those among them that head longer names included. */
export const WHOLE: ReadonlySet<string> = new Set(Object.values(ESTABLISHED).flat());
