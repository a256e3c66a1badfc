/** One heading ends with a full stop and its siblings do not, or the reverse. Changes when that judgement changes. */
import { rule } from '../rule.ts';

export const headingStopMixed = rule({
  id: 'heading-stop-mixed',
  category: 'numbering',
  title: { en: 'Headings with and without a full stop', zh: '同级标题句号不一' },
  defaultSeverity: 'information',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 B.4；体例一致',
  check({ doc, runs, folded }, report) {
    for (const { sections } of runs) {
      if (sections.length < 3 || sections[0]!.kind === 'item' || sections[0]!.kind === 'article') continue;
      const alone = sections.filter((s) => {
        const line = doc.lines.line(doc.lines.lineAt(s.headingSpan.start));
        const rest = folded.slice(s.titleSpan.end, line.end).trim();
        return (rest === '' || rest === '。') && s.title.length <= 40 && !/[。；：！？]./.test(s.title);
      });
      if (alone.length !== sections.length) continue;
      const stopAt = (s: (typeof sections)[number]): number => {
        const line = doc.lines.line(doc.lines.lineAt(s.headingSpan.start));
        const end = line.start + folded.slice(line.start, line.end).trimEnd().length;
        return folded[end - 1] === '。' ? end - 1 : -end;
      };
      const stops = sections.map(stopAt);
      const withStop = stops.filter((n) => n >= 0).length;
      if (
        withStop === 0 ||
        withStop === sections.length ||
        Math.min(withStop, sections.length - withStop) * 3 > sections.length
      )
        continue;
      const wantStop = withStop * 2 > sections.length;
      sections.forEach((s, i) => {
        const at = stops[i]!;
        if (at >= 0 === wantStop) return;
        const edit = wantStop
          ? { span: { start: -at, end: -at }, newText: '。' }
          : { span: { start: at, end: at + 1 }, newText: '' };
        report({
          span: wantStop ? s.headingSpan : { start: at, end: at + 1 },
          message: wantStop
            ? { en: 'This heading has no full stop; its siblings have.', zh: '同级标题有句号，此处没有。' }
            : { en: 'This heading has a full stop; its siblings have none.', zh: '同级标题没有句号，此处多了句号。' },
          fix: {
            title: wantStop
              ? { en: 'Add the full stop', zh: '补上句号' }
              : { en: 'Remove the full stop', zh: '去掉句号' },
            edits: [edit],
            safe: true,
          },
        });
      });
    }
  },
});
