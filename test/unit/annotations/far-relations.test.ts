/** Relations between annotations of two documents: both know of them, whatever happens to either. */
import { expect, it } from 'vitest';
import { make, opened, ROOT, TEXT, URI } from './set-up.ts';

const OTHER = `${ROOT}/docs/%E4%B8%8A%E4%BD%8D.txt`;
const ABOVE = '上位文件\n\n　　各省应当督促检查。\n';

async function related() {
  const all = await opened();
  const { host, service, span } = all;
  host.put(OTHER, ABOVE);
  const at = ABOVE.indexOf('督促检查');
  const there = await service.call('create', { uri: OTHER, span: { start: at, end: at + 4 } });
  const here = await service.call('create', { uri: URI, span: span('落实责任') });
  const tag = await service.call('createTag', { uri: URI, name: '依据', relation: true });
  const link = (relation?: string) =>
    service.call('link', {
      uri: URI,
      id: here.id,
      to: { kind: 'annotation', id: there.id, uri: OTHER },
      type: tag.id,
      ...(relation ? { relation } : {}),
    });
  const made = (await link()).relations[0]!;
  const of = async (uri: string, id: string, s = service) => (await s.call('get', { uri, id }))?.relations;
  return { ...all, there, here, tag, made, link, of };
}

it('is shown at both ends, with the words and the document of the other one, open or not', async () => {
  const { here, there, made, of, host } = await related();
  expect(made).toMatchObject({ type: '依据', from: here.id, other: { uri: OTHER, text: '督促检查' } });
  expect(await of(OTHER, there.id)).toMatchObject([
    { id: made.id, type: '依据', from: here.id, to: { id: there.id }, other: { uri: URI, text: '落实责任' } },
  ]);
  const again = make(host, '王');
  await again.open(OTHER, ABOVE, 1);
  expect(await of(OTHER, there.id, again)).toMatchObject([{ id: made.id, other: { uri: URI } }]);
});

it('goes and comes back at both ends, from either', async () => {
  const { service, here, there, made, link, of } = await related();
  await service.call('unlink', { uri: OTHER, relation: made.id });
  expect([await of(URI, here.id), await of(OTHER, there.id)]).toEqual([[], []]);
  await link(made.id);
  expect([(await of(URI, here.id))?.length, (await of(OTHER, there.id))?.length]).toEqual([1, 1]);
  await service.call('unlink', { uri: URI, relation: made.id });
  expect([await of(URI, here.id), await of(OTHER, there.id)]).toEqual([[], []]);
});

it('is taken out of a document that has another name by now', async () => {
  const { service, host, there, made, of } = await related();
  const next = `${ROOT}/archive/b.txt`;
  await host.rename(OTHER, next);
  await service.renamed(OTHER, next);
  await service.call('unlink', { uri: URI, relation: made.id });
  expect(await of(next, there.id)).toEqual([]);
  expect(host.below('上位')).toEqual([]);
});

it('is refused where the other annotation is not, and nothing is written then', async () => {
  const { service, host, here } = await related();
  const before = host.below('.jsonl').map((f) => host.text(f));
  const to = { kind: 'annotation', id: 'none', uri: OTHER } as const;
  await expect(service.call('link', { uri: URI, id: here.id, to, type: '依据' })).rejects.toThrow(/no annotation/);
  const outside = { ...to, uri: 'file:///elsewhere/c.txt' };
  await expect(service.call('link', { uri: URI, id: here.id, to: outside, type: 'x' })).rejects.toThrow(/different/);
  expect(host.below('.jsonl').map((f) => host.text(f))).toEqual(before);
});

it('is named among what exports lose, and survives what others write into it', async () => {
  const { service, host, there, here } = await related();
  for (const format of ['w3c', 'qdpx', 'uima', 'brat', 'docx'] as const) {
    const { losses } = await service.call('export', { uris: [URI, OTHER], format });
    expect(losses.filter((l) => l.kind === 'far-relations').map((l) => l.count)).toEqual([1]);
  }
  const [file] = host.below('docs/docs/文件.txt/');
  const line = host
    .text(file!)
    .trim()
    .split('\n')
    .find((l) => l.includes('"link"'))!;
  const event = JSON.parse(line);
  const odd = {
    ...event,
    id: '01ZZZZZZZZZZZZZZZZZZZZZZZZ',
    l: 'odd',
    to: { kind: 'annotation', id: there.id, far: 7 },
  };
  host.put(`${file!.slice(0, file!.lastIndexOf('/'))}/01ZZ-x.jsonl`, `${JSON.stringify(odd)}\n`);
  const again = make(host);
  await again.open(URI, TEXT, 1);
  const relations = (await again.call('get', { uri: URI, id: here.id }))?.relations;
  expect(relations?.map((r) => [r.id === 'odd', r.other?.text])).toContainEqual([true, '']);
});
