/**
 * The language status items behind the braces in the status bar: how a document came to be a policy document, the server
 * with its index, and the segmenter. Changes when there is something else to say about the state.
 */
import * as vscode from 'vscode';
import { LANGUAGE, type LanguageSwitch } from './language.ts';
import type { Session } from './session.ts';

type Item = vscode.LanguageStatusItem;

const item = (id: string, name: string): Item => {
  const made = vscode.languages.createLanguageStatusItem(`policyAnnotator.${id}`, { language: LANGUAGE });
  made.name = name;
  return made;
};

function showServer(server: Item, session: Session): void {
  const { phase, status } = session;
  const indexing = phase === 'running' && (status?.state === 'indexing' || status?.state === 'starting');
  const failed = phase === 'failed' || status?.state === 'failed';
  server.busy = phase === 'starting' || indexing;
  server.severity = failed ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  server.command = failed
    ? { command: 'policyAnnotator.restartServer', title: vscode.l10n.t('Restart') }
    : { command: 'policyAnnotator.showLog', title: vscode.l10n.t('Show Log') };
  if (failed) server.text = vscode.l10n.t('Language server not running');
  else if (phase === 'starting') server.text = vscode.l10n.t('Starting the language server');
  else if (phase === 'off') server.text = vscode.l10n.t('Language server stopped');
  else if (indexing && status) server.text = vscode.l10n.t('Indexing {0} of {1}', status.documents, status.total);
  else if (status) server.text = vscode.l10n.t('Documents indexed: {0}', status.documents);
  else server.text = vscode.l10n.t('Language server ready');
  const counts = status ? vscode.l10n.t('Terms: {0}, references: {1}', status.terms, status.references) : '';
  server.detail = status?.message ?? (failed ? '' : counts);
  server.accessibilityInformation = { label: `${server.text} ${server.detail}`.trim() };
}

function showLanguage(language: Item, languages: LanguageSwitch): void {
  const document = vscode.window.activeTextEditor?.document;
  const found = document !== undefined && languages.recognised(document);
  language.text = found ? vscode.l10n.t('Recognised as a policy document') : vscode.l10n.t('Policy document');
  language.command = {
    command: 'policyAnnotator.treatAsPlain',
    title: vscode.l10n.t('Back to Plain Text'),
    tooltip: vscode.l10n.t('This choice is remembered for this file'),
  };
}

/** Shows the items and keeps them up to date. */
export function registerStatus(session: Session, languages: LanguageSwitch): vscode.Disposable {
  const server = item('server', vscode.l10n.t('Policy Annotator: Language Server'));
  const language = item('language', vscode.l10n.t('Policy Annotator: Language'));
  const words = item('segmenter', vscode.l10n.t('Policy Annotator: Word Segmentation'));
  const update = (): void => {
    showServer(server, session);
    showLanguage(language, languages);
    const segmenter = session.status?.segmenter ?? null;
    words.text = segmenter ?? vscode.l10n.t('Not loaded yet');
    words.detail = vscode.l10n.t('Word segmentation');
    words.busy = false;
  };
  update();
  return vscode.Disposable.from(
    server,
    language,
    words,
    session.onDidChange(update),
    languages.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}
