/**
 * Attendance: how many members and alternates came. Changes when it is told in another way.
 * `出席这次全会的市委委员63名，候补委员12名`; `出席会议的中央委员199人、候补中央委员158人`; `应到委员65人，实到58人`.
 */
import { numeralValue } from '../../text/numerals.ts';
import type { Attendance } from '../model.ts';
import type { Passage } from './passage.ts';
import { ROLE } from './sites.ts';

const N = '[0-9〇一二三四五六七八九十百]{1,5}';
const PRESENT =
  /(?:出席|参加|到会|实到)(?:了)?(?:这次|本次|此次|今天|大会)?(?:全会|会议|全体会议|大会|开幕会|闭幕会)?的?(?:有)?[，：]?/;
const MEMBERS = new RegExp(
  `^[^。；\\n]{0,24}?(?<!候补)(?:委员|代表|组成人员|会员)(?:共|有|应到)?[，：]?(?:${N}(?:名|人)[，、]?)?(?:实到|出席)?(${N})(?:名|人)`,
);
const ALTERNATES = new RegExp(
  `候补[\u4e00-\u9fff]{0,4}委员(?:共|有)?(?:应到${N}(?:名|人)?[，、])?(?:实到|出席)?(${N})(?:名|人)`,
);
/** The number before the verb: `市委委员48人、候补委员9人出席会议`, `秘书长和委员共68人出席`. */
const BEFORE = new RegExp(
  `(?<!候补)(?:委员|代表|组成人员|会员)(?:共|有|共有|计)?(${N})(?:名|人)(?:[，、]?候补[\u4e00-\u9fff]{0,4}委员(?:共|有)?(${N})(?:名|人))?，?$`,
);
const DUE = new RegExp(
  `应(?:到|出席)[^，。；\\n]{0,20}?${N}(?:名|人)?[，、]?(?:[^。；\\n]{0,12}?)(?:实到|实际出席|出席)[^，。；\\n]{0,14}?(${N})(?:名|人)`,
);

/** The first statement of attendance in a paragraph, or null. */
export function readAttendance(passage: Passage): Attendance | null {
  const { folded, sites } = passage;
  if (sites.next(ROLE.attendance, 0) < 0) return null;
  const limit = Math.min(folded.length, 6000);
  const open = /出席|应到|实到/g;
  const head = limit < folded.length ? folded.slice(0, limit) : folded;
  for (let m = open.exec(head); m !== null; m = open.exec(head)) {
    const stop = sentenceEnd(head, m.index);
    const from = head[m.index - 1] === '应' ? m.index - 1 : m.index;
    const sentence = head.slice(from, stop);
    const lead = PRESENT.exec(sentence);
    const due = DUE.exec(sentence);
    let members: string | undefined;
    let length = 0;
    if (due !== null) {
      members = due[1];
      length = due.index + due[0].length;
    } else if (lead !== null && lead.index === 0) {
      const found = MEMBERS.exec(sentence.slice(lead[0].length));
      if (found === null) {
        const told = readBefore(head, m.index);
        if (told === null) continue;
        return told;
      }
      members = found[1];
      length = lead[0].length + found[0].length;
    } else continue;
    const alternates = ALTERNATES.exec(sentence);
    if (alternates !== null) length = Math.max(length, alternates.index + alternates[0].length);
    return {
      members: members === undefined ? null : numeralValue(members),
      alternates: alternates === null ? null : numeralValue(alternates[1]!),
      span: { start: from, end: from + length },
    };
  }
  return null;
}

function readBefore(text: string, at: number): Attendance | null {
  if (!text.startsWith('出席', at)) return null;
  const found = BEFORE.exec(text.slice(Math.max(0, at - 48), at));
  if (found === null) return null;
  return {
    members: numeralValue(found[1]!),
    alternates: found[2] === undefined ? null : numeralValue(found[2]),
    span: { start: at - found[0].length, end: at + 2 },
  };
}

function sentenceEnd(text: string, from: number): number {
  for (let i = from; i < text.length && i < from + 200; i++) {
    const c = text[i];
    if (c === '。' || c === '\n') return i;
  }
  return Math.min(text.length, from + 200);
}
