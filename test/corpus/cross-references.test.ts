import { expect, test } from 'vitest';
import { crossReferences } from '../reports/crossReferences.ts';

const figures = crossReferences('.');

/** How much of what is listed must be found at least; what is wrong must stay at none. */
const FLOOR: Record<string, number> = {
  'shared terms (document:line)': 0.98,
  'definitions (explicit)': 0.9,
  'definitions that must not be': 1,
  abbreviations: 0.75,
  'words for the reported meeting': 0.8,
  'document links': 1,
  homonyms: 1,
  traps: 1,
};

test('every class of the report has a floor', () =>
  expect(Object.keys(figures).sort()).toEqual(Object.keys(FLOOR).sort()));

test.each(Object.entries(FLOOR))('%s: at least %f', (name, least) => {
  const f = figures[name]!;
  expect(f.found / f.listed, f.missing.join(', ')).toBeGreaterThanOrEqual(least);
  expect(f.errors).toEqual([]);
});
