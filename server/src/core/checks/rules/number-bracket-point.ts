/** A point mark behind a bracketed number. Changes when that judgement changes. */
import { remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const HEAD = /^[\s\u3000]*[（(][一二三四五六七八九十0-9０-９]{1,4}[）)]([、，,.．。:：])/;

export const numberBracketPoint = rule({
  id: 'number-bracket-point',
  category: 'numbering',
  title: { en: 'Point mark behind a bracketed number', zh: '带括号的序号后用了点号' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 B.3.4',
  line: {
    when: '）)',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      const m = HEAD.exec(text);
      if (!m) return;
      const at = m[0].length - 1;
      report({
        span: { start: at, end: at + 1 },
        message: { en: 'A number in brackets takes no “{0}”.', zh: '带括号的序号后不再加“{0}”。' },
        args: [m[1]!],
        ...remove(at, at + 1),
      });
    },
  },
});
