/** The year in the document's own number is not that of its signing. Changes when that judgement changes. */
import { days } from '../dates.ts';
import { rule } from '../rule.ts';

export const docNumberYear = rule({
  id: 'doc-number-year',
  category: 'metadata',
  title: { en: 'Document number and signing date differ in year', zh: '发文字号年份与成文日期不符' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.2.5、7.3.5.4',
  check({ doc }, report) {
    const year = doc.docNumber && /[〔[［(（]((?:19|20)\d\d)[〕\]］)）]/.exec(doc.docNumber.text)?.[1];
    if (!doc.docNumber || !year) return;
    // A signing date says its year, and is never in the form of a computer: that is the page's.
    const signed = days(doc, 'signed').filter((d) => !d.mention.inferredYear && !d.mention.text.includes('-'));
    if (signed.length === 0 || signed.some((d) => d.day.startsWith(year))) return;
    // A paper signed at the turn of the year may be numbered in the next.
    const late = signed.some(
      (d) => Math.abs(Number(d.day.slice(0, 4)) - Number(year)) === 1 && /-(?:12-[23]|01-[01])/.test(d.day),
    );
    if (late) return;
    report({
      span: doc.docNumber.span,
      message: { en: 'Numbered in {0}, signed in {1}.', zh: '发文字号为{0}年，成文日期在{1}年。' },
      args: [year, signed[0]!.day.slice(0, 4)],
      related: [{ span: signed[0]!.mention.span, message: { en: 'Signing date', zh: '成文日期' } }],
    });
  },
});
