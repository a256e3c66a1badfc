/** Mentions of what is under the cursor in the same document. Changes when highlighting tells more apart. */
import { encloses, type Span } from '../text/span.ts';
import { sameMeeting } from '../workspace/meetings.ts';
import { numberKey, titleKey } from '../workspace/titles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chief, subjects } from './subject.ts';
import type { Highlight } from './types.ts';

/** In the order of their places. */
export function highlights(workspace: Workspace, uri: string, offset: number): Highlight[] {
  const subject = chief(subjects(workspace, uri, offset));
  const summary = workspace.summary(uri);
  const document = workspace.document(uri);
  if (!subject || !summary || !document) return [];
  const text = (span: Span): Highlight => ({ span, kind: 'text' });
  switch (subject.kind) {
    case 'term': {
      const id = workspace.ids.find(subject.key);
      const definitions = summary.definitions.filter((d) => d.key === id);
      return workspace.places(uri, subject.key).map((m) => ({
        span: m.span,
        kind: definitions.some((d) => encloses(d.span, m.span)) ? 'declaration' : 'text',
      }));
    }
    case 'title': {
      const key = subject.reference.match;
      const all = summary.references.filter((r) => r.match === key).map((r) => text(r.span));
      return summary.title && titleKey(summary.title.text) === key
        ? [{ span: summary.title.span, kind: 'declaration' }, ...all]
        : all;
    }
    case 'own-title': {
      const key = titleKey(subject.title.text);
      const all = summary.references.filter((r) => r.match === key).map((r) => text(r.span));
      return [{ span: subject.span, kind: 'declaration' }, ...all];
    }
    case 'number': {
      const key = numberKey(subject.text);
      const own = summary.docNumber && numberKey(summary.docNumber.text) === key ? [summary.docNumber.span] : [];
      const cited = summary.citations.filter((c) => c.kind === 'document-number' && numberKey(c.text) === key);
      return [...own.map((span): Highlight => ({ span, kind: 'declaration' })), ...cited.map((c) => text(c.span))];
    }
    case 'meeting':
      return document.meetings
        .filter((m) => m.span.start === subject.span.start || sameMeeting(m, subject.meeting))
        .map((m) => text(m.span));
    case 'person':
      return workspace.places(uri, subject.person.name).map((m) => text(m.span));
    case 'enumeration':
      return [
        { span: subject.enumeration.declaredSpan, kind: 'declaration' },
        ...subject.enumeration.items.map((item) => text(item.span)),
      ];
    default:
      return [];
  }
}
