/** Semantic tokens: full, range and delta; names that a segmenter confirms are coloured once it has answered. */
import { knownTerms } from '../../core/features/knownTerms.ts';
import { candidates, confirmPersons } from '../../core/features/namedPersons.ts';
import { semanticTokens, type TokenSource } from '../../core/features/semanticTokens.ts';
import type { LazyDocument } from '../../core/service.ts';
import { dispatched } from '../dispatch.ts';
import type { Session } from '../session.ts';
import { difference, encode } from '../tokens.ts';

/** Answers that are remembered for deltas, newest last. */
const REMEMBERED = 20;

/** Milliseconds that a document has to rest before its names are looked up. */
const REST = 1500;

/** What a document over the size cap is coloured by: its structure. */
const structural = ({ structure }: LazyDocument): TokenSource => ({
  ...structure,
  terms: [],
  references: [],
  dates: [],
  persons: [],
  region: null,
});

export function registerTokens(session: Session): void {
  const { connection } = session;
  const answers = new Map<string, { id: string; data: number[] }>();
  let next = 1;

  /** Documents whose candidates were looked up, or are going to be. */
  const asked = new WeakSet<LazyDocument>();

  /** Has the segmenter confirm names once nobody types; it is loaded for documents that have any alone. */
  const confirm = (uri: string, document: LazyDocument): void => {
    if (document.limited || asked.has(document)) return;
    asked.add(document);
    if (candidates(document.document).length === 0) return;
    session.environment.later(REST, async () => {
      if (session.service.opened(uri) !== document) return;
      try {
        const found = await confirmPersons(document.document, await session.host.segmenter());
        if (found && session.client.refreshesTokens && session.service.opened(uri) === document)
          connection.languages.semanticTokens.refresh();
      } catch (error) {
        session.log('warn', `no names: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
  };

  let waiting = false;

  /** Nothing waits for the glossary: its terms are coloured once it is there. */
  const termsOf = (document: LazyDocument) => {
    const { service } = session;
    if (service.hasGlossary) return knownTerms(document.document, service.glossary);
    if (waiting) return [];
    waiting = true;
    service
      .glossaryReady()
      .then(() => {
        if (session.client.refreshesTokens) connection.languages.semanticTokens.refresh();
      })
      .finally(() => {
        waiting = false;
      })
      .catch((error) => session.log('warn', `no terms: ${error instanceof Error ? error.message : String(error)}`));
    return [];
  };

  const tokensOf = (uri: string) => {
    const document = session.service.opened(uri);
    if (!document?.isPolicy) return null;
    const { lines } = document.structure;
    confirm(uri, document);
    const tokens = document.limited
      ? semanticTokens(structural(document))
      : semanticTokens(document.document, termsOf(document));
    return { tokens, located: { text: document.text, lines } };
  };

  const full = (uri: string) => {
    const found = tokensOf(uri);
    const data = found ? encode(found.tokens, found.located, session.utf8, null) : [];
    const id = String(next++);
    answers.delete(uri);
    answers.set(uri, { id, data });
    if (answers.size > REMEMBERED) answers.delete(answers.keys().next().value!);
    return { resultId: id, data };
  };

  connection.languages.semanticTokens.on(
    dispatched(session, 'semanticTokens/full', ({ textDocument: { uri } }) => full(uri)),
  );
  connection.languages.semanticTokens.onDelta(
    dispatched(session, 'semanticTokens/full/delta', ({ textDocument: { uri }, previousResultId }) => {
      const before = answers.get(uri);
      const { resultId, data } = full(uri);
      if (before?.id !== previousResultId) return { resultId, data };
      return { resultId, edits: difference(before.data, data) };
    }),
  );
  connection.languages.semanticTokens.onRange(
    dispatched(session, 'semanticTokens/range', ({ textDocument: { uri }, range }) => {
      const found = tokensOf(uri);
      if (!found) return { data: [] };
      const { lines } = found.located;
      const within = { start: lines.offset(range.start), end: lines.offset(range.end) };
      return { data: encode(found.tokens, found.located, session.utf8, within) };
    }),
  );
}
