/**
 * The annotations that the client shows: those of open documents, kept in step with the text, and on request all others.
 * Changes when the client needs to know something else of them. The server is the authority; here is its last word.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ANNOTATIONS,
  ANNOTATIONS_CHANGED,
  type AnnotationMethod,
  type AnnotationRequests,
  type AnnotationsChanged,
  type AnnotationView,
  type Damage,
  type DocumentEntry,
  type DocumentView,
  type Json,
} from '../../../server/src/lsp/protocol.ts';
import { LANGUAGE } from '../language.ts';
import type { Session } from '../session.ts';
import { writeFailure } from './failures.ts';
import { ordered, type Shift, type Span, shifted, uncertain } from './shift.ts';

const SOON = 40;
/** Edits of one animation frame move everything once. */
const FRAME = 16;
const MOST_EDITS = 500;
const MOST_DOCUMENTS = 300;
const AT_ONCE = 8;

/** An annotation and the document it is in. */
export interface Item {
  readonly uri: string;
  readonly annotation: AnnotationView;
}

/** A document with everything that is said about it. */
export interface Annotated {
  readonly entry: DocumentEntry;
  readonly annotations: readonly AnnotationView[];
  readonly attributes: Readonly<Record<string, Json>>;
}

interface Held {
  readonly uri: vscode.Uri;
  annotations: AnnotationView[];
  attributes: Readonly<Record<string, Json>>;
  damage: readonly Damage[];
  /** Edits that the server's answers may not know yet. */
  edits: { readonly version: number; readonly shifts: readonly Shift[] }[];
  /** Edits that the places here do not know yet. */
  pending: Shift[];
  /** The ones to ask for; null is all of them. */
  wanted: Set<string> | null;
  loaded: boolean;
  /** Which text the server's list speaks of; 0 is the file's, when it had not been told yet that the document is open. */
  version: number;
  /** The server has opened the document while it was making a list. */
  openedMeanwhile: boolean;
  timer: ReturnType<typeof setTimeout> | null;
  frame: ReturnType<typeof setTimeout> | null;
  asking: boolean;
  again: boolean;
  /** Called when the first list has come, or cannot. */
  readonly waiting: (() => void)[];
}

export const isPolicy = (document: vscode.TextDocument): boolean => document.languageId === LANGUAGE;
export const keyOf = (uri: vscode.Uri | string): string =>
  (typeof uri === 'string' ? vscode.Uri.parse(uri) : uri).toString();

export class Store implements vscode.Disposable {
  readonly #session: Session;
  readonly #log: vscode.LogOutputChannel;
  readonly #held = new Map<string, Held>();
  /** Lists of documents that are not open, until their log changes. */
  readonly #closedLists = new Map<string, Annotated>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri | null>();
  readonly #edited = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];
  #all: Promise<readonly Annotated[]> | null = null;
  /** Fires when annotations of a document, or with null of some document, are other ones; not when they merely shift. */
  readonly onDidChange = this.#changed.event;
  /** Fires after the places of a document were moved along with an edit. */
  readonly onDidEdit = this.#edited.event;

