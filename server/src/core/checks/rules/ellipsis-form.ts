/** An ellipsis made of dots, full stops or half of its own mark. Changes when a wrong form is added. */
import { isChinese, isHan, matches, replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const FORMS = /\.{3,}|．{3,}|。{3,}|·{3,}|…+/g;

export const ellipsisForm = rule({
  id: 'ellipsis-form',
  category: 'punctuation',
  title: { en: 'Wrong form of the ellipsis', zh: '省略号形式不规范' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.11',
  line: {
    when: '.．。·…',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      for (const m of matches(text, FORMS)) {
        const start = m.index;
        const end = start + m[0].length;
        if (m[0][0] === '…' && m[0].length % 2 === 0) continue;
        const before = text[start - 1];
        const after = text[end];
        if (m[0][0] !== '。' && !isChinese(before) && !isChinese(after)) continue;
        // Leaders of a table of contents run on to a page number.
        if (/^\s*\d+\s*$/.test(text.slice(end)) || (m[0].length > 6 && !isHan(after))) continue;
        report({
          span: { start, end },
          message: { en: 'The ellipsis is “……”, not “{0}”.', zh: '省略号应为“……”，不是“{0}”。' },
          args: [m[0]],
          ...replace(start, end, '……'),
        });
      }
    },
  },
});
