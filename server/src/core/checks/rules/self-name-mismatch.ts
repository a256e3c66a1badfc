/** 本条例 in a 办法: a law that calls itself by another kind. Changes when the kinds that have articles change. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const KINDS = '条例|办法|细则|规则|规定|章程|准则';
const TITLE = new RegExp(`(?:实施)?(${KINDS})(?:[（(][^）)]{1,20}[）)])?$`);
const SELF = new RegExp(`本(?:实施|暂行)?(${KINDS})(?=[自所适的由施未第实规不]|[，。])`, 'g');

export const selfNameMismatch = rule({
  id: 'self-name-mismatch',
  category: 'metadata',
  title: { en: 'The text calls itself by another kind', zh: '自称文种与标题不符' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '《规章制定程序条例》第七条；逻辑：自称与名称一致',
  check({ doc, folded, lines, sections }, report) {
    const articles = sections.filter((s) => s.section.markerStyle === 'tiao').map((s) => s.section.span.start);
    for (const part of doc.parts) {
      const own = TITLE.exec((part.title ?? '').replace(/\s/g, ''))?.[1];
      if (!own || articles.filter((a) => part.span.start <= a && a < part.span.end).length < 3) continue;
      const found: { start: number; kind: string }[] = [];
      let right = 0;
      for (const line of lines) {
        if (line.start < part.span.start || line.end > part.span.end || !PROSE.has(line.kind)) continue;
        if (!line.folded.includes('本')) continue;
        for (const m of matches(line.folded, SELF)) {
          // What stands in quotes or behind another title speaks of that.
          if (/[“《][^”》]*$/.test(line.folded.slice(0, m.index))) continue;
          if (m[1] === own) right++;
          else found.push({ start: line.start + m.index + m[0].length - m[1]!.length, kind: m[1]! });
        }
      }
      // One or two against the name that the text uses elsewhere are slips; more are another document.
      if (right === 0 || found.length > right) continue;
      for (const { start, kind } of found) {
        const span = { start, end: start + kind.length };
        report({
          span,
          message: { en: 'The title says {0}, this place {1}.', zh: '标题为“{0}”，此处自称“{1}”。' },
          args: [own, folded.slice(span.start, span.end)],
          fix: {
            title: { en: 'Write {0}', zh: '改为“{0}”' },
            args: [own],
            edits: [{ span, newText: own }],
            safe: false,
          },
        });
      }
    }
  },
});
