/** List does not begin with one. Changes when that judgement changes. */
import { reportNumbers } from '../numbering.ts';
import { rule } from '../rule.ts';

export const numberingNotFromOne = rule({
  id: 'numbering-not-from-one',
  category: 'numbering',
  title: { en: 'List does not begin with one', zh: '序号不从一开始' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.3',
  check({ doc, lines, folded }, report) {
    // l、 and below it 2、: the letter was typed for the figure.
    lines.forEach((line, i) => {
      const m = /^([\s\u3000]*)[lI|丨](?=[、.．])/.exec(line.text);
      const next = m && lines.slice(i + 1, i + 12).find((l) => /^[\s\u3000]*2[、.．]/.test(l.folded));
      if (!m || !next || /^[\s\u3000]*1[、.．]/m.test(folded.slice(line.end, next.start))) return;
      const span = { start: line.start + m[1]!.length, end: line.start + m[0].length };
      report({
        span,
        message: { en: '“{0}” is no figure: “1”.', zh: '“{0}”不是数字，应为“1”。' },
        args: [line.text.slice(m[1]!.length, m[0].length)],
        fix: { title: { en: 'Write “1”', zh: '改为“1”' }, edits: [{ span, newText: '1' }], safe: false },
      });
    });
    reportNumbers(
      doc,
      'not-from-one',
      { en: 'This list begins with “{0}”, not “{1}”.', zh: '此组序号从“{0}”开始，应从“{1}”开始。' },
      report,
    );
  },
});
