/** 昨天, 日前 in a printed paper. Changes when the words or the kinds change. */
import { rule } from '../rule.ts';

const WORDS = /(?<=[，。；：（“]|^)(昨天|昨日|前天|前日|今天上午|今天下午|昨晚|日前|近日|前不久|前几天)(?!的)/g;

export const relativeDateInIssuedText = rule({
  id: 'relative-date-in-issued-text',
  category: 'metadata',
  title: { en: 'Relative date in a printed paper', zh: '印发文件中用了相对日期' },
  defaultSeverity: 'information',
  since: '0.1.0',
  stable: true,
  docs: '用法：印发的文件应写明具体日期',
  check({ doc, lines }, report) {
    if (doc.kind === 'news' || doc.kind === 'other') return;
    for (const { folded, kind, start } of lines) {
      if (kind !== 'paragraph') continue;
      for (const m of folded.matchAll(WORDS)) {
        report({
          span: { start: start + m.index, end: start + m.index + m[1]!.length },
          message: { en: '“{0}”: readers of a printed paper need the date.', zh: '“{0}”：印发的文件宜写明具体日期。' },
          args: [m[1]!],
        });
      }
    }
  },
});
