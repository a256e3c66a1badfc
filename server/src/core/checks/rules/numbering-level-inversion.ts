/** A part that opens with （一） and later goes up to 一、. Changes when that judgement changes. */
import type { MarkerStyle, Section } from '../../document/model.ts';
import { rule } from '../rule.ts';

const RANK: Partial<Record<MarkerStyle, number>> = {
  'han-dunhao': 1,
  'han-paren': 2,
  'arabic-dot': 3,
  'arabic-paren': 4,
};

export const numberingLevelInversion = rule({
  id: 'numbering-level-inversion',
  category: 'numbering',
  title: { en: 'Levels in the wrong order', zh: '层次序数倒置' },
  defaultSeverity: 'warning',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 B.3.8',
  check({ runs }, report) {
    const told = new Set<string>();
    for (const { parent, sections } of runs) {
      const first = sections[0]!;
      if (!parent?.markerStyle || first.kind === 'item' || parent.kind === 'item') continue;
      const up = RANK[parent.markerStyle];
      const down = RANK[first.markerStyle!];
      if (up === undefined || down === undefined || down >= up || !first.markerSpan) continue;
      const pair = `${parent.markerStyle}/${first.markerStyle}`;
      if (told.has(pair)) continue;
      told.add(pair);
      report({
        span: first.markerSpan,
        message: { en: '“{0}” stands below “{1}”, but is the higher level.', zh: '“{0}”位于“{1}”之下，层次倒置。' },
        args: [first.marker ?? '', parent.marker ?? ''],
        related: [{ span: (parent as Section).headingSpan, message: { en: 'The heading above', zh: '上级标题' } }],
      });
    }
  },
});
