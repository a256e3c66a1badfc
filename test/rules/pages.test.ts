/** The examples of every rule's page are scenarios of that rule: the bad ones are found, the good ones are silent. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RETIRED, RULES } from '../../server/src/core/checks/all.ts';
import { check, readFixture } from './scenario.ts';

const folder = path.resolve(import.meta.dirname, '../../server/src/core/checks/rules');
const page = (id: string): string => {
  const file = path.join(folder, `${id}.md`);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
};

function examples(text: string, heading: string): string[] {
  const from = text.indexOf(`\n## ${heading}\n`);
  if (from < 0) return [];
  const to = text.indexOf('\n## ', from + 1);
  const part = text.slice(from, to < 0 ? text.length : to);
  return [...part.matchAll(/```text\n([\s\S]*?)\n```/g)].map((m) => m[1]!);
}

describe('rule pages', () => {
  it('has one file and one page for each rule, and no others', () => {
    const files = fs.readdirSync(folder);
    const named = (ending: string): string[] =>
      files
        .filter((f) => f.endsWith(ending))
        .map((f) => f.slice(0, -ending.length))
        .sort();
    const ids = RULES.map((r) => r.id).sort();
    expect(named('.ts')).toEqual(ids);
    expect(named('.md')).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => RETIRED.includes(id))).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  describe.each(RULES.map((r) => r.id))('%s', (id) => {
    const text = page(id);
    it('has both kinds of example and a reason', () => {
      expect(text).toMatch(new RegExp(`^# ${id}\n`));
      expect(examples(text, 'Bad').length).toBeGreaterThan(0);
      expect(examples(text, 'Good').length).toBeGreaterThan(0);
      expect(text).toContain('\n## Why\n');
      // What it finds and why, in Chinese: two paragraphs, shown where the interface is Chinese.
      expect(text).toMatch(/\n## 中文\n\n[^\n]*[\u4e00-\u9fff][^\n]*\n\n[^\n]*[\u4e00-\u9fff][^\n]*\n$/);
    });
    // Findings about suppressions rest on more than a text; their test stands in test/unit/checks.
    const speaks = RULES.some((r) => r.id === id && (r.check || r.mark || r.line));
    it.each(speaks ? examples(text, 'Bad') : [])('finds: %s', (fixture) => {
      expect(
        readFixture(fixture)
          .flatMap((f) => f.expected)
          .some((e) => e.rule === id),
      ).toBe(true);
      check(fixture, { only: id });
    });
    it.each(examples(text, 'Good'))('is silent: %s', (fixture) => {
      expect(readFixture(fixture).flatMap((f) => f.expected)).toEqual([]);
      check(fixture, { only: id });
    });
  });
});
