/**
 * Base texts: the texts that stored positions count in, kept once for each hash in `.annotations/_base`.
 * Changes when they are kept elsewhere, or another choice is made of which to keep.
 */
import type { Host } from '../host.ts';
import type { LogProblem } from './events.ts';
import { fromUtf8, utf8 } from './log.ts';
import type { TextTarget } from './model.ts';
import { baseUri, ignoreUri } from './place.ts';
import { NormalText } from './units.ts';

/** How many are held in memory for one document. */
const MOST = 24;

export class BaseTexts {
  readonly #host: Host;
  /** Folder that holds `.annotations`; null: in memory alone. */
  root: string | null;
  readonly #texts = new Map<string, string>();
  readonly #stored = new Set<string>();
  /** The one that new annotations refer to as long as their surroundings stand in it. */
  #baseline: { readonly hash: string; readonly text: NormalText } | null = null;
  readonly problems: LogProblem[] = [];

  constructor(host: Host, root: string | null) {
    this.#host = host;
    this.root = root;
  }

  /** From now on they are kept below another root. */
  moveTo(root: string | null): void {
    this.root = root;
    this.#stored.clear();
  }

  /** The text with this hash, verified; null where it is not at hand. */
  async get(hash: string): Promise<string | null> {
    const held = this.#texts.get(hash);
    if (held !== undefined) return held;
    if (this.root === null) return null;
    const uri = baseUri(this.root, hash);
    try {
      if ((await this.#host.stat(uri)) === null) return null;
      const text = fromUtf8(await this.#host.read(uri));
      if ((await this.#host.hash(text)) !== hash) {
        this.problems.push({ file: uri, line: 0, kind: 'unreadable', text: 'not the text it was' });
        return null;
      }
      this.#hold(hash, text);
      this.#stored.add(hash);
      return text;
    } catch {
      return null;
    }
  }

  #hold(hash: string, text: string): void {
    if (this.#texts.size >= MOST) this.#texts.delete(this.#texts.keys().next().value!);
    this.#texts.set(hash, text);
    this.#baseline = { hash, text: new NormalText(text) };
  }

  /** Keeps a text, unless it is kept already. */
  async keep(hash: string, text: string): Promise<void> {
    this.#hold(hash, text);
    if (this.root === null || this.#stored.has(hash)) return;
    const uri = baseUri(this.root, hash);
    if ((await this.#host.stat(uri)) === null) {
      await this.#host.write(uri, utf8(text));
      const ignore = ignoreUri(this.root);
      if ((await this.#host.stat(ignore)) === null) await this.#host.write(ignore, utf8('_cache/\n'));
    }
    this.#stored.add(hash);
  }

  /** Keeps a text that is not the document's own: new annotations do not refer to it. */
  async keepForeign(text: string): Promise<string> {
    const hash = await this.#host.hash(text);
    const baseline = this.#baseline;
    await this.keep(hash, text);
    this.#baseline = baseline;
    return hash;
  }

  /** Writes what was held in memory, now that there is a place for it. */
  async keepAll(): Promise<void> {
    for (const [hash, text] of [...this.#texts]) await this.keep(hash, text);
  }

  /**
   * A target in a text that is kept: as it is, if its own text is; counted in another kept one, if its words stand there
   * with their surroundings exactly once. Null: its own text has to be kept.
   */
  settle(target: TextTarget): TextTarget | null {
    if (this.#stored.has(target.base)) return target;
    const base = this.#baseline;
    if (!base || base.hash === target.base) return null;
    const { prefix, exact, suffix } = target.quote;
    const whole = prefix + exact + suffix;
    const at = base.text.text.indexOf(whole);
    if (at < 0 || base.text.text.indexOf(whole, at + 1) >= 0) return null;
    const start = base.text.toPoint(at + prefix.length);
    const end = base.text.toPoint(at + prefix.length + exact.length);
    return { ...target, base: base.hash, position: { start, end } };
  }
}
