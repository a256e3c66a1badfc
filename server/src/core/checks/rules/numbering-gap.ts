/** A number is left out between two headings of one series. Changes when that judgement changes. */
import { reportNumbers } from '../numbering.ts';
import { rule } from '../rule.ts';

export const numberingGap = rule({
  id: 'numbering-gap',
  category: 'numbering',
  title: { en: 'Number left out', zh: '序号缺失' },
  defaultSeverity: 'error',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.3',
  check({ doc }, report) {
    reportNumbers(
      doc,
      'gap',
      { en: '“{0}” follows where “{1}” should stand.', zh: '此处应为“{1}”，却是“{0}”，序号不连续。' },
      report,
    );
  },
});
