/** 1． with a full-width dot. Changes when that judgement changes. */
import { replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const HEAD = /^[\s\u3000]*([0-9０-９]{1,3})．/;

export const numberFullwidthDot = rule({
  id: 'number-fullwidth-dot',
  category: 'numbering',
  title: { en: 'Full-width dot behind a number', zh: '序号后用了全角点' },
  defaultSeverity: 'hint',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 B.3.3；GB/T 9704-2012 7.3.3',
  line: {
    when: '．',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      const m = HEAD.exec(text);
      if (!m) return;
      const at = m[0].length - 1;
      report({
        span: { start: at, end: at + 1 },
        message: { en: 'The dot behind a number is half width: “{0}.”', zh: '序号后的点用半角下脚点：“{0}.”' },
        args: [m[1]!],
        ...replace(at, at + 1, '.'),
      });
    },
  },
});
