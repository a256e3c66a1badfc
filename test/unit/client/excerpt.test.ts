/** What of a document is read to recognise it. Changes with client/src/excerpt.ts. */
import { expect, test } from 'vitest';
import { excerpt } from '../../../client/src/excerpt.ts';
import { FakeDocument } from './fake-vscode.ts';

const read = (text: string) => excerpt(new FakeDocument('file:///a', 'plaintext', text) as never);

test('a short document is read whole', () => expect(read('一\n二\n\n三')).toBe('一\n二\n\n三\n'));
test('a long one by its ends', () => {
  const text = Array.from({ length: 20_000 }, (_, i) => `第${i}行`).join('\n');
  const part = read(text);
  expect(part.startsWith('第0行\n第1行\n')).toBe(true);
  expect(part.endsWith('第19998行\n第19999行\n')).toBe(true);
  expect(part.length).toBeLessThan(18_100);
});
test('one huge line by its beginning', () => expect(read('中'.repeat(3_000_000)).length).toBe(16_001));
test('nothing is read twice', () => {
  const text = Array.from({ length: 900 }, (_, i) => `${String(i).padStart(4, '0')}${'中'.repeat(13)}`).join('\n');
  expect(new Set(read(text).trim().split('\n')).size).toBe(read(text).trim().split('\n').length);
});
