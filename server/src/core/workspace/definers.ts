/** Which documents define which term, each with its strongest passage. Changes when more than that one is asked for. */
import { DEFINITION_KINDS, type Definition } from './definitions.ts';

const EMPTY: ReadonlyMap<string, Definition> = new Map();

/** Whether `a` says more plainly than `b` what a term means; earlier passages win among equals. */
export const stronger = (a: Definition, b: Definition): boolean => {
  const d = DEFINITION_KINDS.indexOf(a.kind) - DEFINITION_KINDS.indexOf(b.kind);
  return d < 0 || (d === 0 && a.span.start < b.span.start);
};

export class Definers {
  readonly #documents = new Map<number, Map<string, Definition>>();

  /** Replaces the definitions of a document. */
  update(uri: string, before: readonly Definition[], after: readonly Definition[]): void {
    for (const d of before) {
      const documents = this.#documents.get(d.key);
      documents?.delete(uri);
      if (documents?.size === 0) this.#documents.delete(d.key);
    }
    for (const d of after) {
      let documents = this.#documents.get(d.key);
      if (!documents) {
        documents = new Map();
        this.#documents.set(d.key, documents);
      }
      const best = documents.get(uri);
      if (!best || stronger(d, best)) documents.set(uri, d);
    }
  }

  /** URI and strongest passage of every document that defines a key. */
  of(key: number): ReadonlyMap<string, Definition> {
    return this.#documents.get(key) ?? EMPTY;
  }
}
