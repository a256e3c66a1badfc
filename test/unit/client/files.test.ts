/** Files served to the language server. Changes with client/src/files.ts. */
import { beforeEach, expect, test, vi } from 'vitest';
import { serveFiles } from '../../../client/src/files.ts';
import { FILES } from '../../../server/src/lsp/protocol.ts';
import { editor, Uri } from './fake-vscode.ts';

type Handler = (params: unknown, token: { isCancellationRequested: boolean }) => Promise<unknown>;
const handlers = new Map<string, Handler>();
const token = { isCancellationRequested: false };
const ask = (method: string, params: unknown) => handlers.get(method)!(params, token);

beforeEach(() => {
  editor.reset();
  editor.search = async () => [];
  serveFiles({ onRequest: (method: string, handler: Handler) => handlers.set(method, handler) } as never);
});

const put = (...names: string[]) => {
  for (const name of names) editor.files.set(`memfs:/w/${name}`, new Uint8Array([1, 2, 255]));
};
const list = (scheme = 'memfs') =>
  ask(FILES.list, {
    folder: `${scheme}:/w`,
    include: ['**/*.txt', '**/*.md'],
    exclude: ['**/node_modules/**', '**/.git/**'],
  });

test('takes what the search finds', async () => {
  editor.search = async (pattern) => {
    expect(pattern.pattern).toBe('{**/*.txt,**/*.md}');
    return [Uri.parse('memfs:/w/b.txt'), Uri.parse('memfs:/w/a.txt')];
  };
  expect(await list()).toEqual(['memfs:/w/a.txt', 'memfs:/w/b.txt']);
});

test('walks where the search finds nothing', async () => {
  put('a.txt', 'x/y/b.md', 'x/c.py', 'node_modules/p/d.txt', '.git/e.txt', '.hidden/f.txt');
  expect(await list()).toEqual(['memfs:/w/.hidden/f.txt', 'memfs:/w/a.txt', 'memfs:/w/x/y/b.md']);
});

test('walks where the search never answers, and does not wait for it a second time', async () => {
  vi.useFakeTimers();
  editor.search = () => new Promise(() => {});
  editor.files.set('slow:/w/a.txt', new Uint8Array());
  const first = list('slow');
  await vi.advanceTimersByTimeAsync(3_100);
  expect(await first).toEqual(['slow:/w/a.txt']);
  vi.useRealTimers();
  const start = performance.now();
  expect(await list('slow')).toEqual(['slow:/w/a.txt']);
  expect(performance.now() - start).toBeLessThan(1_000);
});

test('bytes survive the way there and back, many of them too', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 256);
  editor.files.set('memfs:/w/a.txt', bytes);
  const { base64 } = (await ask(FILES.read, { uri: 'memfs:/w/a.txt' })) as { base64: string };
  await ask(FILES.write, { uri: 'memfs:/w/b.txt', base64 });
  expect(editor.files.get('memfs:/w/b.txt')).toEqual(bytes);
});

test('stat, rename, remove', async () => {
  put('a.txt');
  expect(await ask(FILES.stat, { uri: 'memfs:/w/a.txt' })).toEqual({ type: 'file', size: 3, mtime: 0 });
  await ask(FILES.rename, { from: 'memfs:/w/a.txt', to: 'memfs:/w/b.txt' });
  expect(await ask(FILES.stat, { uri: 'memfs:/w/a.txt' })).toBeNull();
  await ask(FILES.remove, { uri: 'memfs:/w/b.txt' });
  expect(await ask(FILES.stat, { uri: 'memfs:/w/b.txt' })).toBeNull();
});

test('reading what is not there fails, it does not give nothing', async () => {
  await expect(ask(FILES.read, { uri: 'memfs:/w/none.txt' })).rejects.toThrow('FileNotFound');
});
