/**
 * Blocks: every line in exactly one, blank lines included, so that they tile the text.
 * Changes when a kind of block is added.
 */
import type { Block, BlockKind, Section } from '../model.ts';
import type { Reading } from './reading.ts';
import type { Trait } from './traits.ts';
import type { Draft } from './unit.ts';

const KINDS: Partial<Record<Trait, BlockKind>> = {
  chrome: 'web-chrome',
  host: 'web-chrome',
  furniture: 'page-furniture',
  index: 'head',
  table: 'table',
  'contents-head': 'contents',
  'contents-line': 'contents',
  imprint: 'imprint',
  printed: 'imprint',
  'attachment-head': 'heading',
};

function kindsOfUnits(draft: Draft, traits: readonly Trait[], readings: readonly Reading[]): BlockKind[] {
  const kinds = traits.map((trait): BlockKind => KINDS[trait] ?? 'paragraph');
  kinds.fill('front-matter', 0, draft.frontMatter?.units ?? 0);
  for (const { matter } of readings) for (const [at, kind] of matter.kinds) kinds[at] = kind;
  let k = 0;
  const visit = (sections: readonly Section[]) => {
    for (const section of sections) {
      while (k < draft.units.length && draft.units[k]!.start < section.headingSpan.start) k++;
      const unit = draft.units[k];
      const whole = unit?.start === section.headingSpan.start && section.titleSpan.end >= unit.end - 1;
      if (whole && section.kind !== 'reported') kinds[k] = 'heading';
      visit(section.children);
    }
  };
  for (const { outline } of readings) visit(outline);
  return kinds;
}

/** The blocks of a text, in order, without a gap. */
export function readBlocks(draft: Draft, traits: readonly Trait[], readings: readonly Reading[]): Block[] {
  const { lines, units } = draft;
  const kinds = kindsOfUnits(draft, traits, readings);
  const blocks: Block[] = [];
  let next = 0;
  const push = (kind: BlockKind, firstLine: number, lastLine: number) => {
    blocks.push({ kind, start: lines.line(firstLine).start, end: lines.line(lastLine).next, firstLine, lastLine });
  };
  for (let k = 0; k < units.length; k++) {
    const { firstLine } = units[k]!;
    let { lastLine } = units[k]!;
    const kind = kinds[k]!;
    const shared = () => k + 1 < units.length && units[k + 1]!.firstLine <= lastLine;
    while (shared() || (kind === 'title' && kinds[k + 1] === 'title')) {
      if (!shared()) lastLine = units[k + 1]!.lastLine;
      k++;
    }
    if (firstLine > next) push('blank', next, firstLine - 1);
    push(kind, firstLine, Math.max(lastLine, firstLine));
    next = lastLine + 1;
  }
  if (next < lines.count) push('blank', next, lines.count - 1);
  return blocks;
}
