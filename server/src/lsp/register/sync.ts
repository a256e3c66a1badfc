/** Text synchronisation: keeps the open documents in step with the client's. */

import type { Session } from '../session.ts';
import { canonical } from '../uris.ts';

export interface SyncListener {
  /** A document was opened, changed or saved. */
  touched(uri: string): void;
  closed(uri: string): void;
}

export function registerSync(session: Session, listener: SyncListener): void {
  const { connection, documents } = session;
  const guarded =
    <P>(name: string, handle: (params: P) => void) =>
    (params: P): void => {
      try {
        handle(params);
      } catch (error) {
        session.log('error', `${name}: ${error instanceof Error ? error.stack : String(error)}`);
      }
    };
  connection.onDidOpenTextDocument(
    guarded('didOpen', ({ textDocument: { uri, languageId, version, text } }) => {
      const open = documents.open(uri, languageId, version, text);
      session.opened(open.uri);
      listener.touched(open.uri);
    }),
  );
  connection.onDidChangeTextDocument(
    guarded('didChange', ({ textDocument: { uri, version }, contentChanges }) => {
      const changed = documents.change(uri, version, contentChanges);
      if (!changed) return;
      session.opened(changed.uri);
      listener.touched(changed.uri);
    }),
  );
  connection.onDidSaveTextDocument(guarded('didSave', ({ textDocument: { uri } }) => listener.touched(canonical(uri))));
  connection.onDidCloseTextDocument(
    guarded('didClose', ({ textDocument: { uri } }) => {
      const closed = documents.close(uri);
      if (!closed) return;
      listener.closed(closed.uri);
      session.service.close(closed.uri).catch((error) => session.log('error', `didClose: ${String(error)}`));
    }),
  );
}
