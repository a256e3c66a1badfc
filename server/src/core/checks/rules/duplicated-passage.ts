/** The same long passage twice. Changes when how long it must be, or what may repeat, changes. */
import { matches } from '../chars.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

/** Set phrases that documents repeat word for word. */
const FORMULA =
  /马克思列宁主义|毛泽东思想|邓小平理论|三个代表|科学发展观|习近平新时代|紧密团结在|习近平同志为核心|中华民族伟大复兴|两个确立|两个维护|四个意识|四个自信|^[\dA-Z.\s]+$/;

interface Clause {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

export const duplicatedPassage = rule({
  id: 'duplicated-passage',
  category: 'residue',
  title: { en: 'Passage that stands twice', zh: '段落重复' },
  defaultSeverity: 'information',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：长段文字原样重复，多为粘贴所致',
  options: {
    length: { type: 'number', default: 40, title: { en: 'Shortest passage, in characters', zh: '最短字数' } },
  },
  check(view, report) {
    // Laws repeat their formulas on purpose.
    if (view.doc.kind === 'law') return;
    const least = Number(view.option('length'));
    const clauses: Clause[] = [];
    for (const line of view.lines) {
      if (!PROSE.has(line.kind) || line.text.includes('\t')) continue;
      for (const m of matches(line.folded, /[^，。；！？：、]+/g)) {
        const start = line.start + m.index;
        clauses.push({ start, end: start + m[0].length, key: m[0].trim() });
      }
    }
    const seen = new Map<string, number>();
    let i = 0;
    while (i < clauses.length) {
      const clause = clauses[i]!;
      const first = clause.key.length >= 6 ? seen.get(clause.key) : undefined;
      if (clause.key.length >= 6 && first === undefined) seen.set(clause.key, i);
      if (first === undefined) {
        i++;
        continue;
      }
      let n = 1;
      while (first + n < i && i + n < clauses.length && clauses[first + n]!.key === clauses[i + n]!.key) n++;
      // The passage may begin inside the clause before.
      const end = clauses[i + n - 1]!.end;
      const length = clauses
        .slice(i, i + n)
        .reduce((sum, c) => sum + (FORMULA.test(c.key) ? 0 : c.end - c.start + 1), -1);
      const words = view.folded.slice(clause.start, end);
      // Rows of a table are no passage.
      if (
        length >= least &&
        /[，。；、]/.test(words) &&
        !/\n\s*\S{1,12}\s*\n/.test(words) &&
        clauses.slice(i, i + n).some((c) => c.key.length >= 10)
      ) {
        // Whole sentences are pasted twice; the same words inside two sentences are often meant.
        const opens = /(?:^|[。；！？\n])[”’）)]?[\s\u3000]*$/.test(
          view.folded.slice(Math.max(0, clause.start - 6), clause.start),
        );
        const closes = /^[”’）)]?(?:[。；！？\n]|$)/.test(view.folded.slice(end, end + 2));
        report({
          ...(!(opens && closes) && length < least * 2 && { severity: 'hint' }),
          span: { start: clause.start, end },
          message: { en: 'These {0} characters stand here for the second time.', zh: '此处{0}字与前文重复。' },
          args: [end - clause.start],
          related: [
            {
              span: { start: clauses[first]!.start, end: clauses[first + n - 1]!.end },
              message: { en: 'The first time', zh: '前一处' },
            },
          ],
        });
      }
      i += n;
    }
  },
});
