/** Characters that nobody sees: zero width, soft hyphen, direction marks, control characters. Changes with their list. */
import { matches, remove } from '../chars.ts';
import { rule } from '../rule.ts';

const CHARS =
  '\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\ufeff\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f';
const RUN = new RegExp(`[${CHARS}]+`, 'g');

export const invisibleCharacter = rule({
  id: 'invisible-character',
  category: 'encoding',
  title: { en: 'Invisible character', zh: '不可见字符' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'Unicode：零宽、方向与控制字符',
  line: {
    when: CHARS,
    check({ text }, report) {
      for (const m of matches(text, RUN)) {
        if (m.index === 0 && m[0] === '\ufeff') continue;
        const end = m.index + m[0].length;
        report({
          span: { start: m.index, end },
          message: { en: 'Invisible character {0}.', zh: '不可见字符 {0}。' },
          args: [[...m[0]].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')],
          ...remove(m.index, end),
        });
      }
    },
  },
});
