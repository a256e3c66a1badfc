/**
 * Folding ranges: sections, parts, the title head, and long runs of residue.
 * Changes when another stretch of a document should fold.
 */
import type { FoldingRange } from 'vscode-languageserver-types';
import type { Block, PolicyDocument, Section } from '../document/model.ts';

export type FoldingSource = Pick<PolicyDocument, 'lines' | 'outline' | 'blocks' | 'parts'>;

const RESIDUE = new Set<Block['kind']>(['web-chrome', 'page-furniture', 'contents', 'head', 'imprint', 'front-matter']);

/**
 * Folds by whole lines, outer before inner; trailing blank lines stay visible.
 * `limit`: the most ranges that the client takes; the outermost are kept.
 */
export function foldingRanges({ lines, outline, blocks, parts }: FoldingSource, limit = 5000): FoldingRange[] {
  const blank = new Uint8Array(lines.count);
  for (const b of blocks) if (b.kind === 'blank') blank.fill(1, b.firstLine, b.lastLine + 1);
  const byStart = new Map<number, FoldingRange & { depth: number }>();
  const add = (startLine: number, lastLine: number, depth: number, kind?: 'region' | 'comment'): void => {
    let endLine = lastLine;
    while (endLine > startLine && blank[endLine]) endLine--;
    if (endLine <= startLine) return;
    const had = byStart.get(startLine);
    if (had && had.endLine >= endLine) return;
    byStart.set(startLine, { startLine, endLine, depth, ...(kind ? { kind } : {}) });
  };
  const lastLine = (end: number): number => lines.lineAt(Math.max(0, end - 1));
  const walk = (sections: readonly Section[], depth: number): void => {
    for (const s of sections) {
      walk(s.children, depth + 1);
      add(lines.lineAt(s.headingSpan.start), lastLine(s.span.end), depth);
    }
  };
  walk(outline, 1);
  for (const p of parts) if (parts.length > 1) add(lines.lineAt(p.span.start), lastLine(p.span.end), 0, 'region');
  for (const b of blocks) if (RESIDUE.has(b.kind)) add(b.firstLine, b.lastLine, 50, 'comment');
  const all = [...byStart.values()];
  if (all.length > limit) all.sort((a, b) => a.depth - b.depth).length = limit;
  return all.sort((a, b) => a.startLine - b.startLine).map(({ depth: _, ...range }) => range);
}
