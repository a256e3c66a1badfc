/**
 * Conversations beside the text, in the editor's own comment threads. Only those that somebody opened and those with
 * something to read in the visible part of a document exist, because hundreds of threads freeze the editor.
 * Changes when the editor's comment threads do. Their places are ours to move: the editor never moves them.
 */
import * as vscode from 'vscode';
import type { AnnotationView } from '../../../server/src/lsp/protocol.ts';
import { appendRelations, type Find, stateOf, tagNames, trusted } from './describe.ts';
import { type Item, isPolicy, keyOf, type Store } from './store.ts';

const MOST_VISIBLE = 20;
const MARGIN_LINES = 20;
const DELAY = 150;

/** A comment of ours and what it belongs to: the annotation itself, or one of its replies. */
export interface OurComment extends vscode.Comment {
  readonly item: { readonly uri: string; readonly id: string };
  readonly reply: string | null;
  readonly plain: string;
}

interface Live {
  readonly thread: vscode.CommentThread;
  readonly uri: string;
  readonly id: string;
  /** Stays although its text is not on the screen. */
  opened: boolean;
  shown: string;
}

export class Threads implements vscode.Disposable {
  readonly controller: vscode.CommentController;
  readonly #store: Store;
  readonly #live = new Map<string, Live>();
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(store: Store) {
    this.#store = store;
    this.controller = vscode.comments.createCommentController('policyAnnotator', vscode.l10n.t('Annotations'));
    this.controller.options = {
      prompt: vscode.l10n.t('Reply…'),
      placeHolder: vscode.l10n.t('Write a note (Ctrl+Enter to save)'),
    };
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: (document) =>
        isPolicy(document) ? [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [],
    };
    this.#subscriptions = [
      this.controller,
      store.onDidChange(() => this.#soon()),
      store.onDidEdit((document) => this.#follow(document)),
      vscode.window.onDidChangeTextEditorVisibleRanges(() => this.#soon()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#soon()),
    ];
    this.#soon();
  }

  /** How many threads exist. */
  get size(): number {
    return this.#live.size;
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer);
    for (const { thread } of this.#live.values()) thread.dispose();
    for (const s of this.#subscriptions) s.dispose();
  }

  /** The annotation that a thread of ours shows. */
  itemOf(thread: vscode.CommentThread): { uri: string; id: string } | null {
    for (const { thread: t, uri, id } of this.#live.values()) if (t === thread) return { uri, id };
    return null;
  }

  /** Shows an annotation's thread, ready for a reply. */
  async open({ uri, annotation }: Item): Promise<void> {
    const live = this.#show(vscode.Uri.parse(uri), annotation);
    if (!live) return;
    live.opened = true;
    live.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  /** A thread begun by the editor has become an annotation, or is to go away. */
  discard(thread: vscode.CommentThread): void {
    for (const [id, live] of this.#live) if (live.thread === thread) this.#live.delete(id);
    thread.dispose();
  }

  /** Begins or ends the editing of a comment; `save` keeps what was written, until the server says the same. */
  edit(comment: OurComment, mode: vscode.CommentMode, save: boolean): void {
    const live = this.#live.get(comment.item.id);
    if (!live) return;
    live.thread.comments = live.thread.comments.map((c) => {
      const ours = c as OurComment;
      if (ours.reply !== comment.reply) return ours;
      const editing = mode === vscode.CommentMode.Editing;
      const body = editing ? ours.plain : save ? comment.body : plainText(ours.plain);
      return { ...ours, mode, body };
    });
    if (!save) return;
    live.shown = '';
    this.#soon();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#arrange();
    }, DELAY);
  }

  /** Makes the threads that should exist, updates them, and lets go of the others. */
  #arrange(): void {
    const wanted = new Map<string, { uri: vscode.Uri; annotation: AnnotationView }>();
    for (const { uri, id, opened } of this.#live.values()) {
      const annotation = opened ? this.#store.find(uri, id) : undefined;
      if (annotation) wanted.set(id, { uri: vscode.Uri.parse(uri), annotation });
    }
    for (const { document, visibleRanges } of vscode.window.visibleTextEditors) {
      if (!isPolicy(document)) continue;
      const last = document.lineCount - 1;
      const windows = visibleRanges.map((r) => [
        document.offsetAt(new vscode.Position(Math.max(0, r.start.line - MARGIN_LINES), 0)),
        document.offsetAt(document.lineAt(Math.min(last, r.end.line + MARGIN_LINES)).range.end),
      ]);
      for (const annotation of this.#store.of(document.uri)) {
        if (wanted.size >= MOST_VISIBLE) break;
        if (!conversation(annotation) || annotation.status === 'resolved') continue;
        const { span } = annotation;
        const visible = span
          ? windows.some(([start = 0, end = 0]) => span.start <= end && span.end >= start)
          : annotation.anchor === 'document';
        if (visible) wanted.set(annotation.id, { uri: document.uri, annotation });
      }
    }
    for (const [id, { thread }] of this.#live) {
      if (wanted.has(id)) continue;
      thread.dispose();
      this.#live.delete(id);
    }
    for (const { uri, annotation } of wanted.values()) this.#show(uri, annotation);
  }

  #show(uri: vscode.Uri, annotation: AnnotationView): Live | null {
    const range = this.#range(uri, annotation);
    const shown = JSON.stringify([
      annotation.note,
      annotation.tags,
      annotation.status,
      annotation.reason,
      annotation.replies,
      annotation.anchor,
      annotation.relations,
    ]);
    let live = this.#live.get(annotation.id);
    if (!live) {
      const thread = this.controller.createCommentThread(uri, range ?? new vscode.Range(0, 0, 0, 0), []);
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
      live = { thread, uri: keyOf(uri), id: annotation.id, opened: false, shown: '' };
      this.#live.set(annotation.id, live);
    } else if (range && !live.thread.range?.isEqual(range)) live.thread.range = range;
    if (live.shown !== shown && !live.thread.comments.some((c) => c.mode === vscode.CommentMode.Editing)) {
      live.shown = shown;
      const key = live.uri;
      fill(live.thread, key, annotation, (id) => this.#store.find(key, id));
    }
    return live;
  }

  #range(uri: vscode.Uri, { span }: AnnotationView): vscode.Range | null {
    const document = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString());
    return document && span ? new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)) : null;
  }

  /** The text was edited: the threads go along at once. */
  #follow(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    for (const live of this.#live.values()) {
      if (live.uri !== key) continue;
      const annotation = this.#store.find(key, live.id);
      const range = annotation && this.#range(document.uri, annotation);
      if (range && !live.thread.range?.isEqual(range)) live.thread.range = range;
    }
    this.#soon();
  }
}

