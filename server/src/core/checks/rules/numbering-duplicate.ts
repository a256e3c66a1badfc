/** Number used twice. Changes when that judgement changes. */
import { reportNumbers } from '../numbering.ts';
import { rule } from '../rule.ts';

export const numberingDuplicate = rule({
  id: 'numbering-duplicate',
  category: 'numbering',
  title: { en: 'Number used twice', zh: '序号重复' },
  defaultSeverity: 'error',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.3',
  check({ doc }, report) {
    reportNumbers(
      doc,
      'duplicate',
      { en: '“{0}” stands here again; “{1}” is expected.', zh: '序号“{0}”重复，此处应为“{1}”。' },
      report,
    );
  },
});
