/** A form that only some regions use in Traditional text. Changes when the judgement changes. */
import { rule } from '../rule.ts';
import { scriptSlips } from '../script-words.ts';

export const traditionalRegionalVariant = rule({
  id: 'traditional-regional-variant',
  category: 'script',
  title: { en: 'Form that differs between regions', zh: '各地写法不同的字' },
  defaultSeverity: 'hint',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '繁体用字：台湾、香港标准不同',
  line: {
    check({ text, folded, script }, report) {
      if (script !== 'hant') return;
      for (const { at, length, printed, expected, regional } of scriptSlips(text, folded)) {
        if (!regional) continue;
        const span = { start: at, end: at + length };
        report({
          span,
          message: { en: '“{0}” here; some regions write “{1}”.', zh: '此处用“{0}”，有的地区写作“{1}”。' },
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
