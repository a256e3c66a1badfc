/** Two point marks where one belongs. Changes when which pairs are allowed changes. */
import { POINT_MARKS, replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const WEIGHT = '、，；：。！？';

export const repeatedPointMark = rule({
  id: 'repeated-point-mark',
  category: 'punctuation',
  title: { en: 'Two point marks in a row', zh: '点号连用' },
  defaultSeverity: 'error',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 5.1',
  mark: {
    chars: POINT_MARKS,
    check({ text, kind, folded }, at, report) {
      if (RESIDUE.has(kind) || POINT_MARKS.includes(folded[at - 1] ?? 'x')) return;
      let end = at + 1;
      while (end < text.length && POINT_MARKS.includes(folded[end]!)) end++;
      if (end - at < 2) return;
      const run = folded.slice(at, end);
      if (/^[！？]+$/.test(run) || /^。{3,}$/.test(run)) return;
      const best = [...run].sort((a, b) => WEIGHT.indexOf(b) - WEIGHT.indexOf(a))[0]!;
      report({
        span: { start: at, end },
        message: { en: '“{0}”: one mark too many.', zh: '“{0}”：点号不能连用。' },
        args: [text.slice(at, end)],
        // The same mark twice is a slip of the finger; of two different ones a person chooses.
        ...replace(at, end, best, new Set(run).size === 1),
      });
    },
  },
});
