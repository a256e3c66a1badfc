/** Outline and folding: requests that the structure of a document answers. */
import { foldingRanges } from '../../core/features/folding.ts';
import { documentSymbols, flatSymbols } from '../../core/features/outline.ts';
import { say } from '../../core/l10n.ts';
import { fileName } from '../../core/workspace/file-name.ts';
import { dispatched } from '../dispatch.ts';
import { MessageType, ShowMessageNotification } from '../library.ts';
import type { Session } from '../session.ts';

const LIMITED = {
  en: '{0} is larger than {1} million characters: it gets outline and highlighting only (policyAnnotator.files.maxSize).',
  zh: '{0} 超过 {1} 百万字，仅提供大纲和高亮（policyAnnotator.files.maxSize）。',
};

export function registerStructure(session: Session): void {
  const { connection } = session;
  const told = new Set<string>();
  const tellLimited = (uri: string): void => {
    if (told.has(uri)) return;
    told.add(uri);
    const name = fileName(uri);
    const message = say(session.locale, LIMITED, name, session.settings.files.maxSize);
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  };
  connection.onDocumentSymbol(
    dispatched(session, 'documentSymbol', ({ textDocument: { uri } }) => {
      const document = session.service.opened(uri);
      if (!document?.isPolicy) return [];
      if (document.limited) tellLimited(uri);
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
