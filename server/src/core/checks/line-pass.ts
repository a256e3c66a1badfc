/**
 * One pass over a line for all rules that look at characters or lines, cached by the line's content.
 * Changes when the way of dispatching characters to rules or of caching changes.
 */
import type { BlockKind } from '../document/model.ts';
import type { ActiveRule } from './options.ts';
import type { Draft, LineView } from './rule.ts';

/** What a rule reported about a line, in offsets of the line. */
export interface LineDraft {
  readonly by: number;
  readonly draft: Draft;
}

/** Rules that a character calls: at each of its places, and once for its line. */
interface Handlers {
  readonly marks: readonly number[];
  readonly lines: readonly number[];
}

const noOption = (name: string): never => {
  throw new Error(`this rule has no option ${name}`);
};

const NONE: readonly LineDraft[] = [];
const MOST_CACHED = 4096;

export interface LineInput {
  readonly text: string;
  readonly folded: string;
  readonly kind: BlockKind;
  readonly script: 'hans' | 'hant';
}

/** Runs the line rules among `active`; `fails` is called with the rule's index and what it threw, and the rule stops. */
export class LinePass {
  readonly #table = new Uint16Array(65536);
  readonly #handlers: Handlers[] = [{ marks: [], lines: [] }];
  readonly #always: readonly number[];
  readonly #cache = new Map<string, readonly LineDraft[]>();
  readonly #active: readonly ActiveRule[];
  readonly #fails: (index: number, error: unknown) => void;
  readonly #dead = new Set<number>();

  constructor(active: readonly ActiveRule[], fails: (index: number, error: unknown) => void) {
    this.#active = active;
    this.#fails = fails;
    const byChar = new Map<string, { marks: number[]; lines: number[] }>();
    const of = (c: string): { marks: number[]; lines: number[] } => {
      let own = byChar.get(c);
      if (!own) {
        own = { marks: [], lines: [] };
        byChar.set(c, own);
      }
      return own;
    };
    active.forEach(({ rule }, index) => {
      for (const c of new Set(rule.mark?.chars ?? '')) of(c).marks.push(index);
      for (const c of new Set(rule.line?.when ?? '')) of(c).lines.push(index);
    });
    const ids = new Map<string, number>();
    for (const [c, own] of byChar) {
      const key = `${own.marks.join()}/${own.lines.join()}`;
      let id = ids.get(key);
      if (id === undefined) {
        id = this.#handlers.push(own) - 1;
        ids.set(key, id);
      }
      this.#table[c.charCodeAt(0)] = id;
    }
    this.#always = active.flatMap(({ rule }, index) => (rule.line && rule.line.when === undefined ? [index] : []));
  }

  /** What the line rules say about a line. */
  run(input: LineInput): readonly LineDraft[] {
    if (input.text.length === 0) return NONE;
    const key = `${input.kind}\u0000${input.script}\u0000${input.text}`;
    const known = this.#cache.get(key);
    if (known) {
      this.#cache.delete(key);
      this.#cache.set(key, known);
      return known;
    }
    const found = this.#scan(input);
    this.#cache.set(key, found);
    if (this.#cache.size > MOST_CACHED) this.#cache.delete(this.#cache.keys().next().value!);
    return found;
  }

  #scan(input: LineInput): readonly LineDraft[] {
    const found: LineDraft[] = [];
    const { text } = input;
    const table = this.#table;
    const active = this.#active;
    // Most rules have no options and can share one view.
    const shared: LineView = { ...input, option: noOption };
    const seen = new Uint8Array(this.#handlers.length);
    const call = (index: number, offset: number): void => {
      if (this.#dead.has(index)) return;
      const { rule, option } = active[index]!;
      const view = rule.options ? { ...input, option } : shared;
      const report = (draft: Draft): void => void found.push({ by: index, draft });
      try {
        if (offset >= 0) rule.mark!.check(view, offset, report);
        else rule.line!.check(view, report);
      } catch (error) {
        this.#dead.add(index);
        this.#fails(index, error);
      }
    };
    for (let i = 0; i < text.length; i++) {
      const id = table[text.charCodeAt(i)]!;
      if (id === 0) continue;
      seen[id] = 1;
      for (const index of this.#handlers[id]!.marks) call(index, i);
    }
    const due = new Set(this.#always);
    for (let id = 1; id < seen.length; id++) {
      if (seen[id] === 1) for (const index of this.#handlers[id]!.lines) due.add(index);
    }
    for (const index of due) call(index, -1);
    return found.length === 0 ? NONE : found;
  }
}
