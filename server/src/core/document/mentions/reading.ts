/**
 * What every mention reader works on: the structure, the folded text, and cheap answers about a place in them.
 * Changes when readers need another question answered about their surroundings.
 */
import type { Block, BlockKind } from '../model.ts';
import type { Structure } from '../structure.ts';
import { Passage } from './passage.ts';
import { ROLE, Sites } from './sites.ts';

/** Blocks that hold what an author wrote, headings and titles included. */
const PROSE: ReadonlySet<BlockKind> = new Set(['title', 'heading', 'paragraph', 'adoption-note', 'salutation']);

export class Reading extends Passage {
  readonly structure: Structure;
  readonly blocks: readonly Block[];
  #sites: Sites | undefined;
  #last = 0;

  constructor(structure: Structure) {
    super(structure.text, structure.folded);
    this.structure = structure;
    this.blocks = structure.blocks;
  }

  /** Of what is read in the whole document: marks and ordinals. */
  override get sites(): Sites {
    this.#sites ??= new Sites().fillSingle(this.folded, ROLE.pairMark | ROLE.ordinalStart | ROLE.numeral);
    return this.#sites;
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
}
