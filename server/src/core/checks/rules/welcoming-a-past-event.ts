/** A text welcomes a congress that is over. Changes when the judgement changes. */

import { numeralValue } from '../../text/numerals.ts';
import { matches } from '../chars.ts';
import { NATIONAL_EVENTS } from '../data/national-events.ts';
import { earliestDay } from '../dates.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const WELCOME =
  /以[^，。；]{2,14}(?:迎接|喜迎|迎庆)(?:党的)?(十[八九]|二十)大(?:的?胜利召开|召开)?|(?:迎接|喜迎)党的(十[八九]|二十)大的?胜利召开/g;

export const welcomingAPastEvent = rule({
  id: 'welcoming-a-past-event',
  category: 'metadata',
  title: { en: 'Welcomes an event that is over', zh: '“迎接”已经召开的会议' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：会议已经召开',
  check({ doc, lines }, report) {
    const day = earliestDay(doc);
    if (day === null) return;
    for (const line of lines) {
      if (!PROSE.has(line.kind) || !line.folded.includes('迎')) continue;
      for (const m of matches(line.folded, WELCOME)) {
        const congress = numeralValue(m[1] ?? m[2]!);
        const event = NATIONAL_EVENTS.find((e) => e.congress === congress && e.session === 0);
        const sentence = line.folded.slice(line.folded.lastIndexOf('。', m.index) + 1, m.index);
        if (!event || event.last >= day || /去年|过去|以来|当时|\d{4}年/.test(sentence)) continue;
        report({
          span: { start: line.start + m.index, end: line.start + m.index + m[0].length },
          message: {
            en: 'This document is of {0}; the congress closed on {1}.',
            zh: '本文成于{0}，该大会已于{1}闭幕。',
          },
          args: [day, event.last],
        });
      }
    }
  },
});
