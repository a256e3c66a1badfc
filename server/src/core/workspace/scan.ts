/**
 * Finds a term that no reader marked: the bare words in documents where nobody quotes them.
 * Changes when the search over texts changes. Results are kept by key until a document changes.
 */
import { CompactText } from '../text/compact.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { Lru } from './lru.ts';

const NUMERAL = /[〇零一二三四五六七八九十百千万亿两0-9第]/;

/** All places of a key in a text, blanks and quotation marks inside ignored; not where a longer number begins earlier. */
export function occurrences(text: string, key: string): Span[] {
  const folded = fold(text);
  const first = folded.indexOf(key[0]!);
  if (first < 0) return [];
  const compact = CompactText.of(folded);
  const found: Span[] = [];
  const numeral = NUMERAL.test(key[0]!);
  for (let at = compact.text.indexOf(key); at >= 0; at = compact.text.indexOf(key, at + key.length)) {
    if (numeral && at > 0 && NUMERAL.test(compact.text[at - 1]!)) continue;
    found.push(compact.span(at, at + key.length));
  }
  return found;
}

interface Found {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Remembers where keys were found, document by document. */
export class Scans {
  readonly #keys = new Lru<string, Map<string, Found>>(64);

  /** Places of a key in a document's text; scanned again only when the text is another one. */
  find(key: string, uri: string, text: string): readonly Span[] {
    let documents = this.#keys.get(key);
    if (!documents) {
      documents = new Map();
      this.#keys.set(key, documents);
    }
    const before = documents.get(uri);
    if (before && before.text === text) return before.spans;
    const spans = occurrences(text, key);
    documents.set(uri, { text, spans });
    return spans;
  }

  /** Forgets a document. */
  drop(uri: string): void {
    for (const documents of this.#keys.values()) documents.delete(uri);
  }
}
