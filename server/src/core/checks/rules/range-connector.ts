/** A hyphen or an ASCII tilde between the ends of a range. Changes when the shapes of ranges change. */
import { matches, replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const RANGE =
  /(^|[^0-9A-Za-z.\-~/〔[（(—:：])(\d{1,4}(?:\.\d+)?[%％‰]?(?:年|月|日|万|亿|元|岁|天)?)([-~∼])(\d{1,4}(?:\.\d+)?)(?=[%％‰年月日天个项名人岁万亿元米公千百里小时分钟周次倍度吨亩级届条家位套户种批])/g;

export const rangeConnector = rule({
  id: 'range-connector',
  category: 'punctuation',
  title: { en: 'Hyphen between the ends of a range', zh: '数值范围用了短横或波浪半角' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.13；GB/T 15835-2011 5.1.5',
  line: {
    when: '-~∼',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      for (const m of matches(text, RANGE)) {
        const start = m.index + m[1]!.length;
        const at = start + m[2]!.length;
        report({
          span: { start, end: m.index + m[0].length },
          message: { en: 'A range takes “—” or “～”, not “{0}”.', zh: '数值范围用“～”或“—”，不用“{0}”。' },
          args: [m[3]!],
          ...replace(at, at + 1, m[3] === '-' ? '—' : '～'),
        });
      }
    },
  },
});
