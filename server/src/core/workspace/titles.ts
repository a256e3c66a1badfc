/**
 * Titles and document numbers of the workspace, and who cites them.
 * Changes when a document can be found by another of its names.
 */
import { fold, termKey } from '../text/fold.ts';
import type { DocumentSummary } from './summary.ts';

type Look = (uri: string) => DocumentSummary | undefined;

/** Punctuation inside a title does not distinguish it. */
const PUNCTUATION = /[，。、；：？！（）〔〕《》〈〉[\]().,·—…-]/g;

/** What two spellings of a title have in common: the `termKey` without punctuation. */
export const titleKey = (title: string): string => termKey(title).replace(PUNCTUATION, '');

/** A `titleKey` without the leading words that a citation may leave out: the issuer before 关于, and a place. */
export const core = (key: string): string => {
  const at = key.indexOf('关于');
  return at > 0 && at <= 40 ? key.slice(at) : key;
};

/** A document number by its words alone: `国发〔2019〕3号`, `國發[2019] 第03號` → `国发|2019|3号`. */
export const numberKey = (number: string): string =>
  fold(number)
    .replace(/[^\p{L}\p{N}]+/gu, '|')
    .replace(/第?0*(?=[1-9][0-9]*号$)/, '');

class Names {
  readonly #uris = new Map<string, Set<string>>();

  add(name: string, uri: string): void {
    const uris = this.#uris.get(name);
    if (uris) uris.add(uri);
    else this.#uris.set(name, new Set([uri]));
  }

  delete(name: string, uri: string): void {
    const uris = this.#uris.get(name);
    uris?.delete(uri);
    if (uris?.size === 0) this.#uris.delete(name);
  }

  get(name: string): ReadonlySet<string> | undefined {
    return this.#uris.get(name);
  }
}

/** A name, and what it is a name in. */
type Named = readonly [names: Names, name: string];
const NONE: readonly Named[] = [];

export class TitleIndex {
  readonly #full = new Names();
  readonly #core = new Names();
  readonly #numbers = new Names();
  readonly #citing = new Names();

  /** Replaces what is known of a document; null stands for none. */
  update(before: DocumentSummary | null, after: DocumentSummary | null): void {
    const old = before ? this.#namesOf(before) : NONE;
    const now = after ? this.#namesOf(after) : NONE;
    // Whoever types in a paragraph changes no name, nor does the second pass of indexing.
    if (
      before?.uri === after?.uri &&
      old.length === now.length &&
      old.every(([at, name], i) => at === now[i]![0] && name === now[i]![1])
    )
      return;
    if (before) for (const [names, name] of old) names.delete(name, before.uri);
    if (after) for (const [names, name] of now) names.add(name, after.uri);
  }

  #namesOf(summary: DocumentSummary): readonly Named[] {
    const found: Named[] = [];
    this.#each(summary, (names, name) => found.push([names, name]));
    return found;
  }

  #each(summary: DocumentSummary, visit: (names: Names, name: string) => void): void {
    if (summary.title) {
      const key = titleKey(summary.title.text);
      visit(this.#full, key);
      if (core(key) !== key) visit(this.#core, core(key));
    }
    if (summary.docNumber) visit(this.#numbers, numberKey(summary.docNumber.text));
    for (const name of new Set(summary.references.filter((r) => !r.periodical).map((r) => r.match))) {
      visit(this.#citing, name);
      if (core(name) !== name) visit(this.#citing, core(name));
    }
  }

  /** Documents with this title; else those whose title differs only by the issuer before 关于. */
  resolve(title: string, look: Look): DocumentSummary[] {
    const key = titleKey(title);
    if (key.length < 2) return [];
    const full = this.#full.get(key);
    if (full) return [...full].sort().flatMap((uri) => look(uri) ?? []);
    const short = core(key);
    if (short.length < 8) return [];
    const uris = new Set([...(this.#core.get(short) ?? []), ...(short === key ? [] : (this.#full.get(short) ?? []))]);
    const found = [...uris].sort().flatMap((uri) => look(uri) ?? []);
    // With an issuer on both sides, the one must be part of the other (杭州市委, 中共杭州市委).
    if (short === key) return found;
    const issuer = key.slice(0, key.length - short.length);
    return found.filter((s) => {
      const other = titleKey(s.title?.text ?? '').slice(0, -short.length);
      return other === '' || other.endsWith(issuer) || issuer.endsWith(other);
    });
  }

  numbered(number: string, look: Look): DocumentSummary[] {
    return [...(this.#numbers.get(numberKey(number)) ?? [])].sort().flatMap((uri) => look(uri) ?? []);
  }

  /** Documents that cite this title, in no order that means anything. */
  citing(title: string, look: Look): DocumentSummary[] {
    const key = titleKey(title);
    const short = core(key);
    const found: DocumentSummary[] = [];
    const full = this.#citing.get(key);
    for (const uri of full ?? []) {
      const summary = look(uri);
      if (summary) found.push(summary);
    }
    if (short === key) return found;
    for (const uri of this.#citing.get(short) ?? []) {
      const summary = full?.has(uri) ? undefined : look(uri);
      if (summary) found.push(summary);
    }
    return found;
  }
}
