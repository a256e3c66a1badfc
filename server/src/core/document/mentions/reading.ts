/**
 * What every mention reader works on: the structure, the folded text, and cheap answers about a place in them.
 * Changes when readers need another question answered about their surroundings.
 */
import type { Span } from '../../text/span.ts';
import type { Block, BlockKind } from '../model.ts';
import type { Structure } from '../structure.ts';

/** Blocks that hold what an author wrote, headings and titles included. */
const PROSE: ReadonlySet<BlockKind> = new Set(['title', 'heading', 'paragraph', 'adoption-note', 'salutation']);

export class Reading {
  readonly structure: Structure;
  /** As given. */
  readonly text: string;
  /** Folded: readers match here and report places that hold in both. */
  readonly folded: string;
  readonly blocks: readonly Block[];
  #last = 0;

  constructor(structure: Structure) {
    this.structure = structure;
    this.text = structure.text;
    this.folded = structure.folded;
    this.blocks = structure.blocks;
  }

  /** Index of the block that holds `offset`; the last block for what lies beyond. Cheap for increasing offsets. */
  blockIndex(offset: number): number {
    const { blocks } = this;
    const guess = blocks[this.#last];
    if (guess && guess.start <= offset && offset < guess.end) return this.#last;
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (blocks[mid]!.start <= offset) low = mid;
      else high = mid - 1;
    }
    this.#last = low;
    return low;
  }

  blockAt(offset: number): Block | undefined {
    return this.blocks[this.blockIndex(offset)];
  }

  isProse(block: Block): boolean {
    return PROSE.has(block.kind);
  }

  /** The original text of a span, line breaks and the indentation behind them left out. */
  joined(span: Span): string {
    const raw = this.text.slice(span.start, span.end);
    return raw.includes('\n') || raw.includes('\r')
      ? raw.replace(/[ \t\u3000\u00a0]*[\r\n]+[ \t\u3000\u00a0]*/g, '')
      : raw;
  }
}
