/** Number out of order. Changes when that judgement changes. */
import { reportNumbers } from '../numbering.ts';
import { rule } from '../rule.ts';

export const numberingOrder = rule({
  id: 'numbering-order',
  category: 'numbering',
  title: { en: 'Number out of order', zh: '序号次序颠倒' },
  defaultSeverity: 'error',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.3',
  check({ doc }, report) {
    reportNumbers(
      doc,
      'order',
      { en: '“{0}” stands where “{1}” is expected.', zh: '此处应为“{1}”，却是“{0}”，次序颠倒。' },
      report,
    );
  },
});
