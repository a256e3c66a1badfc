/** A point mark at the end of a title. Changes when that judgement changes. */
import { remove } from '../chars.ts';
import { rule } from '../rule.ts';

export const titleEndPunctuation = rule({
  id: 'title-end-punctuation',
  category: 'metadata',
  title: { en: 'Point mark at the end of the title', zh: '标题末尾用了点号' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 B.4',
  check({ doc, folded }, report) {
    if (!doc.title) return;
    const words = folded.slice(doc.title.span.start, doc.title.span.end).trimEnd();
    const block = doc.blocks.find(
      (b) => b.kind === 'title' && b.start <= doc.title!.span.start && doc.title!.span.start < b.end,
    );
    let at = doc.title.span.start + words.length - 1;
    // The mark may have been left out of the title itself.
    if (block && !/[。，；、：]$/.test(words) && /^[。，；、：]\s*$/.test(folded.slice(at + 1, block.end))) at++;
    if (!'。，；、：'.includes(folded[at] ?? 'x')) return;
    report({
      span: { start: at, end: at + 1 },
      message: { en: 'A title ends without “{0}”.', zh: '标题末尾不用“{0}”。' },
      args: [folded[at]!],
      ...remove(at, at + 1),
    });
  },
});
