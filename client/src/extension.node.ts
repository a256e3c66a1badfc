/** Entry point in the Node extension host: the server is a process of its own, spoken to over IPC. */
import type * as vscode from 'vscode';
import { type Api, activateClient } from './client.ts';

declare const process: { readonly execPath: string };

let api: Api | null = null;

export function activate(context: vscode.ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server/node.js');
  api = activateClient(context, {
    fileAccess: 'virtual',
    cli: { runtime: process.execPath, script: context.asAbsolutePath('dist/cli.js') },
    async connect(options) {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      const run = { module, transport: TransportKind.ipc };
      const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
      return new LanguageClient('policyAnnotator', 'Policy Annotator', { run, debug }, options);
    },
  });
  return api;
}

export const deactivate = (): Promise<void> | undefined => api?.session.stop();
