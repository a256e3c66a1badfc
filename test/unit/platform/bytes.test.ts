import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../server/src/platform/base64.ts';
import { globMatcher } from '../../../server/src/platform/globs.ts';

describe('Base64', () => {
  it('carries any bytes there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100_000 }), (b) => {
        expect(fromBase64(toBase64(b))).toEqual(b);
      }),
    );
  });
});

describe('globs', () => {
  const matches = globMatcher(['**/*.txt', '**/*.md'], ['**/node_modules/**', '**/.git/**']);
  it.each([
    ['a.txt', true],
    ['文件/通知（2023）.txt', true],
    ['a/b/c.md', true],
    ['a.log', false],
    ['node_modules/x/a.txt', false],
    ['sub/.git/a.txt', false],
  ])('%s → %s', (path, expected) => expect(matches(path)).toBe(expected));
});
