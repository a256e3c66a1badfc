/** Tags and character references of a web page in the text. Changes when what counts as such changes. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';

const LEFTOVER =
  /(?:&(?:nbsp|emsp|ensp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|lt|gt|amp|quot|#\d{2,5}|#x[0-9a-f]{2,5});)+|<\/?(?:p|br|div|span|strong|b|i|u|em|font|a|h[1-6]|table|tr|td|img|li|ul|ol|center|o:p)(?:[ /][^<>\n]{0,200})?>/gi;
const SIGNS: Readonly<Record<string, string>> = {
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  hellip: '…',
  middot: '·',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
};

/** What the references stand for; blanks, tags and unknown ones are nothing. */
function meaning(found: string): string {
  if (found.startsWith('<')) return '';
  return found.replace(/&([^;]+);/g, (_all, name: string) => {
    const code = /^#x([0-9a-f]+)$/i.exec(name)?.[1];
    const point = code ? Number.parseInt(code, 16) : Number(/^#(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(point)) return point > 0xa0 && point < 0xfffe ? String.fromCharCode(point) : '';
    return SIGNS[name.toLowerCase()] ?? '';
  });
}

export const htmlLeftover = rule({
  id: 'html-leftover',
  category: 'residue',
  title: { en: 'Markup of a web page', zh: '网页代码残留' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: '用法：正文不含网页代码',
  line: {
    when: '&<',
    check({ text }, report) {
      for (const m of matches(text, LEFTOVER)) {
        const span = { start: m.index, end: m.index + m[0].length };
        const newText = meaning(m[0]);
        report({
          span,
          message: { en: 'Markup of a web page: “{0}”.', zh: '网页代码残留：“{0}”。' },
          args: [m[0].length > 24 ? `${m[0].slice(0, 24)}…` : m[0]],
          tags: ['unnecessary'],
          fix: {
            title: newText === '' ? { en: 'Remove it', zh: '删除' } : { en: 'Replace with “{0}”', zh: '改为“{0}”' },
            args: [newText],
            edits: [{ span, newText }],
            safe: true,
          },
        });
      }
    },
  },
});
