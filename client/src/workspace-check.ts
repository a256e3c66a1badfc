/**
 * Checks every document of the workspace on demand and lists the findings under Problems.
 * Changes when that list is kept in another way. Open policy documents are left to the server's live diagnostics.
 */
import * as vscode from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import {
  CHECK_WORKSPACE,
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
} from '../../server/src/lsp/protocol.ts';
import { LANGUAGE } from './language.ts';
import type { Session } from './session.ts';

export class WorkspaceCheck implements vscode.Disposable {
  readonly #session: Session;
  readonly #found = vscode.languages.createDiagnosticCollection('policy-annotator-workspace');
  readonly #subscriptions: vscode.Disposable[];

  constructor(session: Session) {
    this.#session = session;
    this.#subscriptions = [
      this.#found,
      vscode.workspace.onDidOpenTextDocument((d) => {
        if (d.languageId === LANGUAGE) this.#found.delete(d.uri);
      }),
      vscode.workspace.onDidChangeTextDocument((e) => this.#found.delete(e.document.uri)),
    ];
  }

  dispose(): void {
    for (const s of this.#subscriptions) s.dispose();
  }

  async run(): Promise<void> {
    const client = await this.#session.client();
    if (!client) return;
    const title = vscode.l10n.t('Checking policy documents');
    const where = vscode.ProgressLocation.Notification;
    const result = await vscode.window.withProgress({ location: where, title, cancellable: true }, (progress, token) =>
      ask(client, progress, token),
    );
    if (result) await this.#show(client, result);
  }

  async #show(client: BaseLanguageClient, { documents, results }: CheckWorkspaceResult): Promise<void> {
    const served = new Set(
      vscode.workspace.textDocuments.filter((d) => d.languageId === LANGUAGE).map((d) => d.uri.toString()),
    );
    this.#found.clear();
    let findings = 0;
    for (const { uri, diagnostics } of results) {
      findings += diagnostics.length;
      const at = client.protocol2CodeConverter.asUri(uri);
      if (served.has(at.toString())) continue;
      this.#found.set(at, await client.protocol2CodeConverter.asDiagnostics([...diagnostics]));
    }
    const message =
      findings === 0
        ? vscode.l10n.t('Documents checked: {0}. Nothing found.', documents)
        : vscode.l10n.t('Documents checked: {0}. Findings: {1}, in {2} of them.', documents, findings, results.length);
    const show = vscode.l10n.t('Show Problems');
    void vscode.window.showInformationMessage(message, ...(findings > 0 ? [show] : [])).then((answer) => {
      if (answer === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
    });
  }
}

let runs = 0;

/** Sends the request and shows its progress; null when the user called it off. */
async function ask(
  client: BaseLanguageClient,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<CheckWorkspaceResult | null> {
  const workDoneToken = `policy-annotator-check-${++runs}`;
  let done = 0;
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind === 'end') return;
    const percentage = value.percentage ?? done;
    progress.report({
      increment: Math.max(0, percentage - done),
      ...(value.message ? { message: value.message } : {}),
    });
    done = Math.max(done, percentage);
  });
  try {
    const params: CheckWorkspaceParams = { workDoneToken };
    return await client.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return null;
    throw error;
  } finally {
    listener.dispose();
  }
}
