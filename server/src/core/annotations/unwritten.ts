/**
 * Which places differ from what the log says, and whose they are to write down: of one document, in one session.
 * Changes when another cause of such a difference is known.
 */
import type { LiveResult } from './anchoring/live.ts';

export class Unwritten {
  /** Came to another place here: cut and pasted, a moved line, found again while the text was not saved. */
  readonly #moved = new Set<string>();
  /** Placed because others wrote of them, and not edited here since: theirs to write, who have the text for it. */
  readonly #foreign = new Set<string>();
  /** Found with other words than they had: those may still come, with a text that others have, or of another branch. */
  readonly #awaited = new Set<string>();

  /** The text was edited here. */
  edited({ touched, relocated }: LiveResult): void {
    for (const id of touched) this.#foreign.delete(id);
    for (const id of relocated) this.#moved.add(id);
  }

  /** Found again here, elsewhere than the log says. */
  found(ids: readonly string[]): void {
    for (const id of ids) {
      this.#foreign.delete(id);
      this.#moved.add(id);
    }
  }

  /** The words of one have come. */
  arrived(id: string): void {
    this.#foreign.delete(id);
    this.#awaited.delete(id);
  }

  /** Their words may still come. */
  await(ids: readonly string[]): void {
    for (const id of ids) this.#awaited.add(id);
  }

  get awaited(): ReadonlySet<string> {
    return this.#awaited;
  }

  /** Others wrote of them, and the text here has other words for them. */
  told(ids: readonly string[]): void {
    for (const id of ids) this.#foreign.add(id);
    this.await(ids);
  }

  /** A person said where it is. */
  placed(id: string): void {
    this.arrived(id);
  }

  isMoved(id: string): boolean {
    return this.#moved.has(id);
  }

  isForeign(id: string): boolean {
    return this.#foreign.has(id);
  }

  /** Everything that was ours to write is written. */
  written(): void {
    this.#moved.clear();
  }
}
