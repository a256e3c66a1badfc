/** Simplified forms, or the wrong one of two Traditional forms, in a Traditional document. Changes when the judgement changes. */
import { brokenStretches } from '../../text/garbled.ts';
import { rule } from '../rule.ts';
import { scriptSlips } from '../script-words.ts';

export const traditionalLeftover = rule({
  id: 'traditional-leftover',
  category: 'script',
  title: { en: 'Form left over from conversion', zh: '繁体文本中的简体字或误转字' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '繁简转换：按词判断（OpenCC 词表）',
  line: {
    check({ text, folded, script }, report) {
      if (script !== 'hant') return;
      const lost = brokenStretches(text);
      for (const { at, length, printed, expected, regional } of scriptSlips(text, folded)) {
        if (regional || lost.some((s) => s.start <= at && at < s.end)) continue;
        const span = { start: at, end: at + length };
        report({
          span,
          message: {
            en: '“{0}” in a Traditional text; “{1}” is meant here.',
            zh: '繁体文本中的“{0}”，此处应为“{1}”。',
          },
          args: [printed, expected],
          fix: {
            title: { en: 'Write “{0}”', zh: '改为“{0}”' },
            args: [expected],
            edits: [{ span, newText: expected }],
            safe: false,
          },
        });
      }
    },
  },
});
