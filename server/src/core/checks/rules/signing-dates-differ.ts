/** The head of the page and the signature give different signing dates. Changes when that judgement changes. */
import { days } from '../dates.ts';
import { rule } from '../rule.ts';

export const signingDatesDiffer = rule({
  id: 'signing-dates-differ',
  category: 'metadata',
  title: { en: 'Two signing dates', zh: '成文日期前后不一' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.5.4；逻辑：一文一个成文日期',
  check({ doc, block }, report) {
    const signed = days(doc, 'signed');
    const head = signed.find((d) => block(d.mention.span.start).kind === 'head');
    const below = signed.filter((d) => block(d.mention.span.start).kind === 'signature');
    const other = below[0];
    // Attachments may bear dates of their own.
    if (!head || below.length !== 1 || !other || head.day === other.day) return;
    report({
      span: head.mention.span,
      message: { en: 'Signed on {0} here, on {1} below.', zh: '此处成文日期为{0}，落款为{1}。' },
      args: [head.day, other.day],
      related: [{ span: other.mention.span, message: { en: 'The signature', zh: '落款' } }],
    });
  },
});
