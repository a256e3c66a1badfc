import { expect, test } from 'vitest';
import { found, passes } from '../../../client/src/terms/symbols.ts';

test('a name passes when it holds the characters of the query in their order', () => {
  expect(passes('两个先行', '两先')).toBe(true);
  expect(passes('两个先行', '先两')).toBe(false);
  expect(passes('两个先行', 'lgxx')).toBe(false);
  expect(passes('《Plan》', 'plan')).toBe(true);
});

test('what was found by pinyin or in the other script shows its reading', () => {
  expect(found('两个先行', 'lgxx')).toBe('两个先行 (lgxx)');
  expect(found('两个先行', 'liang ge ')).toBe('两个先行 (liang ge)');
  expect(found('两个维护', '兩個維護')).toBe('两个维护 (兩個維護)');
  expect(found('两个先行', '两个')).toBe('两个先行');
});

test('every name passes afterwards', () => {
  for (const query of ['lgxx', 'Liang Ge', '兩個', ' 先 '])
    expect(passes(found('两个先行', query), query), query).toBe(true);
});
