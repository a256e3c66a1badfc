/**
 * Making and changing annotations: what the commands do, whoever calls them.
 * Changes when something else can be done with an annotation.
 */
import * as vscode from 'vscode';
import {
  type AnnotationMethod,
  type AnnotationRequests,
  type AnnotationView,
  EDITED_MEANWHILE,
  type NewAnnotation,
  type TagView,
} from '../../../server/src/lsp/protocol.ts';
import type { Author } from './author.ts';
import { headline, short } from './describe.ts';
import { kept } from './failures.ts';
import { type Choice, pickTag } from './pick.ts';
import { ordered, type Span, shifted } from './shift.ts';
import { type Item, isPolicy, type Store } from './store.ts';

const LAST = 'policyAnnotator.lastTag';
const LAST_RELATION = 'policyAnnotator.lastRelation';
const TRIES = 4;

/** The active policy document; tells the user where there is none. */
export function activePolicy(): vscode.TextEditor | null {
  const editor = vscode.window.activeTextEditor;
  if (editor && isPolicy(editor.document)) return editor;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a policy document first.'));
  return null;
}

/** Whether annotations of a document can be kept: they lie beside its file. Tells the user, and offers to save it. */
export function hasFile(document: vscode.TextDocument): boolean {
  if (!document.isUntitled) return true;
  const save = vscode.l10n.t('Save');
  const message = vscode.l10n.t('Save the document first: its annotations are kept beside its file.');
  void vscode.window.showInformationMessage(message, save).then((answer) => {
    if (answer === save) void document.save();
  });
  return false;
}

/** A span of a document that goes along with edits while the user is asked something. */
class Held {
  #span: Span | null;
  readonly #listener: vscode.Disposable;
  constructor(document: vscode.TextDocument, span: Span) {
    this.#span = span;
    this.#listener = vscode.workspace.onDidChangeTextDocument((e) => {
      if (e.document !== document) return;
      for (const change of ordered(e.contentChanges)) this.#span = this.#span && shifted(this.#span, change);
    });
  }
  get now(): Span | null {
    return this.#span;
  }
  dispose(): void {
    this.#listener.dispose();
  }
}

export class Actions {
  readonly store: Store;
  readonly author: Author;
  readonly #state: vscode.Memento;
  #undo: (() => Promise<unknown>)[] = [];

  constructor(store: Store, author: Author, state: vscode.Memento) {
    this.store = store;
    this.author = author;
    this.#state = state;
  }

  /** Writes about one annotation and shows the result at once; null when nobody wanted to say who writes. */
  async write<M extends AnnotationMethod>(
    method: M,
    params: AnnotationRequests[M][0] & { readonly uri: string },
  ): Promise<AnnotationRequests[M][1] | null> {
    if ((await this.author.name()) === null) return null;
    const result = await this.store.call(method, params);
    if (result && typeof result === 'object' && 'anchor' in result) {
      this.store.take(params.uri, result as unknown as AnnotationView);
    }
    return result;
  }

  /** Makes annotations at spans of a document, which may be edited meanwhile. */
  async create(
    document: vscode.TextDocument,
    spans: readonly (Span | null)[],
    what: () => Promise<Omit<NewAnnotation, 'span'> | undefined>,
  ): Promise<readonly AnnotationView[]> {
    if (!hasFile(document)) return [];
    const held = spans.map((s) => s && new Held(document, s));
    try {
      if ((await this.author.name()) === null) return [];
      const rest = await what();
      if (!rest) return [];
      const uri = document.uri.toString();
      const write = async (): Promise<readonly AnnotationView[]> => {
        for (let left = TRIES; ; left--) {
          const items = held.flatMap((h): NewAnnotation[] =>
            h === null ? [{ ...rest, span: null }] : h.now ? [{ ...rest, span: h.now }] : [],
          );
          try {
            const made = items.length > 0 ? await this.store.call('createMany', { uri, items }, document.version) : [];
            for (const a of made) this.store.take(uri, a);
            return made;
          } catch (error) {
            if (left === 0 || (error as { code?: number }).code !== EDITED_MEANWHILE) throw error;
          }
        }
      };
      return (await kept(rest.note, write)) ?? [];
    } finally {
      for (const h of held) h?.dispose();
    }
  }

  get lastTag(): string | null {
    return this.#state.get<string | null>(LAST, null);
  }

  tags(uri: vscode.Uri): Promise<readonly TagView[]> {
    return this.store.call('tags', { uri: uri.toString() });
  }

  /** The id of the chosen tag, which is made if it is new; null for none, undefined when the user went away. */
  async tagOf(uri: vscode.Uri, choice: Choice | undefined, relation = false): Promise<string | null | undefined> {
    if (choice === undefined) return undefined;
    if (choice.kind === 'none') return null;
    const tag =
      choice.kind === 'tag'
        ? choice.tag
        : await kept(choice.name, () =>
            this.store.call('createTag', { uri: uri.toString(), name: choice.name, relation }),
          );
    if (tag === null) return undefined;
    await this.#state.update(relation ? LAST_RELATION : LAST, tag.id);
    return tag.id;
  }

