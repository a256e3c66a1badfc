/** 本条例第五十条 in a law of forty articles. Changes when the ways to cite an article change. */

import { numeralValue } from '../../text/numerals.ts';
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { type CheckView, PROSE } from '../view.ts';

const CITED =
  /(本(?:法|条例|办法|规定|细则|规则|章程|准则|实施办法|实施细则)|依照|按照|根据|违反|符合|适用|依据|遵守|履行|参照|执行|具有|属于)(第([一二三四五六七八九十百零]{1,7}|\d{1,3})条)((?:(?:、|和|至|或者|以及)第(?:[一二三四五六七八九十百零]{1,7}|\d{1,3})条)*)/g;

/** 本办法第二条第五项. */
const ITEM =
  /(本(?:法|条例|办法|规定|细则|规则|章程|准则|实施办法|实施细则))第([一二三四五六七八九十百零]{1,7}|\d{1,3})条(?:第一款)?第[（(]?([一二三四五六七八九十]{1,3})[）)]?项/g;

/** 本办法第二条第三款. */
const PARAGRAPH =
  /(本(?:法|条例|办法|规定|细则|规则|章程|准则|实施办法|实施细则))第([一二三四五六七八九十百零]{1,7}|\d{1,3})条第([一二三四五六七八九十]{1,2})款/g;
/** What opens an item of a paragraph, and so no paragraph. */
const OPENS_ITEM = /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|[①-⑳])/;

/** How many paragraphs each article has; none where a number stands twice, or lines are wrapped. */
function paragraphsOf({ sections, lines, doc }: CheckView): Map<number, number> {
  const counts = new Map<number, number>();
  if (doc.blocks.some((b) => b.kind === 'paragraph' && b.lastLine > b.firstLine)) return counts;
  for (const { section } of sections) {
    if (section.markerStyle !== 'tiao' || section.ordinal === null || /之/.test(section.marker ?? '')) continue;
    const own = lines.filter(
      (l) =>
        l.start >= section.span.start &&
        l.end <= section.span.end &&
        PROSE.has(l.kind) &&
        !OPENS_ITEM.test(l.folded) &&
        !/^[\s\u3000]*第[一二三四五六七八九十百]{1,4}[章节编]/.test(l.folded),
    );
    counts.set(section.ordinal, counts.has(section.ordinal) ? 0 : own.length);
  }
  return counts;
}

export const articleMissing = rule({
  id: 'article-missing',
  category: 'reference',
  title: { en: 'Cited article does not exist', zh: '引用的条文不存在' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：引用的条款须存在',
  check(view, report) {
    const { sections, lines } = view;
    const articles = new Set(sections.filter((s) => s.section.markerStyle === 'tiao').map((s) => s.section.ordinal));
    if (articles.size < 3) return;
    const last = Math.max(...[...articles].map((n) => n ?? 0));
    const items = new Map<number, number>();
    for (const { section } of sections) {
      if (section.markerStyle !== 'tiao' || section.ordinal === null || /之/.test(section.marker ?? '')) continue;
      const own = section.children.filter((c) => c.markerStyle === 'han-paren');
      // Two articles of one number are two laws, or a slip of numbering: nothing is known then.
      const last = own.at(-1)?.ordinal === own.length ? own.length : 0;
      items.set(section.ordinal, items.has(section.ordinal) ? 0 : last);
    }
    let paragraphs: Map<number, number> | undefined;
    for (const line of lines) {
      if (!PROSE.has(line.kind)) continue;
      for (const m of matches(line.folded, ITEM)) {
        const have = items.get(numeralValue(m[2]!) ?? 0) ?? 0;
        const n = numeralValue(m[3]!);
        if (have < 2 || n === null || n <= have) continue;
        const start = line.start + m.index + m[1]!.length;
        report({
          span: { start, end: line.start + m.index + m[0].length },
          message: { en: 'That article has {0} items, not {1}.', zh: '该条只有{0}项，没有第{1}项。' },
          args: [have, m[3]!],
        });
      }
      for (const m of matches(line.folded, PARAGRAPH)) {
        paragraphs ??= paragraphsOf(view);
        const have = paragraphs.get(numeralValue(m[2]!) ?? 0) ?? 0;
        const n = numeralValue(m[3]!);
        if (have === 0 || n === null || n <= have) continue;
        const start = line.start + m.index + m[1]!.length;
        report({
          span: { start, end: line.start + m.index + m[0].length },
          message: { en: 'That article has {0} paragraphs, not {1}.', zh: '该条只有{0}款，没有第{1}款。' },
          args: [have, m[3]!],
        });
      }
      for (const m of matches(line.folded, CITED)) {
        for (const one of matches(m[2]! + m[4]!, /第([一二三四五六七八九十百零]{1,7}|\d{1,3})条/g)) {
          const n = numeralValue(one[1]!);
          if (n === null || articles.has(n)) continue;
          // Inside the numbering a missing article is the parser's or the numbering's matter.
          if (n <= last) continue;
          const start = line.start + m.index + m[1]!.length + one.index;
          report({
            span: { start, end: start + one[0].length },
            message: {
              en: 'This document ends with article {0}; {1} is cited.',
              zh: '此处引用“{1}”，本文只到第{0}条。',
            },
            args: [last, one[0]],
          });
        }
      }
    }
  },
});
