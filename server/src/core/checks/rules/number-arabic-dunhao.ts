/** 1、 for 1. Changes when that judgement changes. */
import { replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const HEAD = /^[\s\u3000]*([0-9０-９]{1,3})、(?![0-9０-９])/;

export const numberArabicDunhao = rule({
  id: 'number-arabic-dunhao',
  category: 'numbering',
  title: { en: '“、” behind an Arabic number', zh: '阿拉伯数字序号后用了顿号' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 B.3.3',
  line: {
    when: '、',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      const m = HEAD.exec(text);
      if (!m) return;
      const at = m[0].length - 1;
      report({
        span: { start: at - m[1]!.length, end: at + 1 },
        message: {
          en: 'An Arabic number is followed by “.”, not by “、”.',
          zh: '阿拉伯数字序号后用下脚点“.”，不用顿号。',
        },
        args: [m[1]!],
        ...replace(at, at + 1, '.'),
      });
    },
  },
});
