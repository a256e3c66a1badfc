/** One meeting under two numbers in one document. Changes when which mentions mean the own meeting changes. */
import { ownMentions, sameBody } from '../meetings.ts';
import { rule } from '../rule.ts';

export const sessionOrdinalInconsistent = rule({
  id: 'session-ordinal-inconsistent',
  category: 'metadata',
  title: { en: 'One meeting under two numbers', zh: '同一会议届次不一致' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '党章第二十五条、第二十七条；逻辑：届次一致',
  check(view, report) {
    const { doc } = view;
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
