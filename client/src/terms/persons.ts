/** The persons of a document as a list to choose from, with what the document calls them. Changes when the list shows more. */
import * as vscode from 'vscode';
import { type FileParams, PERSONS, type PersonItem } from '../../../server/src/lsp/protocol.ts';

type Ask = <P, R>(method: string, params: P) => Promise<R>;

interface Choice extends vscode.QuickPickItem {
  readonly range: vscode.Range;
}

/** Lets the user choose a person of the active document and shows their first mention. */
export async function goToPerson(ask: Ask): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const found = await ask<FileParams, PersonItem[]>(PERSONS, { uri: editor.document.uri.toString() });
  if (found.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document names no persons.'));
    return;
  }
  const items = found.map(
    ({ name, positions, count, range: { start, end } }): Choice => ({
      label: name,
      description: positions.join('；'),
      detail: vscode.l10n.t('{0}× · line {1}', count, start.line + 1),
      range: new vscode.Range(start.line, start.character, end.line, end.character),
    }),
  );
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Persons of the document'),
    matchOnDescription: true,
  });
  if (!chosen) return;
  editor.selection = new vscode.Selection(chosen.range.start, chosen.range.end);
  editor.revealRange(chosen.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}
