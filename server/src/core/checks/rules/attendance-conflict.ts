/** Different numbers of those present, here or in another document. Changes when that judgement changes. */
import { matches } from '../chars.ts';
import { ownMeeting, sameMeeting } from '../meetings.ts';
import { rule } from '../rule.ts';

const COUNT = /(出席|参加|到会)[^。；]{0,24}?(委员)(\d+)[名人](?:[，、]候补委员(\d+)[名人])?/g;

export const attendanceConflict = rule({
  id: 'attendance-conflict',
  category: 'metadata',
  title: { en: 'Attendance differs', zh: '出席人数前后不一' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：同一会议出席人数一致',
  check({ doc, folded, workspace }, report) {
    const seen: { members: string; alternates: string | undefined; start: number; end: number }[] = [];
    for (const m of matches(folded, COUNT)) {
      const here = { members: m[3]!, alternates: m[4], start: m.index, end: m.index + m[0].length };
      const other = seen.find(
        (s) => s.members !== here.members || (s.alternates && here.alternates && s.alternates !== here.alternates),
      );
      seen.push(here);
      if (!other) continue;
      report({
        span: { start: here.start, end: here.end },
        message: { en: '{0} members here, {1} above.', zh: '此处委员{0}名，前文{1}名。' },
        args: [
          `${here.members}${here.alternates ? `+${here.alternates}` : ''}`,
          `${other.members}${other.alternates ? `+${other.alternates}` : ''}`,
        ],
        related: [{ span: { start: other.start, end: other.end }, message: { en: 'The other number', zh: '另一处' } }],
      });
    }
    const own = ownMeeting(doc);
    const mine = doc.attendance;
    if (!own || !mine || !workspace) return;
    for (const { uri, meeting, attendance } of workspace.others) {
      if (!meeting || !attendance || !sameMeeting(own, meeting)) continue;
      const differs =
        (mine.members !== null && attendance.members !== null && mine.members !== attendance.members) ||
        (mine.alternates !== null && attendance.alternates !== null && mine.alternates !== attendance.alternates);
      if (!differs) continue;
      report({
        span: mine.span,
        message: {
          en: 'Another document about this meeting gives {0} and {1}.',
          zh: '另一份关于该会议的文件为{0}名、{1}名。',
        },
        args: [attendance.members ?? 0, attendance.alternates ?? 0],
        related: [{ uri, span: attendance.span, message: { en: 'The other document', zh: '另一文件' } }],
      });
    }
  },
});
