/** Page numbers and field codes of a word processor. Changes when their recognition changes. */
import { reportLines } from '../residue-lines.ts';
import { rule } from '../rule.ts';

export const pageResidue = rule({
  id: 'page-residue',
  category: 'residue',
  title: { en: 'Page number or field code', zh: '页码或域代码残留' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.5（页码属版面，不属正文）',
  check(view, report) {
    reportLines(
      view,
      'page-furniture',
      (words) => ({
        message: { en: 'Left over from a printed page: “{0}”.', zh: '页面残留：“{0}”。' },
        args: [words.slice(0, 24)],
      }),
      report,
    );
  },
});
