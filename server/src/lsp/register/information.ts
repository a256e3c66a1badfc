/** What the client asks about one document as a whole: its nature, and its model as the command line prints it. */
import { toContract } from '../../core/document/contract.ts';
import { candidates, confirmPersons, personOutline } from '../../core/features/namedPersons.ts';
import { toRange } from '../../core/features/ranges.ts';
import { dispatched } from '../dispatch.ts';
import { DOCUMENT_INFO, type DocumentInfo, type FileParams, PARSE, PERSONS, type PersonItem } from '../protocol.ts';
import type { Session } from '../session.ts';

export function registerInformation(session: Session): void {
  const { connection } = session;
  connection.onRequest(
    DOCUMENT_INFO,
    dispatched(session, 'documentInfo', ({ uri }: FileParams): DocumentInfo | null => {
      const document = session.service.opened(uri);
      if (!document) return null;
      const { policyScore, kind, script, title } = document.structure;
      return { policyScore, kind, script, title: title?.text ?? null, limited: document.limited };
    }),
  );
  connection.onRequest(
    PERSONS,
    dispatched(session, 'persons', async ({ uri }: FileParams): Promise<PersonItem[]> => {
      const document = session.service.policy(uri);
      if (!document) return [];
      if (candidates(document.document).length > 0)
        await confirmPersons(document.document, await session.host.segmenter()).catch(() => false);
      return personOutline(document.document).map(({ name, positions, spans }) => ({
        name,
        positions,
        count: spans.length,
        range: toRange(document.structure.lines, spans[0]!),
      }));
    }),
  );
  connection.onRequest(
    PARSE,
    dispatched(session, 'parse', ({ uri }: FileParams) => {
      const workspace = session.service.workspace();
      const document = session.service.policy(uri)?.document ?? workspace.document(uri);
      const resolve = (title: string): string | null =>
        (workspace.byTitle(title)[0] ?? workspace.byNumber(title)[0])?.uri ?? null;
      return document ? toContract(document, { uri, resolve }) : null;
    }),
  );
}
