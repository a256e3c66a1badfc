/** A name that was changed before the document was written. Changes when a name changes. */

import { matches } from '../chars.ts';
import { RENAMED } from '../data/renamed.ts';
import { latestDay } from '../dates.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const termByDate = rule({
  id: 'term-by-date',
  category: 'term',
  title: { en: 'Name that is no longer used', zh: '名称已更改' },
  defaultSeverity: 'information',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '用法：名称以成文时为准',
  check({ doc, folded, block }, report) {
    const day = latestDay(doc);
    if (day === null) return;
    for (const { old, now, since, any } of RENAMED) {
      if (day < since) continue;
      for (const m of matches(folded, any)) {
        if (!PROSE.has(block(m.index).kind)) continue;
        const span = { start: m.index, end: m.index + m[0].length };
        report({
          span,
          message: { en: '“{0}” is called “{1}” since {2}.', zh: '“{0}”自{2}起改称“{1}”。' },
          args: [old, now, since],
          tags: ['deprecated'],
          fix: {
            title: { en: 'Write “{0}”', zh: '改为“{0}”' },
            args: [now],
            edits: [{ span, newText: now }],
            safe: false,
          },
        });
        break;
      }
    }
  },
});
