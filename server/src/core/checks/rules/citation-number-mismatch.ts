/** One title with two numbers, or a number that the cited document does not have. Changes when that judgement changes. */
import { rule } from '../rule.ts';
import { titleKey } from '../titles.ts';

const NUMBER = /^[（(]([\u4e00-\u9fff]{1,10}[〔[［(（](?:19|20)\d{2}[〕\]］)）](?:第)?\d{1,5}号)[）)]/;
const key = (number: string): string =>
  number
    .replace(/[[［(（]/g, '〔')
    .replace(/[\]］)）]/g, '〕')
    .replace(/第|\s/g, '');

export const citationNumberMismatch = rule({
  id: 'citation-number-mismatch',
  category: 'reference',
  title: { en: 'Document number contradicts the cited document', zh: '引用的发文字号与文件不符' },
  defaultSeverity: 'error',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '条例第九条（五）；逻辑：一文一号',
  check({ doc, folded, workspace }, report) {
    const cited = new Map<string, { number: string; start: number; end: number }>();
    for (const r of doc.references) {
      const m = NUMBER.exec(folded.slice(r.span.end, r.span.end + 40));
      if (!m || r.periodical === true) continue;
      const start = r.span.end + 1;
      const here = { number: m[1]!, start, end: start + m[1]!.length };
      const title = titleKey(r.title);
      const before = cited.get(title);
      const theirs = workspace?.others.find((o) => o.docNumber && o.title && titleKey(o.title.text) === title);
      const span = { start: here.start, end: here.end };
      if (theirs?.docNumber && key(theirs.docNumber.text) !== key(here.number)) {
        report({
          span,
          message: { en: 'The cited document has the number {0}.', zh: '该文件的发文字号为“{0}”，与此处不符。' },
          args: [theirs.docNumber.text],
          related: [{ uri: theirs.uri, span: theirs.docNumber.span, message: { en: 'Its number', zh: '原文字号' } }],
          fix: {
            title: { en: 'Write {0}', zh: '改为“{0}”' },
            args: [theirs.docNumber.text],
            edits: [{ span, newText: theirs.docNumber.text }],
            safe: false,
          },
        });
      } else if (before && key(before.number) !== key(here.number)) {
        report({
          span,
          message: { en: 'This title has the number {0} above.', zh: '同一文件在前文的字号为“{0}”，与此处不符。' },
          args: [before.number],
          related: [
            { span: { start: before.start, end: before.end }, message: { en: 'The other number', zh: '另一处' } },
          ],
        });
      }
      if (!before) cited.set(title, here);
    }
  },
});
