/** 1. directly below 一、. Changes when that judgement changes. */
import { rule } from '../rule.ts';

export const numberingLevelSkip = rule({
  id: 'numbering-level-skip',
  category: 'numbering',
  title: { en: 'Level left out', zh: '层次序数跳级' },
  defaultSeverity: 'hint',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 9704-2012 7.3.3；GB/T 15834-2011 B.3.8',
  check({ runs, text }, report) {
    const told = new Set<number>();
    for (const { parent, sections } of runs) {
      const first = sections[0]!;
      const style = first.markerStyle;
      const skips =
        (parent?.markerStyle === 'han-dunhao' &&
          (style === 'arabic-dot' || style === 'arabic-dunhao' || style === 'arabic-paren')) ||
        (parent?.markerStyle === 'han-paren' && style === 'arabic-paren');
      if (!skips || first.kind === 'item' || !first.markerSpan || told.has(parent.span.start)) continue;
      // Notes below a section are numbered by themselves.
      if (
        /(?:注释?|附注|备注|说明|附件)[：:]\s*$/.test(
          text.slice(Math.max(0, first.markerSpan.start - 10), first.markerSpan.start),
        )
      )
        continue;
      told.add(parent.span.start);
      report({
        span: first.markerSpan,
        message: { en: '“{0}” directly below “{1}” leaves out a level.', zh: '“{1}”之下直接用“{0}”，跳过了一级。' },
        args: [first.marker ?? '', parent.marker ?? ''],
        related: [{ span: parent.headingSpan, message: { en: 'The heading above', zh: '上级标题' } }],
      });
    }
  },
});
