/** Two documents give one meeting different days. Changes when what identifies a meeting changes. */
import { ownMeeting, sameMeeting } from '../meetings.ts';
import { rule } from '../rule.ts';

export const meetingDateConflict = rule({
  id: 'meeting-date-conflict',
  category: 'metadata',
  title: { en: 'Another document dates this meeting differently', zh: '同一会议在另一文件中日期不同' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '条例第九条（十二）；逻辑：同一会议日期一致',
  check(view, report) {
    const own = ownMeeting(view.doc);
    if (!own?.date || !/^\d{4}-\d\d-\d\d$/.test(own.date) || !view.workspace) return;
    const { date } = own;
    const place = view.doc.dates.find((d) => d.value === date && (d.role === 'meeting' || d.role === 'adopted'));
    for (const other of view.workspace.others) {
      const theirs = other.meeting;
      if (!theirs?.date || !/^\d{4}-\d\d-\d\d$/.test(theirs.date)) continue;
      if (!sameMeeting(own, theirs) || theirs.date === date) continue;
      // Days of one meeting that lasts: the adopting day is its last.
      const apart = Math.abs(Date.parse(theirs.date) - Date.parse(date)) / 86_400_000;
      if (own.days !== undefined && apart <= own.days) continue;
      report({
        span: place?.span ?? own.span,
        message: {
          en: 'This meeting is dated {0} here and {1} in another document.',
          zh: '本文中该会议日期为{0}，另一文件中为{1}。',
        },
        args: [date, theirs.date],
        related: [{ uri: other.uri, span: theirs.span, message: { en: 'The other document', zh: '另一文件' } }],
      });
    }
  },
});
