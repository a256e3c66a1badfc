/**
 * Which annotation a command is about: the row, thread or link that it was called from, else the one at the cursor.
 * Changes when commands can be called from somewhere else.
 */
import * as vscode from 'vscode';
import type { AnnotationView } from '../../../server/src/lsp/protocol.ts';
import { activePolicy } from './actions.ts';
import { headline, spoken, tagNames } from './describe.ts';
import { needsAttention } from './groups.ts';
import type { Item, Store } from './store.ts';
import type { OurComment, Threads } from './threads.ts';
import type { Node } from './tree.ts';

/** What a command may be called with: a row of a list, a thread, a comment, an address in a link, or nothing. */
export type Target =
  | Node
  | vscode.CommentThread
  | OurComment
  | { readonly uri: string; readonly id: string; readonly relation?: string }
  | undefined;

export class Targets {
  readonly #store: Store;
  readonly #threads: Threads;

  constructor(store: Store, threads: Threads) {
    this.#store = store;
    this.#threads = threads;
  }

  /** The address of what a command was called with. */
  address(target: Target): { uri: string; id: string } | null {
    if (!target || typeof target !== 'object') return null;
    if ('kind' in target) {
      return 'item' in target ? { uri: target.item.uri, id: target.item.annotation.id } : null;
    }
    if ('item' in target) return target.item;
    if ('comments' in target) return this.#threads.itemOf(target);
    return 'id' in target ? { uri: target.uri, id: target.id } : null;
  }

  /** The annotation that is meant: the given one, or the one at the cursor; asks where several are there. */
  async find(target: Target): Promise<Item | null> {
    const address = this.address(target);
    if (address) {
      const annotation = await this.#store.get(address.uri, address.id);
      return annotation && { uri: address.uri, annotation };
    }
    const editor = activePolicy();
    if (!editor) return null;
    const { document, selection } = editor;
    const uri = document.uri.toString();
    const found = this.#store.at(document.uri, document.offsetAt(selection.active));
    if (found.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no annotation at the cursor.'));
      return null;
    }
    const annotation = found.length === 1 ? found[0] : await choose(found);
    return annotation ? { uri, annotation } : null;
  }

  /** A command about one annotation. */
  one(act: (item: Item) => Promise<unknown>): (target: Target) => Promise<void> {
    return async (target) => {
      const item = await this.find(target);
      if (item) await act(item);
    };
  }

  /** One of those in the active document whose place is doubtful or gone. */
  async lost(): Promise<Item | null> {
    const editor = activePolicy();
    if (!editor) return null;
    const { uri } = editor.document;
    const found = this.#store.of(uri).filter(needsAttention);
    if (found.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Every annotation of this document has its place.'));
      return null;
    }
    const annotation = await choose(found);
    return annotation ? { uri: uri.toString(), annotation } : null;
  }

  /** The document that a command is about: that of the row it was called from, else the active one. */
  async document(target: Target): Promise<vscode.TextDocument | null> {
    if (target && 'kind' in target) {
      const uri =
        target.kind === 'group' ? target.group.key : target.kind === 'attribute' ? target.uri : target.item.uri;
      return vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    }
    return activePolicy()?.document ?? null;
  }
}

/** An annotation as a row of a pick list. */
export const rowOf = (annotation: AnnotationView) => ({
  label: headline(annotation, 60),
  description: [tagNames(annotation), annotation.author].filter((t) => t !== '').join(' · '),
  ...(annotation.note && annotation.anchor !== 'document' ? { detail: annotation.note } : {}),
  accessibilityInformation: { label: spoken(annotation) },
  annotation,
});

async function choose(annotations: readonly AnnotationView[]): Promise<AnnotationView | undefined> {
  const title = vscode.l10n.t('Which annotation?');
  const items = annotations.map(rowOf);
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))
    ?.annotation;
}
