/** 、 before 等 or before 和. Changes when that judgement changes. */
import { remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const pointMarkBeforeDeng = rule({
  id: 'point-mark-before-deng',
  category: 'punctuation',
  title: { en: '、 before 等', zh: '“等”前用了顿号' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 B.1.2',
  mark: {
    chars: '、',
    check({ folded, kind }, at, report) {
      if (!PROSE.has(kind) || folded[at + 1] !== '等') return;
      // 等级, 等待, 等效 … begin another item.
      if (/^等(?:级|待|效|量|额|价(?!值)|同|距|候|温|边|闲)/.test(folded.slice(at + 1, at + 4))) return;
      report({
        span: { start: at, end: at + 1 },
        message: { en: 'No “、” before 等.', zh: '并列成分后的“等”之前不用顿号。' },
        ...remove(at, at + 1),
      });
    },
  },
});
