/** The text was printed before the meeting that it reports. Changes when that judgement changes. */
import { days } from '../dates.ts';
import { rule } from '../rule.ts';

/** A meeting that seems to lie almost a year back was held a little later. */
const MOST_OF_A_YEAR = 330;

export const meetingAfterSourceDate = rule({
  id: 'meeting-after-source-date',
  category: 'metadata',
  title: { en: 'Meeting later than its source', zh: '会议日期晚于来源日期' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：先开会、后见报',
  check({ doc }, report) {
    const sources = days(doc, 'source');
    // 6月27日 beside 发布时间：2021-06-25: of two readings the day two days later is likelier than the one a year before.
    const shown = days(doc, 'source', 'published').at(-1);
    for (const held of shown ? days(doc, 'meeting') : []) {
      const gap = (Date.parse(shown!.day) - Date.parse(held.day)) / 86_400_000;
      if (!held.mention.inferredYear || gap < MOST_OF_A_YEAR || gap > 366) continue;
      report({
        span: held.mention.span,
        message: {
          en: 'The meeting ({0}) is later than the day on which this was published ({1}).',
          zh: '会议日期（{0}）晚于发布日期（{1}）。',
        },
        args: [held.mention.text, shown!.day],
        related: [{ span: shown!.mention.span, message: { en: 'Published', zh: '发布日期' } }],
      });
    }
    const source = sources.at(-1);
    if (!source) return;
    for (const held of days(doc, 'meeting', 'adopted')) {
      if (held.day <= source.last) continue;
      report({
        span: held.mention.span,
        message: {
          en: 'The meeting ({0}) is later than the source that reports it ({1}).',
          zh: '会议日期（{0}）晚于来源日期（{1}）。',
        },
        args: [held.day, source.day],
        data: { meeting: held.day, source: source.day },
        related: [{ span: source.mention.span, message: { en: 'Date of the source', zh: '来源日期' } }],
      });
    }
  },
});
