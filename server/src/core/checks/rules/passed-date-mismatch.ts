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
  check({ doc, folded }, report) {
    const adopted = days(doc, 'adopted');
    // In the text the day may stand right before or behind the meeting that is held.
    const beside = days(doc, 'mentioned').filter(({ mention: { span } }) =>
      doc.meetings.some((m) => {
        if (m.session === null || m.session !== doc.meeting?.session || m.congress !== doc.meeting.congress)
          return false;
        const after = folded.slice(Math.max(span.end, m.span.end), Math.max(span.end, m.span.end) + 10);
        const gap = m.span.start >= span.end ? m.span.start - span.end : span.start - m.span.end;
        return gap >= 0 && gap <= 3 && /^[^，。]{0,6}(?:举行|召开|审议|通过)/.test(after);
      }),
    );
    const held = [...days(doc, 'meeting'), ...beside];
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
