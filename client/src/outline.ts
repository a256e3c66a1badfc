/**
 * The outline of a document as text for the clipboard.
 * Changes when the form of the copied outline changes.
 */
import * as vscode from 'vscode';

/** A Markdown list of the symbols, two blanks for each level. */
export function outlineText(symbols: readonly vscode.DocumentSymbol[], depth = 0): string {
  return symbols.map((s) => `${'  '.repeat(depth)}- ${s.name}\n${outlineText(s.children, depth + 1)}`).join('');
}

/** Copies the outline of the active document and says how many headings it has. */
export async function copyOutline(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const text = outlineText(symbols ?? []);
  if (text === '') {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document has no outline.'));
    return;
  }
  await vscode.env.clipboard.writeText(text);
  const count = text.split('\n').length - 1;
  vscode.window.setStatusBarMessage(vscode.l10n.t('Headings copied: {0}', count), 3_000);
}
