/** U+FFFD and the usual shapes of text decoded wrongly. Changes when another shape is known. */
import { brokenStretches, isGarbled } from '../../text/garbled.ts';
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';

const BROKEN = /\ufffd+|(?:锟斤拷)+|(?:烫烫烫)+|(?:[ÃÂåäçèéæï][\u0080-\u00bf¡-ÿ]){2,}/g;

const BROKEN_OPENS = /[\ufffd锟烫ÃÂåäçèéæï]/;

export const replacementCharacter = rule({
  id: 'replacement-character',
  category: 'encoding',
  title: { en: 'Text lost in decoding', zh: '乱码' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: 'Unicode：U+FFFD 表示无法解码的字节',
  line: {
    check({ text, kind }, report) {
      if (kind === 'web-chrome' && isGarbled(text)) {
        const start = text.search(/\S/);
        report({
          span: { start, end: text.trimEnd().length },
          message: {
            en: 'This line is UTF-8 read as GBK; only the source can give the words back.',
            zh: '此行是乱码（UTF-8 文字被当作 GBK 读取），须从原件重新取得。',
          },
          tags: ['unnecessary'],
        });
        return;
      }
      for (const span of brokenStretches(text)) {
        report({
          span,
          message: {
            en: 'These characters were lost when the text was decoded; see the source.',
            zh: '此处文字在转码时已经丢失，须查对原件。',
          },
        });
      }
      if (!BROKEN_OPENS.test(text)) return;
      for (const m of matches(text, BROKEN)) {
        report({
          span: { start: m.index, end: m.index + m[0].length },
          message: {
            en: 'These characters were lost when the text was decoded; see the source.',
            zh: '此处文字在转码时已经丢失，须查对原件。',
          },
        });
      }
    },
  },
});
