/** 本条例第五十条 in a law of forty articles. Changes when the ways to cite an article change. */

import { numeralValue } from '../../text/numerals.ts';
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const CITED =
  /(本(?:法|条例|办法|规定|细则|规则|章程|准则|实施办法|实施细则)|依照|按照|根据|违反|符合|适用|依据|遵守|履行|参照|执行|具有|属于)(第([一二三四五六七八九十百零]{1,7}|\d{1,3})条)((?:(?:、|和|至|或者|以及)第(?:[一二三四五六七八九十百零]{1,7}|\d{1,3})条)*)/g;

/** 本办法第二条第五项. */
const ITEM =
  /(本(?:法|条例|办法|规定|细则|规则|章程|准则|实施办法|实施细则))第([一二三四五六七八九十百零]{1,7}|\d{1,3})条(?:第一款)?第[（(]?([一二三四五六七八九十]{1,3})[）)]?项/g;

export const articleMissing = rule({
  id: 'article-missing',
  category: 'reference',
  title: { en: 'Cited article does not exist', zh: '引用的条文不存在' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：引用的条款须存在',
  check({ sections, lines }, report) {
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
    for (const line of lines) {
      if (!PROSE.has(line.kind)) continue;
      for (const m of matches(line.folded, ITEM)) {
        const have = items.get(numeralValue(m[2]!) ?? 0) ?? 0;
        const n = numeralValue(m[3]!);
        if (have < 2 || n === null || n <= have) continue;
        const start = line.start + m.index + m[1]!.length;
        report({
          span: { start, end: line.start + m.index + m[0].length },
          message: { en: 'That article has {0} items.', zh: '该条只有{0}项。' },
          args: [have],
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
            message: { en: 'This document has {0} articles.', zh: '本文只有{0}条。' },
            args: [last],
          });
        }
      }
    }
  },
});
