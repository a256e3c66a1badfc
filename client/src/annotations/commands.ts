/**
 * The commands about annotations: each finds out which annotation or place is meant, and calls what does it.
 * Changes when a command is added.
 */
import * as vscode from 'vscode';
import type { RelationView } from '../../../server/src/lsp/protocol.ts';
import { register } from '../commands.ts';
import type { Actions } from './actions.ts';
import { Attributes } from './attributes.ts';
import { exportAnnotations, importAnnotations } from './exchange.ts';
import { Marking } from './marking.ts';
import { Navigation } from './navigation.ts';
import { Notes } from './notes.ts';
import { Reattaching } from './reattaching.ts';
import { Relations } from './relations.ts';
import type { Span } from './shift.ts';
import type { Item } from './store.ts';
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
  const navigation = new Navigation(store, threads);
  const marking = new Marking(actions, threads, targets, navigation);
  const reattaching = new Reattaching(actions, targets, navigation);
  const notes = new Notes(actions, threads);
  const relations = new Relations(actions, navigation);
  const attributes = new Attributes(actions);

  const onOne = (act: (item: Item) => Promise<unknown>) => targets.one(act);
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

  return register(log, {
    annotate: (tag?: unknown) => marking.annotate(tag),
    annotateAgain: () => marking.again(),
    annotateOccurrences: (tag?: unknown) => marking.occurrences(tag),
    annotateDiagnostic: (uri?: vscode.Uri, range?: vscode.Range, message?: string) =>
      marking.finding(uri, range, message),
    addNote: () => marking.note(),
    noteOnDocument: (target: Target) => marking.noteOnDocument(target),
    submitNote: (reply: vscode.CommentReply) => notes.submit(reply),
    nextAnnotation: () => navigation.step(true),
    previousAnnotation: () => navigation.step(false),
    showAnnotation: onOne(navigation.show),
    revealAnnotation: (target: { uri: string; id: string; span?: Span }) => navigation.follow(target),
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
    acceptWording: onOne((item) => reattaching.to(item, item.annotation.span)),
    keepOnDocument: onOne((item) => reattaching.to(item, null)),
    reattachToSelection: (target: Target) => reattaching.toSelection(target),
    reattachToCandidate: (target: Target) => reattaching.toCandidate(target),
    editComment: (comment: OurComment) => notes.edit(comment),
    cancelComment: (comment: OurComment) => notes.cancel(comment),
    saveComment: (comment: OurComment) => notes.save(comment),
    deleteComment: (comment: OurComment) => notes.delete(comment),
    manageTags: async () => {
      const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
      if (uri) await manageTags(store, uri.toString());
    },
    exportAnnotations: () => exportAnnotations(store),
    importAnnotations: () => importAnnotations(store, actions.author),
    followMovedDocuments: () => followMoved(store, actions.author),
    reportAgreement: () => reportAgreement(store, navigation.reveal),
    walkDisagreements: () => walkDisagreements(store, navigation.reveal),
    setAuthor: () => actions.author.change(),
    filterAnnotations: views.filter,
    clearAnnotationFilter: views.clearFilter,
    groupAnnotations: views.group,
    toggleResolved: views.toggleResolved,
    refreshAnnotations: () => store.refresh(),
    focusAnnotations: () => vscode.commands.executeCommand('policyAnnotator.annotations.focus'),
  });
}

/** A relation of a row or a link, if the command was called from one. */
function relationOf({ annotation }: Item, target: Target): RelationView | undefined {
  if (target && 'kind' in target) return target.kind === 'relation' ? target.relation : undefined;
  const id = target && 'relation' in target ? target.relation : undefined;
  return annotation.relations.find((r) => r.id === id);
}
