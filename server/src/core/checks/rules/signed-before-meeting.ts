/** Signed before the meeting that adopted it. Changes when that judgement changes. */
import { days } from '../dates.ts';
import { rule } from '../rule.ts';

export const signedBeforeMeeting = rule({
  id: 'signed-before-meeting',
  category: 'metadata',
  title: { en: 'Signed before the meeting', zh: '成文日期早于会议日期' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '条例第九条（十二）',
  check({ doc }, report) {
    const later = days(doc, 'signed').at(-1);
    if (!later) return;
    const earlier = days(doc, 'meeting', 'adopted', 'approved').find((d) => d.day > later.last);
    if (!earlier) return;
    report({
      span: later.mention.span,
      message: {
        en: 'Signed on {0}, before the meeting that adopted it ({1}).',
        zh: '成文日期（{0}）早于通过它的会议（{1}）。',
      },
      args: [later.day, earlier.day],
      related: [{ span: earlier.mention.span, message: { en: 'Meeting', zh: '会议日期' } }],
    });
  },
});
