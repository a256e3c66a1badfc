/**
 * The lines of the log: one JSON object each, written once, never changed.
 * Changes when something new can happen to an annotation. Unknown kinds and fields are kept, never dropped.
 */
import type { AnchorCause, FarEnd, Json, LinkTarget, TagUse, TextTarget } from './model.ts';

interface Common {
  /** ULID; two lines with one id are one event. */
  readonly id: string;
  /** ISO 8601 with milliseconds, UTC; never earlier than an event its author had seen. */
  readonly t: string;
  readonly by: string;
}

export interface AddEvent extends Common {
  readonly e: 'add';
  readonly a: string;
  readonly motivation?: string;
  readonly target?: TextTarget | null;
  readonly tags?: readonly TagUse[];
  readonly note?: string | null;
  readonly attributes?: Readonly<Record<string, Json>>;
  readonly status?: 'open' | 'resolved';
  readonly reason?: string | null;
  /** Of imported annotations: who made it and when. */
  readonly author?: string;
  readonly created?: string;
}

export interface SetEvent extends Common {
  readonly e: 'set';
  readonly a: string;
  readonly set: Readonly<Record<string, Json>>;
}

export interface TagEvent extends Common {
  readonly e: 'tag' | 'untag';
  readonly a: string;
  readonly tag: string;
  readonly name?: string;
}

export interface AttributeEvent extends Common {
  readonly e: 'attr';
  /** Absent: an attribute of the document. */
  readonly a?: string;
  readonly key: string;
  /** Null removes it. */
  readonly value: Json;
}

export interface LifeEvent extends Common {
  readonly e: 'del' | 'restore';
  readonly a: string;
}

export interface ReplyEvent extends Common {
  readonly e: 'reply';
  readonly a: string;
  readonly r: string;
  /** Null removes the reply. */
  readonly text: string | null;
  readonly author?: string;
  readonly created?: string;
}

export interface StatusEvent extends Common {
  readonly e: 'resolve' | 'reopen';
  readonly a: string;
  readonly reason?: string | null;
}

export interface AnchorEvent extends Common {
  readonly e: 'anchor';
  readonly a: string;
  readonly from: TextTarget | null;
  readonly to: TextTarget | null;
  readonly cause: AnchorCause;
  readonly auto: boolean;
  readonly confidence: number;
}

export interface LinkEvent extends Common {
  readonly e: 'link';
  readonly l: string;
  readonly a: string;
  readonly to: LinkTarget;
  /** In the log of the document that the relation arrives at: where it comes from. */
  readonly far?: FarEnd;
  /** What the tag was called then, or any word. */
  readonly type: string;
  /** The tag of the relation, if it has one. */
  readonly tag?: string;
}

export interface UnlinkEvent extends Common {
  readonly e: 'unlink';
  readonly l: string;
}

export type KnownEvent =
  | AddEvent
  | SetEvent
  | TagEvent
  | AttributeEvent
  | LifeEvent
  | ReplyEvent
  | StatusEvent
  | AnchorEvent
  | LinkEvent
  | UnlinkEvent;

export const KNOWN_EVENTS: ReadonlySet<string> = new Set([
  'add',
  'set',
  'tag',
  'untag',
  'attr',
  'del',
  'restore',
  'reply',
  'resolve',
  'reopen',
  'anchor',
  'link',
  'unlink',
]);

/** An event without what the log adds on writing. */
export type NewEvent = KnownEvent extends infer E ? (E extends Common ? Omit<E, 'id' | 't' | 'by'> : never) : never;

/** Something in a log that a person should know about. */
export interface LogProblem {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  readonly kind: 'unreadable' | 'torn' | 'unknown-event' | 'conflict-marker';
  readonly text: string;
}

