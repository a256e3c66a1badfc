/** Full-width digits and letters. Changes when that judgement changes. */
import { matches, replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const RUN = /[０-９Ａ-Ｚａ-ｚ％]+(?:．[０-９]+)*/g;

export const fullwidthAlphanumeric = rule({
  id: 'fullwidth-alphanumeric',
  category: 'encoding',
  title: { en: 'Full-width figures or letters', zh: '全角数字或字母' },
  defaultSeverity: 'hint',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15835-2011 5.1.1（阿拉伯数字用半角）',
  line: {
    when: '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ',
    check({ text, kind }, report) {
      if (RESIDUE.has(kind)) return;
      for (const m of matches(text, RUN)) {
        if (m[0] === '％') continue;
        const end = m.index + m[0].length;
        const newText = [...m[0]].map((c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).join('');
        report({
          span: { start: m.index, end },
          message: {
            en: '“{0}” is full width; figures and letters are half width.',
            zh: '“{0}”为全角，数字和字母用半角。',
          },
          args: [m[0]],
          ...replace(m.index, end, newText),
        });
      }
    },
  },
});
