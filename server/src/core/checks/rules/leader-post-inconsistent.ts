/** One person with two posts that exclude each other. Changes when which posts exclude each other changes. */
import { rule } from '../rule.ts';

const LEVEL = /^(.*?)(省|自治区|市|州|区|县|旗)/;

/** 县委书记 in one place and 县长 of the same place in another; one person may hold both, but is then given both. */
function bothHeads(a: readonly string[], b: readonly string[]): [string, string] | null {
  const head = (posts: readonly string[]): RegExpExecArray | undefined =>
    posts.map((p) => /^(.*?)(省|市|州|区|县|旗)委书记$/.exec(p)).find((m) => m !== null) ?? undefined;
  const chief = (posts: readonly string[]): RegExpExecArray | undefined =>
    posts.map((p) => /^(.*?)(省|市|州|区|县|旗)长$/.exec(p)).find((m) => m !== null) ?? undefined;
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const [party, state] = [head(x), chief(y)];
    if (!party || !state || chief(x) || head(y) || party[2] !== state[2]) continue;
    if (party[1] !== '' && state[1] !== '' && party[1] !== state[1]) continue;
    return x === a ? [party[0], state[0]] : [state[0], party[0]];
  }
  return null;
}

/** `市委书记` and `市委副书记`: same place and organ, one the deputy of the other. */
function excludes(a: string, b: string): boolean {
  if (a === b) return false;
  const plain = (s: string): string => s.replace(/[副]/g, '');
  return plain(a) === plain(b) && a.includes('副') !== b.includes('副') && LEVEL.test(a);
}

export const leaderPostInconsistent = rule({
  id: 'leader-post-inconsistent',
  category: 'metadata',
  title: { en: 'One person, two posts', zh: '同一人职务前后不一' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：职务一致',
  check({ doc, folded }, report) {
    for (let i = 0; i < doc.persons.length; i++) {
      const later = doc.persons[i]!;
      if (/原|时任|前/.test(folded.slice(Math.max(0, later.span.start - 12), later.span.start))) continue;
      for (const earlier of doc.persons.slice(0, i)) {
        if (earlier.name !== later.name) continue;
        const heads = bothHeads(earlier.positions, later.positions);
        const clash = heads?.[1] ?? later.positions.find((p) => earlier.positions.some((q) => excludes(p, q)));
        if (!clash || earlier.positions.includes(clash)) continue;
        const other = heads?.[0] ?? earlier.positions.find((q) => excludes(clash, q))!;
        report({
          span: later.span,
          message: { en: '{0}: “{1}” here, “{2}” before.', zh: '{0}：此处为“{1}”，前文为“{2}”。' },
          args: [later.name, clash, other],
          related: [{ span: earlier.span, message: { en: 'The other place', zh: '另一处' } }],
        });
        break;
      }
    }
  },
});
