/**
 * Which opening mark belongs to which closing one in a stretch of text. Changes when what pairs, or what is exempt, changes.
 */
export interface MarkProblem {
  readonly at: number;
  readonly mark: string;
  readonly problem: 'unopened' | 'unclosed';
}

export interface NestedPair {
  readonly open: number;
  readonly close: number;
  readonly mark: string;
  /** How many marks of the same kind are open around it. */
  readonly depth: number;
}

export interface Pairs {
  readonly problems: readonly MarkProblem[];
  /** Pairs that stand directly or indirectly in a pair of the same mark. */
  readonly nested: readonly NestedPair[];
  /** All half-width brackets with their partner's offset, or -1. */
  readonly halfBrackets: readonly { readonly at: number; readonly partner: number }[];
}

const CLOSE: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
};
const CLOSING = new Set([...Object.values(CLOSE), ')']);
const FIND = /[“”‘’（）()《》〈〉【】〔〕「」『』]/g;

const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** A closing bracket behind a short number or letter at the start of a clause: `1）`, `a)`, `一）`. */
function isItemBracket(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && at - i <= 4 && /[0-9０-９a-zA-Z一二三四五六七八九十①-⑳]/.test(text[i]!)) i--;
  return i < at - 1 && (i < 0 || /[\s\u3000，。；：、！？,;:.(（]/.test(text[i]!));
}

const memo = new Map<string, Pairs>();

/** Pairs of one paragraph. Brackets of both widths match each other. Linear. */
export function pairsOf(text: string): Pairs {
  const known = memo.get(text);
  if (known) return known;
  const problems: MarkProblem[] = [];
  const nested: NestedPair[] = [];
  const halfBrackets: { at: number; partner: number }[] = [];
  const stack: { at: number; mark: string; close: string }[] = [];
  FIND.lastIndex = 0;
  for (let m = FIND.exec(text); m; m = FIND.exec(text)) {
    const mark = m[0];
    const at = m.index;
    if (mark === '’' && isLatin(text.charCodeAt(at - 1))) continue;
    if (!CLOSING.has(mark)) {
      stack.push({ at, mark, close: CLOSE[mark]! });
      continue;
    }
    const wanted = mark === ')' ? '）' : mark;
    let i = stack.length - 1;
    while (i >= 0 && stack[i]!.close !== wanted) i--;
    // A far opener is no partner where nearer marks of other kinds would all stay open for it.
    if (i < 0 || stack.length - i > 3) {
      if (wanted === '）' && isItemBracket(text, at)) continue;
      problems.push({ at, mark, problem: 'unopened' });
      if (mark === ')') halfBrackets.push({ at, partner: -1 });
      continue;
    }
    for (const left of stack.splice(i + 1)) problems.push({ at: left.at, mark: left.mark, problem: 'unclosed' });
    const open = stack.pop()!;
    const depth = stack.filter((s) => s.close === open.close).length;
    if (depth > 0) nested.push({ open: open.at, close: at, mark: open.mark, depth });
    if (open.mark === '(') halfBrackets.push({ at: open.at, partner: at });
    if (mark === ')') halfBrackets.push({ at, partner: open.at });
  }
  for (const left of stack) problems.push({ at: left.at, mark: left.mark, problem: 'unclosed' });
  for (const p of problems) if (p.mark === '(') halfBrackets.push({ at: p.at, partner: -1 });
  problems.sort((a, b) => a.at - b.at);
  const pairs = { problems, nested, halfBrackets };
  memo.set(text, pairs);
  if (memo.size > 2048) memo.delete(memo.keys().next().value!);
  return pairs;
}
