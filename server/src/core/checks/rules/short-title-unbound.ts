/** 《决议》 without a full title before it. Changes when what counts as a short form changes. */
import { rule } from '../rule.ts';

const SHORT =
  /^(?:决议|决定|意见|通知|方案|规划|纲要|建议|办法|条例|规定|报告|公报|细则|计划|若干意见|实施意见|实施方案)$/;

const DRAFT = /[（(][^）)]{1,12}[）)]$/;

export const shortTitleUnbound = rule({
  id: 'short-title-unbound',
  category: 'reference',
  title: { en: 'Short title without its full one', zh: '简称之前没有全称' },
  defaultSeverity: 'hint',
  since: '0.1.0',
  stable: true,
  docs: '惯例：简称首次出现前应有全称',
  check({ doc, folded }, report) {
    const told = new Set<string>();
    for (const r of doc.references) {
      if (!SHORT.test(r.title) || r.shortFor !== null || told.has(r.title)) continue;
      told.add(r.title);
      const full = doc.references.some(
        (o) =>
          o.span.start < r.span.start &&
          o.title.length > r.title.length &&
          o.title.replace(DRAFT, '').endsWith(r.title),
      );
      // 作了题为《……》的报告, then 《报告》.
      const spoken = folded.slice(0, r.span.start).includes(`》的${r.title}`);
      if (full || spoken || doc.title?.text.endsWith(r.title) || doc.title?.text.includes(r.title)) continue;
      report({
        span: r.span,
        message: { en: 'No full title for 《{0}》 stands before it.', zh: '《{0}》之前没有出现全称。' },
        args: [r.title],
      });
    }
  },
});
