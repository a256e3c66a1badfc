/**
 * Making annotations: of selected words, of a term and all its places, of a finding, of the whole document.
 * Changes when something else can be annotated.
 */
import * as vscode from 'vscode';
import { type Actions, activePolicy } from './actions.ts';
import type { Navigation } from './navigation.ts';
import { every, spanOf } from './places.ts';
import type { Span } from './shift.ts';
import type { Target, Targets } from './targets.ts';
import type { Threads } from './threads.ts';

export class Marking {
  readonly #actions: Actions;
  readonly #threads: Threads;
  readonly #targets: Targets;
  readonly #navigation: Navigation;

  constructor(actions: Actions, threads: Threads, targets: Targets, navigation: Navigation) {
    this.#actions = actions;
    this.#threads = threads;
    this.#targets = targets;
    this.#navigation = navigation;
  }

  /** Annotates what is selected with a tag, or asks for one. */
  async annotate(tag?: unknown): Promise<void> {
    const editor = activePolicy();
    if (!editor) return;
    await this.#actions.annotate(editor.document, await spans(editor), typeof tag === 'string' ? tag : undefined);
  }

  /** Annotates what is selected with the tag that was used last. */
  async again(): Promise<void> {
    const editor = activePolicy();
    if (!editor) return;
    const last = this.#actions.lastTag;
    const known = last !== null && (await this.#actions.tags(editor.document.uri)).some((t) => t.id === last);
    await this.#actions.annotate(editor.document, await spans(editor), known ? last : undefined);
  }

  /** Annotates every place of the selected words, or of the term at the cursor, that has no annotation yet. */
  async occurrences(tag?: unknown): Promise<void> {
    const editor = activePolicy();
    if (!editor) return;
    const { document, selection } = editor;
    const found = selection.isEmpty
      ? (await placesOfTerm(document, selection.active)).map((r) => spanOf(document, r))
      : every(document.getText(), document.getText(selection));
    const { store } = this.#actions;
    const has = (s: Span) => store.of(document.uri).some((a) => a.span?.start === s.start && a.span.end === s.end);
    const fresh = found.filter((s) => !has(s));
    if (fresh.length > 0) {
      await this.#actions.annotate(document, fresh, typeof tag === 'string' ? tag : undefined);
    } else if (found.length > 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('All places are annotated already.'));
    } else void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor on a term, or select words.'));
  }

  /** Annotates the place of a finding with its message. */
  async finding(uri?: vscode.Uri, range?: vscode.Range, message?: string): Promise<void> {
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
    const note = { note: one.message, motivation: 'assessing' } as const;
    const made = await this.#actions.create(document, [span], async () => note);
    for (const annotation of made) await this.#threads.open({ uri: document.uri.toString(), annotation });
  }

  /** Opens the thread of the annotation at the cursor, or a new one for the selected words. */
  async note(): Promise<void> {
    const editor = activePolicy();
    if (!editor) return;
    const { document, selection } = editor;
    const at = document.offsetAt(selection.active);
    const [here] = selection.isEmpty ? this.#actions.store.at(document.uri, at) : [];
    if (here) await this.#navigation.show({ uri: document.uri.toString(), annotation: here });
    else if (selection.isEmpty) askForWords();
    else await vscode.commands.executeCommand('workbench.action.addComment');
  }

  /** Asks for a note on the whole document. */
  async noteOnDocument(target: Target): Promise<void> {
    const document = await this.#targets.document(target);
    if (!document) return;
    await this.#actions.create(document, [null], async () => {
      const note = await vscode.window.showInputBox({
        title: vscode.l10n.t('Note on the document'),
        ignoreFocusOut: true,
      });
      return note?.trim() ? { note: note.trim() } : undefined;
    });
  }
}

/** The selected words, else the term at the cursor. */
async function spans({ document, selections, selection }: vscode.TextEditor): Promise<Span[]> {
  const selected = selections.filter((s) => !s.isEmpty).map((s) => spanOf(document, s));
  if (selected.length > 0) return selected;
  const term = (await placesOfTerm(document, selection.active)).find((r) => r.contains(selection.active));
  if (term) return [spanOf(document, term)];
  askForWords();
  return [];
}

const askForWords = (): void =>
  void vscode.window.showInformationMessage(vscode.l10n.t('Select the words to annotate first.'));

/** Every place of the term at a position, as the server finds them. */
async function placesOfTerm(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.Range[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
    'vscode.executeDocumentHighlights',
    document.uri,
    at,
  );
  return (found ?? []).map((h) => h.range);
}
