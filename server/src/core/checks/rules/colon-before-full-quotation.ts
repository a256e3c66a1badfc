/** A comma between a reporting verb and a whole quoted sentence. Changes when the verbs or the shape change. */
import { matches, replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const REPORTED =
  /(?:指出|强调|说|说道|写道|表示|要求|提出|认为|讲到|谈到|告诫|叮嘱|勉励|宣告|回答|问)(，)“[^“”]*[。！？]”/g;

export const colonBeforeFullQuotation = rule({
  id: 'colon-before-full-quotation',
  category: 'punctuation',
  title: { en: 'Comma before a whole quoted sentence', zh: '完整引语前用了逗号' },
  defaultSeverity: 'information',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.7.3.1、B.1.5',
  line: {
    when: '“',
    check({ text, folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const m of matches(folded, REPORTED)) {
        const at = m.index + m[0].indexOf('，');
        if (text[at] !== '，' && text[at] !== ',') continue;
        report({
          span: { start: at, end: at + 1 },
          message: {
            en: 'A whole quoted sentence is introduced by “：”.',
            zh: '引语完整独立时，前面的“指出”“说”之后用冒号。',
          },
          ...replace(at, at + 1, '：'),
        });
      }
    },
  },
});
