/** Semantic tokens on the wire: five integers a token, and the difference of two answers. Changes with the protocol. */
import type { SemanticTokensEdit } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES, type Token } from '../core/features/semanticTokens.ts';
import type { LineIndex } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';
import { utf8Length } from './positions.ts';

export const LEGEND = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

/** Encodes tokens in order; one that goes over a line's end becomes one a line. `within` leaves the others out. */
export function encode(
  tokens: readonly Token[],
  { text, lines }: { readonly text: string; readonly lines: LineIndex },
  utf8: boolean,
  within: Span | null,
): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastColumn = 0;
  let number = 0;
  let line = lines.line(0);
  const columnOf = (offset: number): number => (utf8 ? utf8Length(text, line.start, offset) : offset - line.start);
  for (const token of tokens) {
    if (within && (token.end <= within.start || token.start >= within.end)) continue;
    let modifiers = 0;
    for (const m of token.modifiers) modifiers |= 1 << TOKEN_MODIFIERS.indexOf(m);
    const type = TOKEN_TYPES.indexOf(token.type);
    for (let at = token.start; at < token.end; ) {
      if (at >= line.next && number + 1 < lines.count) {
        number = lines.lineAt(at);
        line = lines.line(number);
      }
      const end = Math.min(token.end, line.end);
      if (end > at) {
        const column = columnOf(at);
        const length = columnOf(end) - column;
        data.push(number - lastLine, number === lastLine ? column - lastColumn : column, length, type, modifiers);
        lastLine = number;
        lastColumn = column;
      }
      if (token.end <= line.end || number + 1 >= lines.count) break;
      at = line.next;
    }
  }
  return data;
}

/** One edit that makes `after` of `before`, or none. */
export function difference(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  let start = 0;
  const least = Math.min(before.length, after.length);
  while (start < least && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let tail = 0;
  while (tail < least - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start, deleteCount: before.length - start - tail, data: after.slice(start, after.length - tail) }];
}
