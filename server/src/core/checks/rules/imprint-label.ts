/** The imprint's label is not 主送 or 抄送. Changes when the labels change. */
import { rule } from '../rule.ts';

const LABEL = /^[\s\u3000]*(发|分送|印送|送|报送)[：:]/;

export const imprintLabel = rule({
  id: 'imprint-label',
  category: 'metadata',
  title: { en: 'Unusual label in the imprint', zh: '版记用语不规范' },
  defaultSeverity: 'information',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.4.2',
  line: {
    when: '：:',
    check({ text, kind }, report) {
      if (kind !== 'imprint') return;
      const m = LABEL.exec(text);
      if (!m) return;
      const start = m[0].length - 1 - m[1]!.length;
      const span = { start, end: start + m[1]!.length };
      report({
        span,
        message: { en: 'The imprint says 主送 or 抄送, not “{0}”.', zh: '版记中用“主送”“抄送”，不用“{0}”。' },
        args: [m[1]!],
        fix: { title: { en: 'Write 抄送', zh: '改为“抄送”' }, edits: [{ span, newText: '抄送' }], safe: false },
      });
    },
  },
});
