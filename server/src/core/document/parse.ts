/**
 * The door of the document model: text in, `PolicyDocument` out. Changes when a stage of reading is added.
 */
import { readMentions } from './mentions/read.ts';
import type { PolicyDocument } from './model.ts';
import { readStructure } from './read-structure.ts';
import type { Structure } from './structure.ts';

/**
 * Reads a policy document. Total (every string has a result, nothing throws), linear, and deterministic;
 * all places in the result are UTF-16 offsets of `text`.
 */
export const parse = (text: string): PolicyDocument => complete(readStructure(text));

/**
 * Reads what stands inside the paragraphs of a structure; an outline alone needs no more than the structure.
 * Paragraphs are `remembered` unless the caller says that the document is read once and let go.
 */
export function complete(structure: Structure, remembered = true): PolicyDocument {
  const mentions = readMentions(structure, remembered);
  return {
    text: structure.text,
    lines: structure.lines,
    blocks: structure.blocks,
    policyScore: structure.policyScore,
    kind: structure.kind,
    kindEvidence: structure.kindEvidence,
    script: structure.script,
    title: structure.title,
    subtitle: structure.subtitle,
    issuer: structure.issuer,
    docNumber: structure.docNumber,
    source: structure.source,
    parts: structure.parts,
    outline: structure.outline,
    signers: structure.signers,
    recipients: structure.recipients,
    copies: structure.copies,
    attachments: structure.attachments,
    distribution: structure.distribution,
    ...mentions,
  };
}
