/**
 * A document's text at one moment, with what is computed of it at most once: normalised, hashed, divided into sections.
 * Changes when places need to know something else of a text.
 */
import type { Host } from '../host.ts';
import { sectionsOf } from './sections.ts';
import { NormalText } from './units.ts';

export class Snapshot {
  readonly raw: string;
  readonly text: NormalText;
  /** Of the normalised text, once it was asked for. */
  hash: string | undefined;
  #sections: ((offset: number) => readonly string[]) | undefined;

  constructor(raw: string) {
    this.raw = raw;
    this.text = new NormalText(raw);
  }

  async hashed(host: Host): Promise<string> {
    this.hash ??= await host.hash(this.text.text);
    return this.hash;
  }

  /** The sections around an offset of the normalised text, outermost first. */
  get sectionAt(): (offset: number) => readonly string[] {
    this.#sections ??= sectionsOf(this.text.text);
    return this.#sections;
  }
}
