/** What a numeric abbreviation stands for here differs from the glossary. Changes when what counts as different changes. */
import { termKey } from '../../text/fold.ts';
import { rule } from '../rule.ts';

const core = (s: string): string => termKey(s).replace(/[，。、；：]/g, '');

/** Whether an item and a component can be the same thing said at two lengths. */
const alike = (a: string, b: string): boolean => {
  const x = core(a);
  const y = core(b);
  if (x.includes(y) || y.includes(x)) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return [...short].every((c) => long.includes(c));
};

export const glossaryComponents = rule({
  id: 'glossary-components',
  category: 'enumeration',
  title: { en: 'List differs from what the term stands for', zh: '列举与该提法的内容不符' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '惯例：提法的内容以原始文件为准；术语表',
  check({ doc, workspace }, report) {
    const glossary = workspace?.glossary;
    if (!glossary) return;
    for (const e of doc.enumerations) {
      if (e.form !== 'list-before' && e.form !== 'list-after') continue;
      const known = glossary.components(termKey(e.declared));
      if (!known || known.components.length < 2) continue;
      if (known.components.length !== e.items.length) {
        if (e.items.length === e.count) continue;
        report({
          span: e.declaredSpan,
          message: { en: '{0} stands for {1} things, {2} are listed.', zh: '{0}包括{1}项，此处列出{2}项。' },
          args: [e.declared, known.components.length, e.items.length],
        });
        continue;
      }
      const odd = e.items.filter((item) => !known.components.some((c) => alike(item.text, c)));
      // One stranger among friends is a slip; several are another meaning of the words.
      if (odd.length !== 1 || known.components.length < 3) continue;
      report({
        span: odd[0]!.span,
        message: { en: '“{0}” is none of {1}: {2}.', zh: '“{0}”不属于{1}：{2}。' },
        args: [odd[0]!.text, e.declared, known.components.join('、')],
      });
    }
  },
});
