/** Enter behind a numbered line. Changes with client/src/typing.ts. */
import { describe, expect, test } from 'vitest';
import { continueNumbering } from '../../../client/src/typing.ts';
import { FakeDocument, Position, type Range } from './fake-vscode.ts';

interface Edit {
  readonly at?: Position;
  readonly range?: Range;
  readonly text: string;
}

/** The text after Enter was pressed at `$0`, the editor's own line break included. */
function enter(marked: string, indent = ''): string {
  const cursor = marked.indexOf('$0');
  const text = `${marked.slice(0, cursor)}\n${indent}${marked.slice(cursor + 2)}`;
  const before = text.slice(0, cursor + 1 + indent.length).split('\n');
  const position = new Position(before.length - 1, indent.length);
  const document = new FakeDocument('untitled:a', 'policy-zh', text);
  const edits = continueNumbering(document as never, position as never) as unknown as Edit[];
  const lines = text.split('\n');
  for (const { at, range, text: added } of edits) {
    if (at) lines[at.line] = lines[at.line]!.slice(0, at.character) + added + lines[at.line]!.slice(at.character);
    if (range) lines[range.start.line] = added;
  }
  return lines.join('\n');
}

describe('Enter', () => {
  test.each([
    ['一、任务$0', '一、任务\n二、'],
    ['前文\n（一）任务$0\n后文', '前文\n（一）任务\n（二）\n后文'],
    ['第九条　责任。$0', '第九条　责任。\n第十条　'],
  ])('%s continues', (before, after) => expect(enter(before)).toBe(after));

  test('keeps the indent, whether the editor did or not', () => {
    expect(enter('　　1．任务$0', '　　')).toBe('　　1．任务\n　　2．');
    expect(enter('　　1．任务$0')).toBe('　　1．任务\n　　2．');
  });
  test('on an empty item ends the list', () => expect(enter('一、任务\n二、$0')).toBe('一、任务\n\n'));
  test.each(['任务$0', '$0一、任务', '一、任$0务', '2031年$0'])('%s stays as it is', (before) => {
    expect(enter(before)).toBe(before.replace('$0', '\n'));
  });
});
