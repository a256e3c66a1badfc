import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/src/core/checks/run.ts';
import { codeActions, findingsToSetAside, fixAll } from '../../../server/src/core/features/codeActions.ts';

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

  it('put all of a rule first where there are many, and prefer none of them', () => {
    const many = Array.from({ length: 10 }, (_, i) => finding('comma', i * 2, i * 2 + 1, '，'));
    const titles = (all: Finding[]) =>
      codeActions(all, { start: 0, end: 1 }, 'zh-cn').map((a) => [a.title, a.preferred]);
    expect(titles(many)).toEqual([
      ['修正本文件中“comma”的全部 10 处', false],
      ['comma!', false],
    ]);
    expect(titles(many.slice(1))).toEqual([]);
    expect(titles(many.slice(0, 9))).toEqual([
      ['comma!', true],
      ['修正本文件中“comma”的全部 9 处', false],
    ]);
  });

  it.each([
    ['up to eight at one place', 8, 8],
    ['not a whole page', 9, 0],
  ])('set aside %s', (_, count, offered) => {
    const all = Array.from({ length: count }, (_, i) => finding('gap', i, i + 1, null));
    expect(findingsToSetAside([...all, finding('stale-suppression', 0, 20, null)], { start: 0, end: 20 })).toHaveLength(
      offered,
    );
    expect(findingsToSetAside([finding('gap', 3, 5, null)], { start: 6, end: 7 })).toEqual([]);
    expect(findingsToSetAside([finding('gap', 3, 5, null)], { start: 5, end: 5 })).toHaveLength(1);
  });
});