/** Whether there is something to read beside the tags. */
const conversation = (a: AnnotationView): boolean => a.note !== null || a.replies.length > 0;

function fill(thread: vscode.CommentThread, uri: string, a: AnnotationView, find: Find): void {
  const item = { uri, id: a.id };
  const comment = (reply: string | null, author: string, plain: string, at: string, label?: string): OurComment => ({
    item,
    reply,
    plain,
    author: { name: author },
    body: plainText(plain),
    mode: vscode.CommentMode.Preview,
    contextValue: reply === null ? 'note' : 'reply',
    timestamp: new Date(at),
    ...(label ? { label } : {}),
  });
  const tags = tagNames(a);
  const note = a.note ?? vscode.l10n.t('(no note)');
  const first = trusted().appendText(note);
  appendRelations(first, a, uri, find);
  thread.comments = [
    { ...comment(null, a.author, note, a.created, a.status === 'resolved' ? stateOf(a) : undefined), body: first },
    ...a.replies.map((r) => comment(r.id, r.author, r.text, r.created)),
  ];
  const reason = a.status === 'resolved' && a.reason ? vscode.l10n.t('Resolved: {0}', a.reason) : '';
  thread.label = [tags || vscode.l10n.t('Annotation'), reason].filter((t) => t !== '').join(' · ');
  thread.contextValue = a.status;
  thread.state = a.status === 'resolved' ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
  thread.canReply = true;
}

const plainText = (text: string): vscode.MarkdownString => new vscode.MarkdownString().appendText(text);
