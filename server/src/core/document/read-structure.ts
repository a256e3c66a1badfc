/**
 * The door of the structure reader: text → lines, blocks, parts, outline, title and head matter.
 * Changes when the order of the steps changes; each step lives in its own file.
 */
import { LineIndex } from '../text/lines.ts';
import type { Block } from './model.ts';
import type { Structure } from './structure.ts';

/** Reads what stands where in `text`. Total and linear: every string has a structure. */
export function readStructure(text: string): Structure {
  const lines = new LineIndex(text);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.count; i++) {
    const { start, next } = lines.line(i);
    blocks.push({ kind: 'paragraph', start, end: next, firstLine: i, lastLine: i });
  }
  return {
    text,
    folded: text,
    lines,
    blocks,
    parts: [{ role: 'body', title: null, span: { start: 0, end: text.length } }],
    outline: [],
    script: 'hans',
    kind: 'other',
    kindEvidence: [],
    title: null,
    issuer: null,
    docNumber: null,
    source: null,
    signers: [],
    recipients: [],
    copies: [],
    attachments: [],
    distribution: null,
    policyScore: 0,
  };
}
