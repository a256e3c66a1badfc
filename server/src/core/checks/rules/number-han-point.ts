/** 一. or 一， for 一、. Changes when that judgement changes. */
import { replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const HEAD = /^[\s\u3000#*]*([一二三四五六七八九十]{1,3})([.．]|[,，](?![0-9])|[ \u3000]?[、][ \u3000]?[、])/;

export const numberHanPoint = rule({
  id: 'number-han-point',
  category: 'numbering',
  title: { en: 'Wrong mark behind a Chinese number', zh: '汉字序号后的标点不当' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.5.3.3、B.3.2',
  line: {
    when: '.．,，、',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      const m = HEAD.exec(text);
      if (!m) return;
      const end = m[0].length;
      const start = end - m[2]!.length;
      report({
        span: { start, end },
        message: { en: 'A Chinese number takes “、”: {0}、', zh: '汉字序号后用顿号：“{0}、”' },
        args: [m[1]!],
        ...replace(start, end, '、'),
      });
    },
  },
});
