/** 作好 for 做好. Changes when that judgement changes. */
import { replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const zuoZuo = rule({
  id: 'zuo-zuo',
  category: 'term',
  title: { en: '作好 for 做好', zh: '“作好”宜为“做好”' },
  defaultSeverity: 'hint',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '用法：《现代汉语词典》“做”条',
  mark: {
    chars: '作',
    check({ folded, kind }, at, report) {
      if (!PROSE.has(kind) || folded[at + 1] !== '好') return;
      if ('工写当创制操合协著大佳诗力杰劳耕农动看运振叫称视用'.includes(folded[at - 1] ?? 'x')) return;
      const span = { start: at, end: at + 2 };
      report({
        span,
        message: { en: '做好 is the usual form.', zh: '一般写作“做好”。' },
        ...replace(at, at + 1, '做', false),
      });
    },
  },
});
