/** Relations between annotations, with tags of their own, and attributes of the document. */
import { expect, it } from 'vitest';
import { make, one, opened, TEXT, URI } from './set-up.ts';

async function related() {
  const all = await opened();
  const { service, span } = all;
  const a = await service.call('create', { uri: URI, span: span('统筹协调') });
  const b = await service.call('create', { uri: URI, span: span('督促检查') });
  const tag = await service.call('createTag', { uri: URI, name: '依据', relation: true });
  const { relations } = await service.call('link', {
    uri: URI,
    id: a.id,
    to: { kind: 'annotation', id: b.id },
    type: tag.id,
  });
  return { ...all, a, b, tag, relation: relations[0]! };
}

it('a relation is called what its tag is called now, at both ends, also after a merge', async () => {
  const { service, a, b, tag, relation, list } = await related();
  expect(relation).toMatchObject({ type: '依据', tag: tag.id, from: a.id, to: { kind: 'annotation', id: b.id } });
  await service.call('updateTag', { uri: URI, tag: tag.id, name: '上位依据' });
  for (const id of [a.id, b.id]) expect(one(await list(), id).relations).toMatchObject([{ type: '上位依据' }]);
  const other = await service.call('createTag', { uri: URI, name: '来源', relation: true });
  await service.call('mergeTag', { uri: URI, tag: tag.id, into: other.id });
  expect(one(await list(), a.id).relations).toMatchObject([{ type: '来源', tag: other.id }]);
  const tags = await service.call('tags', { uri: URI });
  expect(tags.map((t) => [t.name, t.relation, t.count])).toEqual([['来源', true, 1]]);
});

it('both ends are told when a relation comes, goes, and comes back', async () => {
  const { service, a, b, relation, list } = await related();
  const told: (readonly string[] | undefined)[] = [];
  service.onChange(({ ids }) => told.push(ids));
  await service.call('unlink', { uri: URI, relation: relation.id });
  expect(one(await list(), b.id).relations).toEqual([]);
  await service.call('link', { uri: URI, id: a.id, to: relation.to, type: '别的', relation: relation.id });
  expect(one(await list(), b.id).relations).toMatchObject([{ id: relation.id, type: '别的', tag: null }]);
  for (const ids of told) expect([...(ids ?? [])].sort()).toEqual([a.id, b.id].sort());
});

it('a relation to a deleted annotation is not shown, and is there again when the annotation is', async () => {
  const { service, a, b, list } = await related();
  await service.call('remove', { uri: URI, id: b.id });
  expect(one(await list(), a.id).relations).toEqual([]);
  await service.call('restore', { uri: URI, id: b.id });
  expect(one(await list(), a.id).relations).toHaveLength(1);
});

it('tags of relations are no codes of an export, and their names travel with the relations', async () => {
  const { service, host } = await related();
  const { files } = await service.call('export', { uris: [URI], format: 'w3c' });
  expect(files[0]!.text).toContain('依据');
  const book = await service.call('export', { uris: [URI], format: 'qdc' });
  expect(book).toMatchObject({ files: [], losses: [{ kind: 'annotation' }, { kind: 'tag' }] });
  const again = make(host, '王');
  await again.open(URI, TEXT, 1);
  expect((await again.call('list', { uri: URI })).annotations[0]!.relations).toHaveLength(1);
});

it('tags that are offered no more are listed on request and can be brought back; colours come from here', async () => {
  const { service, tag } = await related();
  await service.call('retireTag', { uri: URI, tag: tag.id });
  expect(await service.call('tags', { uri: URI })).toEqual([]);
  expect(await service.call('tags', { uri: URI, retired: true })).toMatchObject([{ name: '依据', retired: true }]);
  await service.call('updateTag', { uri: URI, tag: tag.id, retired: false });
  expect(await service.call('tags', { uri: URI })).toHaveLength(1);
  const colors = await service.call('tagColors', {});
  expect(new Set(colors).size).toBe(10);
  expect(colors).toContain(tag.color);
});

it('a document with attributes alone is a document of the list', async () => {
  const { service } = await opened();
  await service.call('setAttribute', { uri: URI, key: '审阅状态', value: '初审' });
  expect(await service.call('documents', {})).toMatchObject([{ uri: URI, annotations: 0 }]);
  await service.call('setAttribute', { uri: URI, key: '审阅状态', value: null });
  expect(await service.call('documents', {})).toEqual([]);
});

it('another window is told which annotations have a relation more or less, and that the document has an attribute', async () => {
  const { host, service, a, b, relation } = await related();
  const other = make(host, '王');
  await other.open(URI, TEXT, 1);
  const told: (readonly string[] | undefined)[] = [];
  other.onChange(({ ids }) => told.push(ids));
  const hear = async () => {
    await other.refresh(URI);
    return told.splice(0).map((ids) => [...(ids ?? [])].sort());
  };
  const ends = [a.id, b.id].sort();
  await service.call('unlink', { uri: URI, relation: relation.id });
  expect(await hear()).toEqual([ends]);
  await service.call('link', { uri: URI, id: a.id, to: relation.to, type: '别的', relation: relation.id });
  expect(await hear()).toEqual([ends]);
  await service.call('setAttribute', { uri: URI, key: '审阅状态', value: '初审' });
  expect(await hear()).toEqual([[]]);
  expect(await hear()).toEqual([]);
});
