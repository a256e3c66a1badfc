/**
 * The commands of the extension, each a name and what it does. Changes when a command is added.
 * A command that fails tells the user and writes the reason into the log.
 */
import * as vscode from 'vscode';
import { reopenWithEncoding } from './encoding.ts';
import { LANGUAGE, type LanguageSwitch } from './language.ts';
import { copyOutline } from './outline.ts';
import type { Session } from './session.ts';
import { showTrace } from './trace.ts';

export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly session: Session;
  readonly languages: LanguageSwitch;
  readonly checkWorkspace: () => Promise<void>;
}

/** Registers commands whose errors reach the user and the log instead of getting lost. */
export function register(
  log: vscode.LogOutputChannel,
  commands: Readonly<Record<string, (...args: never[]) => unknown>>,
): vscode.Disposable {
  const made = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`policyAnnotator.${name}`, async (...args: unknown[]) => {
      try {
        return await (run as (...given: unknown[]) => unknown)(...args);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        log.error(`${name}: ${error instanceof Error ? (error.stack ?? reason) : reason}`);
        void vscode.window.showErrorMessage(vscode.l10n.t('Policy Annotator: {0}', reason));
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...made);
}

const active = (): vscode.TextDocument | undefined => vscode.window.activeTextEditor?.document;

async function openSample(extension: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'walkthrough', 'sample.policy.txt'));
  const content = new TextDecoder().decode(bytes);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: LANGUAGE, content }));
}

export function registerCommands({ context, log, session, languages, checkWorkspace }: Parts): vscode.Disposable {
  const choose = async (choice: 'policy' | 'plain'): Promise<void> => {
    const document = active();
    if (document) await languages.choose(document, choice);
  };
  return register(log, {
    treatAsPolicy: () => choose('policy'),
    treatAsPlain: () => choose('plain'),
    copyOutline,
    checkWorkspace,
    reopenWithEncoding,
    openSample: () => openSample(context.extensionUri),
    openWalkthrough: () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false),
    restartServer: () => session.restart(),
    showLog: () => log.show(),
    showTrace: () => showTrace(log),
  });
}
