/** 见附件3 in a document with two attachments. Changes when the ways to cite an attachment change. */

import { numeralValue } from '../../text/numerals.ts';
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { type PlacedLine, PROSE } from '../view.ts';

const CITED = /附(?:件|表|录)([1-9]\d?|[一二三四五六七八九十]{1,2})(?![\d.．、，]\d|[：:、.])/g;

/** Characters below which a part is a label with a signature, not an attachment. */
const SHORTEST = 60;

const LABEL = /^[\s\u3000]*附件[：:]?[\s\u3000]*$/;
const DATE = /^[\s\u3000]*(?:\d{4}|[一二三四五六七八九〇零○]{4})年.{1,3}月.{1,3}日[\s\u3000]*$/;

/** 附件： with nothing below it but who signed and when. */
function emptyNote(lines: readonly PlacedLine[]): PlacedLine | null {
  const full = lines.filter((l) => l.text.trim() !== '');
  const at = full.findIndex((l) => LABEL.test(l.folded));
  if (at < 0) return null;
  const date = full.findIndex((l, i) => i > at && DATE.test(l.folded));
  return date > at && date - at <= 3 && date >= full.length - 2 ? full[at]! : null;
}

export const attachmentMissing = rule({
  id: 'attachment-missing',
  category: 'reference',
  title: { en: 'Cited attachment does not exist', zh: '引用的附件不存在' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.4',
  check({ doc, lines }, report) {
    // A label with nothing below it but the signature is no attachment.
    const parts = doc.parts.filter((p) => p.role === 'attachment');
    const bare = parts.length === 1 && parts[0]!.span.end - parts[0]!.span.start < SHORTEST;
    const behind = bare ? 0 : parts.length;
    const count = Math.max(doc.attachments.length, behind);
    if (count === 0) {
      const label = emptyNote(lines);
      if (label) {
        report({
          span: { start: label.start, end: label.end },
          severity: 'information',
          message: { en: 'No attachment is listed here.', zh: '附件说明没有列出附件名称。' },
        });
      }
      return;
    }
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
