/** Book titles in book titles take 〈 〉. Changes when that judgement changes. */
import { matches } from '../chars.ts';
import { pairsOf } from '../pairs.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

/** 《关于修改<管理办法>的决定》: angle brackets of the keyboard. */
const ANGLES = /(《[^《》<>\n]{0,40})[<＜]([\u4e00-\u9fff（）、0-9]{2,60})[>＞](?=[^《》<>\n]{0,60}》)/g;

export const booktitleNesting = rule({
  id: 'booktitle-nesting',
  category: 'punctuation',
  title: { en: 'Double title marks inside double title marks', zh: '双书名号内又用双书名号' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.15.3',
  line: {
    when: '《',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      for (const m of matches(text, ANGLES)) {
        const open = m.index + m[1]!.length;
        const close = open + m[2]!.length + 1;
        report({
          span: { start: open, end: close + 1 },
          message: {
            en: 'Titles inside titles take single marks: 〈…〉.',
            zh: '书名号里面的一层用单书名号〈〉，不用“<>”。',
          },
          fix: {
            title: { en: 'Write 〈…〉', zh: '改用单书名号' },
            edits: [
              { span: { start: open, end: open + 1 }, newText: '〈' },
              { span: { start: close, end: close + 1 }, newText: '〉' },
            ],
            safe: true,
          },
        });
      }
      const { nested, problems } = pairsOf(text);
      if (problems.length > 0) return;
      for (const { open, close, mark, depth } of nested) {
        if (mark !== '《' || depth !== 1) continue;
        report({
          span: { start: open, end: close + 1 },
          message: {
            en: 'Titles inside titles take single marks: 〈…〉.',
            zh: '书名号里面再用书名号时，里面一层用单书名号。',
          },
          fix: {
            title: { en: 'Make the inner marks single', zh: '里层改用单书名号' },
            edits: [
              { span: { start: open, end: open + 1 }, newText: '〈' },
              { span: { start: close, end: close + 1 }, newText: '〉' },
            ],
            safe: true,
          },
        });
      }
    },
  },
});
