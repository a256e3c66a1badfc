/** News of a meeting that does not say when it was. Changes when that judgement changes. */
import type { DateMention } from '../../document/model.ts';
import { rule } from '../rule.ts';

export const meetingDateMissing = rule({
  id: 'meeting-date-missing',
  category: 'metadata',
  title: { en: 'News of a meeting without its date', zh: '会议消息没有会议日期' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '条例第九条（十二）；逻辑：消息应写明何时',
  check({ doc, folded }, report) {
    const { meeting } = doc;
    if (doc.kind !== 'news' || !meeting || meeting.date !== null || meeting.session === null) return;
    // A day that the text tells, though not in so many words as the meeting's.
    const told = (d: DateMention): boolean => d.role === 'mentioned' && /-\d\d-\d\d$/.test(d.value ?? '');
    // 中国网3月11日讯 今天下午……: the dateline says which day today is.
    const dated = doc.dates.some((d) => d.role === 'published' && d.evidence.some((e) => e.reason === 'wording'));
    if (dated && /今[天日](?:上午|下午|晚)?/.test(folded.slice(0, 400))) return;
    if (doc.dates.some((d) => d.role === 'meeting' || d.role === 'adopted' || told(d))) return;
    report({
      span: meeting.span,
      message: { en: 'The text does not say on which day the meeting was.', zh: '全文没有写明会议日期。' },
    });
  },
});
