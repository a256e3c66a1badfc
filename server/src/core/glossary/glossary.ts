/**
 * All entries at once: by key, by id, and as a matcher with the rules of what counts as a mention.
 * Changes when matching has another rule. A glossary never changes; other files make another one.
 */
import type { CompactText } from '../text/compact.ts';
import { termKey } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { type Choice, type Context, choose, NO_CONTEXT } from './choice.ts';
import { type Hit, Matcher } from './matcher.ts';
import type { GlossaryEntry, Scope } from './model.ts';

export type { Choice, Context } from './choice.ts';

/** A mention of a key of the glossary, in offsets of the document. */
export interface GlossaryMatch {
  readonly key: string;
  readonly span: Span;
  /** Whether it has quotation marks directly around it. */
  readonly quoted: boolean;
}

/** Longer words around a key that make it something else. */
interface Trap {
  readonly text: string;
  /** Where in `text` the key begins. */
  readonly at: number;
}

interface KeyRules {
  readonly entries: GlossaryEntry[];
  /** Every entry asks for quotation marks. */
  quotedOnly: boolean;
  readonly traps: Trap[];
  /** It begins with a numeral, so a numeral before it makes another number. */
  readonly numeral: boolean;
  /** Every entry is a sentence rather than a name. */
  saying: boolean;
  /** Of an entry with at least three spellings that need quotation marks: these spellings. */
  readonly companions: ReadonlySet<string> | null;
}

const NUMERALS = new Set('〇零一二三四五六七八九十百千万亿两0123456789');
const OPENING = '“‘"\'「『《〈';
const CLOSING = '”’"\'」』》〉';

const needsQuotes = (entry: GlossaryEntry, key: string): boolean =>
  entry.quoted === true ||
  (Array.isArray(entry.quoted) && entry.quoted.some((spelling: string) => termKey(spelling) === key));

/** The spellings that need quotation marks alone, but not where all of them stand in one paragraph. */
function companionsOf(entry: GlossaryEntry): ReadonlySet<string> | null {
  return Array.isArray(entry.quoted) && entry.quoted.length >= 3
    ? new Set(entry.quoted.map((spelling: string) => termKey(spelling)))
    : null;
}

export class Glossary {
  readonly entries: readonly GlossaryEntry[];
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly #rules = new Map<string, KeyRules>();
  readonly #ids = new Map<string, GlossaryEntry>();
  #matcher: Matcher | null = null;

  /** Entries of users override built-in ones with the same id; among equals the last one stays. */
  constructor(entries: readonly GlossaryEntry[], scopes: readonly Scope[] = []) {
    this.scopes = new Map(scopes.map((s) => [s.id, s]));
    for (const entry of entries) {
      const before = this.#ids.get(entry.id);
      if (before && before.file.kind === 'user' && entry.file.kind === 'builtin') continue;
      this.#ids.set(entry.id, entry);
    }
    this.entries = [...this.#ids.values()];
    for (const entry of this.entries) for (const key of entry.keys) this.#add(key, entry);
  }

  #add(key: string, entry: GlossaryEntry): void {
    const quoted = needsQuotes(entry, key);
    let rules = this.#rules.get(key);
    if (rules) rules.quotedOnly &&= quoted;
    else {
      rules = {
        entries: [],
        quotedOnly: quoted,
        traps: [],
        numeral: NUMERALS.has(key[0]!),
        saying: true,
        companions: quoted ? companionsOf(entry) : null,
      };
      this.#rules.set(key, rules);
    }
    rules.entries.push(entry);
    rules.saying &&= entry.category === 'quotation' || entry.category === 'slogan' || entry.category === 'document';
    for (const longer of entry.not ?? []) {
      const text = termKey(longer);
      for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) rules.traps.push({ text, at });
    }
  }

  has(key: string): boolean {
    return this.#rules.has(key);
  }

  /** Every key: those of terms and of aliases. */
  keys(): IterableIterator<string> {
    return this.#rules.keys();
  }

  byId(id: string): GlossaryEntry | undefined {
    return this.#ids.get(id);
  }

  /** All entries that have this `termKey`. */
  byKey(key: string): readonly GlossaryEntry[] {
    return this.#rules.get(key)?.entries ?? [];
  }

  /** The entry that a term means in a document of this place and date; null where the glossary has none. */
  choose(key: string, context: Context = NO_CONTEXT): Choice | null {
    return choose(this.byKey(key), context, this.scopes);
  }

  /** Longer names of the entries of a key that contain it: 现代版富春山居图 for 富春山居图. */
  longerNames(key: string): readonly string[] {
    return this.byKey(key).flatMap((e) => e.keys.filter((k) => k !== key && k.includes(key)));
  }

  /** The matcher, filled on first use. */
  get matcher(): Matcher {
    if (this.#matcher) return this.#matcher;
    const matcher = new Matcher();
    for (const key of this.#rules.keys()) matcher.add(key);
    this.#matcher = matcher;
    return matcher;
  }

  /** Of words that need quotation marks alone, those that stand in one paragraph with all their companions. */
  #together(alone: readonly Hit[], text: string): Hit[] {
    const paragraphs = new Map<string, Hit[]>();
    for (const hit of alone) {
      const { companions } = this.#rules.get(hit.key)!;
      const id = `${text.lastIndexOf('\n', hit.start)} ${[...companions!].join()}`;
      const list = paragraphs.get(id);
      if (list) list.push(hit);
      else paragraphs.set(id, [hit]);
    }
    return [...paragraphs.values()].flatMap((list) =>
      new Set(list.map((h) => h.key)).size === this.#rules.get(list[0]!.key)!.companions!.size ? list : [],
    );
  }

  /** All longest mentions in a document; `folded` is its folded text, `compact` the same compacted. */
  match(folded: string, compact: CompactText): GlossaryMatch[] {
    const text = compact.text;
    const marks = (start: number, end: number): boolean => {
      const span = compact.span(start, end);
      return isQuoted(folded, span);
    };
    const alone: Hit[] = [];
    const accepts = (key: string, start: number, end: number): boolean => {
      const rules = this.#rules.get(key)!;
      const before = text[start - 1];
      const doubtful = rules.numeral && before !== undefined && (before === '第' || NUMERALS.has(before));
      if ((rules.quotedOnly || doubtful) && !marks(start, end)) {
        if (rules.companions) alone.push({ key, start, end });
        return false;
      }
      return (
        rules.traps.length === 0 ||
        !rules.traps.some((trap) => trap.at <= start && text.startsWith(trap.text, start - trap.at))
      );
    };
    const hits = this.matcher.find(text, accepts);
    if (alone.length > 0) hits.push(...this.#together(alone, text));
    const found: GlossaryMatch[] = [];
    for (const { key, start, end } of hits) {
      const span = compact.span(start, end);
      found.push({ key, span, quoted: isQuoted(folded, span) });
      if (!this.#rules.get(key)!.saying) continue;
      // A saying is made of words that keep their own meaning: 打造四省边际中心城市 still names 四省边际中心城市.
      for (const inner of this.matcher.find(
        text.slice(start, end),
        (k, s, e) => k !== key && accepts(k, start + s, start + e),
      )) {
        const place = compact.span(start + inner.start, start + inner.end);
        found.push({ key: inner.key, span: place, quoted: isQuoted(folded, place) });
      }
    }
    return found;
  }
}

/** Whether quotation marks stand directly around the span. */
export function isQuoted(folded: string, span: Span): boolean {
  const before = folded[span.start - 1];
  const after = folded[span.end];
  return before !== undefined && after !== undefined && OPENING.includes(before) && CLOSING.includes(after);
}
