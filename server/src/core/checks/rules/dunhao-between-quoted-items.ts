/** 、 between quoted items in a row. Changes when that judgement changes. */
import { remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const dunhaoBetweenQuotedItems = rule({
  id: 'dunhao-between-quoted-items',
  category: 'punctuation',
  title: { en: '、 between quoted items', zh: '并列的引号或书名号之间用了顿号' },
  defaultSeverity: 'hint',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.5.3.5',
  mark: {
    chars: '、',
    check({ text, kind }, at, report) {
      if (!PROSE.has(kind)) return;
      const pair = `${text[at - 1] ?? ''}${text[at + 1] ?? ''}`;
      if (pair !== '”“' && pair !== '》《' && pair !== '”《' && pair !== '》“') return;
      report({
        span: { start: at, end: at + 1 },
        message: { en: 'Quoted items in a row usually need no “、”.', zh: '引号或书名号并列时，通常不用顿号。' },
        tags: ['unnecessary'],
        ...remove(at, at + 1),
      });
    },
  },
});
