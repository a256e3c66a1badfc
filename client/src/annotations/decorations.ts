/**
 * Annotated text in the colours of its tags, in the text and in the overview ruler, and what the pointer is told there.
 * Changes when annotations should look otherwise. One decoration type per look; the editor moves the ranges itself.
 */
import * as vscode from 'vscode';
import type { AnnotationView } from '../../../server/src/lsp/protocol.ts';
import { LANGUAGE } from '../language.ts';
import { details } from './describe.ts';
import { isPolicy, type Store } from './store.ts';

const NO_TAG = '#808080';
const MOST_LOOKS = 200;
const FRAME = 16;
/** Milliseconds without typing after which marks that came too late are drawn again. */
const PAUSE = 250;

/** What makes one look different from another. */
export function lookOf(a: AnnotationView): string {
  const colors = a.tags.map((t) => t.color);
  const state = a.status === 'resolved' ? 'resolved' : a.anchor === 'changed' ? 'changed' : 'open';
  return [state, ...(colors.length > 0 ? colors : [NO_TAG]).slice(0, 2)].join(' ');
}

function typeFor(look: string): vscode.TextEditorDecorationType {
  const [state, first = NO_TAG, second] = look.split(' ');
  const line = second ?? first;
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: state === 'resolved' ? `${first}60` : first,
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    borderColor: state === 'resolved' ? `${line}80` : line,
    borderStyle: state === 'changed' ? 'dashed' : state === 'resolved' ? 'dotted' : 'solid',
    borderWidth: '0 0 2px 0',
    ...(state === 'resolved'
      ? {}
      : { light: { backgroundColor: `${first}38` }, dark: { backgroundColor: `${first}42` } }),
  });
}

export class Decorations implements vscode.Disposable {
  readonly #store: Store;
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();
  /** The looks that an editor shows. */
  readonly #shown = new WeakMap<vscode.TextEditor, ReadonlySet<string>>();
  readonly #stale = new Set<string | null>();
  readonly #subscriptions: vscode.Disposable[];
  #frame: ReturnType<typeof setTimeout> | null = null;
  #disposed = false;

  constructor(store: Store) {
    this.#store = store;
    this.#subscriptions = [
      store.onDidChange((uri) => this.#show(uri)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#show(null)),
      vscode.workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration('policyAnnotator.annotations')) this.#show(null);
      }),
      vscode.languages.registerHoverProvider({ language: LANGUAGE }, { provideHover: (d, p) => this.#hover(d, p) }),
    ];
    this.#show(null);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#frame) clearTimeout(this.#frame);
    for (const s of this.#subscriptions) s.dispose();
    for (const t of this.#types.values()) t.dispose();
  }

  /** Draws the editors of a document, or all, in the next frame: changes in between are one. */
  #show(uri: vscode.Uri | null): void {
    this.#stale.add(uri?.toString() ?? null);
    this.#frame ??= setTimeout(() => {
      this.#frame = null;
      const drawn = new Map<vscode.TextDocument, number>();
      for (const editor of vscode.window.visibleTextEditors) {
        const { document } = editor;
        if (!this.#stale.has(null) && !this.#stale.has(document.uri.toString())) continue;
        this.#draw(editor);
        drawn.set(document, document.version);
      }
      this.#stale.clear();
      for (const [document, version] of drawn) void this.#confirm(document, version);
    }, FRAME);
  }

  /**
   * The editor takes ranges for the text that it has when they arrive, and says nothing of what was typed before that.
   * Its messages come in order, so when a command has gone there and back, every such edit is known here.
   */
  async #confirm(document: vscode.TextDocument, version: number): Promise<void> {
    await vscode.commands.executeCommand('setContext', 'policyAnnotator.annotationsDrawn', true);
    if (document.version === version) return;
    for (let last = version; last !== document.version; ) {
      last = document.version;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    if (!document.isClosed && !this.#disposed) this.#show(document.uri);
  }

  #draw(editor: vscode.TextEditor): void {
    const { document } = editor;
    const settings = vscode.workspace.getConfiguration('policyAnnotator.annotations', document);
    const resolved = settings.get('showResolved', true);
    const looks = new Map<string, vscode.Range[]>();
    for (const a of isPolicy(document) ? this.#store.of(document.uri) : []) {
      if (!a.span || (a.status === 'resolved' && !resolved)) continue;
      const look = lookOf(a);
      const range = new vscode.Range(document.positionAt(a.span.start), document.positionAt(a.span.end));
      const ranges = looks.get(look) ?? [];
      ranges.push(range);
      looks.set(look, ranges);
    }
    for (const look of looks.keys()) {
      if (!this.#types.has(look) && this.#types.size < MOST_LOOKS) this.#types.set(look, typeFor(look));
    }
    const shown = this.#shown.get(editor);
    for (const [look, type] of this.#types) {
      const ranges = looks.get(look) ?? [];
      if (ranges.length > 0 || shown?.has(look)) editor.setDecorations(type, ranges);
    }
    this.#shown.set(editor, new Set(looks.keys()));
  }

  #hover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const found = this.#store.at(document.uri, document.offsetAt(position)).slice(0, 5);
    if (found.length === 0) return null;
    const [first] = found;
    const range = first?.span
      ? new vscode.Range(document.positionAt(first.span.start), document.positionAt(first.span.end))
      : undefined;
    const uri = document.uri.toString();
    const texts = found.map((a) => details(a, uri, Date.now(), (id) => this.#store.find(uri, id)));
    return new vscode.Hover(texts, range);
  }
}
