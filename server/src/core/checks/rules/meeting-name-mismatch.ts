/** The adoption note and the text name different bodies. Changes when which mentions mean the own meeting changes. */
import { bodyKey, ownMentions } from '../meetings.ts';
import { rule } from '../rule.ts';

export const meetingNameMismatch = rule({
  id: 'meeting-name-mismatch',
  category: 'metadata',
  title: { en: 'Adoption note and text name different meetings', zh: '题注与正文的会议名称不符' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '条例第九条（七）（十二）；逻辑',
  check(view, report) {
    const { doc } = view;
    const inNote = (at: number): boolean => view.block(at).kind === 'adoption-note';
    const notes = doc.meetings.filter((m) => inNote(m.span.start) && m.congress !== null);
    const own = ownMentions(view).filter((m) => m.congress !== null && !inNote(m.span.start));
    const first = doc.meetings.find((m) => !inNote(m.span.start) && m.congress !== null && m.session !== null);
    const named = first && notes.length > 0 && first.span.start - notes[0]!.span.end < 200 ? [first] : own;
    for (const m of named) {
      const here = bodyKey(m.bodyFull ?? m.body);
      const rivals = notes.filter((n) => {
        const there = bodyKey(n.bodyFull ?? n.body);
        const differs =
          (here.place !== '' && there.place !== '' && here.place !== there.place) ||
          (n.congress === m.congress && n.session !== null && m.session !== null && n.session !== m.session) ||
          (n.session === m.session && n.session !== null && n.congress !== m.congress);
        return differs && here.type === there.type && here.level === there.level;
      });
      if (notes.length === 0 || rivals.length < notes.length) continue;
      report({
        span: m.span,
        message: { en: '“{0}” here, “{1}” in the adoption note.', zh: '正文为“{0}”，题注为“{1}”。' },
        args: [m.text, rivals[0]!.text],
        related: [{ span: rivals[0]!.span, message: { en: 'The adoption note', zh: '题注' } }],
      });
      return;
    }
  },
});
