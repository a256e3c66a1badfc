/** A comma inside a cited title. Changes when that judgement changes. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { hasGenre } from '../titles.ts';

export const titleInnerPunctuation = rule({
  id: 'title-inner-punctuation',
  category: 'reference',
  title: { en: 'Comma inside a title', zh: '标题内用了逗号' },
  defaultSeverity: 'hint',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.1；惯例：公文标题除书名号、引号、顿号外一般不用标点',
  check({ doc, folded }, report) {
    for (const r of doc.references) {
      if (r.periodical === true || !hasGenre(r.title)) continue;
      const title = folded.slice(r.span.start, r.span.end);
      for (const m of matches(title, /[，；。]/g)) {
        const start = r.span.start + m.index;
        report({
          span: { start, end: start + 1 },
          message: { en: '“{0}” inside the title of a document.', zh: '公文标题内一般不用“{0}”。' },
          args: [m[0]],
        });
        break;
      }
    }
  },
});
