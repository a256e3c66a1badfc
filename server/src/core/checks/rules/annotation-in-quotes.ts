/** A note in brackets inside a quoted name: “五精（经）”. Changes when that judgement changes. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const annotationInQuotes = rule({
  id: 'annotation-in-quotes',
  category: 'term',
  title: { en: 'Note in brackets inside a quoted name', zh: '引号内夹注' },
  defaultSeverity: 'information',
  since: '0.1.0',
  stable: true,
  docs: '用法：引号内照录原名，注解放在引号外',
  line: {
    when: '（(',
    check({ folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      for (const m of matches(folded, /“[\u4e00-\u9fff]{1,6}(（[\u4e00-\u9fff]）)”/g)) {
        const start = m.index + m[0].length - 1 - m[1]!.length;
        report({
          span: { start, end: start + m[1]!.length },
          message: { en: 'A note stands inside the quotation marks: “{0}”.', zh: '引号内夹有注解“{0}”。' },
          args: [m[1]!],
        });
      }
    },
  },
});
