/** 《titles》 and document numbers that resolve to documents of the workspace. Changes when something else can be linked. */
import type { Span } from '../text/span.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DocumentLink } from './types.ts';

/** In the order of their places; a reference of the document to itself is no link. */
export function documentLinks(workspace: Workspace, uri: string): DocumentLink[] {
  const summary = workspace.summary(uri);
  if (!summary) return [];
  const found: DocumentLink[] = [];
  const push = (span: Span, targets: readonly DocumentSummary[]): void => {
    const to = targets.find((t) => t.uri !== uri);
    if (!to) return;
    found.push({
      span,
      target: { uri: to.uri, span: to.title?.span ?? { start: 0, end: 0 } },
      tooltip: to.title?.text ?? '',
    });
  };
  for (const r of summary.references) {
    if (!r.periodical) push(r.span, workspace.byTitle(r.shortFor ?? r.title));
  }
  for (const c of summary.citations) {
    if (c.kind === 'document-number') push(c.span, workspace.byNumber(c.text));
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