  /** Asks what a relation is; gives the id of the tag. */
  async askRelation(uri: vscode.Uri, title: string): Promise<string | null | undefined> {
    const tags = (await this.tags(uri)).filter((t) => t.relation);
    const last = this.#state.get<string | null>(LAST_RELATION, null);
    return this.tagOf(uri, await pickTag({ title, tags, last, relation: true }), true);
  }

  /** Tells what was done, and takes it back on request; the last such thing also by the command. */
  offerUndo(message: string, back: () => Promise<unknown>): void {
    this.#undo.push(back);
    const undo = vscode.l10n.t('Undo');
    void vscode.window.showInformationMessage(message, undo).then((answer) => {
      if (answer === undo) void this.undo(back);
    });
  }

  /** Takes the last deletion of this session back, or a given one. */
  async undo(back = this.#undo.at(-1)): Promise<void> {
    if (!back) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing was deleted since the window was opened.'));
      return;
    }
    if (!this.#undo.includes(back)) return;
    this.#undo = this.#undo.filter((b) => b !== back);
    await back();
  }

  /** Asks for a tag; undefined when the user went away, null for none. */
  async askTag(document: vscode.TextDocument, title: string, has: ReadonlySet<string>, bare: boolean) {
    const tags = (await this.tags(document.uri)).filter((t) => !t.relation);
    return this.tagOf(document.uri, await pickTag({ title, tags, last: this.lastTag, has, bare }));
  }

  /**
   * Annotates spans with a tag: `given`, or one that is asked for. One's own annotation that stands exactly there gets
   * the tag beside those it has.
   */
  async annotate(document: vscode.TextDocument, spans: readonly Span[], given?: string): Promise<void> {
    const [first] = spans;
    if (!first || !hasFile(document)) return;
    const me = await this.author.name();
    if (me === null) return;
    if (given !== undefined) await this.#state.update(LAST, given);
    const same = (s: Span) =>
      this.store.of(document.uri).find((a) => a.span?.start === s.start && a.span.end === s.end && a.author === me);
    const uri = document.uri.toString();
    const text = short(document.getText().slice(first.start, first.end), 40);
    const title =
      spans.length === 1
        ? vscode.l10n.t('Annotate “{0}”', text)
        : vscode.l10n.t('Annotate “{0}” in {1} places', text, spans.length);
    const had = spans.length === 1 ? same(first) : undefined;
    const choose = async () =>
      given ?? (await this.askTag(document, title, new Set(had?.tags.map((t) => t.id)), had === undefined));
    if (had) {
      const tag = await choose();
      if (tag) await this.write('update', { uri, id: had.id, addTags: [tag] });
      return;
    }
    const made = await this.create(document, spans, async () => {
      const tag = await choose();
      if (tag === undefined) return undefined;
      return tag === null ? {} : { tags: [tag] };
    });
    if (made.length > 0) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('Annotations made: {0}', made.length), 3_000);
    }
  }

  /** Asks which tags an annotation should have. */
  async changeTags({ uri, annotation }: Item): Promise<void> {
    const tags = (await this.store.call('tags', { uri })).filter((t) => !t.relation);
    const has = new Set(annotation.tags.map((t) => t.id));
    const items = tags.map((tag) => ({ label: tag.name, description: tag.description, picked: has.has(tag.id), tag }));
    if (items.length === 0) {
      const id = await this.tagOf(
        vscode.Uri.parse(uri),
        await pickTag({ title: headline(annotation), tags, last: null }),
      );
      if (id) await this.write('update', { uri, id: annotation.id, addTags: [id] });
      return;
    }
    const chosen = await vscode.window.showQuickPick(items, {
      canPickMany: true,
      title: vscode.l10n.t('Tags of “{0}”', headline(annotation)),
    });
    if (!chosen) return;
    const now = new Set(chosen.map((c) => c.tag.id));
    const addTags = [...now].filter((t) => !has.has(t));
    const removeTags = [...has].filter((t) => !now.has(t));
    if (addTags.length + removeTags.length > 0) {
      await this.write('update', { uri, id: annotation.id, addTags, removeTags });
    }
  }

  async editNote({ uri, annotation }: Item): Promise<void> {
    const note = await vscode.window.showInputBox({
      title: vscode.l10n.t('Note on “{0}”', headline(annotation)),
      value: annotation.note ?? '',
      ignoreFocusOut: true,
    });
    if (note === undefined) return;
    await kept(note, () => this.write('update', { uri, id: annotation.id, note: note.trim() || null }));
  }

  async resolve({ uri, annotation }: Item): Promise<void> {
    const reason = await vscode.window.showInputBox({
      title: vscode.l10n.t('Resolve “{0}”', headline(annotation)),
      prompt: vscode.l10n.t('Why is it settled? May stay empty.'),
    });
    if (reason === undefined) return;
    await kept(reason, () => this.write('resolve', { uri, id: annotation.id, reason: reason.trim() || null }));
  }

  async reopen({ uri, annotation }: Item): Promise<void> {
    await this.write('reopen', { uri, id: annotation.id });
  }

  /** Deletes without asking, and offers to take that back. */
  async remove({ uri, annotation }: Item): Promise<void> {
    if (!(await this.write('remove', { uri, id: annotation.id }))) return;
    this.offerUndo(vscode.l10n.t('Annotation deleted: “{0}”', headline(annotation)), () =>
      this.write('restore', { uri, id: annotation.id }),
    );
  }
}
