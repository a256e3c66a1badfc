/** A set phrase with one character wrong: “两个唯护”. Changes when what counts as a slip of a phrase changes. */

import { termKey } from '../../text/fold.ts';
import { isHan } from '../chars.ts';
import { ALSO_RIGHT, SET_PHRASES } from '../data/set-phrases.ts';
import { rule } from '../rule.ts';
import type { CheckView } from '../view.ts';
import { PROSE } from '../view.ts';

const NUMERAL = /[一二三四五六七八九十两百千万0-9]/;

interface Half {
  readonly phrase: string;
  readonly part: string;
  /** Where the part begins in the phrase. */
  readonly shift: number;
}

/** Both halves of every phrase by their first two characters: a phrase with one slip keeps one half whole. */
const HALVES: ReadonlyMap<number, readonly Half[]> = (() => {
  const map = new Map<number, Half[]>();
  for (const phrase of SET_PHRASES) {
    const half = phrase.length >> 1;
    for (const [part, shift] of [[phrase.slice(0, half), 0] as const, [phrase.slice(half), half] as const]) {
      const key = part.charCodeAt(0) * 65536 + part.charCodeAt(1);
      map.set(key, [...(map.get(key) ?? []), { phrase, part, shift }]);
    }
  }
  return map;
})();

/** Whether the phrase stands at `start` with one other Chinese character inside it. */
function isNear(folded: string, phrase: string, start: number): boolean {
  let wrong = -1;
  for (let k = 0; k < phrase.length; k++) {
    if (folded[start + k] === phrase[k]) continue;
    if (wrong >= 0) return false;
    wrong = k;
  }
  // 科教兴皖, 人才强市: the place stands where the country stands.
  if (phrase[wrong] === '国' && /[兴强]/.test(phrase[wrong - 1] ?? '')) return false;
  // At the end another word begins: 现代化国际大都市.
  if (wrong <= 0 || wrong === phrase.length - 1) return false;
  // 共商共建共管共享共赢: a longer row of the same make.
  const [first, , third] = phrase;
  if (first === third && (folded[start + phrase.length] === first || folded[start - 2] === first)) return false;
  return isHan(folded[start + wrong]) && isHan(phrase[wrong]) && !NUMERAL.test(folded[start + wrong]!);
}

/** Where `printed` lacks what `whole` has one or two characters of more, neither its first nor its last; -1 if nowhere. */
function lacksSome(printed: string, whole: string): number {
  const lost = whole.length - printed.length;
  let k = 0;
  while (k < printed.length && printed[k] === whole[k]) k++;
  return k > 0 && k < whole.length - lost && printed.slice(k) === whole.slice(k + lost) ? k : -1;
}

/** From so many characters on, a phrase that lacks one is no other phrase. */
const LONG = 7;

/** 社会主义现代化国: the beginning of another set phrase. */
const isPart = (printed: string): boolean => SET_PHRASES.some((p) => p.includes(printed));

/** From so many on, one that lacks a word of two characters is no other phrase either. */
const LONGER = 13;

/** The phrase without one of its characters, or `lost` of them, at `start`, where it is long and nothing else is meant. */
function lacks(folded: string, phrase: string, start: number, lost: number): Slip | null {
  if (phrase.length < (lost === 1 ? LONG : LONGER) || start < 0) return null;
  const printed = folded.slice(start, start + phrase.length - lost);
  const at = lacksSome(printed, phrase);
  // Marks may be left out: “一带一路” without them, 创新、协调 run together.
  if (
    at < 0 ||
    ![...phrase.slice(at, at + lost)].every(isHan) ||
    folded.startsWith(phrase.at(-1)!, start + printed.length)
  )
    return null;
  if (isPart(printed) || ALSO_RIGHT.some((right) => printed.includes(right))) return null;
  return { start, phrase, lacks: at, lost };
}

