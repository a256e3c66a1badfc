/**
 * The composition root and typed facade of the core: open documents, the index of the workspace, and what can be
 * asked of them. Shells (language server, command line) talk to this file. Changes when a shell needs a new answer.
 */
import type { PolicyDocument } from './document/model.ts';
import { complete } from './document/parse.ts';
import { readStructure } from './document/read-structure.ts';
import type { Structure } from './document/structure.ts';

/** From this score on a text is taken for a policy document. */
export const POLICY_SCORE = 0.5;

/** One text with what is understood of it, read on first use and in two steps: an outline needs the first alone. */
export class Reading {
  readonly text: string;
  readonly version: number;
  /** Longer than the cap: outline and highlighting only. */
  readonly limited: boolean;
  /** Set by the user's choice of language: a policy document whatever its score. */
  readonly declared: boolean;
  #structure: Structure | null = null;
  #document: PolicyDocument | null = null;

  constructor(text: string, version: number, limited: boolean, declared: boolean) {
    this.text = text;
    this.version = version;
    this.limited = limited;
    this.declared = declared;
  }

  get structure(): Structure {
    this.#structure ??= readStructure(this.text);
    return this.#structure;
  }

  get document(): PolicyDocument {
    this.#document ??= complete(this.structure);
    return this.#document;
  }

  /** Whether features answer for this text. */
  get isPolicy(): boolean {
    return this.declared || this.structure.policyScore >= POLICY_SCORE;
  }
}
