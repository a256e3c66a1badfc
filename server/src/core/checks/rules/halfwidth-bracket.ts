/** Half-width brackets in Chinese text, one finding a pair. Changes when what counts as Chinese context changes. */
import { isChinese, isHan } from '../chars.ts';
import { pairsOf } from '../pairs.ts';
import { type Edit, type LineView, rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const PHONETIC = /^[a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüê\s'’·]+$/;

/** Whether the bracket at `at`, whose partner stands at `partner`, belongs to Chinese text. */
function isChineseBracket(line: LineView, at: number, partner: number): boolean {
  const { text } = line;
  if (partner < 0) return isHan(text[at - 1]) || isHan(text[at + 1]);
  const start = Math.min(at, partner);
  const end = Math.max(at, partner);
  const inside = text.slice(start + 1, end);
  if (PHONETIC.test(inside) || text[start - 1] === ']') return false;
  if ([...inside].some(isHan)) return true;
  const before = text.slice(0, start).trimEnd().at(-1);
  return isChinese(before) || (isChinese(text[end + 1]) && !/[A-Za-z0-9]/.test(before ?? ''));
}

export const halfwidthBracket = rule({
  id: 'halfwidth-bracket',
  category: 'punctuation',
  title: { en: 'Half-width brackets in Chinese text', zh: '中文用了半角括号' },
  defaultSeverity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 4.9、5.1',
  line: {
    when: '()',
    check(line, report) {
      if (RESIDUE.has(line.kind)) return;
      const { text } = line;
      for (const { at, partner } of pairsOf(text).halfBrackets) {
        const both = partner >= 0 && /[()]/.test(text[partner]!);
        if (both && partner < at) continue;
        if (!isChineseBracket(line, at, partner)) continue;
        const edit = (i: number): Edit => ({ span: { start: i, end: i + 1 }, newText: text[i] === '(' ? '（' : '）' });
        const end = (both ? partner : at) + 1;
        report({
          span: { start: at, end },
          message: { en: 'Half-width brackets in Chinese text: “{0}”.', zh: '中文中用了半角括号：“{0}”。' },
          args: [text.slice(at, Math.min(end, at + 20))],
          fix: {
            title: { en: 'Make the brackets full width', zh: '改为全角括号' },
            edits: both ? [edit(at), edit(partner)] : [edit(at)],
            safe: true,
          },
        });
      }
    },
  },
});
