/** Different numbers of those present, here or in another document. Changes when that judgement changes. */
import { matches } from '../chars.ts';
import { ownMeeting, sameMeeting } from '../meetings.ts';
import { rule } from '../rule.ts';

const COUNT = /(出席|参加|到会)[^。；]{0,24}?(委员)(\d+)[名人](?:[，、]候补委员(\d+)[名人])?/g;

/** 应到330人，请假4人，实到326人, in this order or with 实到 before 缺席. */
const DUE = /应(?:到|出席)[^0-9，。；]{0,10}(\d+)[名人位]/;
const AWAY = /(?:请假|缺席|缺勤)[^0-9，。；]{0,8}(\d+)[名人位]/;
const HERE = /实到[^0-9，。；]{0,10}(\d+)[名人位]/;

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
    for (let at = folded.indexOf('实到'); at >= 0; at = folded.indexOf('实到', at + 2)) {
      const near = Math.max(0, at - 200);
      const index = near + Math.max(0, folded.slice(near, at).search(/[^。\n]*$/));
      const sentence = folded.slice(index, at + 24).split(/[。\n]/)[0]!;
      const due = DUE.exec(sentence);
      const here = HERE.exec(sentence);
      if (!due || !here) continue;
      const away = AWAY.exec(sentence);
      const expected = Number(due[1]) - Number(away?.[1] ?? 0);
      const present = Number(here[1]);
      if (away ? present === expected : present <= expected) continue;
      report({
        span: { start: index + here.index, end: index + here.index + here[0].length },
        message: away
          ? { en: '{0} due less {1} away make {2}, not {3}.', zh: '应到{0}人，请假{1}人，实到应为{2}人，此处为{3}人。' }
          : { en: '{0} were due, {3} are said to be present.', zh: '应到{0}人，实到{3}人，实到多于应到。' },
        args: [due[1]!, away?.[1] ?? 0, expected, present],
        related: [
          {
            span: { start: index + due.index, end: index + due.index + due[0].length },
            message: { en: 'Those due', zh: '应到人数' },
          },
        ],
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
          en: `Another document about this meeting gives {0}${attendance.alternates === null ? '' : ' and {1} alternates'}.`,
          zh: `另一份关于该会议的文件为{0}名${attendance.alternates === null ? '' : '、候补{1}名'}。`,
        },
        args: [attendance.members ?? 0, attendance.alternates ?? 0],
        related: [{ uri, span: attendance.span, message: { en: 'The other document', zh: '另一文件' } }],
      });
    }
  },
});
