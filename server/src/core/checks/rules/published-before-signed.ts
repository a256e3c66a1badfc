/** Published before it was signed or adopted. Changes when that judgement changes. */
import { type Day, days, sameDocument } from '../dates.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const publishedBeforeSigned = rule({
  id: 'published-before-signed',
  category: 'metadata',
  title: { en: 'Published before the signing or the meeting', zh: '发布日期早于成文或会议日期' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '条例第九条（十二）；逻辑：先成文、后发布',
  check({ doc, block, folded }, report) {
    // In running text it is the day of another document: 公佈於……的公告.
    const own = days(doc, 'published').filter((d) => !PROSE.has(block(d.mention.span.start).kind));
    const later = own.at(-1);
    if (!later) return;
    // 市委决定12月15日召开全会: announced, not reported.
    const ahead = ({ mention }: Day): boolean => {
      const from =
        Math.max(folded.lastIndexOf('。', mention.span.start), folded.lastIndexOf('\n', mention.span.start)) + 1;
      return /决定|将于|将在|定于|拟于|即将/.test(folded.slice(from, mention.span.end + 4));
    };
    const together = sameDocument(doc);
    const earlier = days(doc, 'signed', 'adopted', 'meeting').find(
      (d) => d.day > later.last && !ahead(d) && together(later, d),
    );
    if (!earlier) return;
    report({
      span: later.mention.span,
      message: {
        en: 'Published on {0}, before the date it rests on ({1}).',
        zh: '发布日期（{0}）早于成文或会议日期（{1}）。',
      },
      args: [later.day, earlier.day],
      related: [{ span: earlier.mention.span, message: { en: 'Signing or meeting', zh: '成文或会议日期' } }],
    });
  },
});
