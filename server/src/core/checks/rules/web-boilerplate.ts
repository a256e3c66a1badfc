/** Lines that the hosting page put round the document. Changes when their recognition changes. */
import { reportLines } from '../residue-lines.ts';
import { rule } from '../rule.ts';

export const webBoilerplate = rule({
  id: 'web-boilerplate',
  category: 'residue',
  title: { en: 'Line of the hosting web page', zh: '网页残留' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: '用法：正文不含网页栏目、按钮与统计',
  check(view, report) {
    reportLines(
      view,
      'web-chrome',
      (words) => ({
        message: { en: 'Left over from a web page: “{0}”.', zh: '网页残留：“{0}”。' },
        args: [words.length > 24 ? `${words.slice(0, 24)}…` : words],
      }),
      report,
    );
  },
});
