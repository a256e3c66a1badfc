/** Facts of the workspace as cross-document checks see them. Changes when a check needs another fact. */
import { glossaryContext } from '../checks/glossary-context.ts';
import type { DocumentFacts, WorkspaceContext } from '../checks/workspace.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import type { Workspace } from '../workspace/workspace.ts';

const factsOf = (s: DocumentSummary): DocumentFacts => ({
  uri: s.uri,
  title: s.title,
  kind: s.kind,
  docNumber: s.docNumber,
  meeting: s.meeting && {
    body: s.meeting.bodyFull ?? s.meeting.body,
    congress: s.meeting.congress,
    session: s.meeting.session,
    date: s.meeting.date,
    span: s.meeting.span,
  },
  attendance: s.attendance,
});

/** Facts are gathered when a check first asks, and again only after the workspace has changed. */
export class WorkspaceFacts {
  readonly #workspace: Workspace;
  #generation = -1;
  #all: readonly DocumentFacts[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  #facts(): readonly DocumentFacts[] {
    if (this.#generation !== this.#workspace.generation) {
      this.#all = [...this.#workspace.summaries()].map(factsOf);
      this.#generation = this.#workspace.generation;
    }
    return this.#all;
  }

  context(uri: string): WorkspaceContext {
    let others: readonly DocumentFacts[] | null = null;
    const facts = () => this.#facts();
    return {
      uri,
      glossary: glossaryContext(this.#workspace.glossary),
      get others() {
        others ??= facts().filter((f) => f.uri !== uri);
        return others;
      },
    };
  }
}
