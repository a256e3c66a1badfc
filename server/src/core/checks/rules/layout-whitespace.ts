/** Blanks that lay a page out with the keyboard. Changes when which white space is harmless changes. */
import { remove } from '../chars.ts';
import { type Draft, rule } from '../rule.ts';
import type { CheckView } from '../view.ts';

const UNTOUCHED: ReadonlySet<string> = new Set(['head', 'table', 'contents', 'web-chrome', 'front-matter']);

/** So many lines with one indentation are a layout, not a slip. */
const INDENTED = 3;

function unwanted(start: number, end: number, en: string, zh: string, newText = ''): Draft {
  return {
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
  };
}

/** Blanks at the head of lines, unless the document indents its paragraphs with them. */
function* heads(view: CheckView): Generator<Draft> {
  const found: { start: number; blanks: string }[] = [];
  const uses = new Map<string, number>();
  for (const { kind, text, start } of view.lines) {
    const first = text.charCodeAt(0);
    if ((first > 32 && first !== 0x3000) || UNTOUCHED.has(kind)) continue;
    const blanks = text.slice(0, text.length - text.trimStart().length);
    if (blanks.length === text.length || !/[ \t]/.test(blanks)) continue;
    found.push({ start, blanks });
    uses.set(blanks, (uses.get(blanks) ?? 0) + 1);
  }
  for (const { start, blanks } of found) {
    if (blanks.length <= 8 && uses.get(blanks)! >= INDENTED) continue;
    yield unwanted(start, start + blanks.length, 'Blanks at the head of the line.', '行首有空格或制表符。');
  }
}

/** 税收收入⇥3.2⇥4.1: cells of a table that the page lost. */
const isRow = (text: string): boolean =>
  !/[。；]/.test(text) &&
  (text.split('\t').length > 2 || (text.length <= 30 && /[^、.．）)]\t\S/.test(text) && !/[：:]\t/.test(text)));

export const layoutWhitespace = rule({
  id: 'layout-whitespace',
  category: 'residue',
  title: { en: 'White space used for layout', zh: '用空格或制表符排版' },
  defaultSeverity: 'information',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: '用法：版面由格式而非空格决定',
  check(view, report) {
    for (const draft of heads(view)) report(draft);
  },
  line: {
    when: ' \t',
    check({ text, kind }, report) {
      if (UNTOUCHED.has(kind) || text.trim() === '') return;
      const from = text.length - text.trimStart().length;
      const to = text.trimEnd().length;
      if (/[ \t]/.test(text.slice(to)))
        report(unwanted(to, text.length, 'Blanks at the end of the line.', '行尾有空格或制表符。'));
      if (isRow(text.slice(from, to))) return;
      const RUN = /[ \t]{4,}|\t/g;
      RUN.lastIndex = from;
      for (let m = RUN.exec(text); m && m.index < to; m = RUN.exec(text)) {
        const end = m.index + m[0].length;
        report(unwanted(m.index, end, 'A run of blanks inside the line.', '行内有连续空格或制表符。', ' '));
      }
    },
  },
});
