/** 1. and 1． in one list. Changes when which forms differ changes. */
import type { Section } from '../../document/model.ts';
import { rule } from '../rule.ts';

function form(section: Section): string | null {
  const marker = section.marker ?? '';
  if (/^[0-9０-９]+\.$/.test(marker)) return '1.';
  if (/^[0-9０-９]+．$/.test(marker)) return '1．';
  if (/^（[一二三四五六七八九十0-9]+）$/.test(marker)) return '（1）';
  if (/^\([一二三四五六七八九十0-9]+\)$/.test(marker)) return '(1)';
  return null;
}

export const numberingFormMixed = rule({
  id: 'numbering-form-mixed',
  category: 'numbering',
  title: { en: 'One list, two forms of number', zh: '同级序号写法不一' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 B.3.3；体例一致',
  check({ runs }, report) {
    for (const { sections } of runs) {
      const forms = new Map<string, Section[]>();
      for (const s of sections) {
        const f = form(s);
        if (f !== null) forms.set(f, [...(forms.get(f) ?? []), s]);
      }
      if (forms.size < 2) continue;
      const [common] = [...forms].sort((a, b) => b[1].length - a[1].length)[0]!;
      for (const [f, odd] of forms) {
        // Half-width brackets are another rule's finding.
        if (f === common || f === '(1)') continue;
        for (const s of odd) {
          if (!s.markerSpan || !s.marker) continue;
          const newText =
            common === '1.'
              ? s.marker.replace(/．$/, '.')
              : common === '1．'
                ? s.marker.replace(/\.$/, '．')
                : s.marker;
          report({
            span: s.markerSpan,
            message: { en: '“{0}” among siblings of the form “{1}”.', zh: '“{0}”与同级序号“{1}”的写法不一。' },
            args: [s.marker, common],
            ...(newText !== s.marker && {
              fix: {
                title: { en: 'Write “{0}”', zh: '改为“{0}”' },
                args: [newText],
                edits: [{ span: s.markerSpan, newText }],
                safe: true,
              },
            }),
          });
        }
      }
    }
  },
});
