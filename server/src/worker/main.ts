/** Entry point of the language server in a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server.ts';
import { workerEnvironment } from './environment.ts';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  connection.console.error(`unhandled rejection: ${String(event.reason)}`);
});
startServer(connection, workerEnvironment());
