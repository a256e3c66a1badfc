/** In force before it was adopted. Changes when that judgement changes. */
import { days, sameDocument } from '../dates.ts';
import { rule } from '../rule.ts';

export const effectiveBeforeAdopted = rule({
  id: 'effective-before-adopted',
  category: 'metadata',
  title: { en: 'In force before the adoption', zh: '施行日期早于通过或成文日期' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: '《立法法》：公布后施行；逻辑',
  check({ doc, text }, report) {
    const later = days(doc, 'effective').at(-1);
    if (!later) return;
    const together = sameDocument(doc);
    const passed = days(doc, 'adopted', 'approved', 'signed').filter((d) => together(later, d));
    // An amended law stays in force from its first day on: its note lists the amendments behind the adoption.
    const amended = doc.blocks.some(
      (b) => b.kind === 'adoption-note' && /修正|修订|修改|修訂/.test(text.slice(b.start, b.end)),
    );
    const earlier = (amended ? passed.sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, 1) : passed).find(
      (d) => d.day > later.last,
    );
    if (!earlier) return;
    report({
      span: later.mention.span,
      message: {
        en: 'In force from {0}, before {1}.',
        zh: '施行日期（{0}）早于通过或成文日期（{1}）。',
      },
      args: [later.day, earlier.day],
      related: [{ span: earlier.mention.span, message: { en: 'Adoption or signing', zh: '通过或成文日期' } }],
    });
  },
});
