/** Quotes in quotes alternate double and single. Changes when that judgement changes. */
import { pairsOf } from '../pairs.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

export const quoteNesting = rule({
  id: 'quote-nesting',
  category: 'punctuation',
  title: { en: 'Double quotes inside double quotes', zh: '双引号内又用双引号' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.8.3',
  line: {
    when: '“',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      const { nested, problems } = pairsOf(text);
      if (problems.length > 0) return;
      for (const { open, close, mark, depth } of nested) {
        if (mark !== '“' || depth !== 1) continue;
        report({
          span: { start: open, end: close + 1 },
          message: { en: 'Quotes inside quotes are single: ‘…’.', zh: '引号里面再用引号时，里面一层用单引号。' },
          fix: {
            title: { en: 'Make the inner quotes single', zh: '里层改用单引号' },
            edits: [
              { span: { start: open, end: open + 1 }, newText: '‘' },
              { span: { start: close, end: close + 1 }, newText: '’' },
            ],
            safe: true,
          },
        });
      }
    },
  },
});
