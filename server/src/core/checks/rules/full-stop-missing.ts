/** A paragraph that ends without its full stop. Changes when which paragraphs need one changes. */
import type { Block } from '../../document/model.ts';
import { isDigit, isHan } from '../chars.ts';
import { rule } from '../rule.ts';
import type { PlacedLine } from '../view.ts';

const ENDERS = '。！？；：…';

/** From so many lines that break off on, a page is taken to have wrapped its lines. */
const WRAPPED = 2;

/** Width in characters; half-width ones count half. */
function width(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) n += text.charCodeAt(i) < 0x100 ? 0.5 : 1;
  return n;
}

/** The column at which the lines of a document are broken, or 0 where they end with their paragraphs. */
function columnOf(lines: readonly PlacedLine[]): number {
  const widths = lines
    .filter((l) => l.kind === 'paragraph' || l.kind === 'heading')
    .map((l) => width(l.text.trimEnd()));
  const most = widths.reduce((a, b) => Math.max(a, b), 0);
  const full = widths.filter((w) => w >= most - 2).length;
  return most <= 60 && full >= 3 && full * 4 >= widths.length ? most : 0;
}

/** Whether this paragraph breaks off and the next line, neither indented nor numbered, may go on with its sentence. */
function breaksOff(folded: string, block: Block, next: Block | undefined): boolean {
  if (!next || block.lastLine + 1 !== next.firstLine) return false;
  // 11, a line of its own: a figure that has been set apart.
  if (/^\s*\d{1,4}\s*$/.test(folded.slice(next.start, Math.min(next.end, next.start + 12)))) return true;
  if (next.kind !== 'paragraph') return false;
  const words = folded.slice(block.start, block.end).trim();
  if (words.length < 12 || !/[\u4e00-\u9fff0-9%，、]$/.test(words)) return false;
  return !/^(?:[\s\u3000]|[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|第[一二三四五六七八九十百0-9]+[章节条]|[①-⑳—]|[一二三四五六七八九十]是)/.test(
    folded.slice(next.start, next.start + 8),
  );
}

/** An article says something, even where it is short and stands as its own heading. */
const ARTICLE = /^[\s\u3000]*第[一二三四五六七八九十百零0-9]{1,6}条[\s\u3000]/;

/** Lines of addresses and telephone numbers have no end. */
const CONTACT = /(?:邮政编码|邮编|电话|传真|邮箱|地址|网址|联系人)[：:]/;

export const fullStopMissing = rule({
  id: 'full-stop-missing',
  category: 'punctuation',
  title: { en: 'Paragraph without a full stop', zh: '段末缺少句号' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.1',
  check({ doc, text, folded, lines }, report) {
    let column = -1;
    const headings = new Set<number>();
    const visit = (sections: typeof doc.outline): void => {
      for (const s of sections) {
        headings.add(s.headingSpan.end);
        visit(s.children);
      }
    };
    visit(doc.outline);
    // Several lines that break off: the page has wrapped its lines.
    const broken = doc.blocks.filter(
      (b, i) => b.kind === 'paragraph' && (b.lastLine > b.firstLine || breaksOff(folded, b, doc.blocks[i + 1])),
    ).length;
    doc.blocks.forEach((block, index) => {
      const article =
        block.kind !== 'blank' && ARTICLE.test(folded.slice(block.start, Math.min(block.end, block.start + 12)));
      if (block.kind !== 'paragraph' && !(block.kind === 'heading' && article)) return;
      if (broken >= WRAPPED && breaksOff(folded, block, doc.blocks[index + 1])) return;
      const words = folded.slice(block.start, block.end).trim();
      const end = block.start + text.slice(block.start, block.end).trimEnd().length;
      let last = end - 1;
      while (last > block.start && '”’）》」』】'.includes(folded[last]!)) last--;
      const mark = folded[last]!;
      if (ENDERS.includes(mark) || (headings.has(end) && !article)) return;
      const closers = end - 1 - last;
      if (closers === 0 && !isHan(mark) && !isDigit(mark) && mark !== '%' && mark !== '，' && mark !== '、') return;
      const next = doc.blocks.slice(index + 1).find((b) => b.kind !== 'blank');
      const comma = mark === '，' || mark === '、';
      const sentences = words.split('。').length - 1;
      // Both begin as paragraphs: a comma between them ends none.
      const indented = (b: typeof block): boolean => /^[ \t]*\u3000\u3000/.test(text.slice(b.start, b.start + 4));
      const parted =
        comma &&
        words.length >= 16 &&
        indented(block) &&
        next?.kind === 'paragraph' &&
        indented(next) &&
        !/^[\s（(]*[一二三四五六七八九十0-9第①-⑳—]/.test(folded.slice(next.start, next.start + 8)) &&
        !/^[\s（(]*(?:[一二三四五六七八九十0-9]+[）)、.．]|[①-⑳—])/.test(folded.slice(block.start, block.start + 8));
      const prose =
        (article && words.length >= 16 && words.includes('，')) ||
        parted ||
        sentences >= 1 ||
        (words.length >= 40 && words.includes('，'));
      if (!prose) return;
      if (
        CONTACT.test(words) ||
        /。[”』」]?\s?[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]$/.test(words) ||
        /(?:摄|报道)[）)]?$/.test(words)
      )
        return;
      if (/[（(][^）)]*(?:通过|批准|施行|记者|责编|编辑|单位)[^）)]*[）)]$/.test(words)) return;
      // A line that stops short before its sentence goes on is wrapped, not ended.
      if (!comma && next?.kind === 'paragraph' && block.lastLine + 1 === next.firstLine && sentences === 0) return;
      if (!comma && next !== undefined) {
        if (column < 0) column = columnOf(lines);
        const own = doc.lines.line(block.lastLine);
        if (column > 0 && width(text.slice(own.start, own.end).trimEnd()) >= column - 2) return;
      }
      report({
        span: { start: end - 1, end },
        severity: sentences >= 1 || comma ? 'warning' : 'information',
        message: comma
          ? { en: 'This paragraph ends with “{0}”.', zh: '本段以“{0}”结尾。' }
          : { en: 'This paragraph ends without a full stop.', zh: '本段末尾缺少句号。' },
        args: [mark],
        fix: {
          title: { en: 'End it with “。”', zh: '补上句号' },
          edits: [
            comma ? { span: { start: end - 1, end }, newText: '。' } : { span: { start: end, end }, newText: '。' },
          ],
          safe: false,
        },
      });
    });
  },
});
