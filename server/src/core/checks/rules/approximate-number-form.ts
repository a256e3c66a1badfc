/** 、 inside an approximate number. Changes when the shapes of approximate numbers change. */
import { matches, remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const SHAPE =
  /(^|[^第届级、一二三四五六七八九十百千万0-9])([一二两三四五六七八九]|[1-9])、([二三四五六七八九]|[2-9])(?=个月|个小时|天(?!内容)|小时|分钟|公里|年(?!级|制|生|期|来)|十[个名人岁天年万亿]|百|千|岁|名|位|倍|成|万|亿)/g;
const VALUE = '〇一二三四五六七八九';
const value = (c: string): number => (c === '两' ? 2 : /\d/.test(c) ? Number(c) : VALUE.indexOf(c));

export const approximateNumberForm = rule({
  id: 'approximate-number-form',
  category: 'punctuation',
  title: { en: '、 inside an approximate number', zh: '概数之间用了顿号' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.5.3.4；GB/T 15835-2011 4.2',
  line: {
    when: '、',
    check({ folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const m of matches(folded, SHAPE)) {
        if (value(m[3]!) !== value(m[2]!) + 1) continue;
        const start = m.index + m[1]!.length;
        const arabic = /\d/.test(m[2]!);
        const plain = `${VALUE[value(m[2]!)]!}${VALUE[value(m[3]!)]!}`;
        const span = { start, end: start + 3 };
        report({
          span,
          message: {
            en: 'Two neighbouring numerals give an approximate number without “、”: {0}.',
            zh: '相邻两个数字连用表示概数，中间不用顿号：{0}。',
          },
          args: [plain],
          ...(arabic
            ? {
                fix: {
                  title: { en: 'Write {0}', zh: '改为“{0}”' },
                  args: [plain],
                  edits: [{ span, newText: plain }],
                  safe: false,
                },
              }
            : remove(start + 1, start + 2, false)),
        });
      }
    },
  },
});
