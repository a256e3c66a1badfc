/**
 * Which documents become `policy-zh`, and which stay what they are.
 * Changes when the way a document is recognised, switched or switched back changes. The user's own choice, made in the
 * language picker, in `files.associations` or with our commands, is never overruled and is remembered.
 */
import * as vscode from 'vscode';
import { judge } from './detect.ts';
import { EncodingNotice } from './encoding.ts';
import { excerpt } from './excerpt.ts';

export const LANGUAGE = 'policy-zh';
const CANDIDATES = ['plaintext', 'markdown'];
const STORE = 'policyAnnotator.choices';
const MOST_CHOICES = 1_000;
const TYPING_DELAY = 800;

type Choice = 'policy' | 'plain';

/** Schemes whose documents are served: the usual ones and whatever the workspace folders use. */
export function servedSchemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...folders.map((f) => f.uri.scheme)])];
}

export class LanguageSwitch implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #encoding = new EncodingNotice();
  /** Documents that are being closed and reopened this very moment, which is how the editor changes a language. */
  readonly #changing = new Set<vscode.TextDocument>();
  readonly #ours = new Set<string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #recognised = new Set<string>();
  readonly #asked = new Set<string>();
  /** Choices for untitled documents, which last as long as they do. */
  readonly #untitled = new Map<string, Choice>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when a document was recognised or given back. */
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    this.#subscriptions.push(
      vscode.workspace.onDidCloseTextDocument((d) => this.#closed(d)),
      vscode.workspace.onDidOpenTextDocument((d) => this.#opened(d)),
      vscode.workspace.onDidChangeTextDocument((e) => this.#typed(e.document)),
      vscode.workspace.onDidRenameFiles((e) => this.#renamed(e.files)),
    );
    for (const document of vscode.workspace.textDocuments) void this.#consider(document);
  }

  /** Whether the document is `policy-zh` because its text was recognised. */
  recognised(document: vscode.TextDocument): boolean {
    return this.#recognised.has(document.uri.toString());
  }

  /** Sets the language for the user and remembers it. */
  async choose(document: vscode.TextDocument, choice: Choice): Promise<void> {
    await this.#remember(document.uri, choice);
    if (choice === 'plain') this.#recognised.delete(document.uri.toString());
    await this.#set(document, choice === 'policy' ? LANGUAGE : plainLanguage(document));
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const s of this.#subscriptions) s.dispose();
    this.#changed.dispose();
  }

  #closed(document: vscode.TextDocument): void {
    this.#changing.add(document);
    setTimeout(() => {
      this.#changing.delete(document);
      if (document.isClosed) this.#forget(document);
    }, 0);
  }

  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#recognised.delete(key);
    this.#untitled.delete(key);
  }

  #opened(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (!this.#changing.delete(document)) {
      void this.#consider(document);
      return;
    }
    if (this.#ours.delete(key)) return;
    this.#log.info(`${key}: the user chose ${document.languageId}`);
    this.#recognised.delete(key);
    void this.#remember(document.uri, document.languageId === LANGUAGE ? 'policy' : 'plain');
    this.#changed.fire();
  }

  /** Text that was pasted into an untitled document, or that was read anew from the disk or in another encoding. */
  #typed(document: vscode.TextDocument): void {
    if (document.uri.scheme !== 'untitled' && document.isDirty) return;
    if (!CANDIDATES.includes(document.languageId)) return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.#consider(document), TYPING_DELAY),
    );
  }

  #renamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    for (const { oldUri, newUri } of files) {
      const choice = this.#choices()[oldUri.toString()];
      if (choice) void this.#remember(newUri, choice);
    }
  }

  async #consider(document: vscode.TextDocument): Promise<void> {
    try {
      if (document.isClosed || !servedSchemes().includes(document.uri.scheme)) return;
      const isPolicy = document.languageId === LANGUAGE;
      if (!isPolicy && !CANDIDATES.includes(document.languageId)) return;
      const key = document.uri.toString();
      const choice = this.#untitled.get(key) ?? this.#choices()[key];
      const mode = vscode.workspace.getConfiguration('policyAnnotator', document).get<string>('detect', 'auto');
      if (choice !== undefined) {
        await this.#set(
          document,
          choice === 'policy' ? LANGUAGE : isPolicy ? plainLanguage(document) : document.languageId,
        );
        return;
      }
      if (mode === 'never' || (!isPolicy && associated(document))) return;
      if (isPolicy) {
        await this.#encoding.offer(document);
        return;
      }
      const verdict = judge(excerpt(document));
      if (!verdict.policy) {
        await this.#encoding.offer(document);
        return;
      }
      this.#log.info(`${document.uri.toString()}: policy document (${verdict.evidence.join(', ')})`);
      if (mode === 'auto') await this.#recognise(document);
      else await this.#ask(document);
    } catch (error) {
      this.#log.error(`Recognising ${document.uri.toString()}: ${error}`);
    }
  }

  async #ask(document: vscode.TextDocument): Promise<void> {
    if (this.#asked.has(document.uri.toString())) return;
    this.#asked.add(document.uri.toString());
    const name = document.uri.path.split('/').pop() ?? '';
    const yes = vscode.l10n.t('Policy Document');
    const no = vscode.l10n.t('Leave as It Is');
    const never = vscode.l10n.t('Never Ask');
    const question = vscode.l10n.t('{0} looks like a Chinese policy document. Read it as one?', name);
    const answer = await vscode.window.showInformationMessage(question, yes, no, never);
    if (answer === yes) await this.choose(document, 'policy');
    else if (answer === no) await this.#remember(document.uri, 'plain');
    else if (answer === never) {
      const target = vscode.ConfigurationTarget.Global;
      await vscode.workspace.getConfiguration('policyAnnotator').update('detect', 'never', target);
    }
  }

  async #recognise(document: vscode.TextDocument): Promise<void> {
    this.#recognised.add(document.uri.toString());
    await this.#set(document, LANGUAGE);
  }

  async #set(document: vscode.TextDocument, language: string): Promise<void> {
    if (document.isClosed || document.languageId === language) return;
    const key = document.uri.toString();
    this.#ours.add(key);
    try {
      await vscode.languages.setTextDocumentLanguage(document, language);
    } finally {
      this.#ours.delete(key);
      this.#changed.fire();
    }
  }

  #choices(): Record<string, Choice> {
    return this.#context.globalState.get<Record<string, Choice>>(STORE, {});
  }

  async #remember(uri: vscode.Uri, choice: Choice): Promise<void> {
    if (uri.scheme === 'untitled') {
      this.#untitled.set(uri.toString(), choice);
      return;
    }
    const { [uri.toString()]: _, ...others } = this.#choices();
    const kept = Object.entries(others).slice(-(MOST_CHOICES - 1));
    const all = { ...Object.fromEntries(kept), [uri.toString()]: choice };
    try {
      await this.#context.globalState.update(STORE, all);
    } catch (error) {
      this.#log.error(`Remembering ${uri.toString()}: ${error}`);
    }
  }
}

/** What a document is when it is no policy document. */
const plainLanguage = (document: vscode.TextDocument): string =>
  /\.(?:md|markdown)$/i.test(document.uri.path) ? 'markdown' : 'plaintext';

/** Whether `files.associations` says what the file is: then the user has decided. */
function associated(document: vscode.TextDocument): boolean {
  const associations = vscode.workspace
    .getConfiguration('files', document)
    .get<Record<string, string>>('associations', {});
  return Object.keys(associations).some((pattern) => {
    const glob = pattern.includes('/') ? pattern : `**/${pattern}`;
    return vscode.languages.match({ pattern: glob }, document) > 0;
  });
}
