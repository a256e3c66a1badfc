/** Facts of the workspace as cross-document checks see them. Changes when checks look at the workspace in another way. */
import { factsOf } from '../checks/facts.ts';
import { glossaryContext } from '../checks/glossary-context.ts';
import type { DocumentFacts, WorkspaceContext } from '../checks/workspace.ts';
import type { PolicyDocument } from '../document/model.ts';
import type { Glossary } from '../glossary/glossary.ts';

export class WorkspaceFacts {
  readonly #facts = new Map<string, DocumentFacts>();

  put(uri: string, document: PolicyDocument): void {
    this.#facts.set(uri, factsOf(uri, document));
  }

  /** What is kept of a document, without its address. */
  of(uri: string): Omit<DocumentFacts, 'uri'> | null {
    const facts = this.#facts.get(uri);
    if (!facts) return null;
    const { uri: _uri, ...rest } = facts;
    return rest;
  }

  /** Takes back what `of` gave. */
  restore(uri: string, facts: Omit<DocumentFacts, 'uri'> | null): void {
    if (facts) this.#facts.set(uri, { ...facts, uri });
    else this.#facts.delete(uri);
  }

  remove(uri: string): void {
    this.#facts.delete(uri);
  }

  /** What checks of one document may ask; the other documents are gathered when a check first asks for them. */
  context(uri: string, glossary: Glossary): WorkspaceContext {
    let others: readonly DocumentFacts[] | null = null;
    const all = this.#facts;
    return {
      uri,
      glossary: glossaryContext(glossary),
      get others() {
        others ??= [...all.values()].filter((f) => f.uri !== uri);
        return others;
      },
    };
  }
}
