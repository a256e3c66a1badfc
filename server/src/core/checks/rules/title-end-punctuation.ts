/** A point mark at the end of a title. Changes when that judgement changes. */
import { remove } from '../chars.ts';
import { rule } from '../rule.ts';
import { hasGenre } from '../titles.ts';

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
    const tell = (at: number): void =>
      report({
        span: { start: at, end: at + 1 },
        message: { en: 'A title ends without “{0}”.', zh: '标题末尾不用“{0}”。' },
        args: [folded[at]!],
        ...remove(at, at + 1),
      });
    if (!doc.title) {
      // The mark may have kept the first line from being taken for a title at all.
      const first = doc.blocks.find((b) => b.kind !== 'blank' && b.kind !== 'web-chrome' && b.kind !== 'head');
      const words = first ? folded.slice(first.start, first.end).trimEnd() : '';
      const isTitle = /^[^，。；\n]{0,30}关于[^。；\n]{2,60}[。；，：]$/.test(words) && hasGenre(words.slice(0, -1));
      if (first && isTitle) tell(first.start + words.length - 1);
      return;
    }
    const words = folded.slice(doc.title.span.start, doc.title.span.end).trimEnd();
    const block = doc.blocks.find(
      (b) => b.kind === 'title' && b.start <= doc.title!.span.start && doc.title!.span.start < b.end,
    );
    let at = doc.title.span.start + words.length - 1;
    // The mark may have been left out of the title itself.
    if (block && !/[。，；、：]$/.test(words) && /^[。，；、：]\s*$/.test(folded.slice(at + 1, block.end))) at++;
    if (!'。，；、：'.includes(folded[at] ?? 'x')) return;
    // A page that lost its line ends goes on behind the title: …情况汇报主任、副主任、各位委员：
    if (/\S/.test(folded.slice(at + 1, at + 40).split('\n')[0]!)) return;
    tell(at);
  },
});
