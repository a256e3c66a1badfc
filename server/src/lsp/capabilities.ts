/** What the server offers a client, given what the client can. Changes when a feature is added. */
import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';

export function serverCapabilities(_client: ClientCapabilities, utf8: boolean): ServerCapabilities {
  return {
    positionEncoding: utf8 ? 'utf-8' : 'utf-16',
    textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
