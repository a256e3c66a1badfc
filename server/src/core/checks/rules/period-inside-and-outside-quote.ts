/** A full stop on both sides of a closing quote. Changes when that judgement changes. */
import { remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

export const periodInsideAndOutsideQuote = rule({
  id: 'period-inside-and-outside-quote',
  category: 'punctuation',
  title: { en: 'Full stop inside and outside the quotation', zh: '引号内外都用了句号' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 B.2.1',
  mark: {
    chars: '”’」』',
    check({ folded, kind }, at, report) {
      if (RESIDUE.has(kind) || folded[at - 1] !== '。' || folded[at + 1] !== '。') return;
      report({
        span: { start: at - 1, end: at + 2 },
        message: { en: 'One full stop too many around “{0}”.', zh: '“{0}”内外都有句号，应去掉一个。' },
        args: [folded[at]!],
        ...remove(at + 1, at + 2),
      });
    },
  },
});
