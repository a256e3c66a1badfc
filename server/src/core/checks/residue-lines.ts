/**
 * Lines that do not belong to the document, each with the fix that removes it: shared by the residue rules.
 * Changes when such a line is reported or removed differently.
 */
import type { BlockKind } from '../document/model.ts';
import { fold } from '../text/fold.ts';
import { isGarbled } from '../text/garbled.ts';
import type { Draft, Report } from './rule.ts';
import type { CheckView } from './view.ts';

const GLOSS = /[（(][a-zà-ɏ]+[）)]/g;

/** Fields that tell of the document itself, whatever page they stand on: 颁布日期, 发文字号. */
const OWN_FIELD =
  /^[【•·\s]*(?:(?:颁布|公布|实施|施行|生效|成文|印发|失效)(?:日期|时间)|(?:颁布|公布|发布|印发|制定)(?:单位|机关|机构)|发文(?:字号|文号|机关|机构|日期)|文\s*号|時效性|时效性)[：:】]\s*\S/;

/** Reports every line with words in blocks of one kind; `say` gives the message for the words of a line. */
export function reportLines(
  { doc, text }: Pick<CheckView, 'doc' | 'text'>,
  kind: BlockKind,
  say: (words: string) => Pick<Draft, 'message' | 'args'>,
  report: Report,
): void {
  for (const block of doc.blocks) {
    if (block.kind !== kind) continue;
    for (let n = block.firstLine; n <= block.lastLine; n++) {
      const line = doc.lines.line(n);
      const words = text.slice(line.start, line.end).trim();
      if (words === '' || isGarbled(words) || OWN_FIELD.test(fold(words).replace(GLOSS, ''))) continue;
      report({
        ...say(words),
        span: { start: line.start, end: line.end },
        tags: ['unnecessary'],
        fix: {
          title: { en: 'Remove this line', zh: '删除此行' },
          edits: [{ span: { start: line.start, end: line.next }, newText: '' }],
          safe: true,
        },
      });
    }
  }
}
