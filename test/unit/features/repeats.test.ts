/** Folding of a mistake that a whole document repeats. Changes with core/features/repeats.ts. */
import { expect, test } from 'vitest';
import type { Finding } from '../../../server/src/core/checks/run.ts';
import { foldRepeats, MANY } from '../../../server/src/core/features/repeats.ts';

const at = (rule: string, start: number, fixable: boolean): Finding => ({
  rule,
  category: 'punctuation',
  severity: 'error',
  span: { start, end: start + 1 },
  message: `${rule} at ${start}`,
  data: {},
  ...(fixable ? { fix: { title: '', edits: [], safe: true } as unknown as NonNullable<Finding['fix']> } : {}),
});
const times = (n: number, rule: string, fixable: boolean) => Array.from({ length: n }, (_, i) => at(rule, i, fixable));

test('leaves a few places alone', () => {
  const findings = times(MANY, 'marks', true);
  expect(foldRepeats(findings, 'en')).toBe(findings);
});

test('shows the first of many with their number and keeps every place as a hint', () => {
  const findings = [...times(1, 'other', true), ...times(MANY + 1, 'marks', true)];
  const folded = foldRepeats(findings, 'en');
  expect(folded.map((f) => [f.rule, f.span])).toEqual(findings.map((f) => [f.rule, f.span]));
  expect(folded.map((f) => f.severity)).toEqual(['error', 'error', ...Array(MANY).fill('hint')]);
  expect(folded[1]?.message).toContain(`(${MANY + 1} places`);
  expect(folded[2]?.message).toBe('marks at 1');
  expect(foldRepeats(findings, 'zh-cn')[1]?.message).toContain(`共 ${MANY + 1} 处`);
});

test('never folds what only a person can mend', () => {
  const findings = times(MANY * 3, 'dates', false);
  expect(foldRepeats(findings, 'en')).toBe(findings);
});
