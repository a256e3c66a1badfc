/** The organ in the title and the organ that signs differ. Changes when what counts as one organ changes. */
import { fold } from '../../text/fold.ts';
import { rule } from '../rule.ts';

const ORGAN = /(?:委员会|政府|国务院|办公厅|办公室|部|厅|局|委|院|会|署|中心)$/;
const IN_TITLE = /^(.{2,24}?)(?:关于|印发|转发)/;
const key = (name: string): string =>
  fold(name)
    .replace(/[\s\u3000]/g, '')
    .replace(/^中国共产党/, '中共')
    .replace(/人民政府$/, '政府');

export const issuerMismatch = rule({
  id: 'issuer-mismatch',
  category: 'metadata',
  title: { en: 'Issuer in the title differs from the signature', zh: '标题发文机关与落款不符' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '条例第九条（七）（十一）',
  check({ doc, lines }, report) {
    const named = doc.title && IN_TITLE.exec(doc.title.text)?.[1];
    if (!doc.title || !named || !ORGAN.test(named.trim()) || /[、和]/.test(named)) return;
    const signed = lines.filter((l) => l.kind === 'signature' && ORGAN.test(l.text.trim()) && !/\d/.test(l.text));
    if (signed.length === 0) return;
    const own = key(named);
    const agrees = signed.some((l) => {
      const other = key(l.text);
      return other === own || other.includes(own) || own.includes(other);
    });
    if (agrees) return;
    const line = signed[0]!;
    const lead = line.text.length - line.text.trimStart().length;
    report({
      span: { start: line.start + lead, end: line.start + line.text.trimEnd().length },
      message: { en: 'Signed by “{0}”, but the title names “{1}”.', zh: '落款为“{0}”，标题中的发文机关为“{1}”。' },
      args: [line.text.trim(), named],
      related: [{ span: doc.title.span, message: { en: 'The title', zh: '标题' } }],
    });
  },
});
