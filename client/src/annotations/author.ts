/** Who writes: asked once, before the first annotation, unless the settings say. Changes when that question does. */
import * as vscode from 'vscode';
import { AUTHOR, type AuthorInfo } from '../../../server/src/lsp/protocol.ts';
import type { Session } from '../session.ts';

const ASKED = 'policyAnnotator.authorAsked';

export class Author {
  readonly #session: Session;
  readonly #state: vscode.Memento;
  #known: Promise<string | null> | null = null;

  constructor(session: Session, state: vscode.Memento) {
    this.#session = session;
    this.#state = state;
  }

  /** The name; asks when nobody was asked yet. Null when the question was called off. */
  async name(): Promise<string | null> {
    this.#known ??= this.#find();
    const name = await this.#known;
    if (!name) this.#known = null;
    return name;
  }

  /** Asks for another name and keeps it. */
  async change(): Promise<void> {
    const info = await this.#request();
    if (await this.#ask(info.name)) this.#known = null;
  }

  /** Forgets the name when the settings may say another one. */
  forget(): void {
    this.#known = null;
  }

  async #find(): Promise<string | null> {
    const { name, source } = await this.#request();
    if (source === 'settings' || source === 'client' || (name && this.#state.get(ASKED) === true)) return name;
    return this.#ask(name);
  }

  async #request(name?: string): Promise<AuthorInfo> {
    const client = await this.#session.client();
    if (!client) throw new Error(vscode.l10n.t('The policy language server could not be started.'));
    return client.sendRequest(AUTHOR, name === undefined ? {} : { name });
  }

  async #ask(suggested: string): Promise<string | null> {
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('Whose annotations are these?'),
      prompt: vscode.l10n.t(
        'This name stands beside your annotations. It is asked once and can be changed in the settings.',
      ),
      value: suggested,
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Please enter a name.') : null),
    });
    if (name === undefined) return null;
    await this.#request(name.trim());
    await this.#state.update(ASKED, true);
    const settings = vscode.workspace.getConfiguration('policyAnnotator');
    if (settings.get('annotations.author') !== name.trim()) {
      await settings.update('annotations.author', name.trim(), vscode.ConfigurationTarget.Global);
    }
    return name.trim();
  }
}
