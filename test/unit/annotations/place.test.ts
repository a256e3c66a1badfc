/** Where annotations lie: the nearest folder that has some, the workspace folder, the git root, beside the file. */
import { describe, expect, it } from 'vitest';
import { locate, relative, slug } from '../../../server/src/core/annotations/place.ts';
import { MemoryHost } from './memory-host.ts';

const DOC = 'file:///home/li/repo/docs/a%20b.txt';

async function root(files: readonly string[], folders: readonly string[] = []): Promise<string> {
  const host = new MemoryHost();
  for (const f of files) host.put(`file:///${f}`, '');
  const place = await locate(host, DOC, folders);
  return `${place.root} ${place.path}`;
}

describe('the place of annotations', () => {
  it.each([
    [
      'the nearest folder that has some',
      ['home/li/repo/.annotations/tagset.json', 'home/li/.annotations/tagset.json'],
      [],
      'file:///home/li/repo docs/a b.txt',
    ],
    [
      'also above the workspace folder',
      ['home/li/repo/.annotations/tagset.json'],
      ['file:///home/li/repo/docs'],
      'file:///home/li/repo docs/a b.txt',
    ],
    [
      'not above the git root',
      ['home/li/repo/.git/HEAD', 'home/li/.annotations/tagset.json'],
      [],
      'file:///home/li/repo docs/a b.txt',
    ],
    ['never the root of the file system', ['.annotations/tagset.json'], [], 'file:///home/li/repo/docs a b.txt'],
    [
      'the workspace folder',
      ['home/li/repo/.git/HEAD'],
      ['file:///home/li/repo/docs', 'file:///home/li/repo'],
      'file:///home/li/repo/docs a b.txt',
    ],
    ['the git root', ['home/li/repo/.git'], [], 'file:///home/li/repo docs/a b.txt'],
    ['beside the file', [], ['file:///elsewhere'], 'file:///home/li/repo/docs a b.txt'],
  ])('is %s', async (_, files, folders, expected) => {
    expect(await root(files, folders)).toBe(expected);
  });

  it('works at the root of a file system, and on virtual ones', async () => {
    const host = new MemoryHost();
    expect(await locate(host, 'file:///a.txt', [])).toEqual({ root: 'file:///', path: 'a.txt' });
    expect(await locate(host, 'vscode-vfs://github/o/r/d/a.txt', ['vscode-vfs://github/o/r'])).toEqual({
      root: 'vscode-vfs://github/o/r',
      path: 'd/a.txt',
    });
    expect(relative('vscode-vfs://github/o/r', 'file:///o/r/a.txt')).toBeNull();
  });

  it('names segments after authors, whatever they are called', () => {
    expect([slug('李 明/..'), slug('../..'), slug('a:b*c'), [...slug('长'.repeat(99))].length]).toEqual([
      '李-明',
      'anonymous',
      'a-b-c',
      40,
    ]);
  });
});
