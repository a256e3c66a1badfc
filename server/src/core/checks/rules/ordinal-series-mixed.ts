/** 首先 … 第二, 一是 … 第二: a series that changes its words midway. Changes when the mixtures change. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const OPENS = /(?:^|[。；：\s\u3000])(首先|第一|一是|其一)(?=[，、]|(?<=是))/g;
const SECONDS = /[。；：，](其次|第二|二是|其二)(?=[，、]|(?<=是))/g;
const RIGHT: Readonly<Record<string, string>> = { 首先: '其次', 第一: '第二', 一是: '二是', 其一: '其二' };
const FARTHEST = 600;

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
    when: '首第是其',
    check({ folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      const seconds = [...matches(folded, SECONDS)].map((m) => ({ word: m[1]!, start: m.index + 1 }));
      if (seconds.length === 0) return;
      const firsts = [...matches(folded, OPENS)].map((m) => ({ word: m[1]!, end: m.index + m[0].length }));
      firsts.forEach(({ word, end }, i) => {
        const until = Math.min(firsts[i + 1]?.end ?? folded.length, end + FARTHEST);
        const inside = seconds.filter((s) => s.start > end && s.start < until);
        const right = RIGHT[word]!;
        const odd = inside[0];
        // Another series may begin inside an item: only one without its own second word is broken.
        if (!odd || inside.some((s) => s.word === right)) return;
        const span = { start: odd.start, end: odd.start + odd.word.length };
        report({
          span,
          message: {
            en: '“{0}” does not go with “{1}”, which opened this series; “{2}” would.',
            zh: '“{0}”与前文“{1}”不配套，宜用“{2}”。',
          },
          args: [odd.word, word, right],
          fix: {
            title: { en: 'Write “{0}”', zh: '改为“{0}”' },
            args: [right],
            edits: [{ span, newText: right }],
            safe: false,
          },
        });
      });
    },
  },
});
