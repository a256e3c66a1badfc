/** 习近平总书记 of the time before he was. Changes when that judgement changes. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const titleInPastPost = rule({
  id: 'title-in-past-post',
  category: 'term',
  title: { en: 'Present title for an earlier time', zh: '以现职称呼任职前的活动' },
  defaultSeverity: 'hint',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '用法：述及任职之前的活动，用“同志”',
  line: {
    when: '总總',
    check({ folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const m of matches(
        folded,
        /习近平(总书记)(?=在(?:浙江|福建|上海|河北|陕西|正定|宁德|厦门|福州|地方)工作(?:期间|时))/g,
      )) {
        const span = { start: m.index + 3, end: m.index + 6 };
        report({
          span,
          message: { en: 'At that time: 同志.', zh: '述及当时的活动，宜称“同志”。' },
          fix: { title: { en: 'Write 同志', zh: '改为“同志”' }, edits: [{ span, newText: '同志' }], safe: false },
        });
      }
    },
  },
});
