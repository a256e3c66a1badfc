/** Text synchronisation: keeps the open documents in step with the client's. */
import type { Session } from '../session.ts';

export function registerSync(session: Session): void {
  const { connection, documents } = session;
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    documents.open(uri, languageId, version, text);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    documents.change(uri, version, contentChanges);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    session.forget(uri);
  });
}
