/** A document without a title. Changes when that judgement changes. */
import { rule } from '../rule.ts';

export const titleMissing = rule({
  id: 'title-missing',
  category: 'metadata',
  title: { en: 'No title', zh: '没有标题' },
  defaultSeverity: 'hint',
  since: '0.1.0',
  stable: true,
  docs: '条例第九条（七）',
  check({ doc, lines }, report) {
    if (doc.title !== null || doc.policyScore < 0.3) return;
    const first = lines.find((l) => l.kind === 'paragraph' || l.kind === 'heading');
    if (!first || doc.text.length < 200) return;
    report({
      span: { start: first.start, end: Math.min(first.end, first.start + 12) },
      message: { en: 'This document begins without a title.', zh: '文首没有标题。' },
    });
  },
});
