/**
 * Keeps a mistake that a whole document repeats from burying the others: the first place stands in the list of problems
 * with the number of all, the rest are hints in the text. Changes when what counts as repeated changes.
 */
import type { Finding } from '../checks/run.ts';
import { type Locale, say } from '../l10n.ts';

/** More mendable findings of one rule than this in one document are one habit of its typist, not so many mistakes. */
export const MANY = 5;

const ALL = {
  en: '{0} ({1} places in this document; the others are marked in the text.)',
  zh: '{0}（本文件共 {1} 处，其余在正文中标出。）',
};

/** The findings in their order, with the repeated ones folded. Findings that only a person can mend stay as they are. */
export function foldRepeats(findings: readonly Finding[], locale: Locale): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const { rule, fix } of findings) if (fix) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  if (![...counts.values()].some((n) => n > MANY)) return findings;
  const named = new Set<string>();
  return findings.map((finding) => {
    const count = finding.fix ? (counts.get(finding.rule) ?? 0) : 0;
    if (count <= MANY) return finding;
    if (named.has(finding.rule)) return { ...finding, severity: 'hint' };
    named.add(finding.rule);
    return { ...finding, message: say(locale, ALL, finding.message, count) };
  });
}
