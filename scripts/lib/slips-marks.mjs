// Slips of marks and blanks, for the mutation score. Changes when a kind is added.
import { swap, whole } from './slip-tools.mjs';

/** Kinds of slips in marks. */
export const markKinds = () => [
  swap('half-width comma', ['halfwidth-punctuation'], /(?<=[\u4e00-\u9fff”])，(?=[\u4e00-\u9fff“])/g, (m) =>
    whole(m, ','),
  ),
  swap('half-width semicolon', ['halfwidth-punctuation'], /(?<=[\u4e00-\u9fff”])；/g, (m) => whole(m, ';')),
  swap(
    'half-width full stop',
    ['halfwidth-punctuation', 'full-stop-missing'],
    /(?<=[\u4e00-\u9fff])。(?=[\u4e00-\u9fff])/g,
    (m) => whole(m, '.'),
  ),
  swap('half-width bracket', ['halfwidth-bracket', 'bracket-width-mixed'], /（[\u4e00-\u9fff]{1,12}）/g, (m) =>
    whole(m, `(${m[0].slice(1, -1)})`),
  ),
  swap('opening quote lost', ['unpaired-mark'], /“[^“”\n]{1,20}”/g, () => ({ from: 0, to: 1, text: '' })),
  swap('closing quote lost', ['unpaired-mark', 'quote-nesting'], /“[^“”\n]{1,20}”/g, (m) => ({
    from: m[0].length - 1,
    to: m[0].length,
    text: '',
  })),
  swap('title mark lost', ['unpaired-mark'], /《[^》\n]{2,40}》/g, (m, r) =>
    r() < 0.5 ? { from: 0, to: 1, text: '' } : { from: m[0].length - 1, to: m[0].length, text: '' },
  ),
  swap('bracket lost', ['unpaired-mark'], /（[^（）\n]{2,20}）/g, (m) => ({
    from: m[0].length - 1,
    to: m[0].length,
    text: '',
  })),
  swap('mark doubled', ['repeated-point-mark'], /[，。；](?=[\u4e00-\u9fff])/g, (m) => whole(m, m[0] + m[0])),
  swap('two marks', ['repeated-point-mark', 'misplaced-point-mark'], /。(?=[\u4e00-\u9fff])/g, (m) => whole(m, '，。')),
  swap(
    'blank in text',
    ['space-in-chinese', 'title-inner-space'],
    /(?<=[\u4e00-\u9fff]{6})(?=[\u4e00-\u9fff]{6})/g,
    () => ({
      from: 0,
      to: 0,
      text: ' ',
    }),
  ),
  swap('blank in date', ['space-in-chinese'], /(?<=\d月)(?=\d{1,2}日)/g, () => ({ from: 0, to: 0, text: ' ' })),
  swap('blank before quote', ['space-in-chinese'], /(?<=[\u4e00-\u9fff]{2})(?=“)/g, () => ({
    from: 0,
    to: 0,
    text: ' ',
  })),
  swap('straight quotes', ['ascii-quote'], /“[^“”\n]{2,20}”/g, (m) => whole(m, `"${m[0].slice(1, -1)}"`)),
  swap('nested double quotes', ['quote-nesting'], /“([\u4e00-\u9fff]{6,20})”/g, (m) =>
    whole(m, `“${m[1].slice(0, 2)}“${m[1].slice(2, 4)}”${m[1].slice(4)}”`),
  ),
  swap('、 before 等', ['point-mark-before-deng'], /(?<=、[\u4e00-\u9fff]{2,8})等(?=[\u4e00-\u9fff]{2}[^级])/g, (m) =>
    whole(m, '、等'),
  ),
  swap(
    'dots for ellipsis',
    ['ellipsis-form', 'repeated-point-mark'],
    /(?<=[\u4e00-\u9fff]、[\u4e00-\u9fff]{2,6})。/g,
    (m) => whole(m, '...'),
  ),
  {
    name: 'final full stop lost',
    rules: ['full-stop-missing'],
    places: (doc, text) =>
      doc.blocks
        .filter((b) => b.kind === 'paragraph' && /。[^。\n]{4,}。\s*$/.test(text.slice(b.start, b.end)))
        .map((b) => ({ at: b.start + text.slice(b.start, b.end).trimEnd().length - 1 })),
    change: ({ at }) => ({ start: at, end: at + 1, text: '' }),
  },
];
