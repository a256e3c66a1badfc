/** Plenary news without the numbers of those present. Changes when that judgement changes. */
import { rule } from '../rule.ts';

export const attendanceMissing = rule({
  id: 'attendance-missing',
  category: 'metadata',
  title: { en: 'Plenary news without attendance', zh: '全会消息没有出席人数' },
  defaultSeverity: 'information',
  since: '0.1.0',
  stable: true,
  docs: '惯例：全会消息写明委员、候补委员出席人数',
  check({ doc, folded }, report) {
    const { meeting } = doc;
    if (doc.kind !== 'news' || !meeting || doc.attendance !== null) return;
    if (
      meeting.session === null ||
      meeting.congress === null ||
      !/全体|全会/.test(meeting.text) ||
      !/委/.test(meeting.body)
    )
      return;
    if (/委员\d+[名人]|委员[一二三四五六七八九十百]+[名人]|\d+[名人](?:[^，。；]{0,6})委员/.test(folded)) return;
    if (meeting.span.start > folded.length / 3) return;
    report({
      span: meeting.span,
      message: { en: 'The text does not say how many members attended.', zh: '全文没有写明出席人数。' },
    });
  },
});