  constructor(session: Session, log: vscode.LogOutputChannel) {
    this.#session = session;
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher('**/.annotations/**');
    session.onCreate((client) => this.#attach(client));
    this.#subscriptions = [
      watcher,
      watcher.onDidCreate((uri) => this.#written(uri)),
      watcher.onDidChange((uri) => this.#written(uri)),
      watcher.onDidDelete((uri) => this.#written(uri)),
      session.onPhase(() => {
        if (session.phase === 'running') for (const d of vscode.workspace.textDocuments) this.#opened(d);
      }),
      vscode.workspace.onDidOpenTextDocument((d) => this.#opened(d)),
      vscode.workspace.onDidCloseTextDocument((d) => this.#closed(d)),
      vscode.workspace.onDidChangeTextDocument((e) => this.#typed(e)),
      vscode.workspace.onDidRenameFiles(() => this.refresh()),
      vscode.workspace.onDidDeleteFiles(() => this.refresh()),
    ];
  }

  /** Asks the server; `version` is the one that places in the parameters were counted in. */
  async call<M extends AnnotationMethod>(
    method: M,
    params: AnnotationRequests[M][0],
    version?: number,
  ): Promise<AnnotationRequests[M][1]> {
    const client = await this.#session.client();
    if (!client) throw new Error(vscode.l10n.t('The policy language server could not be started.'));
    try {
      return await client.sendRequest(ANNOTATIONS, { method, params, ...(version === undefined ? {} : { version }) });
    } catch (error) {
      const said = writeFailure(error instanceof Error ? error.message : String(error));
      if (said === null) throw error;
      this.#log.error(`${method}: ${error}`);
      throw new Error(said);
    }
  }

  /** Annotations of an open document, with their places in its text as it is now. */
  of(uri: vscode.Uri): readonly AnnotationView[] {
    const held = this.#held.get(uri.toString());
    if (!held) return [];
    this.#move(held);
    return held.annotations;
  }

  /** What is wrong with the files that annotations of an open document are in. */
  damageOf(uri: vscode.Uri): readonly Damage[] {
    return this.#held.get(uri.toString())?.damage ?? [];
  }

  /** Those whose place touches an offset, the shortest first. */
  at(uri: vscode.Uri, offset: number): AnnotationView[] {
    const length = (s: Span | null): number => (s ? s.end - s.start : 0);
    return this.of(uri)
      .filter((a) => a.span && a.span.start <= offset && offset <= a.span.end)
      .sort((a, b) => length(a.span) - length(b.span));
  }

  find(uri: string, id: string): AnnotationView | undefined {
    return this.of(vscode.Uri.parse(uri)).find((a) => a.id === id);
  }

  /** The annotation as the server has it, from an open document or any other. */
  async get(uri: string, id: string): Promise<AnnotationView | null> {
    return this.find(uri, id) ?? this.call('get', { uri, id });
  }

  /** Every document with annotations. Asked for once after each change. */
  all(): Promise<readonly Annotated[]> {
    this.#all ??= this.#readAll().catch((error) => {
      this.#all = null;
      throw error;
    });
    return this.#all;
  }

  /** Takes an answer of the server over at once, before the next list says so. */
  take(uri: string, annotation: AnnotationView): void {
    const held = this.#held.get(keyOf(uri));
    if (!held) return;
    this.#move(held);
    held.annotations = [...held.annotations.filter((a) => a.id !== annotation.id), annotation]
      .filter((a) => !a.deleted)
      .sort(byPlace);
    this.#all = null;
    this.#changed.fire(held.uri);
  }

  /** Asks for everything again; the server reads its files again, too. */
  refresh(): void {
    this.call('refresh', {}).catch((error) => this.#log.warn(`Refreshing annotations: ${error}`));
    this.#closedLists.clear();
    for (const held of this.#held.values()) this.#ask(held);
    this.#outdated(null);
  }

  dispose(): void {
    for (const held of this.#held.values()) stop(held);
    for (const s of [...this.#subscriptions, this.#changed, this.#edited]) s.dispose();
  }

  #attach(client: BaseLanguageClient): vscode.Disposable {
    return client.onNotification(ANNOTATIONS_CHANGED, ({ uri, reason, ids }: AnnotationsChanged) => {
      const held = this.#held.get(keyOf(uri));
      if (held && reason === 'opened' && (held.asking || held.version > 0)) held.openedMeanwhile = true;
      else if (held) this.#ask(held, ids);
      else if (reason !== 'edited') {
        this.#closedLists.delete(uri);
        this.#outdated(null);
      }
    });
  }

  /** A file of the store was written, by us or by somebody else. */
  #written({ path }: vscode.Uri): void {
    const docs = path.endsWith('.jsonl') ? path.indexOf('/.annotations/docs/') : -1;
    if (docs < 0 && /\/\.annotations\/(_|suppressions\/)|\.tmp$/.test(path)) return;
    for (const [uri, list] of this.#closedLists) {
      if (docs < 0 || path.includes(`/.annotations/docs/${list.entry.path}/`)) this.#closedLists.delete(uri);
    }
    this.#outdated(null);
  }

  #outdated(uri: vscode.Uri | null): void {
    this.#all = null;
    this.#changed.fire(uri);
  }

  #opened(document: vscode.TextDocument): void {
    if (!isPolicy(document)) return;
    const key = document.uri.toString();
    const held = this.#held.get(key) ?? {
      uri: document.uri,
      annotations: [],
      attributes: {},
      damage: [],
      edits: [],
      pending: [],
      wanted: new Set(),
      loaded: false,
      version: 0,
      openedMeanwhile: false,
      timer: null,
      frame: null,
      asking: false,
      again: false,
      waiting: [],
    };
    this.#held.set(key, held);
    held.version = 0;
    this.#ask(held);
  }

  #closed(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const held = this.#held.get(key);
    if (!held) return;
    stop(held);
    this.#held.delete(key);
    this.#closedLists.delete(key);
    this.#outdated(document.uri);
  }

  #typed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const held = this.#held.get(document.uri.toString());
    if (!held || contentChanges.length === 0) return;
    const shifts = ordered(contentChanges);
    held.edits.push({ version: document.version, shifts });
    if (held.edits.length > MOST_EDITS) held.edits.shift();
    held.pending.push(...shifts);
    held.frame ??= setTimeout(() => {
      held.frame = null;
      this.#move(held);
      this.#edited.fire(document);
    }, FRAME);
  }

  /** Moves what is held along with the edits since the last time. */
  #move(held: Held): void {
    if (held.pending.length === 0) return;
    const shifts = held.pending;
    held.pending = [];
    const doubtful: string[] = [];
    held.annotations = held.annotations.map((a) => {
      if (!a.span) return a;
      let span: Span | null = a.span;
      let doubt = false;
      for (const shift of shifts) {
        if (!span) break;
        doubt ||= uncertain(span, shift);
        span = shifted(span, shift);
      }
      if (doubt) doubtful.push(a.id);
      return span === a.span ? a : { ...a, span };
    });
    if (doubtful.length > 0) this.#ask(held, doubtful);
  }

  /** Lists annotations of a document soon: those with these ids, or all. Calls in between are one. */
  #ask(held: Held, ids?: readonly string[]): void {
    if (!ids || !held.loaded) held.wanted = null;
    else for (const id of ids) held.wanted?.add(id);
    if (held.asking) {
      held.again = true;
      return;
    }
    held.timer ??= setTimeout(() => {
      held.timer = null;
      void this.#list(held);
    }, SOON);
  }

