/** List does not begin with one. Changes when that judgement changes. */
import { reportNumbers } from '../numbering.ts';
import { rule } from '../rule.ts';

export const numberingNotFromOne = rule({
  id: 'numbering-not-from-one',
  category: 'numbering',
  title: { en: 'List does not begin with one', zh: '序号不从一开始' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.3',
  check({ doc }, report) {
    reportNumbers(
      doc,
      'not-from-one',
      { en: 'This list begins with “{0}”, not “{1}”.', zh: '此组序号从“{0}”开始，应从“{1}”开始。' },
      report,
    );
  },
});
