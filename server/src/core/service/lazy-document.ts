/**
 * One text with what is understood of it, read on first use and in two steps: an outline needs the first alone.
 * Changes when a document can be read in smaller steps.
 */
import type { PolicyDocument } from '../document/model.ts';
import { complete } from '../document/parse.ts';
import { readStructure } from '../document/read-structure.ts';
import type { Structure } from '../document/structure.ts';

/** From this score on a text is taken for a policy document. */
export const POLICY_SCORE = 0.5;

export interface TextState {
  readonly text: string;
  readonly version: number;
  /** Longer than the size cap: outline and highlighting only. */
  readonly limited: boolean;
  /** A policy document because its reader says so, whatever its score. */
  readonly declared: boolean;
  /** Read once for the index and let go: its paragraphs are not remembered. */
  readonly passing?: boolean;
}

export class LazyDocument implements TextState {
  readonly text: string;
  readonly version: number;
  readonly limited: boolean;
  readonly declared: boolean;
  readonly passing: boolean;
  #structure: Structure | null = null;
  #document: PolicyDocument | null = null;

  constructor({ text, version, limited, declared, passing = false }: TextState) {
    this.text = text;
    this.version = version;
    this.limited = limited;
    this.declared = declared;
    this.passing = passing;
  }

  get structure(): Structure {
    this.#structure ??= readStructure(this.text);
    return this.#structure;
  }

  get document(): PolicyDocument {
    this.#document ??= complete(this.structure, !this.passing);
    return this.#document;
  }

  /** Whether features answer for this text at all. */
  get isPolicy(): boolean {
    return this.declared || this.structure.policyScore >= POLICY_SCORE;
  }
}
