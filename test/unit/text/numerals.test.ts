import { describe, expect, test } from 'vitest';
import { numeralValue } from '../../../server/src/core/text/numerals.ts';

const VALUES: readonly (readonly [string, number | null])[] = [
  ['12', 12],
  ['１２', 12],
  ['2 0 2 4', 2024],
  ['两', 2],
  ['兩', 2],
  ['十', 10],
  ['十八', 18],
  ['十 八', 18],
  ['二十三', 23],
  ['廿三', 23],
  ['卅', 30],
  ['一百二十', 120],
  ['一百零五', 105],
  ['二百', 200],
  ['一千零一', 1001],
  ['两万', 20_000],
  ['3万', 30_000],
  ['一万二千', 12_000],
  ['一亿三千万', 130_000_000],
  ['兩萬億', 2_000_000_000_000],
  ['一九八一', 1981],
  ['二○○四', 2004],
  ['二〇〇五', 2005],
  ['二00六', 2006],
  ['二零二四', 2024],
  ['貳拾', 20],
  ['零', 0],
  ['', null],
  [' ', null],
  ['甲', null],
  ['第三', null],
  ['百千', null],
  ['O', null],
];

describe('numeralValue', () => {
  for (const [text, value] of VALUES)
    test(`${JSON.stringify(text)} is ${value}`, () => expect(numeralValue(text)).toBe(value));
});
