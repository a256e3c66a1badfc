/**
 * One document with its annotations: the events, the state they fold to, and where everything is in the text as it is now.
 * Changes when the life of an open document changes: opened, edited, saved, its log changed by others, closed.
 */
import type { Host } from '../host.ts';
import type { Span } from '../text/span.ts';
import { LiveRanges, type LiveResult, SMALL, type TextChange } from './anchoring/live.ts';
import { type Ground, type Placement, place, prepareBase, suggest } from './anchoring/reattach.ts';
import { BaseTexts } from './bases.ts';
import { compare } from './compare.ts';
import { asIn, mayHaveArrived } from './earlier.ts';
import { type KnownEvent, type LogProblem, type NewEvent, writeEvent } from './events.ts';
import { LogWriter, logAppearance, readLog } from './log.ts';
import type { Annotation, DocumentState, TextTarget } from './model.ts';
import { type LogKind, logFolder, type Place, relative } from './place.ts';
import { carriedAlong, inRaw, pauses, placeAll, shiftCandidates } from './placing.ts';
import { describe } from './selectors.ts';
import { Snapshot } from './snapshot.ts';
import { foldEvents } from './state.ts';
import { type NormalText, snap } from './units.ts';
import { Unwritten } from './unwritten.ts';

export interface SessionContext {
  readonly host: Host;
  readonly newId: () => string;
  readonly author: () => Promise<string>;
  /** Whether re-attachments found on opening are written down at once. */
  readonly record: boolean;
}

export class Session {
  readonly kind: LogKind;
  readonly #context: SessionContext;
  uri: string;
  /** Null for a document without a place: its events live in memory. */
  place: Place | null;
  version: number;
  /** Whether the text differs from what was saved last. */
  dirty = false;
  live: LiveRanges;
  #logProblems: readonly LogProblem[] = [];
  files: readonly string[] = [];
  /** How an annotation came to its place, or why it has none; spans and candidates in raw offsets, at that time. */
  readonly placements = new Map<string, Placement>();
  #writer: LogWriter;
  #events: KnownEvent[] = [];
  #state: DocumentState | null = null;
  #snapshot: Snapshot | null = null;
  readonly #bases: BaseTexts;
  readonly #unwritten = new Unwritten();
  #queue: Promise<unknown> = Promise.resolve();
  /** Edits since a work on the text began, while there is one. */
  #meanwhile: (readonly TextChange[])[] | null = null;

  constructor(context: SessionContext, kind: LogKind, uri: string, at: Place | null, text: string, version: number) {
    this.#context = context;
    this.kind = kind;
    this.uri = uri;
    this.place = at;
    this.version = version;
    this.live = new LiveRanges(text);
    this.#bases = new BaseTexts(context.host, at?.root ?? null);
    this.#writer = new LogWriter(context.host, at ? logFolder(at, kind) : '', context.newId);
  }

  get text(): string {
    return this.live.text;
  }

  get state(): DocumentState {
    this.#state ??= foldEvents(this.#events);
    return this.#state;
  }

  get events(): readonly KnownEvent[] {
    return this.#events;
  }

