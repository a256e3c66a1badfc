/** Open documents: edits in either encoding, sound or absurd, leave the text that they describe. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpenDocuments } from '../../../server/src/lsp/documents.ts';

const URI = 'file:///a.txt';
const PIECES = ['', '\n', '\r', '\r\n', '中', '𠮷', 'a', '“两个维护”', '第一条\n第二条\r\n'];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join(''));

const lineStarts = (s: string): number[] => {
  const starts = [0];
  for (const m of s.matchAll(/\r\n|\r|\n/g)) starts.push(m.index + m[0].length);
  return starts;
};
const bytes = (s: string): number => Buffer.byteLength(s, 'utf8');

/** The position of an offset, found without the code under test. */
function position(s: string, offset: number, utf8: boolean) {
  const starts = lineStarts(s);
  const line = starts.findLastIndex((start) => start <= offset);
  const before = s.slice(starts[line]!, offset);
  return { line, character: utf8 ? bytes(before) : before.length };
}
/** An editor never cuts a line end or a surrogate pair in two. */
const cuts = (s: string, i: number): boolean =>
  (s[i - 1] === '\r' && s[i] === '\n') || /[\uD800-\uDBFF]/.test(s[i - 1] ?? '');

describe.each([false, true])('edits (UTF-8 positions: %s)', (utf8) => {
  it('leave the text that they describe, and are told as offsets', () => {
    const edit = fc.record({ at: fc.nat(), remove: fc.nat(6), insert: text });
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 12 }), (first, edits) => {
        const open = new OpenDocuments();
        open.utf8 = utf8;
        open.open(URI, 'plaintext', 1, first);
        let expected = first;
        for (const { at, remove, insert } of edits) {
          const start = at % (expected.length + 1);
          const end = Math.min(expected.length, start + remove);
          if (cuts(expected, start) || cuts(expected, end)) continue;
          const range = { start: position(expected, start, utf8), end: position(expected, end, utf8) };
          const changed = open.change(URI, 2, [{ range, text: insert }])!;
          expect(changed.edits).toEqual([{ start, end, text: insert }]);
          expected = expected.slice(0, start) + insert + expected.slice(end);
          expect(changed.document.text).toBe(expected);
          expect(changed.document.live.lineCount).toBe(lineStarts(expected).length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never throw, and lines stay right, however absurd they are', () => {
    const odd = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double(), fc.constantFrom(2 ** 31, 2 ** 53, null, 'x'));
    const place = fc.option(fc.record({ line: odd, character: odd }), { nil: undefined });
    const change = fc.oneof(
      fc.record({ range: fc.record({ start: place, end: place }), text }),
      fc.record({ text: fc.oneof(text, fc.constantFrom(null, 7, undefined)) }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 8 }), (first, changes) => {
        const open = new OpenDocuments();
        open.utf8 = utf8;
        open.open(URI, 'plaintext', 1, first);
        let expected = first;
        const { edits, document } = open.change(URI, 2, changes as never)!;
        for (const e of edits) expected = expected.slice(0, e.start) + e.text + expected.slice(e.end);
        expect(document.text).toBe(expected);
        expect(document.live.lineCount).toBe(lineStarts(expected).length);
        expect(lineStarts(expected).map((_, line) => document.live.offsetAt({ line, character: 0 }))).toEqual(
          lineStarts(expected),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('start counting again where line ends merge or part', () => {
    const open = new OpenDocuments();
    open.utf8 = utf8;
    open.open(URI, 'plaintext', 1, '甲\r乙\n丙');
    const gone = { start: { line: 1, character: 0 }, end: { line: 1, character: utf8 ? 3 : 1 } };
    expect(open.change(URI, 2, [{ range: gone, text: '' }])!.document.text).toBe('甲\r\n丙');
    expect(open.get(URI)!.live.lineCount).toBe(2);
  });
});

it('a document that was never opened has no changes', () => {
  expect(new OpenDocuments().change(URI, 2, [{ text: '甲' }])).toBeNull();
});
