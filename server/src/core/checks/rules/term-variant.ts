/** One thing under several set spellings in one document. Changes when a family of spellings is added. */
import { matches } from '../chars.ts';
import { VARIANT_FAMILIES } from '../data/variants.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const termVariant = rule({
  id: 'term-variant',
  category: 'term',
  title: { en: 'One thing, several spellings', zh: '同一用语写法不一' },
  defaultSeverity: 'hint',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '用法：全文用语一致',
  check({ folded, block }, report) {
    for (const { any, forms } of VARIANT_FAMILIES) {
      const seen = new Map<string, { start: number; end: number }[]>();
      for (const m of matches(folded, any)) {
        if (!PROSE.has(block(m.index).kind)) continue;
        const form = forms.find((f) => m[0].endsWith(f)) ?? m[0];
        seen.set(form, [
          ...(seen.get(form) ?? []),
          { start: m.index + m[0].length - form.length, end: m.index + m[0].length },
        ]);
      }
      if (seen.size < 2) continue;
      const [common] = [...seen].sort((a, b) => b[1].length - a[1].length)[0]!;
      for (const [form, places] of seen) {
        if (form === common) continue;
        for (const span of places) {
          report({
            span,
            message: { en: '“{0}” here, “{1}” elsewhere in this document.', zh: '此处为“{0}”，文中多作“{1}”。' },
            args: [form, common],
            related: [{ span: seen.get(common)![0]!, message: { en: 'The other spelling', zh: '另一种写法' } }],
            fix: {
              title: { en: 'Write “{0}”', zh: '改为“{0}”' },
              args: [common],
              edits: [{ span, newText: common }],
              safe: false,
            },
          });
        }
      }
    }
  },
});
