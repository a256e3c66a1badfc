/**
 * Judges word by word whether a Traditional text has a form in it that only Simplified text has.
 * Changes when the tables of opencc are read differently, or what counts as regional changes.
 *
 * Not a round trip: each position is converted with the longest phrase that covers it, compared with the standards of
 * three regions, and reported only where a phrase decides it or the printed form exists in no Traditional word.
 */
import { Trie } from 'opencc-js/core';
import * as toTraditional from 'opencc-js/preset/cn2t';
import { ACCEPTED_PAIRS, ACCEPTED_WORDS, DEFAULT_SURE, REGIONAL_PAIRS, WRONG_FORMS } from './data/script-pairs.ts';

interface Tables {
  readonly phrases: Trie;
  readonly regions: readonly ReadonlyMap<string, string>[];
  /** Characters that stand in some Traditional word. */
  readonly traditional: ReadonlySet<string>;
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

/** Built on first use, some 80 ms: only Traditional documents pay for it. */
function load(): Tables {
  if (tables) return tables;
  const groups = toTraditional.from['cn']!;
  const phrases = new Trie();
  const traditional = new Set<string>();
  for (const group of groups) phrases.loadDictGroup(group);
  for (const dict of groups.flat()) {
    if (typeof dict !== 'string') continue;
    for (const entry of dict.split('|')) {
      for (let i = entry.indexOf(' ') + 1; i < entry.length; i++) traditional.add(entry[i]!);
    }
  }
  tables = { phrases, traditional, regions: [charMap(toTraditional.to['tw']!), charMap(toTraditional.to['hk']!)] };
  return tables;
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
    const match = code >= 0x3400 && code <= 0x9fff ? phrases.matchPrefix(folded, i) : null;
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
        const own = phrases.matchPrefix(folded, i + k);
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
        length > 1 || WRONG_FORMS.has(pair) || (simplified && (!traditional.has(printed) || DEFAULT_SURE.has(pair)));
      if (!judged && !regional) continue;
      if (!simplified && !WRONG_FORMS.has(pair) && (length === 1 || regions.some((r) => r.has(expected)))) continue;
      slips.push({ at: i + k, length: 1, printed, expected, regional });
    }
    i = end;
  }
  return slips;
}
