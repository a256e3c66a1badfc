/** 本条例第五十条 in a law of forty articles. Changes when the ways to cite an article change. */

import { numeralValue } from '../../text/numerals.ts';
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const CITED =
  /(本(?:法|条例|办法|规定|细则|规则|章程|准则|实施办法|实施细则)|依照|按照|根据|违反|符合|适用|依据|遵守|履行|参照|执行|具有|属于)(第([一二三四五六七八九十百零]{1,7}|\d{1,3})条)((?:(?:、|和|至|或者|以及)第(?:[一二三四五六七八九十百零]{1,7}|\d{1,3})条)*)/g;

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
    for (const line of lines) {
      if (!PROSE.has(line.kind)) continue;
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
