/** 5大, 11方面 beside 十大, 六个方面. Changes when the pattern of such counts changes. */
import { matches } from '../chars.ts';
import { hanNumeral } from '../numbering.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const ARABIC = /(^|[^0-9.第])(\d{1,2})(?=大(?!型|中|小|学|量|于|数据|湖)|方面|件大事|项重大)/g;
const HAN = /[二三四五六七八九十]{1,2}(?:大(?!型)|个方面|方面|件大事|项重大|件|项)/;

export const numeralStyleMixed = rule({
  id: 'numeral-style-mixed',
  category: 'enumeration',
  title: { en: 'Arabic count beside Chinese ones', zh: '概括数词写法不一' },
  defaultSeverity: 'hint',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15835-2011 4.3（局部体例一致）',
  check({ folded, lines }, report) {
    if (!HAN.test(folded)) return;
    for (const line of lines) {
      if (!PROSE.has(line.kind)) continue;
      for (const m of matches(line.folded, ARABIC)) {
        const start = line.start + m.index + m[1]!.length;
        const span = { start, end: start + m[2]!.length };
        const han = hanNumeral(Number(m[2]));
        report({
          span,
          message: {
            en: '“{0}” here, Chinese numerals elsewhere in this document.',
            zh: '此处用“{0}”，文中同类数词用汉字。',
          },
          args: [m[2]!],
          fix: {
            title: { en: 'Write {0}', zh: '改为“{0}”' },
            args: [han],
            edits: [{ span, newText: han }],
            safe: false,
          },
        });
      }
    }
  },
});
