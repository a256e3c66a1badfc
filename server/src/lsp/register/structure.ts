/** Outline and folding: requests that the structure of a document answers. */
import { foldingRanges } from '../../core/features/folding.ts';
import { documentSymbols, flatSymbols } from '../../core/features/outline.ts';
import { dispatched } from '../dispatch.ts';
import type { Session } from '../session.ts';

export function registerStructure(session: Session): void {
  const { connection } = session;
  connection.onDocumentSymbol(
    dispatched(session, 'documentSymbol', ({ textDocument: { uri } }) => {
      const document = session.service.opened(uri);
      if (!document?.isPolicy) return [];
      return session.client.nestedSymbols ? documentSymbols(document.structure) : flatSymbols(document.structure, uri);
    }),
  );
  connection.onFoldingRanges(
    dispatched(session, 'foldingRange', ({ textDocument: { uri } }) => {
      const document = session.service.opened(uri);
      return document?.isPolicy ? foldingRanges(document.structure, session.client.foldingLimit) : [];
    }),
  );
}
