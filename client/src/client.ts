/**
 * Puts the client together, the same in both kinds of extension host. Changes when a part is added.
 * The language server starts with the first policy document, not with the editor.
 */
import * as vscode from 'vscode';
import { type Annotations, registerAnnotations } from './annotations/index.ts';
import { registerCommands } from './commands.ts';
import { LANGUAGE, LanguageSwitch } from './language.ts';
import { registerRules } from './rules.ts';
import { type Platform, Session } from './session.ts';
import { registerStatus } from './status.ts';
import { registerSuppress } from './suppress.ts';
import { registerTasks } from './tasks.ts';
import { registerTerms } from './terms/index.ts';
import { registerTyping } from './typing.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

/** What the extension gives to others, tests among them. */
export interface Api {
  /** Resolves with the server's name and version once it runs; null where it can't start. */
  readonly ready: () => Promise<{ name: string; version?: string } | null>;
  readonly session: Session;
  readonly annotations: Annotations;
}

export function activateClient(context: vscode.ExtensionContext, platform: Platform): Api {
  const log = vscode.window.createOutputChannel('Policy Annotator', { log: true });
  const session = new Session(context, platform, log);
  const languages = new LanguageSwitch(context, log);
  let check: Promise<WorkspaceCheck> | null = null;
  const checkWorkspace = async (): Promise<void> => {
    check ??= import('./workspace-check.ts').then((module) => new module.WorkspaceCheck(session));
    await (await check).run();
  };
  const wake = (document: vscode.TextDocument): void => {
    if (document.languageId === LANGUAGE && session.phase === 'off') void session.client();
  };
  const annotations = registerAnnotations(context, log, session);
  context.subscriptions.push(
    log,
    annotations,
    session,
    languages,
    registerStatus(session, languages),
    registerRules(context.extensionUri, log),
    registerTyping({ language: LANGUAGE }),
    registerTerms(log, session),
    registerSuppress(log, session),
    registerCommands({ context, log, session, languages, checkWorkspace }),
    vscode.workspace.onDidOpenTextDocument(wake),
    new vscode.Disposable(() => void check?.then((made) => made.dispose())),
  );
  if (platform.cli) context.subscriptions.push(registerTasks(platform.cli));
  vscode.workspace.textDocuments.forEach(wake);
  const ready = async () => (await session.client())?.initializeResult?.serverInfo ?? null;
  return { ready, session, annotations };
}
