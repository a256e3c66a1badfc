/** A heading with nothing below it among siblings that have text. Changes when that judgement changes. */
import { rule } from '../rule.ts';

export const emptySection = rule({
  id: 'empty-section',
  category: 'numbering',
  title: { en: 'Section without text', zh: '标题之下没有内容' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：有题无文',
  check({ runs, text }, report) {
    for (const { sections } of runs) {
      if (sections.length < 3 || sections[0]!.kind === 'item') continue;
      const bare = sections.filter(
        (s) => s.children.length === 0 && text.slice(s.headingSpan.end, s.span.end).trim().length <= 1,
      );
      if (bare.length === 0 || bare.length * 3 > sections.length) continue;
      const full = sections.filter((s) => !bare.includes(s));
      // Lists of one-liners among longer items are no headings.
      const short = (s: (typeof full)[number]): boolean =>
        s.children.length === 0 &&
        s.span.end - s.headingSpan.end < 20 &&
        !/^[ \t]*\n/.test(text.slice(s.headingSpan.end, s.headingSpan.end + 4));
      if (full.some(short)) continue;
      for (const s of bare) {
        if (/[。；;：]$/.test(text.slice(s.headingSpan.start, s.span.end).trim()) || s.title.length > 40) continue;
        report({
          span: s.headingSpan,
          message: { en: 'Nothing stands below this heading.', zh: '此标题之下没有内容。' },
        });
      }
    }
  },
});
