/** Kangxi radicals, compatibility ideographs and private-use characters, as PDF files give them. Changes with their ranges. */
import { rule } from '../rule.ts';

export const compatibilityCharacter = rule({
  id: 'compatibility-character',
  category: 'encoding',
  title: { en: 'Look-alike of a Chinese character', zh: '形似汉字的部首或兼容字符' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'Unicode：康熙部首 2F00–2FDF、兼容汉字 F900–FAFF、专用区 E000–F8FF',
  line: {
    check({ text, folded }, report) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code < 0x2e80 || (code > 0x2fdf && code < 0xe000) || code > 0xfaff) continue;
        const span = { start: i, end: i + 1 };
        if (code >= 0xe000 && code <= 0xf8ff) {
          report({
            span,
            message: {
              en: 'A private-use character: other fonts show something else.',
              zh: '专用区字符，换字体后会变成别的字形。',
            },
          });
        } else if (folded[i] !== text[i]) {
          const newText = folded[i]!;
          report({
            span,
            message: { en: '“{0}” only looks like “{1}”: searches miss it.', zh: '“{0}”只是形似“{1}”，检索不到。' },
            args: [text[i]!, newText],
            fix: {
              title: { en: 'Write “{0}”', zh: '改为“{0}”' },
              args: [newText],
              edits: [{ span, newText }],
              safe: true,
            },
          });
        }
      }
    },
  },
});
