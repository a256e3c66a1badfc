/** A label without its value. Changes when the labels change. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';

const EMPTY =
  /(浏览次数|点击数|点击量|阅读次数|信息来源|文章来源|来源|作者|责任编辑|字体|发布时间|发布日期|主题词|主\s*题\s*词)[：:][ \t]*(?:\[\s*\]|【\s*】|次)?(?=\s|$)/g;

export const emptyField = rule({
  id: 'empty-field',
  category: 'residue',
  title: { en: 'Label without a value', zh: '栏目有名无值' },
  defaultSeverity: 'information',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：有名无值',
  line: {
    when: '：:',
    check({ text, folded, kind }, report) {
      if (kind !== 'web-chrome' && kind !== 'source') return;
      for (const m of matches(folded, EMPTY)) {
        const end = m.index + m[0].trimEnd().length;
        // 来源： 某报: the value stands behind a blank; another label does not.
        const rest = /^[ \t\u3000](\S+)/.exec(folded.slice(m.index + m[0].trimEnd().length))?.[1];
        if (/^[ \t]*\|[ \t]*[^\s|]/.test(folded.slice(m.index + m[0].trimEnd().length))) continue;
        if (rest && !/[：:]/.test(rest) && !/^[|分打关【[]/.test(rest)) continue;
        report({
          span: { start: m.index, end },
          message: { en: '“{0}” has no value.', zh: '“{0}”没有内容。' },
          args: [text.slice(m.index, m.index + m[1]!.length)],
          tags: ['unnecessary'],
        });
      }
    },
  },
});