/** All places where a set phrase stands with one slip, in one pass over the text. */
function phraseSlips(folded: string): Slip[] {
  const slips: Slip[] = [];
  for (let i = 0; i + 1 < folded.length; i++) {
    const halves = HALVES.get(folded.charCodeAt(i) * 65536 + folded.charCodeAt(i + 1));
    if (!halves) continue;
    for (const { phrase, part, shift } of halves) {
      const start = i - shift;
      if (start < 0 || !folded.startsWith(part, i) || folded.startsWith(phrase, start)) continue;
      for (const lost of [1, 2]) {
        const lacking = lacks(folded, phrase, shift === 0 ? i : start + lost, lost);
        if (lacking) slips.push(lacking);
      }
      if (!isNear(folded, phrase, start)) continue;
      const printed = folded.slice(start, start + phrase.length);
      if (!ALSO_RIGHT.some((right) => printed.includes(right))) slips.push({ start, phrase });
    }
  }
  return slips;
}

interface Slip {
  readonly start: number;
  readonly phrase: string;
  /** The character of the phrase that is missing here. */
  readonly lacks?: number;
  /** How many are missing from there. */
  readonly lost?: number;
}

/** Quoted terms one character away from a phrase of the glossary that is always quoted. */
function quotedSlips(view: CheckView): Slip[] {
  const phrases = view.workspace?.glossary?.phrases;
  if (!phrases || phrases.size === 0) return [];
  const byLength = new Map<number, string[]>();
  for (const p of phrases)
    if (p.length >= 4 && p.length <= 12) byLength.set(p.length, [...(byLength.get(p.length) ?? []), p]);
  const uses = new Map<string, number>();
  for (const t of view.doc.terms) uses.set(t.normal, (uses.get(t.normal) ?? 0) + 1);
  return view.doc.terms.flatMap((t) => {
    if (!t.quoted || t.span.end - t.span.start !== t.normal.length || phrases.has(t.normal) || uses.get(t.normal)! > 1)
      return [];
    const near = (byLength.get(t.normal.length) ?? []).filter((p) => {
      let apart = 0;
      let numeral = false;
      for (let k = 0; k < p.length && apart < 2; k++) {
        if (p[k] === t.normal[k]) continue;
        apart++;
        numeral ||= NUMERAL.test(t.normal[k]!) || !isHan(p[k]) || !isHan(t.normal[k]);
      }
      return apart === 1 && !numeral;
    });
    return near.length === 1 ? [{ start: t.span.start, phrase: near[0]! }] : [];
  });
}

export const nearPhrase = rule({
  id: 'near-phrase',
  category: 'term',
  title: { en: 'Set phrase with a wrong character', zh: '固定提法有错字' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '惯例：固定提法照录原文',
  check(view, report) {
    const { folded, text } = view;
    const slips: Slip[] = [...quotedSlips(view), ...phraseSlips(folded)];
    const told: Slip[] = [];
    for (const slip of slips.sort((a, b) => a.start - b.start || b.phrase.length - a.phrase.length)) {
      const end = slip.start + slip.phrase.length - (slip.lost ?? 0);
      if (told.some((t) => slip.start < t.start + t.phrase.length && t.start < end)) continue;
      if (!PROSE.has(view.block(slip.start).kind) && view.block(slip.start).kind !== 'title') continue;
      const printed = folded.slice(slip.start, end);
      // Written so more than once, it is meant so.
      if (folded.split(printed).length > 2) continue;
      told.push(slip);
      const lacks = slip.lacks;
      const wrong = lacks ?? [...printed].findIndex((c, k) => c !== slip.phrase[k]);
      const span = { start: slip.start + wrong - (lacks === undefined ? 0 : 1), end: slip.start + wrong + 1 };
      report({
        span,
        message: { en: '“{0}”: the set phrase is “{1}”.', zh: '“{0}”：固定提法为“{1}”。' },
        args: [text.slice(slip.start, end), slip.phrase],
        data: { key: termKey(slip.phrase) },
        ...(view.script === 'hans' && {
          fix: {
            title: { en: 'Write “{0}”', zh: '改为“{0}”' },
            args: [slip.phrase],
            edits: [
              lacks === undefined
                ? { span, newText: slip.phrase[wrong]! }
                : {
                    span: { start: span.start + 1, end: span.start + 1 },
                    newText: slip.phrase.slice(wrong, wrong + (slip.lost ?? 1)),
                  },
            ],
            safe: false,
          },
        }),
      });
    }
  },
});