export interface Segment {
  readonly events: readonly KnownEvent[];
  readonly problems: readonly LogProblem[];
  /** Lines that are no event of a known kind, word for word. */
  readonly kept: readonly string[];
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

function readable(v: unknown): v is Record<string, unknown> & Common & { readonly e: string } {
  return (
    isObject(v) &&
    typeof v['id'] === 'string' &&
    typeof v['t'] === 'string' &&
    typeof v['by'] === 'string' &&
    typeof v['e'] === 'string'
  );
}

const isText = (v: unknown): boolean => v === null || typeof v === 'string';

/** Whether the parts that folding relies on are there. */
function complete(v: Record<string, unknown> & Common & { readonly e: string }): boolean {
  if (!/^\d{4}-\d\d-\d\dT/.test(v.t)) return false;
  if (v.e === 'unlink') return typeof v['l'] === 'string';
  if (v.e === 'attr') return typeof v['key'] === 'string' && 'value' in v;
  if (typeof v['a'] !== 'string') return false;
  if (v.e === 'set') return isObject(v['set']) && (!('note' in v['set']) || isText(v['set']['note']));
  if (v.e === 'tag' || v.e === 'untag') return typeof v['tag'] === 'string';
  if (v.e === 'reply') return typeof v['r'] === 'string' && (v['text'] === null || typeof v['text'] === 'string');
  if (v.e === 'link') return typeof v['l'] === 'string' && isObject(v['to']) && typeof v['type'] === 'string';
  if (v.e === 'anchor') return v['to'] === null || isTarget(v['to']);
  if (v.e === 'add') {
    const tags = v['tags'] ?? [];
    if (!Array.isArray(tags) || !tags.every((t) => isObject(t) && typeof t['tag'] === 'string')) return false;
    if (v['note'] !== undefined && !isText(v['note'])) return false;
    if (v['attributes'] !== undefined && !isObject(v['attributes'])) return false;
    return v['target'] === undefined || v['target'] === null || isTarget(v['target']);
  }
  return true;
}

/** Whether a value is a place in a text. */
export function isTarget(v: unknown): v is TextTarget {
  if (!isObject(v) || !isObject(v['quote']) || !isObject(v['position'])) return false;
  const { quote, position } = v as { quote: Record<string, unknown>; position: Record<string, unknown> };
  return (
    typeof quote['exact'] === 'string' &&
    typeof quote['prefix'] === 'string' &&
    typeof quote['suffix'] === 'string' &&
    Number.isInteger(position['start']) &&
    Number.isInteger(position['end']) &&
    typeof v['base'] === 'string'
  );
}

/** A line that git writes between the two sides of a merge that it could not make. */
export const CONFLICT_MARK = /^(<{7}|={7}|>{7}|\|{7})( |$)/;

function readLine(line: string, last: boolean): KnownEvent | LogProblem['kind'] {
  if (CONFLICT_MARK.test(line)) return 'conflict-marker';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return last ? 'torn' : 'unreadable';
  }
  if (!readable(value)) return 'unreadable';
  if (!KNOWN_EVENTS.has(value.e)) return 'unknown-event';
  return complete(value) ? (value as unknown as KnownEvent) : 'unreadable';
}

/**
 * Reads one segment. The last line without line end is a torn write if it does not parse: it is reported as such.
 * Nothing throws: what cannot be read is kept and reported.
 */
export function readSegment(file: string, text: string): Segment {
  const events: KnownEvent[] = [];
  const problems: LogProblem[] = [];
  const kept: string[] = [];
  const lines = text.split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = (raw.endsWith('\r') ? raw.slice(0, -1) : raw).replace(/^\ufeff/, '');
    if (line.trim() === '') continue;
    const last = index === lines.length - 1;
    const read = readLine(line, last);
    // Other programs join lines: what begins as an event of its own is one. In a text the quotation marks are escaped.
    const parts = read === 'unreadable' || read === 'torn' ? line.split(/(?=\{"id":")/) : [];
    const found =
      parts.length > 1 ? parts.map((part) => [part, readLine(part, last)] as const) : [[line, read] as const];
    for (const [part, event] of found) {
      if (typeof event === 'string') {
        problems.push({ file, line: index + 1, kind: event, text: part.slice(0, 200) });
        kept.push(part);
      } else events.push(event);
    }
  }
  return { events, problems, kept };
}

/** One event as a line with its line end. Throws where it could not be read back: nothing is acknowledged that is lost. */
export function writeEvent(event: KnownEvent): string {
  const line = JSON.stringify(event);
  if (typeof readLine(line, false) === 'string') throw new TypeError(`annotations: malformed ${event.e}`);
  return `${line}\n`;
}
