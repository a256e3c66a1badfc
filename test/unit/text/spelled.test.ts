import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompactText } from '../../../server/src/core/text/compact.ts';
import { fold, termKey } from '../../../server/src/core/text/fold.ts';
import { spelled } from '../../../server/src/core/text/spelled.ts';

/** What the pattern stands for. */
const holds = (text: string, key: string): boolean =>
  CompactText.of(fold(text), () => true)
    .text.toLowerCase()
    .includes(key.toLowerCase());

describe('all spellings of a key', () => {
  it('are found in either script and width, across blanks, line ends and quotation marks', () => {
    for (const text of ['坚持“兩個維護”。', '两个\n　维护', '做到两 个”维护', '全文：２个维护，两个维护'])
      expect(spelled(termKey('“两个维护”')).test(text)).toBe(true);
    expect(spelled('两个维护').test('两个、维护')).toBe(false);
    expect(spelled('gdp增速').test('ＧＤＰ 增速')).toBe(true);
    expect(spelled('（一）𠀀').test('(一)𠀀')).toBe(true);
  });

  it('are those that folding and compacting the text would find', () => {
    const piece = fc.constantFrom(
      '两',
      '兩',
      '个',
      '個',
      '维',
      '護',
      '护',
      'A',
      'ａ',
      '1',
      '（',
      '(',
      '.',
      '“',
      ' ',
      '\n',
      '\u200b',
      '\ufeff',
      '*',
      '𠀀',
      '\\',
      ']',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((p) => p.join(''));
    fc.assert(
      fc.property(text, fc.array(piece, { minLength: 1, maxLength: 4 }), (t, k) => {
        const key = termKey(k.join(''));
        fc.pre(key !== '');
        expect(spelled(key).test(t)).toBe(holds(t, key));
      }),
      { numRuns: 2000 },
    );
  });
});
