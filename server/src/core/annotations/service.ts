/**
 * The annotations of all documents, open or not: the one door for shells. Changes when a shell needs another event of a
 * document's life. What is asked by name lies in `requests.ts`, which `call` dispatches to.
 *
 * Offsets that come in and go out are UTF-16 offsets of the document's text as it is at that moment.
 */
import type { Disposable, FileChange, Host } from '../host.ts';
import type { Locale } from '../l10n.ts';
import type {
  AnnotationMethod,
  AnnotationRequests,
  AnnotationsChanged,
  Change,
  ChangeReason,
  SuppressionView,
} from './api.ts';
import { ulids, uuid } from './ids.ts';
import { FOLDER, hasPlace, type LogKind, locate, type Place, relative } from './place.ts';
import { type Requests, requests } from './requests.ts';
import { Session, type SessionContext } from './session.ts';
import { addSuppression, type NewSuppression, removeSuppression, suppressionViews } from './suppressions.ts';
import { TagFiles } from './tagfile.ts';
import { deleteLog, moveLogs } from './upkeep.ts';

export interface AnnotationsOptions {
  /** URIs of the workspace folders as they are now. */
  readonly workspaceFolders: () => readonly string[];
  /** Who writes; asked at the first write and then again whenever `authorChanged` was called. */
  readonly author: () => string | Promise<string>;
  /** The language of reports and of what is said about formats; English by default. */
  readonly locale?: Locale | undefined;
  /** Whether re-attachments found on opening a document are written down at once; true by default. */
  readonly record?: boolean;
}

interface Entry {
  /** What the log looked like when it was read last. */
  seen: string;
  readonly docs: Session;
  readonly suppressions: Session;
  readonly ready: Promise<void>;
  isReady: boolean;
  readonly pending: { readonly changes: readonly Change[]; readonly version: number }[];
}

interface Closed {
  readonly session: Session;
  readonly stamp: string;
}

const MOST_CLOSED = 24;

export class Annotations {
  readonly host: Host;
  readonly tagFiles: TagFiles;
  readonly newUuid: () => string;
  readonly newUlid: () => string;
  readonly #options: AnnotationsOptions;
  readonly #open = new Map<string, Entry>();
  readonly #closed = new Map<string, Closed>();
  readonly #listeners = new Set<(change: AnnotationsChanged) => void>();
  readonly #requests: Requests;
  readonly #watch: Disposable;
  #author: Promise<string> | null = null;

  constructor(host: Host, options: AnnotationsOptions) {
    this.host = host;
    this.#options = options;
    this.tagFiles = new TagFiles(host);
    this.newUuid = () => uuid(host);
    this.newUlid = ulids(host);
    this.#requests = requests(this);
    this.#watch = host.watch((changes) => void this.#filesChanged(changes));
  }

  get workspaceFolders(): readonly string[] {
    return this.#options.workspaceFolders();
  }

  get locale(): Locale {
    return this.#options.locale ?? 'en';
  }

  /** URIs of the open documents. */
  get openUris(): readonly string[] {
    return [...this.#open.keys()];
  }

  author(): Promise<string> {
    this.#author ??= Promise.resolve(this.#options.author()).then((name) => name.trim() || 'anonymous');
    return this.#author;
  }

  /** The author is another one: asked anew at the next write. */
  authorChanged(): void {
    this.#author = null;
  }

  context(record: boolean): SessionContext {
    return { host: this.host, newId: this.newUlid, author: () => this.author(), record };
  }

  /** Where the annotations of a document are, or are going to be; null for an unsaved document. */
  place(uri: string): Promise<Place | null> {
    return hasPlace(uri) ? locate(this.host, uri, this.workspaceFolders) : Promise.resolve(null);
  }

  // A document's life

  /** A document was opened. Changes that arrive before this resolves are applied when it does. */
  open(uri: string, text: string, version: number): Promise<void> {
    this.#letGo(uri);
    const old = this.#open.get(uri);
    if (old) return this.#replaceText(old, text, version);
    const context = this.context(this.#options.record ?? true);
    const docs = new Session(context, 'docs', uri, null, text, version);
    const suppressions = new Session(context, 'suppressions', uri, null, text, version);
    const pending: Entry['pending'] = [];
    const ready = (async () => {
      const at = await this.place(uri);
      for (const session of [docs, suppressions]) {
        session.moved(uri, at);
        await session.exclusive(() => session.open());
      }
    })();
    const entry: Entry = {
      seen: '',
      docs,
      suppressions,
      pending,
      isReady: false,
      ready: ready.then(() => this.#settlePending(entry)),
    };
    this.#open.set(uri, entry);
    return entry.ready.then(() => this.emit(uri, 'opened'));
  }

  #settlePending(entry: Entry): void {
    entry.isReady = true;
    for (const { changes, version } of entry.pending.splice(0)) this.#apply(entry, changes, version);
  }

  async #replaceText(entry: Entry, text: string, version: number): Promise<void> {
    await entry.ready;
    if (entry.docs.text === text) return;
    this.#apply(entry, [{ start: 0, end: entry.docs.text.length, text }], version);
  }

  /** A document was edited. Synchronous: after it, `list` speaks of the new text. */
  change(uri: string, changes: readonly Change[], version: number): void {
    const entry = this.#open.get(uri);
    if (!entry) return;
    if (entry.isReady) this.#apply(entry, changes, version);
    else entry.pending.push({ changes, version });
  }

  #apply(entry: Entry, changes: readonly Change[], version: number): void {
    entry.suppressions.change(changes, version);
    const { touched } = entry.docs.change(changes, version);
    if (touched.size > 0) this.emit(entry.docs.uri, 'edited', [...touched]);
    if (entry.docs.mayReturn(changes)) void this.#lookAgain(entry.docs);
  }

