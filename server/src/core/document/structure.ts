/**
 * The structure of a document: what stands where, before anything inside a paragraph is read.
 * Shape only in this file: `readStructure` fills it and the mention readers take it.
 */
import type { LineIndex } from '../text/lines.ts';
import type { Block, Evidence, Kind, Part, Script, Section, SpannedText } from './model.ts';

export interface Structure {
  readonly text: string;
  /** `text` folded to Simplified and full width, unit by unit: same length, so spans fit both. */
  readonly folded: string;
  readonly lines: LineIndex;
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
  readonly outline: readonly Section[];
  readonly script: Script;
  readonly kind: Kind;
  readonly kindEvidence: readonly Evidence[];
  readonly title: SpannedText | null;
  readonly subtitle: SpannedText | null;
  readonly issuer: SpannedText | null;
  readonly docNumber: SpannedText | null;
  readonly source: SpannedText | null;
  readonly signers: readonly SpannedText[];
  readonly recipients: readonly SpannedText[];
  readonly copies: readonly SpannedText[];
  readonly attachments: readonly SpannedText[];
  readonly distribution: SpannedText | null;
  readonly policyScore: number;
}
