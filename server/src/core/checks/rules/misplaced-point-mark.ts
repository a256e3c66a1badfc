/** A point mark where none can stand: at the head of a line, behind an opening mark. Changes when such places change. */
import { OPENERS, POINT_MARKS, remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

export const misplacedPointMark = rule({
  id: 'misplaced-point-mark',
  category: 'punctuation',
  title: { en: 'Point mark where none can stand', zh: '点号位置不当' },
  defaultSeverity: 'error',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 5.1.1、5.1.2',
  mark: {
    chars: POINT_MARKS,
    check({ text, kind }, at, report) {
      if (RESIDUE.has(kind)) return;
      // 监督、的支持; not 公交、的士.
      if (text[at] === '、' && text[at + 1] === '的' && !'士哥姐'.includes(text[at + 2] ?? '士')) {
        report({
          span: { start: at, end: at + 1 },
          message: { en: '“、” cannot stand before “的”.', zh: '“的”之前不用顿号。' },
          ...remove(at, at + 1, false),
        });
        return;
      }
      const before = text[at - 1];
      const head = text.slice(0, at).trim() === '';
      // （？） and 《？》 ask about what they enclose.
      if (!head && (before === undefined || !OPENERS.includes(before) || '？！'.includes(text[at]!))) return;
      report({
        span: { start: at, end: at + 1 },
        message: head
          ? { en: '“{0}” cannot begin a line.', zh: '“{0}”不能出现在行首。' }
          : { en: '“{0}” cannot follow “{1}”.', zh: '“{1}”之后不能用“{0}”。' },
        args: [text[at]!, before ?? ''],
        ...(!head && remove(at, at + 1, false)),
      });
    },
  },
});
