/** 见附件3 in a document with two attachments. Changes when the ways to cite an attachment change. */

import { numeralValue } from '../../text/numerals.ts';
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const CITED = /附(?:件|表|录)([1-9]\d?|[一二三四五六七八九十]{1,2})(?![\d.．、，]\d|[：:、.])/g;

export const attachmentMissing = rule({
  id: 'attachment-missing',
  category: 'reference',
  title: { en: 'Cited attachment does not exist', zh: '引用的附件不存在' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.4',
  check({ doc, lines }, report) {
    const count = Math.max(doc.attachments.length, doc.parts.filter((p) => p.role === 'attachment').length);
    if (count === 0) return;
    const behind = doc.parts.filter((p) => p.role === 'attachment').length;
    if (behind >= 2 && doc.attachments.length === behind + 1) {
      // 附件1, 附件2 follow the text, the third of the note does not.
      const titles = doc.parts.map((p) => (p.title ?? '').replace(/\s/g, ''));
      const lost = doc.attachments.filter((a) => !titles.includes(a.text.replace(/\s/g, '')));
      if (lost.length === 1) {
        report({
          span: lost[0]!.span,
          message: { en: 'This attachment does not follow the text.', zh: '附件说明列有“{0}”，正文之后没有这个附件。' },
          args: [lost[0]!.text],
        });
      }
    }
    for (const line of lines) {
      if (!PROSE.has(line.kind)) continue;
      for (const m of matches(line.folded, CITED)) {
        const n = numeralValue(m[1]!);
        if (n === null || n <= count || m.index === 0) continue;
        report({
          span: { start: line.start + m.index, end: line.start + m.index + m[0].length },
          message: {
            en: '“{1}” is cited; this document has {0} attachment(s).',
            zh: '此处引用“{1}”，本文只有{0}个附件。',
          },
          args: [count, line.text.slice(m.index, m.index + m[0].length)],
        });
      }
    }
  },
});
