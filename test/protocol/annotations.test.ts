/** Annotations and findings set aside, through the server: kept beside the documents, following the text. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, positionOf, TestClient, uriIn } from './client.ts';
import { NOTICE } from './documents.ts';

const span = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

it('an annotation follows the text and survives a restart and a killed server', async () => {
  const folder = folderWith({ 'a.txt': NOTICE });
  fs.mkdirSync(path.join(folder, '.annotations'));
  const uri = uriIn(folder, 'a.txt');
  const call = (client: TestClient, method: string, params: object) =>
    client.request('policyAnnotator/annotations', { method, params: { uri, ...params } });
  const first = await TestClient.start({ folders: [folder], options: { author: '甲' } });
  await first.open(uri, NOTICE);
  const made = await call(first, 'create', { span: span(NOTICE, '打通断头河'), tags: ['工程'], note: '查' });
  expect(made).toMatchObject({ text: '打通断头河', author: '甲', anchor: 'attached' });
  await first.change(uri, {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    text: '新标题\n',
  });
  const moved = await call(first, 'list', {});
  expect(moved.annotations[0].span).toEqual(span(`新标题\n${NOTICE}`, '打通断头河'));
  first.kill();

  const second = await TestClient.start({ folders: [folder] });
  await second.open(uri, NOTICE);
  const { annotations } = await call(second, 'list', {});
  expect(annotations.map((a: { text: string; note: string }) => [a.text, a.note])).toEqual([['打通断头河', '查']]);
  expect(annotations[0].span).toEqual(span(NOTICE, '打通断头河'));
  await expect(call(second, 'nonsense', {})).rejects.toThrow(/nonsense/);
  expect(await second.stop()).toBe(0);
  fs.rmSync(folder, { recursive: true });
});

it('annotations are there under the new name of a renamed file that was opened first', async () => {
  const folder = folderWith({ 'a.txt': NOTICE });
  const [uri, to] = [uriIn(folder, 'a.txt'), uriIn(folder, 'b.txt')];
  const client = await TestClient.start({ folders: [folder], options: { author: '甲' } });
  await client.open(uri, NOTICE);
  const call = (method: string, params: object) => client.request('policyAnnotator/annotations', { method, params });
  await call('create', { uri, span: span(NOTICE, '打通断头河') });
  fs.renameSync(path.join(folder, 'a.txt'), path.join(folder, 'b.txt'));
  await client.close(uri);
  await client.open(to, NOTICE);
  await client.notify('workspace/didRenameFiles', { files: [{ oldUri: uri, newUri: to }] });
  const { annotations } = await call('list', { uri: to });
  expect(annotations.map((a: { text: string }) => a.text)).toEqual(['打通断头河']);
  await client.stop();
  fs.rmSync(folder, { recursive: true });
});

it('places counted in an older text are refused, and an author who was just named is used', async () => {
  const folder = folderWith({ 'a.txt': NOTICE });
  const uri = uriIn(folder, 'a.txt');
  const client = await TestClient.start({ folders: [folder] });
  await client.open(uri, NOTICE);
  const version = await client.change(uri, {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    text: '新',
  });
  const create = (counted: number) =>
    client.request('policyAnnotator/annotations', {
      method: 'create',
      params: { uri, span: { start: 1, end: 3 } },
      version: counted,
    });
  await expect(create(version - 1)).rejects.toMatchObject({ code: -32801 });
  await client.request('policyAnnotator/author', { name: '乙' });
  expect(await client.request('policyAnnotator/author', {})).toEqual({ name: '乙', source: 'settings' });
  expect(await create(version)).toMatchObject({ author: '乙', text: NOTICE.slice(0, 2) });
  await client.stop();
  fs.rmSync(folder, { recursive: true });
});

it('a finding that was set aside is not shown, and is again when that is taken back', async () => {
  const folder = folderWith({ 'a.txt': NOTICE });
  const uri = uriIn(folder, 'a.txt');
  const client = await TestClient.start({ folders: [folder] });
  await client.open(uri, NOTICE);
  const gap = () => client.diagnostics.get(uri)?.diagnostics.some((d) => d.code === 'numbering-gap');
  await client.until('the finding', gap);
  const { line } = positionOf(NOTICE, '（三）强化资金保障');
  expect(line).toBeGreaterThan(0);
  const aside = await client.request('policyAnnotator/suppress', {
    uri,
    rule: 'numbering-gap',
    span: span(NOTICE, '（三）强化资金保障'),
    reason: '原文如此',
  });
  await client.until('its silence', () => gap() === false);
  expect(await client.request('policyAnnotator/suppressions', { uri })).toEqual([aside]);
  await client.request('policyAnnotator/unsuppress', { uri, id: aside.id });
  await client.until('the finding again', gap);
  await client.stop();
  fs.rmSync(folder, { recursive: true });
});
