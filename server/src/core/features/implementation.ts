/**
 * Passages that enumerate or elaborate what is under the cursor. Changes when elaboration is recognised otherwise.
 */
import { termKey } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { sameSense } from '../workspace/senses.ts';
import type { DocumentSummary, OutlineItem } from '../workspace/summary.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chief, subjects } from './subject.ts';
import type { Target } from './types.ts';

const MOST = 50;

/** Enumerations of the term first, then the sections whose headings name it; the own document before others. */
export function implementation(workspace: Workspace, uri: string, offset: number): Target[] {
  const subject = chief(subjects(workspace, uri, offset));
  const own = workspace.summary(uri);
  if (!subject || !own) return [];
  if (subject.kind === 'enumeration') {
    return subject.enumeration.items.map((item) => ({
      uri,
      span: item.span,
      selection: item.span,
      origin: subject.span,
      reason: 'enumeration',
    }));
  }
  if (subject.kind !== 'term') return [];
  const { key } = subject;
  const found: Target[] = [];
  const visit = (s: DocumentSummary): void => {
    const push = (span: Span, selection: Span, reason: Target['reason']): void => {
      found.push({ uri: s.uri, span, selection, origin: subject.span, reason });
    };
    for (const e of s.enumerations) if (e.key.includes(key)) push(e.span, e.declaredSpan, 'enumeration');
    const walk = (items: readonly OutlineItem[]): void => {
      for (const item of items) {
        if (termKey(item.title).includes(key)) push(item.span, item.headingSpan, 'elaboration');
        walk(item.children);
      }
    };
    walk(s.outline);
  };
  visit(own);
  for (const s of workspace.mentioning(key)) {
    if (found.length >= MOST) break;
    if (s.uri !== uri && sameSense(workspace, own, s, key)) visit(s);
  }
  return found.slice(0, MOST);
}
