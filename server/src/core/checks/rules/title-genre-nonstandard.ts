/** A title that names no kind of document, or none of the usual ones. Changes when the list of kinds changes. */
import { rule } from '../rule.ts';
import { hasGenre } from '../titles.ts';

const UNUSUAL = /(?:摘要|节选|摘登|选登|请示报告|事宜|问题|情况|启事|须知)$/;

export const titleGenreNonstandard = rule({
  id: 'title-genre-nonstandard',
  category: 'metadata',
  title: { en: 'Title without a usual kind of document', zh: '标题文种缺失或不规范' },
  defaultSeverity: 'hint',
  since: '0.1.0',
  stable: true,
  docs: '条例第八条、第九条（七）',
  check({ doc, text }, report) {
    const seen = new Set<string>();
    const look = (title: string | null, start: number, end: number): void => {
      if (!title || seen.has(title)) return;
      seen.add(title);
      // The subtitle behind a dash says where and by whom.
      const plain = (title.split('——')[0] || title)
        .replace(/[（(][^）)]*[）)]$/, '')
        .replace(/\s*附[：:].*$/, '')
        .trim();
      // 《……的通知》_政策文件_某某政府网: the name of a web page.
      if (/[_|]/.test(plain)) return;
      const unusual = UNUSUAL.exec(plain)?.[0];
      const about = /关于/.test(plain) && !hasGenre(plain) && !/[”？！]$/.test(plain);
      if (!unusual && !about) return;
      const at = text.slice(start, end).search(/\S/);
      const line = doc.lines.line(doc.lines.lineAt(start + Math.max(0, at)));
      report({
        span: { start: line.start, end: line.end },
        message: unusual
          ? { en: '“{0}” is not one of the kinds of official document.', zh: '“{0}”不是法定公文文种。' }
          : { en: 'This title does not say what kind of document it is.', zh: '标题没有写明文种。' },
        args: [unusual ?? ''],
      });
    };
    if (doc.kind !== 'news' && doc.title) look(doc.title.text, doc.title.span.start, doc.title.span.end);
    for (const part of doc.parts) {
      if (part.role === 'speech' || part.role === 'resolution' || part.role === 'report')
        look(part.title, part.span.start, part.span.end);
    }
  },
});
