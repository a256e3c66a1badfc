/** The text was printed before the meeting that it reports. Changes when that judgement changes. */
import { days } from '../dates.ts';
import { rule } from '../rule.ts';

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
