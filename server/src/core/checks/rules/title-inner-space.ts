/** A blank inside 《》, where a line broke when the title was printed. Changes when that judgement changes. */
import { isChinese, remove } from '../chars.ts';
import { rule } from '../rule.ts';

export const titleInnerSpace = rule({
  id: 'title-inner-space',
  category: 'reference',
  title: { en: 'Blank inside a cited title', zh: '书名号内有空格' },
  defaultSeverity: 'hint',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '用法：引用标题时，回行处不留空格',
  check({ doc, text }, report) {
    for (const r of doc.references) {
      for (let i = r.span.start + 1; i < r.span.end - 1; i++) {
        if (text[i] !== ' ' && text[i] !== '\u3000') continue;
        let end = i + 1;
        while (text[end] === ' ' || text[end] === '\u3000') end++;
        // Right behind 《 or before 》 it is a slip like any other.
        const inner = i > r.span.start + 1 && end < r.span.end - 1;
        if (inner && isChinese(text[i - 1]) && isChinese(text[end])) {
          report({
            span: { start: i, end },
            message: {
              en: 'A blank inside the title: a line broke here when it was printed?',
              zh: '书名号内有空格，疑为原标题回行处。',
            },
            ...remove(i, end, false),
          });
        }
        i = end;
      }
    }
  },
});
