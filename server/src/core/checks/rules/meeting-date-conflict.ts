/** Two documents give one meeting different days. Changes when what identifies a meeting changes. */

import type { Span } from '../../text/span.ts';
import { days } from '../dates.ts';
import { bodyKey, ownMeeting, sameMeeting } from '../meetings.ts';
import { rule } from '../rule.ts';
import type { CheckView } from '../view.ts';

interface Held {
  readonly day: string;
  readonly last: string;
  readonly span: Span;
}

/** Two days for one numbered meeting in this text: each stands in one sentence with the meeting's full number. */
function* within({ doc, folded }: CheckView): Generator<{ first: Held; second: Held }> {
  const held = new Map<string, Held>();
  for (const { mention, day, last } of days(doc, 'meeting')) {
    const { span } = mention;
    const near = doc.meetings.find(
      (m) =>
        m.congress !== null &&
        m.session !== null &&
        Math.abs(m.span.start - span.start) < 40 &&
        !/[。；\n]/.test(folded.slice(Math.min(m.span.end, span.end), Math.max(m.span.start, span.start))) &&
        /举行|召开|开幕|闭幕/.test(folded.slice(span.start, span.end + 40).split(/[。；\n]/)[0]!),
    );
    if (!near) continue;
    const key = `${bodyKey(near.bodyFull ?? near.body).type}/${near.congress}/${near.session}`;
    const known = held.get(key);
    if (!known) held.set(key, { day, last, span });
    else if (known.last < day || last < known.day) {
      // 7月19日…开幕, 7月20日…闭幕: days of one meeting follow one another closely.
      if (Math.abs(Date.parse(day) - Date.parse(known.day)) / 86_400_000 > 7)
        yield { first: known, second: { day, last, span } };
    }
  }
}

export const meetingDateConflict = rule({
  id: 'meeting-date-conflict',
  category: 'metadata',
  title: { en: 'One meeting, two dates', zh: '同一会议日期不一致' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '条例第九条（十二）；逻辑：同一会议日期一致',
  check(view, report) {
    for (const { first, second } of within(view)) {
      report({
        span: second.span,
        message: { en: 'This meeting is dated {0} here and {1} elsewhere.', zh: '此处该会议日期为{0}，他处为{1}。' },
        args: [second.day, first.day],
        related: [{ span: first.span, message: { en: 'The other place', zh: '另一处' } }],
      });
    }
    const own = ownMeeting(view.doc);
    if (!own?.date || !/^\d{4}-\d\d-\d\d$/.test(own.date) || !view.workspace) return;
    const { date } = own;
    for (const other of view.workspace.others) {
      const theirs = other.meeting;
      if (!theirs?.date || !/^\d{4}-\d\d-\d\d$/.test(theirs.date)) continue;
      if (!sameMeeting(own, theirs) || theirs.date === date) continue;
      // Days of one meeting that lasts: the adopting day is its last.
      const apart = Math.abs(Date.parse(theirs.date) - Date.parse(date)) / 86_400_000;
      if (own.days !== undefined && apart <= own.days) continue;
      report({
        span: own.dateSpan,
        message: {
          en: 'This meeting is dated {0} here and {1} in another document.',
          zh: '本文中该会议日期为{0}，另一文件中为{1}。',
        },
        args: [date, theirs.date],
        related: [
          {
            uri: other.uri,
            span: theirs.dateSpan,
            message: { en: 'The day in the other document', zh: '另一文件中的日期' },
          },
        ],
      });
    }
  },
});