  async #lookAgain(session: Session): Promise<void> {
    try {
      const found = await session.exclusive(() => session.retry());
      if (found.length > 0) this.emit(session.uri, 'moved', found);
    } catch (error) {
      this.host.log('warn', `annotations of ${session.uri} could not be looked for: ${String(error)}`);
    }
  }

  /** The text is now the one on disk. Looks again for those that have no place. */
  async saved(uri: string): Promise<void> {
    const entry = this.#open.get(uri);
    if (!entry) return;
    await entry.ready;
    for (const session of [entry.docs, entry.suppressions]) {
      session.dirty = false;
      const found = await session.exclusive(() => session.retry());
      if (found.length > 0 && session === entry.docs) this.emit(uri, 'moved', found);
    }
  }

  /** A document was closed. Writes down what was edited, where the text was saved. */
  async close(uri: string): Promise<void> {
    const entry = this.#open.get(uri);
    if (!entry) return;
    this.#open.delete(uri);
    await entry.ready;
    await this.#settle(entry);
  }

  async #settle(entry: Entry): Promise<void> {
    for (const session of [entry.docs, entry.suppressions]) {
      try {
        await session.exclusive(() => session.settle());
      } catch (error) {
        this.host.log('warn', `places in ${session.uri} could not be written: ${String(error)}`);
      }
    }
  }

  /** A file or folder has another name: the logs below it follow. Call it after the rename. */
  async renamed(from: string, to: string): Promise<void> {
    await moveLogs(this, from, to);
    for (const [uri, entry] of [...this.#open]) {
      const rest = uri === from ? '' : relative(from, uri);
      if (rest === null) continue;
      const next = rest === '' ? to : `${to.replace(/\/$/, '')}${uri.slice(from.replace(/\/$/, '').length)}`;
      await entry.ready;
      const at = await this.place(next);
      for (const session of [entry.docs, entry.suppressions]) {
        const memory = session.place === null;
        session.moved(next, at);
        if (memory) await session.exclusive(() => session.writeAll());
      }
      this.#open.delete(uri);
      this.#open.set(next, entry);
      this.emit(next, 'moved');
    }
    this.#closed.clear();
  }

  /** A document is gone and its annotations are not wanted any more: deletes its log. Deleting a file never does that. */
  async forget(uri: string): Promise<void> {
    await deleteLog(this, uri);
    this.#letGo(uri);
  }

  /** Forgets what was read of a document that was not open. */
  #letGo(uri: string): void {
    for (const kind of ['docs', 'suppressions']) this.#closed.delete(`${kind} ${uri}`);
  }

  // Sessions for requests

  /** The session of a document, open or not. One that is not open is read from disk, and again when it changed there. */
  async session(uri: string, kind: LogKind = 'docs'): Promise<Session> {
    const entry = this.#open.get(uri);
    if (entry) {
      await entry.ready;
      return kind === 'docs' ? entry.docs : entry.suppressions;
    }
    const stat = await this.host.stat(uri).catch(() => null);
    const stamp = `${kind} ${stat?.mtime} ${stat?.size}`;
    const cached = this.#closed.get(`${kind} ${uri}`);
    if (cached?.stamp === stamp) return cached.session;
    const text = stat ? await this.#read(uri) : '';
    const session = new Session(this.context(false), kind, uri, await this.place(uri), text, 0);
    await session.exclusive(() => session.open());
    if (this.#closed.size >= MOST_CLOSED) this.#closed.delete(this.#closed.keys().next().value!);
    this.#closed.set(`${kind} ${uri}`, { session, stamp });
    return session;
  }

  async #read(uri: string): Promise<string> {
    const decoded = this.host.decode(await this.host.read(uri));
    if (!decoded.ok) throw new Error(`${uri}: ${decoded.reason} at byte ${decoded.offset}`);
    return decoded.text;
  }

  /** Answers a request by name. */
  async call<M extends AnnotationMethod>(
    method: M,
    params: AnnotationRequests[M][0],
  ): Promise<AnnotationRequests[M][1]> {
    const handler = Object.hasOwn(this.#requests, method) ? this.#requests[method] : undefined;
    if (!handler) throw new Error(`annotations: no request is called ${String(method)}`);
    return handler(params);
  }

  // Findings set aside

  async suppressions(uri: string): Promise<readonly SuppressionView[]> {
    return suppressionViews(await this.session(uri, 'suppressions'));
  }

  /** Sets a finding aside: at a span, or for the whole document. */
  async suppress(uri: string, suppression: NewSuppression): Promise<SuppressionView> {
    const session = await this.session(uri, 'suppressions');
    const made = await session.exclusive(() => addSuppression(session, this.newUuid(), suppression));
    this.emit(uri, 'written', [made.id]);
    return made;
  }

  async unsuppress(uri: string, id: string): Promise<void> {
    const session = await this.session(uri, 'suppressions');
    await session.exclusive(() => removeSuppression(session, id));
    this.emit(uri, 'written', [id]);
  }

  // Events

  /** Calls back when annotations of a document are other ones than before, or have moved by more than a shift. */
  onChange(listener: (change: AnnotationsChanged) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  emit(uri: string, reason: ChangeReason, ids?: readonly string[]): void {
    for (const listener of this.#listeners) listener(ids ? { uri, reason, ids } : { uri, reason });
  }

  async #filesChanged(changes: readonly FileChange[]): Promise<void> {
    const marker = `/${FOLDER}/`;
    const ours = changes.map((c) => c.uri).filter((uri) => `${uri}/`.includes(marker));
    if (ours.length === 0) return;
    // Of a folder that is deleted as a whole, nothing is told but its own name.
    const folders = ours.filter(
      (uri) => !/\.jsonl$|\/tagset\.json$|\.tmp$|\/\.git\w+$/.test(uri) && !uri.includes(`${marker}_`),
    );
    for (const uri of ours) {
      const root = `${uri}/`.slice(0, `${uri}/`.lastIndexOf(marker));
      if (!uri.endsWith(`${marker}tagset.json`) && !uri.endsWith(marker.slice(0, -1))) continue;
      this.tagFiles.forget(root);
      for (const open of this.#open.keys()) this.emit(open, 'tags');
    }
    this.#closed.clear();
    const logs = ours.filter((uri) => uri.endsWith('.jsonl'));
    if (logs.length + folders.length === 0) return;
    for (const uri of [...this.#open.keys()]) await this.refresh(uri, folders.length > 0 ? undefined : logs);
  }

  /** Reads the log of an open document again; `logs` are the files that changed, where they are known. */
  async refresh(uri: string, logs?: readonly string[]): Promise<void> {
    const entry = this.#open.get(uri);
    if (!entry) return;
    await entry.ready;
    for (const session of [entry.docs, entry.suppressions]) {
      if (logs && !logs.some((file) => session.owns(file))) continue;
      try {
        const changed = await session.exclusive(() => session.reload());
        if (changed) this.emit(uri, 'log', changed);
      } catch (error) {
        this.host.log('warn', `the log of ${uri} could not be read again: ${String(error)}`);
      }
    }
  }

  /**
   * Looks whether the logs and tag sets of open documents are other ones, and reads those again. For folders that nobody
   * watches, and for what a watcher missed: it does so where folders are made one in the other at once, and on network
   * drives. `all` reads them in any case.
   */
  async look(all = false): Promise<void> {
    if (all) this.#closed.clear();
    const roots = new Set<string>();
    for (const [uri, entry] of [...this.#open]) {
      if (!entry.isReady || (!all && !uri.startsWith('file:'))) continue;
      roots.add(entry.docs.place?.root ?? '');
      const seen = `${await entry.docs.appearance()}${await entry.suppressions.appearance()}`;
      if (!all && seen === entry.seen) continue;
      entry.seen = seen;
      await this.refresh(uri);
    }
    for (const root of roots) {
      if (!(await this.tagFiles.changed(root)) && !all) continue;
      this.tagFiles.forget(root);
      for (const open of this.#open.keys()) this.emit(open, 'tags');
    }
  }

  /** Writes down what is to be, and lets go of everything. */
  async dispose(): Promise<void> {
    this.#watch.dispose();
    const entries = [...this.#open.values()];
    this.#open.clear();
    for (const entry of entries) {
      await entry.ready;
      await this.#settle(entry);
    }
    this.#listeners.clear();
  }
}

/** Makes the annotations service over a host. */
export const createAnnotations = (host: Host, options: AnnotationsOptions): Annotations =>
  new Annotations(host, options);
