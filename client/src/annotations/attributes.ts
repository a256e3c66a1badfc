/**
 * Attributes of a document as a whole: asked for, changed and deleted in small questions.
 * Changes when attributes are asked for otherwise.
 */
import * as vscode from 'vscode';
import type { Json } from '../../../server/src/lsp/protocol.ts';
import { type Actions, hasFile } from './actions.ts';
import { attributeText } from './describe.ts';
import { kept } from './failures.ts';
import { keyOf } from './store.ts';

/** Offered as long as the documents have no attributes of these names. */
const starters = (): string[] => [
  vscode.l10n.t('Status of review'),
  vscode.l10n.t('Reviewer'),
  vscode.l10n.t('Source'),
  vscode.l10n.t('Effective date'),
  vscode.l10n.t('Level'),
];

interface Row extends vscode.QuickPickItem {
  readonly key?: string;
}

export class Attributes {
  readonly #actions: Actions;

  constructor(actions: Actions) {
    this.#actions = actions;
  }

  /** Asks for a name, where none is given, and for a value; an empty value deletes the attribute. */
  async set(uri: string, given?: string): Promise<void> {
    const document = vscode.workspace.textDocuments.find((d) => d.uri.toString() === keyOf(uri));
    if (document && !hasFile(document)) return;
    const key = given ?? (await this.#askKey(uri));
    if (!key) return;
    const before = (await this.#of(uri))[key];
    const value = await vscode.window.showInputBox({
      title: vscode.l10n.t('“{0}” of the document', key),
      prompt: vscode.l10n.t('Empty deletes the attribute.'),
      value: before === undefined ? '' : attributeText(before),
      ignoreFocusOut: true,
    });
    if (value === undefined) return;
    if (value.trim() === '') await this.remove(uri, key);
    else if (before === undefined || attributeText(before) !== value.trim())
      await kept(value, () => this.#write(uri, key, value.trim()));
  }

  /** Deletes an attribute without asking, and offers to take that back. */
  async remove(uri: string, given?: string): Promise<void> {
    const attributes = await this.#of(uri);
    const key = given ?? (await this.#choose(attributes));
    if (!key || attributes[key] === undefined) return;
    const before = attributes[key];
    if (!(await this.#write(uri, key, null))) return;
    this.#actions.offerUndo(vscode.l10n.t('Attribute deleted: {0}', key), () => this.#write(uri, key, before));
  }

  #write(uri: string, key: string, value: Json) {
    return this.#actions.write('setAttribute', { uri, key, value });
  }

  async #of(uri: string): Promise<Readonly<Record<string, Json>>> {
    return (await this.#actions.store.call('list', { uri, ids: [] })).attributes;
  }

  async #choose(attributes: Readonly<Record<string, Json>>): Promise<string | undefined> {
    const rows = Object.entries(attributes).map(([label, v]) => ({ label, description: attributeText(v) }));
    if (rows.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This document has no attributes.'));
      return undefined;
    }
    return (await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('Delete which attribute?') }))?.label;
  }

  /** Asks for a name: those of this document with their values, those of the others, and whatever is typed. */
  async #askKey(uri: string): Promise<string | undefined> {
    const own = await this.#of(uri);
    const others = (await this.#actions.store.all()).flatMap((d) => Object.keys(d.attributes));
    const known = [...new Set([...others, ...starters()])].filter((key) => !(key in own));
    const rows: Row[] = [
      ...Object.entries(own).map(([key, v]) => ({ label: key, description: attributeText(v), key })),
      ...known.map((key) => ({ label: key, key })),
    ];
    const picker = vscode.window.createQuickPick<Row>();
    picker.title = vscode.l10n.t('Attributes of the document');
    picker.placeholder = vscode.l10n.t('Choose one, or type the name of a new one');
    picker.items = rows;
    return new Promise((resolve) => {
      const typed = (): string => picker.value.trim();
      picker.onDidChangeValue(() => {
        const label = vscode.l10n.t('$(add) New attribute “{0}”', typed());
        const fresh = typed() !== '' && !rows.some((r) => r.key === typed());
        picker.items = fresh ? [...rows, { label, alwaysShow: true, key: typed() }] : rows;
      });
      picker.onDidAccept(() => {
        // Enter may come before the list has caught up with what was typed.
        const chosen = picker.selectedItems.find((r) => r.label.includes(typed()))?.key;
        resolve(chosen ?? (typed() || undefined));
        picker.hide();
      });
      picker.onDidHide(() => {
        resolve(undefined);
        picker.dispose();
      });
      picker.show();
    });
  }
}
