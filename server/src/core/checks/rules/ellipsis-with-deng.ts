/** 等 behind an ellipsis. Changes when that judgement changes. */
import { matches, remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const SHAPE = /(?:…+|\.{3,})等等?|等等?(?:…+)/g;

export const ellipsisWithDeng = rule({
  id: 'ellipsis-with-deng',
  category: 'punctuation',
  title: { en: 'Ellipsis together with 等', zh: '省略号与“等”并用' },
  defaultSeverity: 'information',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 A.9',
  line: {
    when: '…',
    check({ text, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const m of matches(text, SHAPE)) {
        const start = m.index;
        const end = start + m[0].length;
        const deng = m[0].indexOf('等');
        const dots: [number, number] = deng === 0 ? [start + m[0].indexOf('…'), end] : [start, start + deng];
        report({
          span: { start, end },
          message: { en: '“{0}”: either the ellipsis or 等.', zh: '“{0}”：省略号不与“等”“等等”并用。' },
          args: [m[0]],
          ...remove(dots[0], dots[1], false),
        });
      }
    },
  },
});
