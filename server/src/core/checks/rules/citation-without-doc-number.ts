/** A document is said to have been issued, without its number. Changes when the verbs change. */
import { rule } from '../rule.ts';

export const citationWithoutDocNumber = rule({
  id: 'citation-without-doc-number',
  category: 'reference',
  title: { en: 'Issued document cited without its number', zh: '引用文件未注发文字号' },
  defaultSeverity: 'hint',
  since: '0.1.0',
  stable: true,
  docs: '惯例：引用公文先引标题，后引发文字号',
  check({ doc, folded, block }, report) {
    for (const r of doc.references) {
      if (
        r.periodical === true ||
        r.title.length < 8 ||
        !/(?:意见|通知|办法|方案|决定|规定|计划|规划)$/.test(folded.slice(r.span.start + 1, r.span.end - 1))
      )
        continue;
      const before = folded.slice(Math.max(0, r.span.start - 8), r.span.start);
      if (!/(?:印发|下发|转发|发布)(?:了|实施|的)?$/.test(before)) continue;
      // 关于印发《……方案》的通知: the very document that issues it.
      if (/^的(?:通知|通报|函|批复|公告|决定|命令)/.test(folded.slice(r.span.end, r.span.end + 4))) continue;
      if (block(r.span.start).kind === 'title') continue;
      if (/^[（(]/.test(folded.slice(r.span.end, r.span.end + 1))) continue;
      report({
        span: r.span,
        message: {
          en: 'An issued document is cited with its number behind the title.',
          zh: '引用已印发的文件，标题后宜注明发文字号。',
        },
      });
    }
  },
});
