/** What is generated from the rules is what stands in the repository; and the check notices when it is not. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const page = path.join(root, 'docs/rules/unpaired-mark.md');
const before = fs.readFileSync(page, 'utf8');
const run = (): string =>
  execFileSync('node', ['scripts/rules-docs.mjs', '--check'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });

afterEach(() => {
  if (fs.readFileSync(page, 'utf8') !== before) fs.writeFileSync(page, before);
});

describe('rule pages, index and schemas', () => {
  it('are up to date', () => {
    expect(run()).toMatch(/ 0 stale/);
  });
  it('are found stale when they are', () => {
    fs.writeFileSync(page, before.replace('unpaired', 'paired'));
    expect(run).toThrow(/unpaired-mark\.md/);
  });
});
