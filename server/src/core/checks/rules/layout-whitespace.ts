/** Blanks that lay a page out with the keyboard. Changes when which white space is harmless changes. */
import { remove } from '../chars.ts';
import { rule } from '../rule.ts';

export const layoutWhitespace = rule({
  id: 'layout-whitespace',
  category: 'residue',
  title: { en: 'White space used for layout', zh: '用空格或制表符排版' },
  defaultSeverity: 'information',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: '用法：版面由格式而非空格决定',
  line: {
    when: ' \t',
    check({ text, kind }, report) {
      if (kind === 'head' || kind === 'table' || kind === 'contents' || kind === 'web-chrome') return;
      if (text.trim() === '') return;
      const say = (start: number, end: number, en: string, zh: string, newText = ''): void => {
        report({
          span: { start, end },
          message: { en, zh },
          tags: ['unnecessary'],
          ...(newText
            ? {
                fix: {
                  title: { en: 'Make it one blank', zh: '改为一个空格' },
                  edits: [{ span: { start, end }, newText }],
                  safe: true,
                },
              }
            : remove(start, end)),
        });
      };
      const from = text.length - text.trimStart().length;
      const to = text.trimEnd().length;
      if (/[ \t]/.test(text.slice(0, from))) say(0, from, 'Blanks at the head of the line.', '行首有空格或制表符。');
      if (/[ \t]/.test(text.slice(to))) say(to, text.length, 'Blanks at the end of the line.', '行尾有空格或制表符。');
      const RUN = /[ \t]{4,}|\t/g;
      RUN.lastIndex = from;
      for (let m = RUN.exec(text); m && m.index < to; m = RUN.exec(text)) {
        say(m.index, m.index + m[0].length, 'A run of blanks inside the line.', '行内有连续空格或制表符。', ' ');
      }
    },
  },
});
