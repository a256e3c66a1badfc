/**
 * Going to annotations: from one to the next, and from a row or a link to the words. Changes when ways to them do.
 */
import * as vscode from 'vscode';
import type { AnnotationView } from '../../../server/src/lsp/protocol.ts';
import { activePolicy } from './actions.ts';
import { tagNames } from './describe.ts';
import type { Span } from './shift.ts';
import type { Item, Store } from './store.ts';
import type { Threads } from './threads.ts';

export class Navigation {
  readonly #store: Store;
  readonly #threads: Threads;

  constructor(store: Store, threads: Threads) {
    this.#store = store;
    this.#threads = threads;
  }

  /** Opens a document and selects a place in it; at a `glance`, the keyboard stays where it is. */
  reveal = async (uri: string, span: Span | null, glance = false): Promise<vscode.TextEditor> => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const { version } = document;
    const editor = await vscode.window.showTextDocument(document, { preview: glance, preserveFocus: glance });
    // Words that are selected under the hands of somebody who types are replaced by what is typed.
    if (span && document.version === version) select(editor, span);
    return editor;
  };

  /** Opens the document of an annotation, given its address or its place as well. */
  async follow(target: { uri: string; id: string; span?: Span }): Promise<void> {
    const annotation = target.span ? null : await this.#store.get(target.uri, target.id);
    await this.reveal(target.uri, target.span ?? annotation?.span ?? null);
  }

  /** Opens the document at the annotation and shows its thread, with the keyboard in it. */
  show = async ({ uri, annotation }: Item): Promise<void> => {
    const editor = await this.reveal(uri, annotation.span);
    await this.#threads.open({ uri, annotation });
    if (!annotation.span) return;
    // The thread's own line: the last one of its range.
    const end = editor.document.positionAt(annotation.span.end);
    editor.selection = new vscode.Selection(end, end);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await vscode.commands.executeCommand('workbench.action.focusCommentOnCurrentLine').then(undefined, () => undefined);
  };

  /** Selects the next or the previous annotation of the active document, round the ends. */
  async step(forward: boolean): Promise<void> {
    const editor = activePolicy();
    if (!editor) return;
    const { document, selection } = editor;
    const placed = this.#store.of(document.uri).filter((a): a is AnnotationView & { span: Span } => a.span !== null);
    const at = document.offsetAt(selection.start);
    const [ahead, around] = forward
      ? [placed.find((a) => a.span.start > at), placed[0]]
      : [placed.findLast((a) => a.span.start < at), placed.at(-1)];
    const next = ahead ?? around;
    if (!next) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There are no annotations in this document.'));
      return;
    }
    select(editor, next.span);
    await vscode.window.showTextDocument(document, editor.viewColumn); // the keyboard, if it was elsewhere
    const count = `${placed.indexOf(next) + 1}/${placed.length}`;
    const said = [tagNames(next), next.note ?? ''].filter((t) => t !== '').join(' · ');
    vscode.window.setStatusBarMessage(['$(tag)', count, said].join(' '), 5_000);
  }
}

function select(editor: vscode.TextEditor, span: Span): void {
  const { document } = editor;
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
