/** The number before the title, or a title without 《》 before its number. Changes when the shapes change. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const NUMBER_FIRST = /[\u4e00-\u9fff]{1,8}[〔[［(（](?:19|20)\d{2}[〕\]］)）]\d{1,5}号(?:文件?)?(?=《)/g;
const BARE = /([^》”\s])[（(][\u4e00-\u9fff]{1,8}[〔[［](?:19|20)\d{2}[〕\]］]\d{1,5}号[）)]/g;

export const citationOrder = rule({
  id: 'citation-order',
  category: 'reference',
  title: { en: 'Form of a citation', zh: '引文格式不规范' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '惯例：先引标题（加书名号），后引发文字号（加括号）',
  line: {
    when: '号',
    check({ text, folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const m of matches(text, NUMBER_FIRST)) {
        const lead = /^(?:根据|按照|依据|依照|落实|执行|贯彻|按|据|以|经)/.exec(m[0])?.[0].length ?? 0;
        report({
          span: { start: m.index + lead, end: m.index + m[0].length },
          message: { en: 'The title comes first, then the number in brackets.', zh: '应先引标题，后引发文字号。' },
        });
      }
      for (const m of matches(folded, BARE)) {
        const head = folded.slice(Math.max(0, m.index - 1), m.index + 1);
        if (!/(?:意见|通知|决定|办法|批复|规定|方案|条例|报告)$/.test(head)) continue;
        report({
          span: { start: m.index + 1, end: m.index + m[0].length },
          message: { en: 'The title before this number has no 《》.', zh: '发文字号前的文件标题应加书名号。' },
        });
      }
    },
  },
});
