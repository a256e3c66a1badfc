/** A dash made of hyphens. Changes when a wrong form is added. */
import { isHan, matches, replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const FORMS = /-{2,}|－{2,}|─{2,}|—-+|-+—/g;

export const dashForm = rule({
  id: 'dash-form',
  category: 'punctuation',
  title: { en: 'Wrong form of the dash', zh: '破折号形式不规范' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.10',
  // One em dash at the head of a paragraph, where its neighbours have two.
  check({ lines }, report) {
    if (!lines.some((l) => /^[\s\u3000]*——[^—]/.test(l.text))) return;
    for (const { text, start, kind } of lines) {
      const m = RESIDUE.has(kind) ? null : /^[\s\u3000]*([—－–])(?=[\u4e00-\u9fff“])/.exec(text);
      if (!m) continue;
      const at = start + m[0].length - 1;
      report({
        span: { start: at, end: at + 1 },
        message: { en: 'The dash is “——”, not “{0}”.', zh: '破折号应为“——”，不是“{0}”。' },
        args: [m[1]!],
        ...replace(at, at + 1, '——'),
      });
    }
  },
  line: {
    when: '-－─',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      for (const m of matches(text, FORMS)) {
        const start = m.index;
        const end = start + m[0].length;
        const chinese = isHan(text[start - 1]) || isHan(text[end]) || text[start - 1] === '”' || text[end] === '“';
        if (!chinese || m[0].length > 4) continue;
        report({
          span: { start, end },
          message: { en: 'The dash is “——”, not “{0}”.', zh: '破折号应为“——”，不是“{0}”。' },
          args: [m[0]],
          ...replace(start, end, '——'),
        });
      }
    },
  },
});
