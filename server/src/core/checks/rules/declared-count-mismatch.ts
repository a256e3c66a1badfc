/** A stated count and the list that answers it differ in number. Changes when that judgement changes. */
import { rule } from '../rule.ts';

export const declaredCountMismatch = rule({
  id: 'declared-count-mismatch',
  category: 'enumeration',
  title: { en: 'Stated count differs from the list', zh: '声明的数目与列举不符' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：数目与列举一致',
  check({ doc }, report) {
    for (const e of doc.enumerations) {
      if (e.items.length === e.count) continue;
      report({
        span: e.declaredSpan,
        message: { en: '“{0}” states {1}, but {2} are listed.', zh: '“{0}”声明 {1} 项，实际列出 {2} 项。' },
        args: [e.declared, e.count, e.items.length],
        data: { declared: e.count, listed: e.items.length },
      });
    }
  },
});
