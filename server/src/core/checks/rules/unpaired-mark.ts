/** Quotation marks, brackets and book-title marks without their partner. Changes when what is exempt changes. */
import { brokenStretches } from '../../text/garbled.ts';
import { pairsOf } from '../pairs.ts';
import { rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    双引号: '“”「」',
    单引号: '‘’『』',
    括号: '（）()',
    书名号: '《》',
    单书名号: '〈〉',
    方头括号: '【】',
    六角括号: '〔〕',
  }).flatMap(([name, marks]) => [...marks].map((mark) => [mark, name])),
);

/** Blanks, and the sign of a list in Markdown, before the first mark of a paragraph. */
const LIST_SIGN = /^[\s\u3000]*(?:[-*+•] {1,3})?/;

const CLAUSES: readonly (readonly [string, string])[] = [
  ['“”「」‘’『』', 'GB/T 15834-2011 4.8'],
  ['《》〈〉', 'GB/T 15834-2011 4.15'],
];

export const unpairedMark = rule({
  id: 'unpaired-mark',
  category: 'punctuation',
  title: { en: 'Mark without its partner', zh: '标点不成对' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.8、4.9、4.15',
  check({ doc, text }, report) {
    const { blocks } = doc;
    blocks.forEach((block, index) => {
      if (block.kind === 'blank' || RESIDUE.has(block.kind)) return;
      const { problems } = pairsOf(text.slice(block.start, block.end));
      if (problems.length === 0) return;
      let n = index + 1;
      while (blocks[n]?.kind === 'blank') n++;
      const next = blocks[n];
      const goesOn = (mark: string): boolean =>
        next !== undefined &&
        text
          .slice(next.start, next.start + 8)
          .replace(LIST_SIGN, '')
          .startsWith(mark);
      const brackets = (b: typeof block, which: 'unclosed' | 'unopened'): boolean =>
        b.end - b.start < 80 &&
        !text.slice(b.start, b.end).includes('。') &&
        pairsOf(text.slice(b.start, b.end)).problems.some((p) => p.problem === which && /[（(）)]/.test(p.mark));
      let p = index - 1;
      while (blocks[p]?.kind === 'blank') p--;
      const previous = blocks[p];
      const lost = brokenStretches(text.slice(block.start, block.end));
      for (const { at, mark, problem } of problems) {
        if (lost.some((s) => s.start <= at && at < s.end)) continue;
        // A note that is broken over lines, with blank ones in between: (2001年11月5日… / …通过)
        if (/[（(]/.test(mark) && next && brackets(block, 'unclosed') && brackets(next, 'unopened')) continue;
        if (/[）)]/.test(mark) && previous && brackets(block, 'unopened') && brackets(previous, 'unclosed')) continue;
        // A quotation of several paragraphs opens each of them and closes the last.
        if (problem === 'unclosed' && (mark === '“' || mark === '「') && goesOn(mark)) continue;
        report({
          span: { start: block.start + at, end: block.start + at + 1 },
          message:
            problem === 'unclosed'
              ? { en: '“{0}” is not closed in this paragraph.', zh: '本段的前{1}没有与之配对的后{1}。' }
              : { en: '“{0}” is not opened in this paragraph.', zh: '本段的后{1}没有与之配对的前{1}。' },
          args: [mark, NAMES[mark] ?? '标号'],
          docs: CLAUSES.find(([marks]) => marks.includes(mark))?.[1] ?? 'GB/T 15834-2011 4.9',
        });
      }
    });
  },
});
