/** A set phrase with one character wrong: “两个唯护”. Changes when what counts as a slip of a phrase changes. */

import { termKey } from '../../text/fold.ts';
import { isHan } from '../chars.ts';
import { ALSO_RIGHT, SET_PHRASES } from '../data/set-phrases.ts';
import { rule } from '../rule.ts';
import type { CheckView } from '../view.ts';
import { PROSE } from '../view.ts';

const NUMERAL = /[一二三四五六七八九十两百千万0-9]/;

/** Places where `phrase` stands with one other Chinese character in it, found by either of its halves. */
function* nearPlaces(folded: string, phrase: string): Generator<number> {
  const half = phrase.length >> 1;
  const parts: readonly (readonly [string, number])[] = [
    [phrase.slice(0, half), 0],
    [phrase.slice(half), half],
  ];
  for (const [part, shift] of parts) {
    if (part.length < 2) continue;
    for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
      const start = at - shift;
      if (start < 0 || start + phrase.length > folded.length || folded.startsWith(phrase, start)) continue;
      let wrong = -1;
      let more = false;
      for (let k = 0; k < phrase.length && !more; k++) {
        if (folded[start + k] === phrase[k]) continue;
        if (wrong >= 0) more = true;
        wrong = k;
      }
      if (
        !more &&
        wrong > 0 &&
        // At the end another word begins: 现代化国际大都市.
        wrong < phrase.length - 1 &&
        isHan(folded[start + wrong]) &&
        isHan(phrase[wrong]) &&
        !NUMERAL.test(folded[start + wrong]!)
      )
        yield start;
    }
  }
}

interface Slip {
  readonly start: number;
  readonly phrase: string;
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
        numeral ||= NUMERAL.test(p[k]!) || NUMERAL.test(t.normal[k]!) || !isHan(p[k]) || !isHan(t.normal[k]);
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
    const slips: Slip[] = quotedSlips(view);
    for (const phrase of SET_PHRASES) {
      for (const start of nearPlaces(folded, phrase)) {
        const printed = folded.slice(start, start + phrase.length);
        if (![...ALSO_RIGHT].some((right) => printed.includes(right) || right === printed))
          slips.push({ start, phrase });
      }
    }
    const told: Slip[] = [];
    for (const slip of slips.sort((a, b) => a.start - b.start || b.phrase.length - a.phrase.length)) {
      const end = slip.start + slip.phrase.length;
      if (told.some((t) => slip.start < t.start + t.phrase.length && t.start < end)) continue;
      if (!PROSE.has(view.block(slip.start).kind) && view.block(slip.start).kind !== 'title') continue;
      const printed = folded.slice(slip.start, end);
      // Written so more than once, it is meant so.
      if (folded.split(printed).length > 2) continue;
      told.push(slip);
      const wrong = [...printed].findIndex((c, k) => c !== slip.phrase[k]);
      const span = { start: slip.start + wrong, end: slip.start + wrong + 1 };
      report({
        span,
        message: { en: '“{0}”: the set phrase is “{1}”.', zh: '“{0}”：固定提法为“{1}”。' },
        args: [text.slice(slip.start, end), slip.phrase],
        data: { key: termKey(slip.phrase) },
        ...(view.script === 'hans' && {
          fix: {
            title: { en: 'Write “{0}”', zh: '改为“{0}”' },
            args: [slip.phrase],
            edits: [{ span, newText: slip.phrase[wrong]! }],
            safe: false,
          },
        }),
      });
    }
  },
});
