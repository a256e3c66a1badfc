/** Documents that move between folders with annotations of their own, and logs that are tidied while others write. */
import { expect, it } from 'vitest';
import { createAnnotations } from '../../../server/src/core/annotations/service.ts';
import { make, newHost, ROOT, TEXT, URI } from './set-up.ts';

const OTHER = 'file:///other';

it('a document that moves to another folder of the workspace takes its tags along', async () => {
  const host = newHost();
  host.put(URI, TEXT);
  host.put(`${OTHER}/x.txt`, TEXT);
  const folders = { workspaceFolders: () => [ROOT, OTHER], author: () => '李' };
  const service = createAnnotations(host, folders);
  const tag = (uri: string, name: string, more = {}) => service.call('createTag', { uri, name, ...more });
  const above = await tag(URI, '措施');
  const below = await tag(URI, '资金', { parent: above.id, color: '#0072b2', key: 'z', guideline: '只标来源' });
  const twin = await tag(URI, '主体');
  const there = await tag(`${OTHER}/x.txt`, '主体', { color: '#d55e00' });
  await tag(URI, '没有用过');
  await service.open(URI, TEXT, 1);
  await service.call('create', { uri: URI, span: { start: 0, end: 4 }, tags: [below.id, twin.id] });
  const next = `${OTHER}/b.txt`;
  await host.rename(URI, next);
  await service.renamed(URI, next);
  const { annotations } = await service.call('list', { uri: next });
  expect(annotations[0]?.anchor).toBe('attached');
  expect(new Map(annotations[0]?.tags.map((t) => [t.name, t.color]))).toEqual(
    new Map([
      ['资金', '#0072b2'],
      ['主体', there.color],
    ]),
  );
  const tags = await service.call('tags', { uri: next });
  expect(tags.map((t) => t.name).sort()).toEqual(['主体', '措施', '资金']);
  expect(tags.find((t) => t.id === below.id)).toMatchObject({ parent: above.id, key: 'z', guideline: '只标来源' });
  // It stands in the file, for the next session.
  const again = createAnnotations(host, folders);
  await again.open(next, TEXT, 1);
  expect((await again.call('list', { uri: next })).annotations[0]?.tags.map((t) => t.color)).not.toContain('#888888');
});

it('what another window writes while the log is tidied is not lost', async () => {
  const host = newHost();
  host.put(URI, TEXT);
  for (let i = 0; i < 3; i++) {
    const session = make(host);
    await session.open(URI, TEXT, 1);
    await session.call('create', { uri: URI, span: { start: i, end: i + 2 } });
    await session.dispose();
  }
  const window = make(host);
  await window.open(URI, TEXT, 1);
  await window.call('create', { uri: URI, span: { start: 4, end: 6 } });
  const write = host.write.bind(host);
  host.write = async (uri, bytes) => {
    host.write = write;
    await window.call('create', { uri: URI, span: { start: 1, end: 5 }, note: '正在写' });
    await write(uri, bytes);
  };
  const report = await make(host).call('doctor', { folder: ROOT, compact: true });
  expect(report.compacted).toBe(3);
  const after = make(host);
  await after.open(URI, TEXT, 1);
  const { annotations, problems } = await after.call('list', { uri: URI });
  expect(problems).toEqual([]);
  expect(annotations).toHaveLength(5);
  expect(annotations.map((a) => a.note)).toContain('正在写');
});

it('of a closed document what was written last is listed, also where nobody watches the files', async () => {
  const host = newHost();
  host.put(URI, TEXT);
  const service = make(host);
  const list = async () => (await service.call('list', { uri: URI })).annotations;
  expect(await list()).toEqual([]);
  await service.open(URI, TEXT, 1);
  await service.call('create', { uri: URI, span: { start: 0, end: 4 } });
  await service.close(URI);
  expect(await list()).toHaveLength(1);
});
