/** 07月05日. Changes when that judgement changes. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const PADDED = /(\d{4}年)?(0?)(\d{1,2})月(?:(0?)(\d{1,2})日)?/g;

export const datePadded = rule({
  id: 'date-padded',
  category: 'metadata',
  title: { en: 'Month or day padded with zero', zh: '月、日编了虚位' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.5.4',
  line: {
    when: '0０',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind) || kind === 'source') return;
      for (const m of matches(text, PADDED)) {
        if (m[2] === '' && !m[4]) continue;
        const end = m.index + m[0].length;
        // 2024年04月06日 16:40: a machine has set the time.
        if (/^\s?[0-2]?\d[:：]\d\d/.test(text.slice(end)) || /版次|第[0-9A-Z]+版|:\/\//.test(text)) continue;
        const right = `${m[1] ?? ''}${Number(m[3])}月${m[5] ? `${Number(m[5])}日` : ''}`;
        report({
          span: { start: m.index, end },
          message: {
            en: 'Months and days are written without a leading zero: {0}.',
            zh: '月、日不编虚位，写作“{0}”。',
          },
          args: [right],
          fix: {
            title: { en: 'Write {0}', zh: '改为“{0}”' },
            args: [right],
            edits: [{ span: { start: m.index, end }, newText: right }],
            safe: true,
          },
        });
      }
    },
  },
});
