/**
 * References: 《…》 that name documents, and what their short forms stand for. Changes when titles are bound differently.
 * A short form is announced (`（以下简称《条例》）`) or is the end of a fuller title given before (《决议》, 《专利法》).
 */
import { termKey } from '../../text/fold.ts';
import { withoutMarkdown } from '../layout/markup.ts';
import type { Reference } from '../model.ts';
import { DOCUMENT_KIND_WORDS } from './data/documentKinds.ts';
import { PERIODICAL_ENDINGS, PERIODICAL_NAMES } from './data/periodicals.ts';
import type { Pair } from './marks.ts';
import type { Reading } from './reading.ts';

const NAMES: ReadonlySet<string> = new Set(PERIODICAL_NAMES);
const KINDS: ReadonlySet<string> = new Set(DOCUMENT_KIND_WORDS);
/** How much of a title's end is indexed: short forms are not longer. */
const LONGEST_SHORT = 24;

/** Whether a folded title names a newspaper, a journal or a broadcast. `after` is what follows the closing mark. */
function isPeriodical(title: string, after = ''): boolean {
  const name = title.replace(/[ (（].*$/, '');
  if (NAMES.has(name) || PERIODICAL_ENDINGS.some((ending) => name.endsWith(ending))) return true;
  return /^(杂志|周刊|节目|栏目|月刊)/.test(after);
}

/** `（以下简称《`, `，下称《` right before the mark. */
const ANNOUNCED = /(?:简称|下称|合称|统称)[为“:：]?$/;

/** Full titles by their endings, the latest wins: what `《决定》` means at this place. */
class Titles {
  readonly #byEnd = new Map<string, string>();
  readonly #announced = new Map<string, string>();

  announce(short: string, full: string): void {
    this.#announced.set(short, full);
  }

  /** Takes note of a full title; its kind words and its ends by words become short forms of it. */
  add(key: string, title: string): void {
    for (let length = Math.min(LONGEST_SHORT, key.length - 1); length >= 1; length--) {
      this.#byEnd.set(key.slice(key.length - length), title);
    }
  }

  /** The full title that `key` abbreviates, or null. A lone character (`法`) abbreviates nothing. */
  full(key: string): string | null {
    const announced = this.#announced.get(key);
    if (announced !== undefined) return announced;
    if (key.length < 2 || key.length > LONGEST_SHORT) return null;
    return this.#byEnd.get(key) ?? null;
  }
}

/** Reads 《》 pairs as references, in order. Names inside a title count as well; 〈〉 stand for 《》 there. */
export function readReferences(reading: Reading, pairs: readonly Pair[]): Reference[] {
  const { folded } = reading;
  const references: Reference[] = [];
  const titles = new Titles();
  const own = reading.structure.title;
  if (own !== null) titles.add(termKey(own.text), own.text);
  let previous: { full: string; end: number } | null = null;
  for (const pair of pairs) {
    if (pair.kind !== 'title') continue;
    const title = titleText(reading, pair);
    if (title.length === 0) continue;
    const key = termKey(title);
    const span = { start: pair.start, end: pair.end };
    if (isPeriodical(key, folded.slice(pair.end, pair.end + 4))) {
      references.push({ title, span, shortFor: null, periodical: true });
      continue;
    }
    const before = folded.slice(Math.max(0, pair.start - 8), pair.start);
    let shortFor: string | null = null;
    if (ANNOUNCED.test(before) && previous !== null && pair.start - previous.end < 80) {
      shortFor = previous.full;
      titles.announce(key, shortFor);
    } else {
      shortFor = titles.full(key);
      if (shortFor !== null && termKey(shortFor) === key) shortFor = null;
    }
    references.push({ title, span, shortFor });
    if (shortFor === null) {
      if (!KINDS.has(key)) titles.add(key, title);
      previous = { full: title, end: pair.end };
    }
  }
  return references;
}

/** The title as a reader would quote it: lines joined, blanks at the ends and doubled ones left out. */
function titleText(reading: Reading, pair: Pair): string {
  return withoutMarkdown(reading.joined({ start: pair.start + 1, end: pair.end - 1 }))
    .replace(/[ \t\u3000\u00a0]+/g, ' ')
    .trim();
}
