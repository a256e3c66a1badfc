/** One document cited under two titles in one text. Changes when what counts as near changes. */
import { rule } from '../rule.ts';
import { documentTitles, nearTitles, titleKey } from '../titles.ts';

export const quotedTitleVariant = rule({
  id: 'quoted-title-variant',
  category: 'reference',
  title: { en: 'One document, two titles', zh: '同一文件标题前后不一' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：一文一题',
  check({ doc }, report) {
    const titles = documentTitles(doc.references);
    const votes = new Map<string, number>();
    for (const t of titles) votes.set(titleKey(t.title), (votes.get(titleKey(t.title)) ?? 0) + 1);
    const known: { title: string; start: number; end: number }[] = [];
    if (doc.title && doc.title.text.length >= 8) known.push({ title: doc.title.text, ...doc.title.span });
    const told = new Set<string>();
    for (const t of titles) {
      const key = titleKey(t.title);
      const other = known.find((k) => nearTitles(k.title, t.title));
      if (!known.some((k) => titleKey(k.title) === key)) known.push({ title: t.title, ...t.span });
      if (!other || told.has(key)) continue;
      told.add(key);
      const more =
        (votes.get(key) ?? 0) > (votes.get(titleKey(other.title)) ?? 0) && other.start !== doc.title?.span.start;
      const wrong = more ? { start: other.start, end: other.end } : t.span;
      const right = more ? t.title : other.title;
      report({
        span: wrong,
        message: { en: 'Elsewhere in this document: 《{0}》.', zh: '他处作《{0}》，同一文件标题前后不一。' },
        args: [right],
        related: [
          {
            span: more ? t.span : { start: other.start, end: other.end },
            message: { en: 'The other title', zh: '另一处' },
          },
        ],
        fix: {
          title: { en: 'Write 《{0}》', zh: '改为《{0}》' },
          args: [right],
          edits: [{ span: { start: wrong.start + 1, end: wrong.end - 1 }, newText: right }],
          safe: false,
        },
      });
    }
  },
});
