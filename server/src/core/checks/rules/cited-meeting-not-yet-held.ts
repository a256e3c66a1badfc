/** A text cites a national meeting that was held after it was written. Changes when the judgement changes. */

import { numeralValue } from '../../text/numerals.ts';
import { matches } from '../chars.ts';
import { NATIONAL_EVENTS } from '../data/national-events.ts';
import { latestDay } from '../dates.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const PLENUM = /(十[六七八九]|二十)届((?:[一二三四五六七]中[、和及]?)+)全会/g;
/** 党的二十大召开之年 looks ahead; its spirit, its report and what it decided do not. */
const CONGRESS =
  /党的(十[七八九]|二十)大(?=精神|报告(?!起草)|以来|之后|闭幕|作出|提出|强调|指出|擘画|描绘|确定|确立|部署|决策|关于)/g;
const AHEAD = /迎接|喜迎|即将|将于|将要|筹备|迎来|召开之前|做好.{0,8}准备/;

export const citedMeetingNotYetHeld = rule({
  id: 'cited-meeting-not-yet-held',
  category: 'metadata',
  title: { en: 'Cites a meeting that was not held yet', zh: '引用了尚未召开的会议' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：成文时会议尚未召开',
  check({ doc, lines }, report) {
    const day = latestDay(doc);
    if (day === null) return;
    const tell = (start: number, text: string, congress: number | null, session: number): void => {
      const event = NATIONAL_EVENTS.find((e) => e.congress === congress && e.session === session);
      if (!event || event.first <= day) return;
      report({
        span: { start, end: start + text.length },
        message: {
          en: 'This document is of {0}; the meeting was held on {1}.',
          zh: '本文成于{0}，而该会议于{1}召开。',
        },
        args: [day, event.first],
      });
    };
    for (const line of lines) {
      if (!PROSE.has(line.kind)) continue;
      const sentenceAt = (at: number): string => {
        const from = Math.max(line.folded.lastIndexOf('。', at), line.folded.lastIndexOf('，', at)) + 1;
        return line.folded.slice(from, at + 14);
      };
      for (const m of matches(line.folded, PLENUM)) {
        if (AHEAD.test(sentenceAt(m.index))) continue;
        const congress = numeralValue(m[1]!);
        const base = m.index + m[1]!.length + 1;
        for (const s of matches(m[2]!, /([一二三四五六七])中/g)) {
          tell(line.start + base + s.index, s[0], congress, numeralValue(s[1]!) ?? -1);
        }
      }
      for (const m of matches(line.folded, CONGRESS)) {
        if (!AHEAD.test(sentenceAt(m.index))) tell(line.start + m.index, m[0], numeralValue(m[1]!), 0);
      }
    }
  },
});