  /** What is wrong with the log or the base texts. */
  get problems(): readonly LogProblem[] {
    return [...this.#logProblems, ...this.#bases.problems];
  }

  /** The normalised text as it is now. */
  get normal(): NormalText {
    return this.#current.text;
  }

  get #current(): Snapshot {
    const raw = this.live.text;
    if (this.#snapshot?.raw !== raw) this.#snapshot = new Snapshot(raw);
    return this.#snapshot!;
  }

  hash(): Promise<string> {
    return this.#current.hashed(this.#context.host);
  }

  /** Runs one thing after the other: requests on one document never overlap. */
  exclusive<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Reads the log and places everything; to be called once, before anything else. */
  async open(): Promise<void> {
    await this.#read();
    await this.#attach([...this.state.annotations.values()], true);
  }

  async #read(): Promise<boolean> {
    if (!this.place) return false;
    const log = await readLog(this.#context.host, logFolder(this.place, this.kind));
    const known = new Set(this.#events.map((e) => e.id));
    const ids = new Set(log.events.map((e) => e.id));
    const same = known.size === ids.size && [...ids].every((id) => known.has(id));
    this.#logProblems = log.problems;
    this.files = log.files;
    if (same) return false;
    this.#events = [...log.events];
    this.#state = null;
    this.#writer.observe(this.state.latest);
    return true;
  }

  /**
   * Reads the log again after others wrote to it. Gives the ids of annotations that are new, gone or other ones; null
   * where nothing is other than before, not even what is wrong with the log.
   *
   * Nothing is written down about places: the others may have another text before them, one that is not saved yet, and
   * would answer in kind. For the same reason what their program found by itself moves nothing that has its place here.
   */
  async reload(): Promise<readonly string[] | null> {
    const before = this.state;
    const problems = JSON.stringify(this.#logProblems);
    if (!(await this.#read())) return problems === JSON.stringify(this.#logProblems) ? null : [];
    const { changed, gone, place } = compare(before, this.state, (id) => this.live.get(id)?.attached === true);
    for (const id of gone) {
      this.live.delete(id);
      this.placements.delete(id);
    }
    this.#unwritten.told(await this.#attach(place, false));
    return changed;
  }

  /**
   * Places annotations, with pauses. What is typed meanwhile is applied to the places that were found, by the rule of live
   * mapping, so that nothing begins anew. Gives the ids of those whose place ought to be written down and was not.
   */
  async #attach(annotations: readonly Annotation[], record: boolean): Promise<readonly string[]> {
    if (annotations.length === 0) return [];
    const groups = new Map<string, Annotation[]>();
    const now = await this.hash();
    for (const a of annotations.map((each) => asIn(each, now))) {
      if (a.target === null) this.live.delete(a.id);
      else if (!groups.get(a.target.base)?.push(a)) groups.set(a.target.base, [a]);
    }
    const texts = new Map<string, string | null>();
    for (const hash of groups.keys())
      texts.set(hash, hash === (await this.hash()) ? null : await this.#bases.get(hash));
    let hash = await this.hash();
    let current = this.#current;
    while (current.hash !== hash) {
      hash = await this.hash();
      current = this.#current;
    }
    const { host } = this.#context;
    const meanwhile: (readonly TextChange[])[] = [];
    this.#meanwhile = meanwhile;
    try {
      // Reading the log and the sections of a long text are each a work of their own.
      await host.yield();
      void current.sectionAt;
      await host.yield();
      const { text, sectionAt } = current;
      const found = await placeAll(groups, texts, { text, hash, sectionAt }, pauses(host));
      const raw = found.map(([a, p]): [Annotation, Placement] => [a, inRaw(p, text)]);
      const placed = meanwhile.length === 0 ? raw : carriedAlong(raw, current.raw, meanwhile, host.now());
      for (const [a, p] of placed) this.#put(a.id, p, a.target!);
      const noteworthy = placed.filter(([a, p]) => p.noteworthy && p.span && !a.deleted);
      const ids = noteworthy.map(([a]) => a.id);
      if (!record || !this.#context.record) return ids;
      if (ids.length > 0) await this.#record(noteworthy);
      this.#unwritten.await(ids);
      return [];
    } finally {
      this.#meanwhile = null;
    }
  }

  /** `found` in raw offsets of the text as it is now. */
  #put(id: string, found: Placement, target: TextTarget): void {
    const { span } = found;
    this.placements.set(id, found);
    if (span) this.live.set(id, span.start, span.end);
    else if (this.live.get(id)?.attached !== false) {
      const { normal } = this;
      const expected = normal.toRaw(normal.fromPoint(target.position.start));
      this.live.set(id, expected, expected, false);
    }
  }

  /** Writes down where annotations were found again, so that it need not be found again, and can be looked up. */
  async #record(found: readonly [Annotation, Placement][]): Promise<void> {
    const events: NewEvent[] = [];
    for (const [a, p] of found) {
      const to = await this.targetFor(this.live.get(a.id)!);
      const cause = p.cause === 'position' ? 'base' : p.cause;
      events.push({ e: 'anchor', a: a.id, from: a.target, to, cause, auto: true, confidence: p.confidence });
    }
    try {
      await this.append(events);
    } catch (error) {
      this.#context.host.log('warn', `re-attachments of ${this.uri} could not be written: ${String(error)}`);
    }
  }

  /**
   * Describes a span (raw offsets) for storing, and keeps the text that it counts in. Where the words with their
   * surroundings stand exactly once in a text that is kept already, the place is counted in that one.
   */
  async targetFor(raw: Span): Promise<TextTarget> {
    const { text } = this.#current;
    const hash = await this.hash();
    const span = { start: text.fromRaw(raw.start), end: text.fromRaw(raw.end) };
    const target = describe(text, span, hash, this.#current.sectionAt(span.start));
    const settled = this.#bases.settle(target);
    if (settled) return settled;
    await this.#bases.keep(hash, text.text);
    return target;
  }

  /** Stamps events, writes and flushes them, then applies them to the state. Rejects where they could not be written. */
  async append(events: readonly NewEvent[]): Promise<readonly KnownEvent[]> {
    if (events.length === 0) return [];
    const author = await this.#context.author();
    const stamped = this.#writer.stamp(author, events);
    for (const event of stamped) writeEvent(event);
    if (this.place) await this.#writer.append(author, stamped);
    this.#events.push(...stamped);
    this.#state = null;
    return stamped;
  }

  /** The text was edited. Synchronous and quick: some microseconds for each thousand annotations. */
  change(changes: readonly TextChange[], version: number): LiveResult {
    const result = this.live.apply(changes, this.#context.host.now());
    this.#meanwhile?.push(changes);
    for (const [id, found] of result.placements) this.placements.set(id, found);
    shiftCandidates(this.placements, changes, result);
    this.#unwritten.edited(result);
    for (const id of result.touched)
      if (this.live.get(id)?.attached && !result.placements.has(id)) this.placements.delete(id);
    this.version = version;
    this.dirty = true;
    return result;
  }

  /** Those that have no place. */
  get #lost(): readonly Annotation[] {
    return [...this.state.annotations.values()].filter((a) => {
      return !a.deleted && a.target !== null && this.live.get(a.id)?.attached === false;
    });
  }

  /** Those whose words others chose in another text, and which stand in this one by now. */
  get #arrived(): readonly Annotation[] {
    return [...this.#unwritten.awaited].flatMap((id) => {
      const [a, range] = [this.state.annotations.get(id), this.live.get(id)];
      return a && !a.deleted && range?.attached && mayHaveArrived(a, this.text, range) ? [a] : [];
    });
  }

  /** Whether text came in that has the words of one that has no place, or another one: it is worth looking again. */
  mayReturn(changes: readonly TextChange[]): boolean {
    if (this.#arrived.length > 0) return true;
    if (!changes.some((c) => c.text.length > SMALL)) return false;
    return this.#lost.some((a) => this.text.includes(a.target!.quote.exact));
  }

  /** Looks again for those that have no place, or not all of their words. Gives the ids of the ones found. */
  async retry(): Promise<readonly string[]> {
    const [lost, arrived] = [this.#lost, this.#arrived];
    this.#unwritten.found(await this.#attach(lost, !this.dirty));
    await this.#attach(arrived, false);
    for (const { id } of arrived) this.#unwritten.arrived(id);
    return [...lost, ...arrived].filter((a) => this.live.get(a.id)?.attached).map((a) => a.id);
  }

  /** What its log looks like from outside: another one when somebody wrote to it. */
  appearance(): Promise<string> {
    return this.place ? logAppearance(this.#context.host, logFolder(this.place, this.kind)) : Promise.resolve('');
  }

  /** Whether a file is a segment of this document's log. */
  owns(file: string): boolean {
    return this.place !== null && relative(logFolder(this.place, this.kind), file) !== null;
  }

  /** Finds places that come from elsewhere, in the text as it is; spans in raw offsets. `text` is what they count in. */
  async locate(targets: readonly TextTarget[], text: string | null): Promise<readonly Placement[]> {
    const current = this.#current;
    const ground: Ground = {
      text: current.text,
      hash: await this.hash(),
      sectionAt: (o) => this.#current.sectionAt(o),
    };
    const base = text === null || text === current.text.text ? null : prepareBase(ground, text);
    return targets.map((target) => {
      const found = place(target, ground, base);
      const { span } = found;
      return { ...found, span: span && { start: current.text.toRaw(span.start), end: current.text.toRaw(span.end) } };
    });
  }

  /** Keeps a text that imported places count in, and gives its hash. */
  keepText(text: string): Promise<string> {
    return this.#bases.keepForeign(text);
  }

  /** Places annotations that were written without passing through `put`. */
  async attachNew(ids: readonly string[]): Promise<void> {
    const made = ids.map((id) => this.state.annotations.get(id)!);
    await this.#attach(made, true);
  }

  /** Puts an annotation that a person placed. */
  put(id: string, span: Span | null): void {
    this.placements.delete(id);
    this.#unwritten.placed(id);
    if (span) this.live.set(id, span.start, span.end);
    else this.live.delete(id);
  }

  /** A span of the raw text as whole characters; null where nothing is left of it. */
  snap(span: Span): Span | null {
    if (!Number.isInteger(span.start) || !Number.isInteger(span.end)) throw new RangeError('annotations: no span');
    const s = snap(this.text, span.start, span.end);
    return s.end > s.start ? s : null;
  }

  /** Candidates for one that has no place. */
  suggest(id: string) {
    const a = this.state.annotations.get(id);
    if (!a?.target) return [];
    const normal = this.normal;
    const ground: Ground = { text: normal, hash: '', sectionAt: (offset) => this.#current.sectionAt(offset) };
    return suggest(a.target, ground).map((c) => ({
      ...c,
      span: { start: normal.toRaw(c.span.start), end: normal.toRaw(c.span.end) },
    }));
  }

  /**
   * Writes down where annotations are whose words were edited or which were moved by hand: only then, and only when the
   * text is the one on disk. Mere shifts are never written.
   */
  async settle(): Promise<void> {
    if (this.dirty || !this.place) return;
    const { text } = this.#current;
    const hash = await this.hash();
    const events: NewEvent[] = [];
    for (const a of this.state.annotations.values()) {
      const range = this.live.get(a.id);
      if (a.deleted || !a.target || !range?.attached || a.target.base === hash || this.#unwritten.isForeign(a.id))
        continue;
      const now = text.text.slice(text.fromRaw(range.start), text.fromRaw(range.end));
      const moved = this.#unwritten.isMoved(a.id);
      if (now === a.target.quote.exact && !moved) continue;
      const to = await this.targetFor(range);
      events.push({
        e: 'anchor',
        a: a.id,
        from: a.target,
        to,
        cause: moved ? 'moved' : 'edit',
        auto: true,
        confidence: 1,
      });
    }
    await this.append(events);
    this.#unwritten.written();
  }

  /** The document has another name; its log was moved by the caller. */
  moved(uri: string, at: Place | null): void {
    this.uri = uri;
    this.place = at;
    this.#bases.moveTo(at?.root ?? null);
    this.#writer.moveTo(at ? logFolder(at, this.kind) : '');
  }

  /** Writes everything that is in memory to a new segment: an unsaved document got a place. */
  async writeAll(): Promise<void> {
    await this.#bases.keepAll();
    if (this.place && this.#events.length > 0) await this.#writer.append(await this.#context.author(), this.#events);
  }
}
