/** A title cited with other words than the document in the workspace has. Changes when what counts as near changes. */
import { rule } from '../rule.ts';
import { documentTitles, nearTitles, titleKey } from '../titles.ts';

export const quotedTitleMismatch = rule({
  id: 'quoted-title-mismatch',
  category: 'reference',
  title: { en: 'Cited title differs from the document', zh: '引用标题与原文件不符' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '惯例：引用公文写全标题；逻辑：一文一题',
  check({ doc, workspace }, report) {
    if (!workspace || workspace.others.length === 0) return;
    for (const r of documentTitles(doc.references)) {
      const cited = titleKey(r.title);
      if (workspace.others.some((o) => o.title && titleKey(o.title.text) === cited)) continue;
      const near = workspace.others.find((o) => o.title && nearTitles(o.title.text, r.title));
      if (!near?.title) continue;
      const span = { start: r.span.start + 1, end: r.span.end - 1 };
      const newText = near.title.text.replace(/(?<=[\u4e00-\u9fff”])\s+(?=[\u4e00-\u9fff“])/g, '');
      report({
        span: r.span,
        message: { en: 'The document itself is called 《{0}》.', zh: '原文件标题为《{0}》。' },
        args: [newText],
        related: [{ uri: near.uri, span: near.title.span, message: { en: 'Its title', zh: '原文件标题' } }],
        fix: { title: { en: 'Take over its title', zh: '改用原标题' }, edits: [{ span, newText }], safe: false },
      });
    }
  },
});
