/**
 * Folds events into the state of a document. Changes when an event gets a new meaning.
 *
 * The result depends on the set of events alone, not on their order or the files they come from: each field is a register
 * that the event with the greatest (time, author, id) wins; tags, replies and relations are registers by their own id.
 */
import type { KnownEvent } from './events.ts';
import type {
  Annotation,
  DocumentState,
  FarEnd,
  Json,
  LinkTarget,
  Reattachment,
  Relation,
  Reply,
  TagUse,
  TextTarget,
} from './model.ts';

interface Stamp {
  readonly t: string;
  readonly by: string;
  readonly id: string;
}

const later = (a: Stamp, b: Stamp): boolean => (a.t !== b.t ? a.t > b.t : a.by !== b.by ? a.by > b.by : a.id > b.id);

class Register<T> {
  #value: T;
  #stamp: Stamp | null = null;

  constructor(initial: T) {
    this.#value = initial;
  }

  put(stamp: Stamp, value: T): void {
    if (this.#stamp && !later(stamp, this.#stamp)) return;
    this.#value = value;
    this.#stamp = stamp;
  }

  get value(): T {
    return this.#value;
  }

  get stamp(): Stamp | null {
    return this.#stamp;
  }
}

class Registers<T> {
  readonly #map = new Map<string, Register<T | undefined>>();

  put(key: string, stamp: Stamp, value: T | undefined): void {
    let register = this.#map.get(key);
    if (!register) {
      register = new Register<T | undefined>(undefined);
      this.#map.set(key, register);
    }
    register.put(stamp, value);
  }