  async #list(held: Held): Promise<void> {
    if (this.#session.phase !== 'running') {
      release(held);
      return;
    }
    held.asking = true;
    const { wanted } = held;
    held.wanted = new Set();
    try {
      const uri = held.uri.toString();
      const { version, annotations, attributes, damage } = await this.call(
        'list',
        wanted ? { uri, ids: [...wanted] } : { uri },
      );
      this.#move(held);
      // What was typed while the answer was under way.
      const later = held.edits.filter((e) => e.version > version).flatMap((e) => e.shifts);
      held.edits = held.edits.filter((e) => e.version > version);
      const fresh = annotations.map((a) => (a.span ? { ...a, span: moved(a.span, later) } : a));
      held.annotations = wanted
        ? [...held.annotations.filter((a) => !wanted.has(a.id)), ...fresh].sort(byPlace)
        : fresh;
      held.attributes = attributes;
      held.damage = damage;
      held.loaded = true;
      held.version = version;
      if (version === 0 && held.openedMeanwhile) {
        held.again = true;
        held.wanted = null;
      }
      held.openedMeanwhile = false;
      this.#outdated(held.uri);
    } catch (error) {
      held.wanted = null;
      this.#log.warn(`Annotations of ${held.uri.toString()}: ${error}`);
    } finally {
      held.asking = false;
      release(held);
      if (held.again) {
        held.again = false;
        this.#ask(held, []);
      }
    }
  }

  async #readAll(): Promise<readonly Annotated[]> {
    const entries = (await this.call('documents', {})).slice(0, MOST_DOCUMENTS);
    const out: Annotated[] = [];
    for (let i = 0; i < entries.length; i += AT_ONCE) {
      const views = entries.slice(i, i + AT_ONCE).map(async (entry) => {
        const held = this.#held.get(keyOf(entry.uri));
        if (held && !held.loaded) await new Promise<void>((go) => held.waiting.push(go));
        if (held?.loaded) return { entry, annotations: this.of(held.uri), attributes: held.attributes };
        const known = this.#closedLists.get(entry.uri);
        if (known) return { ...known, entry };
        const view: DocumentView | null = await this.call('list', { uri: entry.uri }).catch((error) => {
          this.#log.warn(`Annotations of ${entry.uri}: ${error}`);
          return null;
        });
        const read = { entry, annotations: view?.annotations ?? [], attributes: view?.attributes ?? {} };
        if (view) this.#closedLists.set(entry.uri, read);
        return read;
      });
      out.push(...(await Promise.all(views)));
    }
    return out.filter((d) => d.annotations.length > 0 || Object.keys(d.attributes).length > 0);
  }
}

const byPlace = (a: AnnotationView, b: AnnotationView): number => (a.span?.start ?? -1) - (b.span?.start ?? -1);

function stop(held: Held): void {
  if (held.timer) clearTimeout(held.timer);
  if (held.frame) clearTimeout(held.frame);
  release(held);
}

function release({ waiting }: Held): void {
  for (const go of waiting.splice(0)) go();
}

const moved = (span: Span, shifts: readonly Shift[]): Span | null =>
  shifts.reduce<Span | null>((s, shift) => s && shifted(s, shift), span);
