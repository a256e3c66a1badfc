/** 2017年度审计工作报告 that reports on 2016年度 in its first paragraphs. Changes when what repeats a title changes. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';

/** How far behind the title its words are repeated as the subject. */
const OPENING = 500;
/** Characters behind the year that must agree for the same subject. */
const LEAST = 4;

export const titleYearMismatch = rule({
  id: 'title-year-mismatch',
  category: 'metadata',
  title: { en: 'Title and opening name different years', zh: '标题与正文开头年份不一' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：标题与正文一致',
  check({ doc, folded }, report) {
    const { title } = doc;
    if (!title) return;
    const subjects = [
      ...matches(folded.slice(title.span.start, title.span.end), /((?:19|20)\d{2})(年度?[\u4e00-\u9fff]{2,})/g),
    ];
    if (subjects.length !== 1) return;
    const [, year, words] = subjects[0]!;
    const subject = words!.slice(0, words!.startsWith('年度') ? LEAST + 2 : LEAST + 1);
    if (subject.length < LEAST + 1) return;
    const opening = folded.slice(title.span.end, title.span.end + OPENING);
    const spoken = [...matches(opening, new RegExp(`((?:19|20)\\d{2})${subject}`, 'g'))];
    // A report may go on to speak of the year before; the first mention is of its own.
    const first = spoken[0];
    if (!first || first[1] === year) return;
    const before = opening.slice(Math.max(0, first.index - 10), first.index);
    if (!/(?:报告|汇报|说明)[\u4e00-\u9fff]{0,4}$/.test(before) || /上年|去年|上一年|前/.test(before)) return;
    const start = title.span.end + first.index;
    const span = { start, end: start + 4 };
    report({
      span,
      message: { en: 'The title says {0}, the text {1}.', zh: '标题为{0}年，此处为{1}年。' },
      args: [year!, first[1]!],
      related: [{ span: title.span, message: { en: 'The title', zh: '标题' } }],
      fix: {
        title: { en: 'Write {0}', zh: '改为“{0}”' },
        args: [year!],
        edits: [{ span, newText: year! }],
        safe: false,
      },
    });
  },
});
