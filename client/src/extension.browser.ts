/** Entry point in the web extension host: the server is a web worker. */
import * as vscode from 'vscode';
import type { MessageTransports } from 'vscode-languageclient';
import { type Api, activateClient } from './client.ts';

let api: Api | null = null;

export function activate(context: vscode.ExtensionContext): Api {
  let worker: Worker | null = null;
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/worker.js').toString(true);
  api = activateClient(context, {
    fileAccess: 'all',
    async connect(options) {
      const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
        'vscode-languageclient/browser'
      );
      // The editor's own Worker is no instance of the global one, which is what the library would look for.
      const start = async (): Promise<MessageTransports> => {
        worker?.terminate();
        worker = new Worker(script);
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      };
      return new LanguageClient('policyAnnotator', 'Policy Annotator', start, options);
    },
  });
  return api;
}

export const deactivate = (): Promise<void> | undefined => api?.session.stop();
