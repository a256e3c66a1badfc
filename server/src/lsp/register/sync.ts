/** Text synchronisation: keeps the open documents in step with the client's. */

import type { Change } from '../../core/annotations/api.ts';
import type { OpenDocument } from '../documents.ts';
import type { Session } from '../session.ts';
import { canonical } from '../uris.ts';

export interface SyncListener {
  opened?(document: OpenDocument): void;
  edited?(document: OpenDocument, edits: readonly Change[]): void;
  saved?(uri: string): void;
  /** A document was opened, changed or saved. */
  touched(uri: string): void;
  closed(uri: string): void;
}

/** Several listeners as one. */
export const both = (...all: readonly Partial<SyncListener>[]): SyncListener => ({
  opened: (document) => {
    for (const l of all) l.opened?.(document);
  },
  edited: (document, edits) => {
    for (const l of all) l.edited?.(document, edits);
  },
  saved: (uri) => {
    for (const l of all) l.saved?.(uri);
  },
  touched: (uri) => {
    for (const l of all) l.touched?.(uri);
  },
  closed: (uri) => {
    for (const l of all) l.closed?.(uri);
  },
});

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
      listener.opened?.(open);
      listener.touched(open.uri);
    }),
  );
  connection.onDidChangeTextDocument(
    guarded('didChange', ({ textDocument: { uri, version }, contentChanges }) => {
      const changed = documents.change(uri, version, contentChanges);
      if (!changed) return;
      session.opened(changed.document.uri);
      listener.edited?.(changed.document, changed.edits);
      listener.touched(changed.document.uri);
    }),
  );
  connection.onDidSaveTextDocument(
    guarded('didSave', ({ textDocument: { uri } }) => {
      listener.saved?.(canonical(uri));
      listener.touched(canonical(uri));
    }),
  );
  connection.onDidCloseTextDocument(
    guarded('didClose', ({ textDocument: { uri } }) => {
      const closed = documents.close(uri);
      if (!closed) return;
      listener.closed(closed.uri);
      session.service.close(closed.uri).catch((error) => session.log('error', `didClose: ${String(error)}`));
    }),
  );
}
