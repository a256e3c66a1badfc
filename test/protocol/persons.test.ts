/** Persons of a document with each kind of segmenter: what the text itself shows, and what only parts of speech can tell. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PERSONS, type PersonItem } from '../../server/src/lsp/protocol.ts';
import { folderWith, TestClient, uriIn } from './client.ts';

const TEXT = `云川市召开治水工作会议

市委书记陈清波主持会议并讲话，市长郑水源部署任务。
受表彰的有王建国、邓晓宇、杨丽萍等，高质量、高水平推进治水。
陈清波指出，要压实责任。
`;
const folder = folderWith({ '会议.txt': TEXT });
afterAll(() => fs.rmSync(folder, { recursive: true }));
const hasNative = fs.existsSync(path.resolve('node_modules/nodejieba/build/Release/nodejieba.node'));

const told = ['陈清波 市委书记 2', '郑水源 市长 1'];
const confirmed = ['邓晓宇  1', '杨丽萍  1'];

it.each([
  ['nodejieba', hasNative, [...told, ...confirmed]],
  // Its dictionary knows fewer names.
  ['jieba-wasm', true, [...told, confirmed[1]!]],
  ['intl', true, told],
] as const)('%s', async (segmenter, available, expected) => {
  if (!available) return;
  const client = await TestClient.start({ folders: [folder], settings: { segmenter } });
  const uri = await client.open(uriIn(folder, '会议.txt'), TEXT);
  await client.ready();
  const persons = await client.connection.sendRequest<PersonItem[]>(PERSONS, { uri });
  expect(persons.map((p) => `${p.name} ${p.positions.join('；')} ${p.count}`)).toEqual(expected);
  expect(persons[0]!.range.start).toEqual({ line: 2, character: 4 });
  const hover = await client.ask('hover', uri, { position: { line: 4, character: 1 } });
  expect(hover.contents.value).toMatch(/陈清波\*\* · [^\n]+\n\n市委书记\n/);
  const { segmenter: used } = await client.request('policyAnnotator/getStatus');
  expect(used).toBe(segmenter === 'intl' ? 'Intl.Segmenter' : segmenter);
  expect(client.log()).not.toMatch(/can't be loaded/);
  expect(await client.stop()).toBe(0);
});
