/** A sentence that nobody can read aloud. Changes when how length is counted changes. */
import { sentences } from '../../text/sentences.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

export const overlongSentence = rule({
  id: 'overlong-sentence',
  category: 'term',
  title: { en: 'Very long sentence', zh: '句子过长' },
  defaultSeverity: 'hint',
  since: '0.1.0',
  stable: false,
  docs: '文风：长句宜断开',
  options: {
    length: { type: 'number', default: 200, title: { en: 'Longest sentence, in characters', zh: '最长字数' } },
  },
  line: {
    check(line, report) {
      const most = Number(line.option('length'));
      if (!PROSE.has(line.kind) || line.text.length <= most) return;
      for (const s of sentences(line.text)) {
        if (s.end - s.start <= most) continue;
        report({
          span: { start: s.start, end: Math.min(s.end, s.start + 12) },
          message: { en: 'This sentence has {0} characters.', zh: '此句长达{0}字。' },
          args: [s.end - s.start],
        });
      }
    },
  },
});
