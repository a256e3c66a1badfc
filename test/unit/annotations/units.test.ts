/** Offsets of the editor, of the normalised text and code points. Changes with core/annotations/units.ts. */
import { describe, expect, it } from 'vitest';
import { isBoundary, NormalText, snap } from '../../../server/src/core/annotations/units.ts';

const BOM = '\ufeff';

describe('the normalised text', () => {
  it.each([
    ['LF alone', '甲\n乙', '甲\n乙', [0, 1, 2, 3]],
    ['CR LF', '甲\r\n乙\r\n', '甲\n乙\n', [0, 1, 3, 4, 6]],
    ['CR alone', '甲\r乙', '甲\n乙', [0, 1, 2, 3]],
    ['a byte order mark', `${BOM}甲乙`, '甲乙', [1, 2, 3]],
    ['both', `${BOM}甲\r\n乙`, '甲\n乙', [1, 2, 4, 5]],
    ['a line end first', '\r\n甲', '\n甲', [0, 2, 3]],
  ])('%s', (_, raw, normal, raws) => {
    const text = new NormalText(raw);
    expect(text.text).toBe(normal);
    const offsets = raws.map((_, i) => i);
    expect(offsets.map((o) => text.toRaw(o))).toEqual(raws);
    expect(raws.map((o) => text.fromRaw(o))).toEqual(offsets);
  });

  it.each([
    ['no character beyond the plane', '甲乙', [0, 1, 2]],
    ['one in the middle', '甲𠮷乙', [0, 1, 3, 4]],
    ['two in a row, at the end', '甲𠮷🌊', [0, 1, 3, 5]],
    ['half of one', '甲\ud842乙', [0, 1, 2, 3]],
    ['a half first, then a whole one', '\ud842𠮷\udfb7乙', [0, 1, 3, 4, 5]],
  ])('counts code points: %s', (_, raw, offsets) => {
    const text = new NormalText(raw);
    const points = offsets.map((_, i) => i);
    expect(points.map((p) => text.fromPoint(p))).toEqual(offsets);
    expect(offsets.map((o) => text.toPoint(o))).toEqual(points);
    expect([text.fromPoint(-1), text.fromPoint(99)]).toEqual([0, raw.length]);
  });
});

describe('whole characters', () => {
  it.each([
    ['a pair of surrogates', '甲𠮷乙', 2, false],
    ['behind it', '甲𠮷乙', 3, true],
    ['a lone second half', '甲\udfb7乙', 1, true],
    ['a CR LF', '甲\r\n乙', 2, false],
    ['two line ends', '甲\n\n乙', 2, true],
    ['a combining mark', 'ma\u0304o', 2, false],
    ['a variation selector', '辻\ufe00乙', 1, false],
    ['behind a joiner', '👨\u200d👩', 3, false],
    ['before a joiner', '👨\u200d👩', 2, false],
    ['the beginning', '\u0304甲', 0, true],
    ['the end', '甲', 1, true],
  ])('%s', (_, text, offset, expected) => expect(isBoundary(text, offset)).toBe(expected));

  it.each([
    ['inside a character', '甲𠮷乙', 2, 2, '𠮷'],
    ['around', '甲𠮷乙', 0, 2, '甲𠮷'],
    ['already whole', '甲𠮷乙', 1, 3, '𠮷'],
    ['beyond the text', '甲乙', -3, 9, '甲乙'],
    ['the wrong way round', '甲乙丙', 2, 1, ''],
  ])('a span is widened to them: %s', (_, text, from, to, expected) => {
    const { start, end } = snap(text, from, to);
    expect(text.slice(start, end)).toBe(expected);
  });
});
