/** 亲自 of leaders' ordinary work. Changes when that judgement changes. */
import { matches, remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const qinzi = rule({
  id: 'qinzi',
  category: 'term',
  title: { en: '亲自 of ordinary work', zh: '慎用“亲自”' },
  defaultSeverity: 'hint',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '新华社规范：对领导同志的活动不用“亲自”',
  line: {
    when: '亲',
    check({ folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const m of matches(folded, /亲自(?=研究|抓|过问|参加|主持|挂帅|带队|协调|督办|听取|审定)/g)) {
        const end = m.index + 2;
        report({
          span: { start: m.index, end },
          message: { en: 'Usually 亲自 is left out.', zh: '对领导同志的工作一般不用“亲自”。' },
          ...remove(m.index, end, false),
        });
      }
    },
  },
});
