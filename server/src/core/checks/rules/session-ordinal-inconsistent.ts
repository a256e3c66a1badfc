/** One meeting under two numbers in one document. Changes when which mentions mean the own meeting changes. */

import { matches } from '../chars.ts';
import { ownMentions, sameBody } from '../meetings.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const CONGRESS_AND_PLENUM = /党的(十[六七八九]|二十)大和(?:党的)?(十[六七八九]|二十)届[一二三四五六七]中/g;
const HAN = '[一二三四五六七八九十]{1,4}';
const CONGRESS = new RegExp(`第(${HAN})次(?:党员|会员|团员|妇女)?代表大会`, 'g');
const ELECTED = new RegExp(`选举(?:产生|出)(?:了)?[^，。；：]{0,16}第(${HAN})届(?:执行|纪律检查|经费审查)?委员会`, 'g');

export const sessionOrdinalInconsistent = rule({
  id: 'session-ordinal-inconsistent',
  category: 'metadata',
  title: { en: 'One meeting under two numbers', zh: '同一会议届次不一致' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：届次一致；党章第二十五条、第二十七条',
  check(view, report) {
    const { doc } = view;
    for (const line of view.lines) {
      if (!PROSE.has(line.kind)) continue;
      // 党的十九大 elects the nineteenth committee, whose plenary sessions follow.
      for (const m of line.folded.includes('大和') ? matches(line.folded, CONGRESS_AND_PLENUM) : []) {
        if (m[1] === m[2]) continue;
        const start = line.start + m.index + m[0].lastIndexOf(m[2]!);
        report({
          span: { start, end: start + m[2]!.length + 1 },
          message: { en: '“{0}届” behind “{1}大”: the numbers differ.', zh: '“{1}大”之后为“{0}届”，届次不一致。' },
          args: [m[2]!, m[1]!],
        });
      }
    }
    const congresses = new Set([...matches(view.folded, CONGRESS)].map((m) => m[1]!));
    if (congresses.size === 1) {
      const [nth] = congresses;
      for (const m of matches(view.folded, ELECTED)) {
        if (m[1] === nth) continue;
        const start = m.index + m[0].lastIndexOf(`第${m[1]}届`);
        report({
          span: { start, end: start + m[1]!.length + 2 },
          message: {
            en: 'The {0}th congress elects the committee of the same number, not the {1}th.',
            zh: '第{0}次代表大会选举产生的应为第{0}届，此处为第{1}届。',
          },
          args: [nth!, m[1]!],
        });
      }
    }
    const own = ownMentions(view).filter((m) => m.congress !== null && m.session !== null);
    // The note of a law lists every session that has adopted or amended it.
    if (own.length < 2 || doc.kind === 'law') return;
    type Mention = (typeof own)[number];
    const key = (m: Mention): string => `${m.congress}/${m.session}`;
    const same = (a: Mention, b: Mention): boolean => sameBody(a.bodyFull ?? a.body, b.bodyFull ?? b.body);
    const votes = (m: Mention): number => doc.meetings.filter((o) => key(o) === key(m) && same(o, m)).length;
    for (const first of own) {
      if (own.find((o) => same(o, first)) !== first) continue;
      const group = own.filter((o) => same(o, first));
      const m = group.find((o) => key(o) !== key(first) && view.block(o.span.start) !== view.block(first.span.start));
      if (!m) continue;
      const odd =
        votes(m) >= votes(first) && group.filter((o) => key(o) === key(first)).length === 1 && group.length > 2
          ? first
          : m;
      const other = odd === m ? first : m;
      report({
        span: odd.span,
        message: {
          en: '“{0}” here, “{1}” elsewhere for the same meeting.',
          zh: '此处为“{0}”，他处为“{1}”，届次不一致。',
        },
        args: [odd.text, other.text],
        related: [{ span: other.span, message: { en: 'The other place', zh: '另一处' } }],
      });
      return;
    }
  },
});
