/** By their numbers two meetings stand in one order, by their dates in the other. Changes when that judgement changes. */
import { bodyKey, ownMeeting } from '../meetings.ts';
import { rule } from '../rule.ts';

export const sessionOrderVsDate = rule({
  id: 'session-order-vs-date',
  category: 'metadata',
  title: { en: 'Order of sessions contradicts their dates', zh: '会议届次顺序与日期顺序相反' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '党章第二十五条、第二十七条；逻辑',
  check({ doc, workspace }, report) {
    const own = ownMeeting(doc);
    if (!own?.date || own.congress === null || own.session === null || !workspace) return;
    const here = bodyKey(own.body);
    if (here.place === '' && here.level !== '中央') return;
    for (const { uri, meeting } of workspace.others) {
      if (!meeting?.date || meeting.congress === null || meeting.session === null) continue;
      const there = bodyKey(meeting.body);
      if (there.type !== here.type || there.level !== here.level || there.place !== here.place) continue;
      const byNumber = own.congress * 1000 + own.session - (meeting.congress * 1000 + meeting.session);
      if (byNumber === 0 || own.date.length !== 10 || meeting.date.length !== 10 || own.date === meeting.date) continue;
      if (byNumber > 0 === own.date > meeting.date) continue;
      report({
        span: own.span,
        message: {
          en: '{0}届{1}次 on {2}, but {3}届{4}次 on {5}.',
          zh: '{0}届{1}次会议在{2}，而{3}届{4}次会议在{5}，先后颠倒。',
        },
        args: [own.congress, own.session, own.date, meeting.congress, meeting.session, meeting.date],
        related: [{ uri, span: meeting.span, message: { en: 'The other meeting', zh: '另一次会议' } }],
      });
      return;
    }
  },
});
