/**
 * Judges word by word whether a Traditional text has a form in it that only Simplified text has.
 * Changes when the tables of opencc are read differently, or what counts as regional changes.
 *
 * Not a round trip: each position is converted with the longest phrase that covers it, compared with the standards of
 * three regions, and reported only where a phrase decides it or the printed form exists in no Traditional word.
 */
import * as toTraditional from 'opencc-js/preset/cn2t';
import { ACCEPTED_PAIRS, ACCEPTED_WORDS, DEFAULT_SURE, REGIONAL_PAIRS, WRONG_FORMS } from './data/script-pairs.ts';

/** One bit for a phrase by its units; few others share it, so that most words that are none need not be looked up. */
const ROOM = 1 << 20;
const step = (hash: number, unit: number): number => {
  const h = Math.imul(hash ^ unit, 0x5bd1e995);
  return h ^ (h >>> 15);
};

/** Phrases with their conversions. */
class Phrases {
  readonly #values = new Map<string, string>();
  readonly #ends = new Uint32Array(ROOM >>> 5);
  /** How long the longest phrase is that begins with a unit. */
  readonly #longest = new Uint8Array(65536);

  add(phrase: string, value: string): void {
    this.#values.set(phrase, value);
    const first = phrase.charCodeAt(0);
    this.#longest[first] = Math.max(this.#longest[first]!, Math.min(255, phrase.length));
    let hash = 0;
    for (let i = 0; i < phrase.length; i++) hash = step(hash, phrase.charCodeAt(i));
    const bit = hash & (ROOM - 1);
    this.#ends[bit >>> 5] = this.#ends[bit >>> 5]! | (1 << (bit & 31));
  }

  /** The longest phrase at an offset. */
  at(text: string, offset: number): { readonly end: number; readonly value: string } | null {
    const last = Math.min(text.length, offset + this.#longest[text.charCodeAt(offset)]!);
    const ends: number[] = [];
    let hash = 0;
    for (let i = offset; i < last; i++) {
      hash = step(hash, text.charCodeAt(i));
      const bit = hash & (ROOM - 1);
      if ((this.#ends[bit >>> 5]! & (1 << (bit & 31))) !== 0) ends.push(i + 1);
    }
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
      const value = this.#values.get(text.slice(offset, end));
      if (value !== undefined) return { end, value };
    }
    return null;
  }
}

interface Tables {
  readonly phrases: Phrases;
  readonly regions: readonly ReadonlyMap<string, string>[];
  /** 1 for units that stand in some Traditional word. */
  readonly traditional: Uint8Array;
}

let tables: Tables | undefined;

function charMap(groups: readonly (readonly unknown[])[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const dict of groups.flat()) {
    if (typeof dict !== 'string') continue;
    for (const entry of dict.split('|')) {
      const blank = entry.indexOf(' ');
      if (blank === 1 && entry.length === 3) map.set(entry[0]!, entry[2]!);
    }
  }
  return map;
}

/** Entries of a table that are taken in before others may have their turn. */
const SLICE = 4000;

/** Builds the tables, once, with a pause after every few thousand words: only Traditional documents need them. */
export function* loadScriptWords(): Generator<void, Tables> {
  if (tables) return tables;
  const phrases = new Phrases();
  const traditional = new Uint8Array(65536);
  let n = 0;
  for (const group of toTraditional.from['cn']!) {
    // As opencc does: what comes first in a group counts.
    for (const dict of [...group].reverse()) {
      if (typeof dict !== 'string') continue;
      for (let from = 0; from < dict.length; ) {
        const bar = dict.indexOf('|', from);
        const to = bar < 0 ? dict.length : bar;
        const blank = dict.indexOf(' ', from);
        phrases.add(dict.slice(from, blank), dict.slice(blank + 1, to));
        for (let i = blank + 1; i < to; i++) traditional[dict.charCodeAt(i)] = 1;
        from = to + 1;
        if (++n % SLICE === 0) yield;
      }
    }
  }
  const regions = [charMap(toTraditional.to['tw']!), charMap(toTraditional.to['hk']!)];
  tables ??= { phrases, traditional, regions };
  return tables;
}

function load(): Tables {
  const loading = loadScriptWords();
  for (let step = loading.next(); ; step = loading.next()) if (step.done) return step.value;
}

export interface ScriptSlip {
  readonly at: number;
  readonly length: number;
  readonly printed: string;
  readonly expected: string;
  /** The form is used in some region or style of Traditional writing. */
  readonly regional: boolean;
}

const memo = new Map<string, readonly ScriptSlip[]>();

/** As `findSlips`, remembered for the two rules that ask about the same line. */
export function scriptSlips(text: string, folded: string): readonly ScriptSlip[] {
  let known = memo.get(text);
  if (!known) {
    known = findSlips(text, folded);
    memo.set(text, known);
    if (memo.size > 512) memo.delete(memo.keys().next().value!);
  }
  return known;
}

/** Slips in one line of Traditional text; `folded` is the line in Simplified characters, unit by unit. */
function findSlips(text: string, folded: string): ScriptSlip[] {
  const { phrases, regions, traditional } = load();
  const slips: ScriptSlip[] = [];
  for (let i = 0; i < folded.length; ) {
    const code = folded.charCodeAt(i);
    const match = code >= 0x3400 && code <= 0x9fff ? phrases.at(folded, i) : null;
    if (!match) {
      i++;
      continue;
    }
    const { end, value } = match;
    const length = end - i;
    if (value.length !== length) {
      i = end;
      continue;
    }
    for (let k = 0; k < length; k++) {
      const printed = text[i + k]!;
      const expected = value[k]!;
      if (printed === expected || regions.some((r) => (r.get(expected) ?? expected) === printed)) continue;
      if (regions.some((r) => r.get(printed) === expected)) continue;
      // 三日制定: the word that begins here has its own say.
      if (length > 1 && k > 0) {
        const own = phrases.at(folded, i + k);
        if (own && own.end > end && own.value[0] === printed) continue;
      }
      const pair = printed + expected;
      if (ACCEPTED_PAIRS.has(pair) || ACCEPTED_PAIRS.has(expected + printed)) continue;
      const at = i + k;
      if (ACCEPTED_WORDS.has(text.slice(at - 1, at + 1)) || ACCEPTED_WORDS.has(text.slice(at, at + 2))) continue;
      const regional = REGIONAL_PAIRS.has(pair);
      const simplified = printed === folded[i + k];
      // In a phrase of two characters and more the dictionary has judged the word itself.
      const judged =
        length > 1 ||
        WRONG_FORMS.has(pair) ||
        (simplified && (traditional[printed.charCodeAt(0)] === 0 || DEFAULT_SURE.has(pair)));
      if (!judged && !regional) continue;
      if (!simplified && !WRONG_FORMS.has(pair) && (length === 1 || regions.some((r) => r.has(expected)))) continue;
      slips.push({ at: i + k, length: 1, printed, expected, regional });
    }
    i = end;
  }
  return slips;
}
