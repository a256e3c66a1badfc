/** 等等 before a noun, where 等 is meant. Changes when that judgement changes. */
import { isHan, remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const doubledDeng = rule({
  id: 'doubled-deng',
  category: 'punctuation',
  title: { en: '等等 before a noun', zh: '“等等”后接名词' },
  defaultSeverity: 'information',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '用法：“等等”用于列举末尾，不再接名词',
  mark: {
    chars: '等',
    check({ text, folded, kind }, at, report) {
      if (!PROSE.has(kind) || text[at + 1] !== '等' || text[at - 1] === '等') return;
      if (!isHan(text[at + 2]) || '等于就都也而是的在'.includes(folded[at + 2]!)) return;
      report({
        span: { start: at, end: at + 2 },
        message: { en: '等等 ends a list; before a noun 等 is enough.', zh: '“等等”后接名词时，用一个“等”即可。' },
        ...remove(at + 1, at + 2, false),
      });
    },
  },
});
