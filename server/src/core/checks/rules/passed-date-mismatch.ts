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
    const by = (reason: string, role: 'adopted' | 'approved' = 'adopted') =>
      days(doc, role).filter((d) => d.mention.evidence.some((e) => e.reason === reason));
    // What the announcement says of the adoption, and what the note below the title says of it.
    const [note] = by('adoption-note');
    const [told] = by('promulgation');
    if (note && told && by('adoption-note').length === 1 && by('promulgation').length === 1 && note.day !== told.day) {
      report({
        span: note.mention.span,
        message: {
          en: 'Adopted on {0} here, on {1} in the announcement.',
          zh: '题注通过日期为{0}，公告所述通过日期为{1}。',
        },
        args: [note.day, told.day],
        related: [{ span: told.mention.span, message: { en: 'The announcement', zh: '公告' } }],
      });
      return;
    }
    const approved = by('adoption-note', 'approved');
    if (note && by('adoption-note').length === 1 && approved.length === 1 && approved[0]!.day < note.day) {
      report({
        span: approved[0]!.mention.span,
        message: { en: 'Approved on {0}, before it was adopted ({1}).', zh: '批准日期（{0}）早于通过日期（{1}）。' },
        args: [approved[0]!.day, note.day],
        related: [{ span: note.mention.span, message: { en: 'Adoption', zh: '通过日期' } }],
      });
    }
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
