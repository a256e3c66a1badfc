/** The adoption note and the text give different days for one meeting. Changes when that judgement changes. */
import { days } from '../dates.ts';
import { rule } from '../rule.ts';

export const passedDateMismatch = rule({
  id: 'passed-date-mismatch',
  category: 'metadata',
  title: { en: 'Adopted on another day than the meeting', zh: '题注日期与会议日期不符' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '条例第九条（十二）',
  check({ doc }, report) {
    const adopted = days(doc, 'adopted');
    const held = days(doc, 'meeting');
    const first = adopted.at(-1);
    const meeting = held[0];
    if (!first || !meeting) return;
    if (held.some((h) => adopted.some((a) => a.day >= h.day && a.day <= h.last))) return;
    report({
      span: first.mention.span,
      message: { en: 'Adopted on {0}, but the meeting was on {1}.', zh: '题注日期为{0}，会议日期为{1}。' },
      args: [first.day, meeting.day],
      related: [{ span: meeting.mention.span, message: { en: 'Date of the meeting', zh: '会议日期' } }],
    });
  },
});
