/** Words that are often miswritten. Changes when the list changes. */

import { matches, replace } from '../chars.ts';
import { IN_CONTEXT, TYPOS } from '../data/typos.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const ANY = new RegExp([...TYPOS.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

export const commonTypo = rule({
  id: 'common-typo',
  category: 'term',
  title: { en: 'Miswritten word', zh: '常见错别字' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '《现代汉语词典》；《第一批异形词整理表》',
  line: {
    check({ folded, text, kind, script }, report) {
      if (!PROSE.has(kind) && kind !== 'title') return;
      const found = [
        ...[...matches(folded, ANY)].map((m) => ({ m, right: TYPOS.get(m[0])! })),
        ...IN_CONTEXT.filter(([needle]) => folded.includes(needle)).flatMap(([, expression, right]) =>
          [...matches(folded, expression)].map((m) => ({ m, right })),
        ),
      ];
      for (const { m, right } of found) {
        const end = m.index + m[0].length;
        report({
          span: { start: m.index, end },
          message: { en: '“{0}” is miswritten: “{1}”.', zh: '“{0}”应为“{1}”。' },
          args: [text.slice(m.index, end), right],
          ...(script === 'hans' && replace(m.index, end, right, false)),
        });
      }
    },
  },
});
