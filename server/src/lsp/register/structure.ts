/** Outline and folding: requests that the structure of a document answers. */

import { foldingRanges } from '../../core/features/folding.ts';
import { documentSymbols, flatSymbols } from '../../core/features/outline.ts';
import { dispatched } from '../dispatch.ts';
import type { Session } from '../session.ts';

export function registerStructure(session: Session): void {
  const { connection } = session;
  connection.onDocumentSymbol(
    dispatched(session, 'documentSymbol', ({ textDocument: { uri } }) => {
      const reading = session.reading(uri);
      if (!reading?.isPolicy) return [];
      const nested = session.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
      return nested ? documentSymbols(reading.structure) : flatSymbols(reading.structure, uri);
    }),
  );
  connection.onFoldingRanges(
    dispatched(session, 'foldingRange', ({ textDocument: { uri } }) => {
      const reading = session.reading(uri);
      if (!reading?.isPolicy) return [];
      return foldingRanges(reading.structure, session.capabilities.textDocument?.foldingRange?.rangeLimit);
    }),
  );
}
