/** Brackets of both widths in one document. Changes when that judgement changes. */
import { isHan } from '../chars.ts';
import { pairsOf } from '../pairs.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

export const bracketWidthMixed = rule({
  id: 'bracket-width-mixed',
  category: 'punctuation',
  title: { en: 'Brackets of both widths in one document', zh: '全文括号全角半角混用' },
  defaultSeverity: 'information',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 5.1；全文体例一致',
  check(view, report) {
    const half: [number, number][] = [];
    let full = 0;
    for (const { text, kind, start } of view.lines) {
      if (RESIDUE.has(kind) || kind === 'blank') continue;
      if (text.includes('（')) full += text.split('（').length - 1;
      if (!text.includes('(')) continue;
      for (const { at, partner } of pairsOf(text).halfBrackets) {
        if (text[at] !== '(' || text[partner] !== ')') continue;
        if ([...text.slice(at + 1, partner)].some(isHan)) half.push([start + at, start + partner]);
      }
    }
    // Half width throughout is another finding; here a few stand out against many.
    if (half.length === 0 || full < 4 || half.length * 4 > full) return;
    const [open, close] = half[0]!;
    report({
      span: { start: open, end: close + 1 },
      message: {
        en: 'This document has {0} full-width brackets and {1} half-width pair(s).',
        zh: '全文有 {0} 处全角括号，另有 {1} 处半角括号，体例不一。',
      },
      args: [full, half.length],
      fix: {
        title: { en: 'Make all brackets full width', zh: '统一为全角括号' },
        edits: half.flatMap(([a, b]) => [
          { span: { start: a, end: a + 1 }, newText: '（' },
          { span: { start: b, end: b + 1 }, newText: '）' },
        ]),
        safe: true,
      },
    });
  },
});
