/** Half-width point marks in Chinese text. Changes when what counts as Chinese context changes. */
import { isChinese, isDigit, isHan, replace } from '../chars.ts';
import { type LineView, rule } from '../rule.ts';
import { RESIDUE } from '../view.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。' };

function isWrong(line: LineView, at: number): boolean {
  const { text } = line;
  const before = text[at - 1];
  const after = text[at + 1];
  if (isDigit(before) && isDigit(after)) return false;
  switch (text[at]) {
    case '.':
      if (before === '.' || after === '.' || at <= 2) return false;
      return (
        (isHan(before) || before === '”' || before === '》' || before === '）') &&
        (after === undefined || isChinese(after))
      );
    case '!':
    case '?':
      return isChinese(before);
    case ':':
      if (after === '/' && text[at + 2] === '/') return false;
      return isChinese(before) || isChinese(after);
    default:
      return isChinese(before) || isChinese(after);
  }
}

export const halfwidthPunctuation = rule({
  id: 'halfwidth-punctuation',
  category: 'punctuation',
  title: { en: 'Half-width punctuation in Chinese text', zh: '中文用了半角标点' },
  defaultSeverity: 'error',
  fix: 'safe',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 5.1',
  mark: {
    chars: ',;:!?.',
    check(line, at, report) {
      if (RESIDUE.has(line.kind) || !isWrong(line, at)) return;
      const mark = line.text[at]!;
      // The end of &nbsp; is another rule's matter.
      if (mark === ';' && /&#?[A-Za-z0-9]{2,7}$/.test(line.text.slice(Math.max(0, at - 9), at))) return;
      const full = FULL[mark]!;
      report({
        span: { start: at, end: at + 1 },
        message: { en: 'Half-width “{0}” in Chinese text; “{1}” is meant.', zh: '中文中用了半角“{0}”，应为“{1}”。' },
        args: [mark, full],
        ...replace(at, at + 1, full),
      });
    },
  },
});
