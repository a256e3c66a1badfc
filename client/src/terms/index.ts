/**
 * Commands of the glossary: add the term at the cursor, choose among suggestions, import and export.
 * The server makes the edits, the editor applies them. Changes when the glossary can be worked on in another way.
 */
import * as vscode from 'vscode';
import {
  ADD_TERMS,
  type AddTermsParams,
  EXPORT_TERMS,
  type ExportTermsParams,
  type ExportTermsResult,
  type FileEntry,
  type GlossaryEdit,
  type GlossaryFormat,
  IMPORT_TERMS,
  type ImportTermsParams,
  SUGGEST_TERMS,
  type SuggestTermsParams,
  type TermSuggestion,
} from '../../../server/src/lsp/protocol.ts';
import { register } from '../commands.ts';
import { LANGUAGE } from '../language.ts';
import type { Session } from '../session.ts';
import { goToPerson } from './persons.ts';

/** Largest file that is imported, in bytes. */
const LARGEST = 20_000_000;

interface Choice extends vscode.QuickPickItem {
  readonly entry: FileEntry;
}

export function registerTerms(log: vscode.LogOutputChannel, session: Session): vscode.Disposable {
  async function ask<P, R>(method: string, params: P): Promise<R> {
    const client = await session.client();
    if (!client) throw new Error(vscode.l10n.t('The policy language server could not be started.'));
    return client.sendRequest<R>(method, params);
  }

  /** The document that is worked on, whose nearest glossary is meant; any place in the first folder else. */
  const place = (): string => {
    const document = vscode.window.activeTextEditor?.document;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (document && (document.languageId === LANGUAGE || !folder)) return document.uri.toString();
    return folder ? vscode.Uri.joinPath(folder, 'x').toString() : '';
  };

  /** Applies what the server made and shows the file where something new stands. */
  async function write({ uri, edit, added, skipped }: GlossaryEdit): Promise<number> {
    const client = await session.client();
    const made = edit && client ? await client.protocol2CodeConverter.asWorkspaceEdit(edit) : null;
    if (made && !(await vscode.workspace.applyEdit(made, { isRefactoring: true })))
      throw new Error(vscode.l10n.t('The glossary could not be changed.'));
    const file = vscode.Uri.parse(uri);
    if (made) await (await vscode.workspace.openTextDocument(file)).save();
    const said =
      skipped > 0
        ? vscode.l10n.t('Terms added to the glossary: {0}; left out: {1}', added, skipped)
        : vscode.l10n.t('Terms added to the glossary: {0}', added);
    const show = vscode.l10n.t('Show Glossary');
    void vscode.window.showInformationMessage(said, ...(made ? [show] : [])).then(async (chosen) => {
      if (chosen === show) await vscode.window.showTextDocument(file);
    });
    return added;
  }

  async function addToGlossary(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      editor.selection,
      vscode.CodeActionKind.Refactor.value,
    );
    const action = actions.find((a) => a.edit && a.kind?.value === vscode.CodeActionKind.Refactor.value);
    const file = action?.edit?.entries()[0]?.[0];
    if (!action?.edit || !file) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor into a term without an entry, or select the words of one.'),
      );
      return;
    }
    await vscode.workspace.applyEdit(action.edit, { isRefactoring: true });
    const document = await vscode.workspace.openTextDocument(file);
    await document.save();
    const shown = await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    const end = document.positionAt(document.getText().trimEnd().length);
    shown.revealRange(new vscode.Range(end, end));
  }

  async function suggestGlossaryEntries(): Promise<void> {
    const params: SuggestTermsParams = {};
    const found = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking for terms without an entry') },
      () => ask<SuggestTermsParams, TermSuggestion[]>(SUGGEST_TERMS, params),
    );
    if (found.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Every recurring term has an entry.'));
      return;
    }
    const items = found.map((s): Choice => {
      const components = s.entry.components?.map((c) => c.zh).join(' · ');
      const said = s.entry.definition?.zh ?? s.contexts.map((c) => `…${c.text}…`).join('  ');
      return {
        label: s.term,
        description: [
          s.category,
          vscode.l10n.t('{0}× in {1} documents', s.count, s.documents),
          ...(components ? [components] : []),
        ]
          .filter((part) => part !== '')
          .join(' · '),
        detail: said,
        entry: s.entry,
      };
    });
    const chosen = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Terms without an entry: choose those to write into the glossary'),
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!chosen || chosen.length === 0) return;
    await write(
      await ask<AddTermsParams, GlossaryEdit>(ADD_TERMS, { uri: place(), entries: chosen.map((c) => c.entry) }),
    );
  }

  async function exportGlossary(): Promise<void> {
    const whole = vscode.l10n.t('With the built-in glossary');
    const scopes = [vscode.l10n.t('Only my own entries'), whole];
    const scope = await vscode.window.showQuickPick(scopes, { title: vscode.l10n.t('Export the glossary') });
    if (scope === undefined) return;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const file = await vscode.window.showSaveDialog({
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, 'glossary.csv') } : {}),
      filters: { CSV: ['csv'], TSV: ['tsv'], TBX: ['tbx'] },
    });
    if (!file) return;
    const ending = /\.(tsv|tbx)$/i.exec(file.path)?.[1]?.toLowerCase();
    const format = (ending ?? 'csv') as GlossaryFormat;
    const params: ExportTermsParams = { format, builtin: scope === whole };
    const { text, entries } = await ask<ExportTermsParams, ExportTermsResult>(EXPORT_TERMS, params);
    // With the mark, spreadsheets read the table as UTF-8.
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(format === 'tbx' ? text : `\ufeff${text}`));
    void vscode.window.showInformationMessage(vscode.l10n.t('Entries exported: {0}', entries));
  }

  async function importGlossary(): Promise<void> {
    const files = await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import into the glossary'),
      filters: { [vscode.l10n.t('Glossaries')]: ['csv', 'tsv', 'txt', 'tbx', 'xml'] },
    });
    const file = files?.[0];
    if (!file) return;
    const bytes = await vscode.workspace.fs.readFile(file);
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    if (bytes.length > LARGEST) throw new Error(vscode.l10n.t('{0} is too large to import.', name));
    let binary = '';
    for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    const params: ImportTermsParams = { uri: place(), name, base64: btoa(binary) };
    await write(await ask<ImportTermsParams, GlossaryEdit>(IMPORT_TERMS, params));
  }

  return register(log, {
    addToGlossary,
    openGlossaryEntry: () => vscode.commands.executeCommand('editor.action.goToTypeDefinition'),
    suggestGlossaryEntries,
    goToPerson: () => goToPerson(ask),
    exportGlossary,
    importGlossary,
  });
}
