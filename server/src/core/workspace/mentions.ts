/**
 * The term mentions of one document in little space: what the parser read and what the glossary found, merged.
 * Changes when another source of mentions is added.
 */
import type { TermCategory, TermMention } from '../document/model.ts';
import type { Span } from '../text/span.ts';
import type { KeyIds } from './key-ids.ts';
import type { Scene } from './scene.ts';

const QUOTED = 1;
const GLOSSARY = 2;
const READ = 4;

/** At most sixteen: a category takes four bits. */
const CATEGORIES: readonly TermCategory[] = [
  'unknown',
  'numeric-abbreviation',
  'slogan',
  'program',
  'mechanism',
  'strategy',
  'goal',
  'institution',
  'brand',
  'idiom',
  'metaphor',
  'quotation',
];

/** One mention of a term. */
export interface Mention {
  /** Number of the term's key in the workspace. */
  readonly key: number;
  /** Without quotation marks. */
  readonly span: Span;
  readonly quoted: boolean;
  /** The glossary knows the key. */
  readonly inGlossary: boolean;
  /** The parser read it as a term: quoted, or shaped like a programme. */
  readonly read: boolean;
}

const byPlace = (a: Mention, b: Mention): number => a.span.start - b.span.start || b.span.end - a.span.end;

/** Mentions in the order of their places, three numbers each. */
export class TermIndex {
  readonly keys: Uint32Array;
  readonly starts: Uint32Array;
  /** Length << 7 | category of the key << 3 | flags. */
  readonly rest: Uint32Array;

  readonly #longest: number;

  private constructor(keys: Uint32Array, starts: Uint32Array, rest: Uint32Array) {
    this.keys = keys;
    this.starts = starts;
    this.rest = rest;
    this.#longest = rest.reduce((longest, r) => Math.max(longest, r >>> 7), 0);
  }

  /** From the numbers of another index. */
  static of(keys: ArrayLike<number>, starts: ArrayLike<number>, rest: ArrayLike<number>): TermIndex {
    return new TermIndex(Uint32Array.from(keys), Uint32Array.from(starts), Uint32Array.from(rest));
  }

  /** Of mentions in the order of their places. */
  static from(mentions: readonly Mention[], categories: ReadonlyMap<number, TermCategory>): TermIndex {
    const n = mentions.length;
    const keys = new Uint32Array(n);
    const starts = new Uint32Array(n);
    const rest = new Uint32Array(n);
    mentions.forEach((m, i) => {
      keys[i] = m.key;
      starts[i] = m.span.start;
      const flags = (m.quoted ? QUOTED : 0) | (m.inGlossary ? GLOSSARY : 0) | (m.read ? READ : 0);
      const category = CATEGORIES.indexOf(categories.get(m.key) ?? 'unknown');
      rest[i] = ((m.span.end - m.span.start) << 7) | (category << 3) | flags;
    });
    return new TermIndex(keys, starts, rest);
  }

  get count(): number {
    return this.keys.length;
  }

  at(i: number): Mention {
    const start = this.starts[i]!;
    const rest = this.rest[i]!;
    return {
      key: this.keys[i]!,
      span: { start, end: start + (rest >>> 7) },
      quoted: (rest & QUOTED) !== 0,
      inGlossary: (rest & GLOSSARY) !== 0,
      read: (rest & READ) !== 0,
    };
  }

  /** The same with more mentions. */
  with(more: readonly Mention[]): TermIndex {
    if (more.length === 0) return this;
    const all = Array.from({ length: this.count }, (_, i) => this.at(i)).concat(more);
    const categories = new Map(Array.from(this.keys, (key) => [key, this.category(key)]));
    return TermIndex.from(all.sort(byPlace), categories);
  }

  /** The category that the parser gave a key; unknown where it gave none. */
  category(key: number): TermCategory {
    const at = this.keys.indexOf(key);
    return at < 0 ? 'unknown' : CATEGORIES[(this.rest[at]! >>> 3) & 15]!;
  }

  /** Numbers of all keys that occur, each once. */
  distinct(): Set<number> {
    return new Set(this.keys);
  }

  /** All mentions of a key. */
  of(key: number): Mention[] {
    const found: Mention[] = [];
    for (let i = this.keys.indexOf(key); i >= 0; i = this.keys.indexOf(key, i + 1)) found.push(this.at(i));
    return found;
  }

  /** How often a key occurs. */
  countOf(key: number): number {
    let n = 0;
    for (let i = this.keys.indexOf(key); i >= 0; i = this.keys.indexOf(key, i + 1)) n++;
    return n;
  }

  /** The index of the first mention that begins at `offset` or behind it. */
  firstAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.starts[mid]! < offset) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  /** Mentions inside a span that are not the whole of it, in order. */
  within(span: Span): Mention[] {
    const found: Mention[] = [];
    for (let i = this.firstAt(span.start); i < this.count && this.starts[i]! < span.end; i++) {
      const m = this.at(i);
      if (m.span.end <= span.end && m.span.end - m.span.start < span.end - span.start) found.push(m);
    }
    return found;
  }

  /** Mentions that hold or touch `offset`, the longest first. */
  under(offset: number): Mention[] {
    const found: Mention[] = [];
    for (let i = this.firstAt(offset - this.#longest); i < this.count; i++) {
      const start = this.starts[i]!;
      if (start > offset) break;
      if (offset <= start + (this.rest[i]! >>> 7)) found.push(this.at(i));
    }
    return found.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  }
}

/** A number for a place and a key: keys stay below 2²², offsets below 2³¹. */
const placeId = (start: number, key: number): number => start * 4_194_304 + key;

/** Merges the parser's terms and the glossary's matches of a document. */
export function readTermIndex(scene: Scene, ids: KeyIds): TermIndex {
  const { document, glossary } = scene;
  const matches = glossary.match(scene.folded, scene.compact);
  const categories = new Map<number, TermCategory>();
  const places = new Map<number, Mention>();
  const terms: readonly TermMention[] = document.terms;
  for (const term of terms) {
    if (term.normal.length < 2) continue;
    const key = ids.id(term.normal);
    if (!categories.has(key) || categories.get(key) === 'unknown') categories.set(key, term.category);
    places.set(placeId(term.span.start, key), {
      key,
      span: term.span,
      quoted: term.quoted,
      inGlossary: glossary.has(term.normal),
      read: true,
    });
  }
  for (const match of matches) {
    const key = ids.id(match.key);
    const place = placeId(match.span.start, key);
    if (!places.has(place)) {
      places.set(place, { key, span: match.span, quoted: match.quoted, inGlossary: true, read: false });
    }
  }
  return TermIndex.from([...places.values()].sort(byPlace), categories);
}
