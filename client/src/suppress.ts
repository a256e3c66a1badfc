/**
 * Setting findings aside, and taking that back. The server keeps what was set aside beside the document, with a reason.
 * Changes when findings can be set aside in another way.
 */
import * as vscode from 'vscode';
import {
  type FileParams,
  SUPPRESS,
  SUPPRESSIONS,
  type SuppressFinding,
  type SuppressionView,
  type SuppressParams,
  UNSUPPRESS,
} from '../../server/src/lsp/protocol.ts';
import { register } from './commands.ts';
import type { Session } from './session.ts';

interface Choice extends vscode.QuickPickItem {
  readonly id: string;
}

const open = (uri: string): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((d) => d.uri.toString() === vscode.Uri.parse(uri).toString());

/** What was set aside, as lines to choose from. */
export function choices(all: readonly SuppressionView[], document: vscode.TextDocument): Choice[] {
  return all.map(({ id, rule, span, reason, author, orphan }) => {
    const line = span ? document.positionAt(span.start).line + 1 : null;
    const place = orphan
      ? vscode.l10n.t('its text is gone')
      : line === null
        ? vscode.l10n.t('whole document')
        : vscode.l10n.t('line {0}', line);
    return { id, label: rule, description: `${place} · ${author}`, ...(reason ? { detail: reason } : {}) };
  });
}

export function registerSuppress(log: vscode.LogOutputChannel, session: Session): vscode.Disposable {
  async function ask<P, R>(method: string, params: P): Promise<R> {
    const client = await session.client();
    if (!client) throw new Error(vscode.l10n.t('The policy language server could not be started.'));
    return client.sendRequest<R>(method, params);
  }

  /** Named by code actions alone: it needs to be told what to set aside. */
  async function suppressFinding({ uri, rule, span, version }: SuppressFinding): Promise<void> {
    const reason = await vscode.window.showInputBox({
      title: vscode.l10n.t('Set aside “{0}”', rule),
      prompt: vscode.l10n.t('Why is this right as it stands? The reason is kept beside the document.'),
      placeHolder: vscode.l10n.t('Reason (may stay empty)'),
      ignoreFocusOut: true,
    });
    if (reason === undefined) return;
    if (open(uri)?.version !== version)
      throw new Error(vscode.l10n.t('The document was edited meanwhile. Please choose the action again.'));
    const params: SuppressParams = { uri, rule, span, reason: reason.trim() || null };
    await ask(SUPPRESS, params);
  }

  async function takeBackFinding(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const file: FileParams = { uri: document.uri.toString() };
    const all = choices(await ask<FileParams, SuppressionView[]>(SUPPRESSIONS, file), document);
    if (all.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is set aside in this document.'));
      return;
    }
    const placeHolder = vscode.l10n.t('Findings to show again');
    const chosen = await vscode.window.showQuickPick(all, { canPickMany: true, placeHolder, matchOnDetail: true });
    for (const { id } of chosen ?? []) await ask(UNSUPPRESS, { ...file, id });
  }

  return register(log, { suppressFinding, takeBackFinding });
}
