/**
 * Which documents of a run another one can contradict, from their facts alone: so that only those are checked twice.
 * Changes when a cross-document rule compares something else.
 */
import { sameBody } from '../core/checks/meetings.ts';
import { nearTitles, titleKey } from '../core/checks/titles.ts';
import type { DocumentFacts } from '../core/checks/workspace.ts';
import type { Checked } from './check-task.ts';

/** Whether two documents of one committee say what cannot both be true: dates or numbers of one session, order of two. */
function disagree(a: DocumentFacts, b: DocumentFacts): boolean {
  const [m, n] = [a.meeting!, b.meeting!];
  if (m.session === n.session) {
    const numbers = (f: DocumentFacts): string => `${f.attendance?.members}/${f.attendance?.alternates}`;
    return m.date !== n.date || (a.attendance !== null && b.attendance !== null && numbers(a) !== numbers(b));
  }
  return m.date !== null && n.date !== null && m.session! > n.session! !== m.date > n.date;
}

/** Files with the other files that matter to them. Titles that differ by a slip share their head or their tail. */
export function relatedDocuments(checked: ReadonlyMap<string, Checked>): Map<string, string[]> {
  const related = new Map<string, Set<string>>();
  const add = (file: string, other: string): void => {
    if (file === other) return;
    related.set(file, (related.get(file) ?? new Set()).add(other));
  };
  const byEdge = new Map<string, { file: string; title: string; key: string }[]>();
  const byMeeting = new Map<string, { file: string; body: string; facts: DocumentFacts }[]>();
  for (const [file, { facts }] of checked) {
    if (facts.title) {
      const key = titleKey(facts.title.text);
      for (const edge of new Set([`^${key.slice(0, 4)}`, `${key.slice(-4)}$`])) {
        byEdge.set(edge, [...(byEdge.get(edge) ?? []), { file, title: facts.title.text, key }]);
      }
    }
    const m = facts.meeting;
    if (m?.congress != null && m.session !== null) {
      const key = String(m.congress);
      byMeeting.set(key, [...(byMeeting.get(key) ?? []), { file, body: m.body, facts }]);
    }
  }
  for (const [file, { cites }] of checked) {
    for (const cited of new Set(cites)) {
      if (cited.length < 6) continue;
      const near = [...(byEdge.get(`^${cited.slice(0, 4)}`) ?? []), ...(byEdge.get(`${cited.slice(-4)}$`) ?? [])];
      for (const other of near) {
        // The very title matters only for the number that it is cited with.
        if (other.key === cited ? checked.get(other.file)?.facts.docNumber : nearTitles(other.title, cited))
          add(file, other.file);
      }
    }
  }
  for (const group of byMeeting.values()) {
    for (const a of group) {
      for (const b of group) {
        if (a.file !== b.file && disagree(a.facts, b.facts) && sameBody(a.body, b.body)) add(a.file, b.file);
      }
    }
  }
  return new Map([...related].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, others]) => [file, [...others].sort()]));
}
