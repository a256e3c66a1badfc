/** Recognition of policy documents from their text. Changes with client/src/detect.ts. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { garbled, judge } from '../../../client/src/detect.ts';
import { cpuTime } from '../../cpu.ts';
import { OTHER, POLICY } from './detect.data.ts';

/** Milliseconds of the quickest of three runs: the one that nothing else on the machine disturbed. */
function quickest(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = cpuTime();
    work();
    return cpuTime() - start;
  });
  return Math.min(...times);
}

describe('judge', () => {
  test.each(Object.entries(POLICY))('%s is a policy document', (_, text) => {
    expect(judge(text)).toMatchObject({ policy: true });
    expect(judge(text.replaceAll('\n', '\r\n'))).toMatchObject({ policy: true });
  });

  test.each(Object.entries(OTHER))('%s is none', (_, text) => {
    expect(judge(text)).toMatchObject({ policy: false });
  });

  test.each(fs.readdirSync('seeds'))('sample %s is a policy document', (name) => {
    expect(judge(fs.readFileSync(`seeds/${name}`, 'utf8'))).toMatchObject({ policy: true });
  });

  test('a text that nothing in the lists speaks for needs more than numbering', () => {
    const text = POLICY['a notice with all its parts']!.replace(/[\u4e00-\u9fff]/g, '某');
    expect(judge(text).policy).toBe(false);
  });

  test('takes no more time for a text of two million characters', () => {
    const text = `${POLICY['rules in articles']}\n`.repeat(9_000);
    expect(judge(text).policy).toBe(true);
    expect(quickest(() => judge(text))).toBeLessThan(300);
  });

  test.each(['一', '（', '会议', '　', '关于', '第一条'])('a single line of %s ends soon', (piece) => {
    const line = piece.repeat(200_000);
    expect(quickest(() => judge(line))).toBeLessThan(500);
  });
});

const reference = process.env['POLICY_REFERENCE'];
describe.skipIf(!reference)('published documents (POLICY_REFERENCE)', () => {
  const folder = path.join(reference ?? '', 'corpus');
  const names = reference ? fs.readdirSync(folder).filter((f) => f.endsWith('.txt')) : [];
  test('there are some', () => expect(names.length).toBeGreaterThan(0));
  test.each(names.filter((n) => !n.includes('essay')))('%s is recognised', (name) => {
    expect(judge(fs.readFileSync(path.join(folder, name), 'utf8'))).toMatchObject({ policy: true });
  });
});

describe('garbled', () => {
  const text = POLICY['news of a plenary meeting']!;
  const utf8 = new TextEncoder().encode(text);
  /** “全会指出，要坚持高质量发展。” in GB 18030, repeated. */
  const gb = Uint8Array.from(
    'c8abbbe1d6b8b3f6a3acd2aabce1b3d6b8dfd6cac1bfb7a2d5b9a1a30a'
      .repeat(12)
      .match(/../g)!
      .map((h) => Number.parseInt(h, 16)),
  );
  test('GB 18030 read as UTF-8', () => expect(garbled(new TextDecoder().decode(gb))).toBe('gb18030-as-utf8'));
  test('GB 18030 read as Latin 1', () =>
    expect(garbled(new TextDecoder('latin1').decode(gb))).toBe('gb18030-as-latin1'));
  test('UTF-8 read as GB 18030', () =>
    expect(garbled(new TextDecoder('gb18030').decode(utf8))).toBe('utf8-as-gb18030'));
  test.each(Object.entries({ ...POLICY, ...OTHER }))('%s is readable', (_, readable) => {
    expect(garbled(readable)).toBeNull();
  });
  test('one lost character is no wrong encoding', () => expect(garbled(`${text}\uFFFD`)).toBeNull());
});
