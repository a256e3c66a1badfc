/** 政治自觉思想自觉行动自觉. Changes when that judgement changes. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const RUN = /([\u4e00-\u9fff]{2})([\u4e00-\u9fff]{2})(?!\2)[\u4e00-\u9fff]{2}\2(?:[\u4e00-\u9fff]{2}\2)+/g;

export const unseparatedList = rule({
  id: 'unseparated-list',
  category: 'punctuation',
  title: { en: 'List without “、”', zh: '并列词语之间没有顿号' },
  defaultSeverity: 'hint',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.5',
  line: {
    check({ text, folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const m of matches(folded, RUN)) {
        const span = { start: m.index, end: m.index + m[0].length };
        const parts = text.slice(span.start, span.end).match(/.{4}/gs) ?? [];
        if (new Set(parts).size < 3 || /[的了是以和与在]/.test(m[0])) continue;
        report({
          span,
          message: { en: 'Parallel words without “、” between them.', zh: '并列词语之间宜用顿号。' },
          fix: {
            title: { en: 'Put “、” between them', zh: '加顿号' },
            edits: parts.slice(1).map((_, i) => ({
              span: { start: span.start + 4 * (i + 1), end: span.start + 4 * (i + 1) },
              newText: '、',
            })),
            safe: false,
          },
        });
      }
    },
  },
});
