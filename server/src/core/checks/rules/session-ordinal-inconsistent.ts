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
    const votes = new Map<string, number>();
    const key = (m: (typeof own)[number]): string => `${m.congress}/${m.session}`;
    for (const m of doc.meetings) {
      if (
        m.congress !== null &&
        m.session !== null &&
        sameBody(m.bodyFull ?? m.body, own[0]!.bodyFull ?? own[0]!.body)
      ) {
        votes.set(key(m), (votes.get(key(m)) ?? 0) + 1);
      }
    }
    const first = own[0]!;
    for (const m of own.slice(1)) {
      if (
        key(m) === key(first) ||
        view.block(m.span.start) === view.block(first.span.start) ||
        !sameBody(m.bodyFull ?? m.body, first.bodyFull ?? first.body)
      )
        continue;
      const odd =
        (votes.get(key(m)) ?? 0) >= (votes.get(key(first)) ?? 0) &&
        own.filter((o) => key(o) === key(first)).length === 1 &&
        own.length > 2
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
