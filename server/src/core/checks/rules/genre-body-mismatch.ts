/** The title says 决定, the text says 作出如下决议. Changes when the formulas change. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';

const WORDS = '决议|决定|公告|通告|通报|通知|请示|报告|批复|意见';
const FORMULA = new RegExp(
  `(?:作出|做出|形成|提出|特作|特作出|现作|现作出)?如下(${WORDS})|(?:现将[^。；]{0,40}?|现就[^。；]{0,40}?|特此|特|现)?(${WORDS})如下`,
  'g',
);
const GENRE = new RegExp(`(${WORDS})(?:[（(][^）)]*[）)])?$`);

export const genreBodyMismatch = rule({
  id: 'genre-body-mismatch',
  category: 'metadata',
  title: { en: 'Kind in the title differs from the text', zh: '标题文种与正文不符' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '条例第八条',
  check({ doc, folded }, report) {
    const genre = doc.title && GENRE.exec(doc.title.text.replace(/\s/g, ''))?.[1];
    if (!doc.title || !genre) return;
    const part = doc.parts.find((p) => p.span.start <= doc.title!.span.start && doc.title!.span.end <= p.span.end);
    const from = doc.title.span.end;
    const to = Math.min(part?.span.end ?? folded.length, from + 1500);
    for (const m of matches(folded.slice(from, to), FORMULA)) {
      const word = m[1] ?? m[2]!;
      if (word === genre) return;
      // An opinion inside a notice, a report on opinions: usual. A 决定 that decides is not a 决议.
      if (word === '意见' || genre === '意见' || (genre === '通知' && (word === '决定' || word === '公告'))) continue;
      const start = from + m.index + m[0].lastIndexOf(word);
      const span = { start, end: start + word.length };
      report({
        span,
        message: { en: 'The title says {0}, the text {1}.', zh: '标题文种为“{0}”，正文却是“{1}”。' },
        args: [genre, word],
        related: [{ span: doc.title.span, message: { en: 'The title', zh: '标题' } }],
        fix: {
          title: { en: 'Write {0}', zh: '改为“{0}”' },
          args: [genre],
          edits: [{ span, newText: genre }],
          safe: false,
        },
      });
      return;
    }
  },
});