  /** Keys with values, in the order of the keys. */
  entries(): [string, T, Stamp][] {
    const out: [string, T, Stamp][] = [];
    for (const [key, r] of this.#map) if (r.value !== undefined) out.push([key, r.value, r.stamp!]);
    return out.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  }
}

interface Draft {
  readonly id: string;
  readonly born: Register<{ author: string; created: string } | null>;
  readonly motivation: Register<string>;
  readonly target: Register<TextTarget | null>;
  readonly note: Register<string | null>;
  readonly status: Register<{ status: 'open' | 'resolved'; reason: string | null; by: string | null }>;
  readonly deleted: Register<boolean>;
  readonly tags: Registers<TagUse>;
  readonly attributes: Registers<Json>;
  readonly replies: Registers<{ text: string }>;
  readonly replyBirths: Map<string, { stamp: Stamp; author: string; created: string }>;
  readonly extra: Registers<Json>;
  readonly history: Reattachment[];
  modified: string;
}

const draft = (id: string): Draft => ({
  id,
  born: new Register<{ author: string; created: string } | null>(null),
  motivation: new Register('commenting'),
  target: new Register<TextTarget | null>(null),
  note: new Register<string | null>(null),
  status: new Register<{ status: 'open' | 'resolved'; reason: string | null; by: string | null }>({
    status: 'open',
    reason: null,
    by: null,
  }),
  deleted: new Register(false),
  tags: new Registers<TagUse>(),
  attributes: new Registers<Json>(),
  replies: new Registers<{ text: string }>(),
  replyBirths: new Map(),
  extra: new Registers<Json>(),
  history: [],
  modified: '',
});

/** Fields of an `add` event with a meaning; all others are another program's and are kept. */
export const ADD_FIELDS = new Set([
  'id',
  't',
  'by',
  'e',
  'a',
  'motivation',
  'target',
  'tags',
  'note',
  'attributes',
  'status',
  'reason',
  'author',
  'created',
]);

const NOWHERE: FarEnd = { path: '', text: '' };

/** Where an end is, whatever another program wrote there. */
const farOf = (v: Partial<FarEnd> | null | undefined): FarEnd | null =>
  v ? { path: text(v.path) ?? '', text: text(v.text) ?? '' } : null;

const text = (v: unknown): string | null => (typeof v === 'string' ? v : null);

function applySet(d: Draft, event: Stamp, key: string, value: Json): void {
  if (key === 'note') d.note.put(event, text(value));
  else if (key === 'motivation' && typeof value === 'string') d.motivation.put(event, value);
  else d.extra.put(key, event, value);
}

function applyReply(d: Draft, event: Extract<KnownEvent, { e: 'reply' }>): void {
  d.replies.put(event.r, event, event.text === null ? undefined : { text: event.text });
  const birth = d.replyBirths.get(event.r);
  if (!birth || later(birth.stamp, event)) {
    d.replyBirths.set(event.r, { stamp: event, author: event.author ?? event.by, created: event.created ?? event.t });
  }
}

function applyAdd(d: Draft, event: Extract<KnownEvent, { e: 'add' }>): void {
  d.born.put(event, { author: event.author ?? event.by, created: event.created ?? event.t });
  if (event.motivation !== undefined) d.motivation.put(event, event.motivation);
  d.target.put(event, event.target ?? null);
  d.note.put(event, event.note ?? null);
  if (event.status !== undefined) {
    d.status.put(event, { status: event.status, reason: event.reason ?? null, by: event.by });
  }
  d.deleted.put(event, false);
  for (const use of event.tags ?? []) d.tags.put(use.tag, event, use);
  for (const [key, value] of Object.entries(event.attributes ?? {})) d.attributes.put(key, event, value);
  for (const [key, value] of Object.entries(event)) {
    if (!ADD_FIELDS.has(key)) d.extra.put(key, event, value as Json);
  }
}

function apply(d: Draft, event: KnownEvent): void {
  if (event.t > d.modified && event.e !== 'anchor') d.modified = event.t;
  switch (event.e) {
    case 'add':
      applyAdd(d, event);
      return;
    case 'set':
      for (const [key, value] of Object.entries(event.set)) applySet(d, event, key, value);
      return;
    case 'tag':
      d.tags.put(event.tag, event, { tag: event.tag, name: event.name ?? event.tag });
      return;
    case 'untag':
      d.tags.put(event.tag, event, undefined);
      return;
    case 'attr':
      d.attributes.put(event.key, event, event.value === null ? undefined : event.value);
      return;
    case 'del':
      d.deleted.put(event, true);
      return;
    case 'restore':
      d.deleted.put(event, false);
      return;
    case 'reply':
      applyReply(d, event);
      return;
    case 'resolve':
      d.status.put(event, { status: 'resolved', reason: event.reason ?? null, by: event.by });
      return;
    case 'reopen':
      d.status.put(event, { status: 'open', reason: event.reason ?? null, by: event.by });
      return;
    case 'anchor': {
      const { from, to, cause, auto, confidence } = event;
      d.target.put(event, to);
      d.history.push({ event: event.id, at: event.t, by: event.by, cause, auto, confidence, from, to });
      return;
    }
    default:
      return;
  }
}

function finish(d: Draft): Annotation {
  const born = d.born.value!;
  const replies: Reply[] = d.replies.entries().map(([id, value, stamp]) => {
    const birth = d.replyBirths.get(id)!;
    return { id, author: birth.author, created: birth.created, modified: stamp.t, text: value.text };
  });
  replies.sort((a, b) => (a.created !== b.created ? (a.created < b.created ? -1 : 1) : a.id < b.id ? -1 : 1));
  const status = d.status.value;
  return {
    id: d.id,
    motivation: d.motivation.value,
    author: born.author,
    created: born.created,
    modified: d.modified,
    target: d.target.value,
    tags: d.tags.entries().map(([, use]) => use),
    note: d.note.value,
    attributes: Object.fromEntries(d.attributes.entries().map(([key, value]) => [key, value])),
    status: status.status,
    reason: status.reason,
    statusBy: status.by,
    replies,
    deleted: d.deleted.value,
    history: d.history.sort((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.event < b.event ? -1 : 1)),
    extra: Object.fromEntries(d.extra.entries().map(([key, value]) => [key, value])),
  };
}

/** Folds events of one document, in any order; an event that occurs twice counts once. */
export function foldEvents(events: Iterable<KnownEvent>): DocumentState {
  const drafts = new Map<string, Draft>();
  const relations = new Registers<Relation>();
  const attributes = new Registers<Json>();
  const seen = new Set<string>();
  let latest = '';
  for (const event of events) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    if (event.t > latest) latest = event.t;
    if (event.e === 'unlink') relations.put(event.l, event, undefined);
    else if (event.e === 'link') {
      const { l, a, type, tag } = event;
      const far = farOf(event.far);
      const to: LinkTarget =
        event.to.kind === 'annotation'
          ? {
              kind: 'annotation',
              id: event.to.id,
              ...(event.to.far === undefined ? {} : { far: farOf(event.to.far) ?? NOWHERE }),
            }
          : event.to;
      const relation = { id: l, from: a, far, to, type, tag: text(tag), author: event.by, created: event.t };
      relations.put(l, event, relation);
    } else if (event.e === 'attr' && event.a === undefined) {
      attributes.put(event.key, event, event.value === null ? undefined : event.value);
    } else {
      const id = event.a!;
      let d = drafts.get(id);
      if (!d) {
        d = draft(id);
        drafts.set(id, d);
      }
      apply(d, event);
    }
  }
  const annotations = new Map<string, Annotation>();
  const incomplete: string[] = [];
  for (const d of [...drafts.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (d.born.value) annotations.set(d.id, finish(d));
    else incomplete.push(d.id);
  }
  return {
    annotations,
    relations: new Map(relations.entries().map(([id, relation]) => [id, relation])),
    attributes: Object.fromEntries(attributes.entries().map(([key, value]) => [key, value])),
    incomplete,
    latest,
  };
}
