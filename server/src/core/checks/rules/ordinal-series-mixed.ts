/** 首先 … 第二, 一是 … 第二: a series that changes its words midway. Changes when the mixtures change. */
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const MIXED: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[。；：])首先[，、][^。；]*[。；](?:[^首其第。；]*[。；]){0,6}?(第二)[，、]/, '其次'],
  [/(?:^|[。；：])第一，[^。；]*[。；](?:[^首其第。；]*[。；]){0,6}?(其次)[，、]/, '第二'],
  [/(?:^|[。；：])一是[^。；]*[。；](?:[^第二。；]*[。；]){0,6}?(第二)，/, '二是'],
];

export const ordinalSeriesMixed = rule({
  id: 'ordinal-series-mixed',
  category: 'numbering',
  title: { en: 'A series changes its ordinal words', zh: '序数词前后不配套' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '用法：首先—其次—最后，第一—第二，一是—二是，各自成套',
  line: {
    when: '首第',
    check({ folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const [expression, right] of MIXED) {
        const m = expression.exec(folded);
        if (!m) continue;
        const start = m.index + m[0].lastIndexOf(m[1]!);
        const span = { start, end: start + m[1]!.length };
        report({
          span,
          message: {
            en: '“{0}” does not go with the word that opened this series; “{1}” would.',
            zh: '“{0}”与前文序数词不配套，宜用“{1}”。',
          },
          args: [m[1]!, right],
          fix: {
            title: { en: 'Write “{0}”', zh: '改为“{0}”' },
            args: [right],
            edits: [{ span, newText: right }],
            safe: false,
          },
        });
      }
    },
  },
});
