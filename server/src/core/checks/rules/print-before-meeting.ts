/** Printed before it was decided. Changes when that judgement changes. */
import { days } from '../dates.ts';
import { rule } from '../rule.ts';

export const printBeforeMeeting = rule({
  id: 'print-before-meeting',
  category: 'metadata',
  title: { en: 'Printed before the meeting or the signing', zh: '印发日期早于会议或成文日期' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.4.3；逻辑：先成文、后印发',
  check({ doc, folded }, report) {
    // Papers without 抄送 end with the printing line alone.
    const bare = days(doc, 'mentioned').filter(
      ({ mention: { span } }) =>
        folded.length - span.end < 60 && /^[ \u3000]*印发[ \u3000]*(?:\n|$)/.test(folded.slice(span.end, span.end + 8)),
    );
    const later = [...days(doc, 'printed'), ...bare].at(-1);
    if (!later) return;
    const earlier = days(doc, 'meeting', 'adopted', 'signed').find((d) => d.day > later.last);
    if (!earlier) return;
    report({
      span: later.mention.span,
      message: {
        en: 'Printed on {0}, before the date it rests on ({1}).',
        zh: '印发日期（{0}）早于会议或成文日期（{1}）。',
      },
      args: [later.day, earlier.day],
      related: [{ span: earlier.mention.span, message: { en: 'Meeting or signing', zh: '会议或成文日期' } }],
    });
  },
});
