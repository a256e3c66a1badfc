/**
 * Files that were read with the wrong encoding: telling so and reopening them with the right one.
 * Changes when the editor offers another way to choose an encoding.
 */
import * as vscode from 'vscode';
import { type Garbled, garbled, judge } from './detect.ts';
import { excerpt } from './excerpt.ts';

const DECODERS: Record<Garbled, string> = {
  'gb18030-as-utf8': 'gb18030',
  'gb18030-as-latin1': 'gb18030',
  'utf8-as-gb18030': 'utf8',
};

const LIMIT = 4 * 1024 * 1024;

/** Reopens a document with an encoding; editors older than 1.100 show their own choice of encodings instead. */
export async function reopen(document: vscode.TextDocument, encoding: string | null): Promise<void> {
  const canChoose = encoding !== null && 'encoding' in document && !document.isDirty;
  if (!canChoose) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
    return;
  }
  type Open = (uri: vscode.Uri, options: { encoding: string }) => Thenable<vscode.TextDocument>;
  const open = vscode.workspace.openTextDocument as unknown as Open;
  await vscode.window.showTextDocument(await open(document.uri, { encoding }));
}

/** The encoding that makes a policy document of the file, judged from its bytes; null where none does. */
export async function betterEncoding(document: vscode.TextDocument): Promise<string | null> {
  const how = garbled(excerpt(document));
  if (how === null || document.uri.scheme === 'untitled') return null;
  const encoding = DECODERS[how];
  const stat = await vscode.workspace.fs.stat(document.uri);
  if (stat.size > LIMIT) return encoding;
  const bytes = await vscode.workspace.fs.readFile(document.uri);
  const text = new TextDecoder(encoding === 'utf8' ? 'utf-8' : encoding).decode(bytes);
  return garbled(text) === null && (document.languageId === 'policy-zh' || judge(text).policy) ? encoding : null;
}

/** Offers once per file and session to reopen garbled policy documents; resolves whether it did. */
export class EncodingNotice {
  readonly #told = new Set<string>();

  /** Whether the document is garbled and the user was asked about it. */
  async offer(document: vscode.TextDocument): Promise<boolean> {
    const key = document.uri.toString();
    if (this.#told.has(key)) return false;
    const encoding = await betterEncoding(document);
    if (encoding === null) return false;
    this.#told.add(key);
    const name = encoding === 'utf8' ? 'UTF-8' : 'GB 18030';
    const message = vscode.l10n.t('This file is unreadable in the encoding it was opened with. It is {0}.', name);
    const yes = vscode.l10n.t('Reopen as {0}', name);
    const other = vscode.l10n.t('Choose Encoding…');
    const answer = await vscode.window.showWarningMessage(message, yes, other);
    if (answer === yes) await reopen(document, encoding);
    else if (answer === other) await reopen(document, null);
    return true;
  }
}

/** The command: the encoding that fits, if one does, otherwise the editor's list. */
export async function reopenWithEncoding(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document) await reopen(document, await betterEncoding(document).catch(() => null));
}
