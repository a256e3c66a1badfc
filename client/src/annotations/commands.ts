/**
 * The commands about annotations: each finds out which annotation or place is meant, and calls the action.
 * Changes when a command is added.
 */
import * as vscode from 'vscode';
import type { AnnotationView, RelationView } from '../../../server/src/lsp/protocol.ts';
import { register } from '../commands.ts';
import { type Actions, activePolicy } from './actions.ts';
import { Attributes } from './attributes.ts';
import { headline, tagNames } from './describe.ts';
import { exportAnnotations, importAnnotations } from './exchange.ts';
import { kept } from './failures.ts';
import { Relations } from './relations.ts';
import type { Span } from './shift.ts';
import { type Item, keyOf } from './store.ts';
import { manageTags } from './tags.ts';
import { type Target, Targets } from './targets.ts';
import type { OurComment, Threads } from './threads.ts';
import { followMoved, reportAgreement, walkDisagreements } from './upkeep.ts';

export interface Views {
  readonly filter: () => Promise<void>;
  readonly clearFilter: () => void;
  readonly group: () => Promise<void>;
  readonly toggleResolved: () => void;
}

export function registerAnnotationCommands(
  log: vscode.LogOutputChannel,
  actions: Actions,
  threads: Threads,
  views: Views,
): vscode.Disposable {
  const { store } = actions;
  const targets = new Targets(store, threads);
  const onOne = (act: (item: Item) => Promise<unknown>) => targets.one(act);

  /** The selected words, else the term at the cursor, else the annotation there. */
  const spans = async (editor: vscode.TextEditor): Promise<Span[]> => {
    const { document, selections, selection } = editor;
    const selected = selections.filter((s) => !s.isEmpty).map((s) => spanOf(document, s));
    if (selected.length > 0) return selected;
    const term = (await occurrences(document, selection.active)).find((r) => r.contains(selection.active));
    if (term) return [spanOf(document, term)];
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the words to annotate first.'));
    return [];
  };

  const annotate = async (tag?: unknown): Promise<void> => {
    const editor = activePolicy();
    if (!editor) return;
    await actions.annotate(editor.document, await spans(editor), typeof tag === 'string' ? tag : undefined);
  };

  const annotateAgain = async (): Promise<void> => {
    const editor = activePolicy();
    if (!editor) return;
    const last = actions.lastTag;
    const known = last !== null && (await actions.tags(editor.document.uri)).some((t) => t.id === last);
    await actions.annotate(editor.document, await spans(editor), known ? last : undefined);
  };

  const annotateOccurrences = async (tag?: unknown): Promise<void> => {
    const editor = activePolicy();
    if (!editor) return;
    const { document, selection } = editor;
    const found = selection.isEmpty
      ? (await occurrences(document, selection.active)).map((r) => spanOf(document, r))
      : every(document.getText(), document.getText(selection));
    const has = (s: Span) => store.of(document.uri).some((a) => a.span?.start === s.start && a.span.end === s.end);
    const fresh = found.filter((s) => !has(s));
    if (fresh.length > 0) await actions.annotate(document, fresh, typeof tag === 'string' ? tag : undefined);
    else if (found.length > 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('All places are annotated already.'));
    } else void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor on a term, or select words.'));
  };

  const annotateDiagnostic = async (uri?: vscode.Uri, range?: vscode.Range, message?: string): Promise<void> => {
    const editor = activePolicy();
    if (!editor) return;
    const { document, selection } = editor;
    const at = selection.active;
    const given = uri && range && message ? { range, message } : undefined;
    const one = given ?? vscode.languages.getDiagnostics(document.uri).find((d) => d.range.contains(at));
    if (!one) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no finding at the cursor.'));
      return;
    }
    const span = spanOf(document, one.range.isEmpty ? document.lineAt(one.range.start).range : one.range);
    const made = await actions.create(document, [span], async () => ({ note: one.message, motivation: 'assessing' }));
    for (const annotation of made) await threads.open({ uri: document.uri.toString(), annotation });
  };

  const addNote = async (): Promise<void> => {
    const editor = activePolicy();
    if (!editor) return;
    const { document, selection } = editor;
    const [here] = selection.isEmpty ? store.at(document.uri, document.offsetAt(selection.active)) : [];
    if (here) await show({ uri: document.uri.toString(), annotation: here });
    else if (selection.isEmpty)
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the words to annotate first.'));
    else await vscode.commands.executeCommand('workbench.action.addComment');
  };

  const noteOnDocument = async (target: Target): Promise<void> => {
    const document = await targets.document(target);
    if (!document) return;
    await actions.create(document, [null], async () => {
      const note = await vscode.window.showInputBox({
        title: vscode.l10n.t('Note on the document'),
        ignoreFocusOut: true,
      });
      return note?.trim() ? { note: note.trim() } : undefined;
    });
  };

  const select = (editor: vscode.TextEditor, span: Span): void => {
    const { document } = editor;
    const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };

  const reveal = async (uri: string, span: Span | null, glance = false): Promise<vscode.TextEditor> => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const { version } = document;
    const editor = await vscode.window.showTextDocument(document, { preview: glance, preserveFocus: glance });
    // Words that are selected under the hands of somebody who types are replaced by what is typed.
    if (span && document.version === version) select(editor, span);
    return editor;
  };

  /** Opens the document at the annotation and shows its thread, with the keyboard in it. */
  const show = async ({ uri, annotation }: Item): Promise<void> => {
    const editor = await reveal(uri, annotation.span);
    await threads.open({ uri, annotation });
    if (!annotation.span) return;
    // The thread's own line: the last one of its range.
    const end = editor.document.positionAt(annotation.span.end);
    editor.selection = new vscode.Selection(end, end);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await vscode.commands.executeCommand('workbench.action.focusCommentOnCurrentLine').then(undefined, () => undefined);
  };

  const step = async (forward: boolean): Promise<void> => {
    const editor = activePolicy();
    if (!editor) return;
    const { document, selection } = editor;
    const placed = store.of(document.uri).filter((a): a is AnnotationView & { span: Span } => a.span !== null);
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
  };

  const relations = new Relations(actions, { reveal });
  const attributes = new Attributes(actions);
  /** A relation of a row or a link, if the command was called from one. */
  const relationOf = ({ annotation }: Item, target: Target) => {
    if (target && 'kind' in target) return target.kind === 'relation' ? target.relation : undefined;
    const id = target && 'relation' in target ? target.relation : undefined;
    return annotation.relations.find((r) => r.id === id);
  };
  const onRelation = (act: (item: Item, relation?: RelationView) => Promise<void>) => async (target: Target) => {
    const item = await targets.find(target);
    if (item) await act(item, relationOf(item, target));
  };
  const onAttribute = (act: (uri: string, key?: string) => Promise<void>) => async (target: Target) => {
    if (target && 'kind' in target && target.kind === 'attribute') await act(target.uri, target.key);
    else {
      const document = await targets.document(target);
      if (document) await act(document.uri.toString());
    }
  };

  const reattach = async (item: Item, span: Span | null): Promise<void> => {
    const moved = await actions.write('reattach', { uri: item.uri, id: item.annotation.id, span });
    if (!moved) return;
    if (span) await reveal(item.uri, moved.span);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Attached to “{0}”', headline(moved)), 5_000);
  };

  const reattachToSelection = async (target: Target): Promise<void> => {
    const editor = activePolicy();
    if (!editor) return;
    const { document, selection } = editor;
    if (selection.isEmpty) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the words that the annotation belongs to.'));
      return;
    }
    const address = targets.address(target);
    const annotation = address ? await store.get(address.uri, address.id) : (await targets.lost())?.annotation;
    if (!annotation) return;
    const uri = document.uri.toString();
    if (address && keyOf(address.uri) !== uri) {
      void vscode.window.showWarningMessage(vscode.l10n.t('Select words in the document that the annotation is in.'));
      return;
    }
    await reattach({ uri, annotation }, spanOf(document, selection));
  };

  const reattachToCandidate = async (target: Target): Promise<void> => {
    if (target && 'kind' in target && target.kind === 'candidate') {
      await reattach(target.item, target.candidate);
      return;
    }
    const item = targets.address(target) ? await targets.find(target) : await targets.lost();
    if (!item) return;
    const candidates = await store.call('candidates', { uri: item.uri, id: item.annotation.id });
    const offered = candidates.map((c) => ({ label: c.text, description: `${Math.round(c.score * 100)} %`, span: c }));
    if (offered.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No place in the text is like it. Select one, and attach it there.'),
      );
      return;
    }
    const chosen = await vscode.window.showQuickPick(offered, { title: headline(item.annotation) });
    if (chosen) await reattach(item, chosen.span);
  };

  const submitNote = async ({ thread, text }: vscode.CommentReply): Promise<void> => {
    if (text.trim() === '') return;
    const known = threads.itemOf(thread);
    if (known) {
      await kept(text, () => actions.write('reply', { ...known, text }));
      return;
    }
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const place = thread.range ? placeOf(document, thread.range) : null;
    const made = await actions.create(document, [place], async () => ({ note: text }));
    if (made.length === 0) return;
    threads.discard(thread);
    for (const annotation of made) await threads.open({ uri: document.uri.toString(), annotation });
  };

  const edit = (comment: OurComment, mode: vscode.CommentMode, save: boolean): void => {
    threads.edit(comment, mode, save);
  };

  return register(log, {
    annotate,
    annotateAgain,
    annotateOccurrences,
    annotateDiagnostic,
    addNote,
    noteOnDocument,
    submitNote,
    nextAnnotation: () => step(true),
    previousAnnotation: () => step(false),
    showAnnotation: onOne(show),
    revealAnnotation: async (target: { uri: string; id: string; span?: Span }) => {
      const annotation = target.span ? null : await store.get(target.uri, target.id);
      await reveal(target.uri, target.span ?? annotation?.span ?? null);
    },
    changeTags: onOne((item) => actions.changeTags(item)),
    editNote: onOne((item) => actions.editNote(item)),
    resolveAnnotation: onOne((item) => actions.resolve(item)),
    reopenAnnotation: onOne((item) => actions.reopen(item)),
    deleteAnnotation: onOne((item) => actions.remove(item)),
    relateAnnotation: onOne((item) => relations.create(item)),
    followRelation: onRelation((item, relation) => relations.follow(item, relation)),
    deleteRelation: onRelation((item, relation) => relations.remove(item, relation)),
    setDocumentAttribute: onAttribute((uri, key) => attributes.set(uri, key)),
    deleteDocumentAttribute: onAttribute((uri, key) => attributes.remove(uri, key)),
    restoreAnnotation: () => actions.undo(),
    acceptWording: onOne((item) => reattach(item, item.annotation.span)),
    keepOnDocument: onOne((item) => reattach(item, null)),
    reattachToSelection,
    reattachToCandidate,
    editComment: (comment: OurComment) => edit(comment, vscode.CommentMode.Editing, false),
    cancelComment: (comment: OurComment) => edit(comment, vscode.CommentMode.Preview, false),
    saveComment: async (comment: OurComment) => {
      const text = (typeof comment.body === 'string' ? comment.body : comment.body.value).trim();
      const { item, reply } = comment;
      // Until it is written the field stays open with what was typed.
      const written = await kept(text, () =>
        reply === null
          ? actions.write('update', { ...item, note: text || null })
          : actions.write('editReply', { ...item, reply, text: text || null }),
      );
      if (written) edit(comment, vscode.CommentMode.Preview, true);
    },
    deleteComment: async ({ item, reply }: OurComment) => {
      if (reply === null) await actions.write('update', { ...item, note: null });
      else await actions.write('editReply', { ...item, reply, text: null });
    },
    manageTags: async () => {
      const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
      if (uri) await manageTags(store, uri.toString());
    },
    exportAnnotations: () => exportAnnotations(store),
    importAnnotations: () => importAnnotations(store, actions.author),
    followMovedDocuments: () => followMoved(store, actions.author),
    reportAgreement: () => reportAgreement(store, reveal),
    walkDisagreements: () => walkDisagreements(store, reveal),
    setAuthor: () => actions.author.change(),
    filterAnnotations: views.filter,
    clearAnnotationFilter: views.clearFilter,
    groupAnnotations: views.group,
    toggleResolved: views.toggleResolved,
    refreshAnnotations: () => store.refresh(),
    focusAnnotations: () => vscode.commands.executeCommand('policyAnnotator.annotations.focus'),
  });
}

const spanOf = (document: vscode.TextDocument, range: vscode.Range): Span => ({
  start: document.offsetAt(range.start),
  end: document.offsetAt(range.end),
});

/** The place of a thread that the editor began: its range, or its line where nothing was selected. */
function placeOf(document: vscode.TextDocument, range: vscode.Range): Span {
  if (!range.isEmpty) return spanOf(document, range);
  const line = document.lineAt(range.start);
  const start = new vscode.Position(line.lineNumber, line.firstNonWhitespaceCharacterIndex);
  return spanOf(document, new vscode.Range(start, line.range.end));
}

/** Every place of the term at a position, as the server finds them. */
async function occurrences(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.Range[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
    'vscode.executeDocumentHighlights',
    document.uri,
    at,
  );
  return (found ?? []).map((h) => h.range);
}

/** Every place of some words in a text. */
export function every(text: string, words: string): Span[] {
  const out: Span[] = [];
  if (words === '') return out;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    out.push({ start: at, end: at + words.length });
  }
  return out;
}
