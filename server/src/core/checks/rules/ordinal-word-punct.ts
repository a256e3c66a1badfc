/** 第一、 or 首先、 for 第一， and 首先，. Changes when that judgement changes. */
import { matches, replace } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const SHAPE =
  /(^|[\s\u3000。；：])((?:第|其)[一二三四五六七八九十]|首先|其次|再次)(、)(?!第|其[一二三四五]|[一二三四五六七八九十])/g;

export const ordinalWordPunct = rule({
  id: 'ordinal-word-punct',
  category: 'numbering',
  title: { en: '“、” behind an ordinal word', zh: '“第一”“首先”后用了顿号' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.4.3.3、B.3.1',
  line: {
    when: '、',
    check({ text, folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const m of matches(folded, SHAPE)) {
        const at = m.index + m[0].length - 1;
        // 第一、二季度 and 第一、第二产业 list things; an ordinal that opens a clause counts it.
        report({
          span: { start: at - m[2]!.length, end: at + 1 },
          message: { en: '“{0}” is followed by a comma.', zh: '“{0}”之后用逗号，不用顿号。' },
          args: [text.slice(at - m[2]!.length, at)],
          ...replace(at, at + 1, '，'),
        });
      }
    },
  },
});
