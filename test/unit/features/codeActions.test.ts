import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/src/core/checks/run.ts';
import { codeActions, fixAll } from '../../../server/src/core/features/codeActions.ts';

const finding = (rule: string, start: number, end: number, newText: string | null, safe = true): Finding => ({
  rule,
  category: 'punctuation',
  severity: 'warning',
  span: { start, end },
  message: rule,
  data: {},
  ...(newText === null ? {} : { fix: { title: `${rule}!`, edits: [{ span: { start, end }, newText }], safe } }),
});

const FINDINGS = [
  finding('comma', 2, 3, '，'),
  finding('gap', 4, 6, null),
  finding('comma', 8, 9, '，'),
  finding('word', 8, 12, '新词', false),
];

describe('code actions', () => {
  it('offer the fixes at the place and one for all of the rule', () => {
    const actions = codeActions(FINDINGS, { start: 2, end: 2 }, 'en');
    expect(actions.map((a) => [a.title, a.edits.length, a.preferred])).toEqual([
      ['comma!', 1, true],
      ['Fix all 2 findings of “comma” in this document', 2, false],
    ]);
  });

  it('offer nothing for findings without a fix or elsewhere', () => {
    expect(codeActions(FINDINGS, { start: 5, end: 5 }, 'en')).toEqual([]);
    expect(codeActions(FINDINGS, { start: 20, end: 21 }, 'en')).toEqual([]);
  });

  it('fix all that is safe and nothing else', () => {
    expect(fixAll(FINDINGS, 'zh-cn')?.edits.length).toBe(2);
    expect(fixAll([finding('word', 1, 2, '新', false)], 'en')).toBeNull();
  });
});
