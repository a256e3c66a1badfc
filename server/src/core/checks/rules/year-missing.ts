/** A document whose dates never say the year. Changes when that judgement changes. */
import { rule } from '../rule.ts';

export const yearMissing = rule({
  id: 'year-missing',
  category: 'metadata',
  title: { en: 'No full date in the document', zh: '全文没有带年份的完整日期' },
  defaultSeverity: 'information',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.5.4',
  check({ doc, folded }, report) {
    if (
      /\d{4}年\d{1,2}月\d{1,2}日|(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?!\d)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[〇○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月|民国[〇一二三四五六七八九十百\d]{1,4}年/.test(
        folded,
      )
    )
      return;
    // 全市2024年一季度重点工作推进会召开
    if (doc.title && /(?:19|20)\d{2}年/.test(doc.title.text)) return;
    const first = doc.dates.find(
      (d) => d.role !== 'mentioned' && d.role !== 'effective' && (d.inferredYear || d.value?.startsWith('--')),
    );
    if (!first) return;
    // 5月31日，召开2021年5月学习会: the month has its year beside it.
    const month = /^\d{1,2}月/.exec(folded.slice(first.span.start, first.span.start + 3))?.[0];
    if (month && new RegExp(`\\d{4}年${month}(?!\\d)`).test(folded)) return;
    // The nearest year that is named may be the one that is looked back at.
    const near = first.evidence.some((e) => e.reason === 'nearest-year');
    const year = !near && first.value && /^\d{4}/.test(first.value) ? first.value.slice(0, 4) : null;
    report({
      span: first.span,
      message: year
        ? {
            en: 'No date in this document has its year; from its contents it is {0}.',
            zh: '全文日期均无年份；据内容推断为{0}年。',
          }
        : { en: 'No date in this document gives its year.', zh: '全文日期均无年份。' },
      args: [year ?? ''],
      ...(year && {
        fix: {
          title: { en: 'Add {0}年', zh: '补上“{0}年”' },
          args: [year],
          edits: [{ span: { start: first.span.start, end: first.span.start }, newText: `${year}年` }],
          safe: false,
        },
      }),
    });
  },
});
