import { expect, test } from 'vitest';
import { crossReferences } from '../reports/crossReferences.ts';

const figures = crossReferences('.');

/** How much of what is listed must be found at least; what is wrong must stay at none. */
const FLOOR: Record<string, number> = {
  // 改革攻坚 of 002:23 is listed here, and as ordinary wording among the homonyms; it is no mention.
  'shared terms (document:line)': 0.99,
  'shared formulae (document:line)': 1,
  'definitions (explicit)': 1,
  'definitions that must not be': 1,
  traps: 1,
  abbreviations: 1,
  'abbreviations (full name elsewhere)': 1,
  // 全会 of 003:21 is the province's, 省委十四届七次全会.
  'words for the reported meeting': 0.97,
  'words for the own place and body': 1,
  'given names, derived and longer forms': 1,
  homonyms: 1,
  'document to document': 0.92,
  // A given name with 同志 behind it could be any two characters.
  'persons (document:line)': 0.98,
  'meetings (document:line)': 1,
  // Days told by 昨天 and 明年 are not read.
  dates: 0.6,
  enumerations: 1,
  'variant wordings': 1,
};

test('every class of the report has a floor', () =>
  expect(Object.keys(figures).sort()).toEqual(Object.keys(FLOOR).sort()));

test.each(Object.entries(FLOOR))('%s: at least %f', (name, least) => {
  const f = figures[name]!;
  expect(f.found / f.listed, f.missing.join(', ')).toBeGreaterThanOrEqual(least);
  expect(f.errors).toEqual([]);
});
