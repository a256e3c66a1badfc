/**
 * Two windows on one folder, each with a server of its own: what one writes the other sees, nothing is lost, doubled or
 * moved.
 */
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { NOTICE } from './documents.ts';
import { closeWindows, type View, windows } from './windows.ts';

afterEach(closeWindows);

const span = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

it.each([[['甲', '乙']], [['甲', '甲']]])(
  'both annotate, reply, resolve, delete and tag at once (%s)',
  async (authors) => {
    const { all, events, settled } = await windows(authors, NOTICE);
    const [first] = all;
    const shared: string[] = [];
    for (let i = 0; i < 6; i++) {
      const made = await first.call('create', { span: { start: i * 9, end: i * 9 + 5 }, note: `共${i}` });
      shared.push(made.id);
    }
    await settled();
    const made: string[][] = [];
    const work = all.map(async ({ call }, who) => {
      const own: string[] = [];
      made.push(own);
      for (let i = 0; i < 24; i++) {
        const id = [...shared, ...own][(i * 7 + who) % (shared.length + own.length)]!;
        const start = (i * 11 + who * 5) % (NOTICE.length - 20);
        const tag = i % 4 === 0 ? await call('createTag', { name: `标${who}-${i}` }) : null;
        const [a] = await Promise.all([
          call('create', { span: { start, end: start + 4 }, note: `${who}-${i}`, tags: tag ? [tag.id] : [] }),
          call('reply', { id, text: `答${who}-${i}` }),
        ]);
        own.push(a.id);
        if (i % 3 === 0) await call('resolve', { id: shared[i % 6], reason: `${who}` });
        if (i % 3 === 1) await call('remove', { id: shared[i % 6] });
        if (i % 3 === 2) await call('restore', { id: shared[i % 6] });
      }
    });
    await Promise.all(work);
    await settled();
    const ids = events().map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...shared, ...made.flat()].sort();
    const [left, right] = [await all[0].list(true), await all[1].list(true)];
    expect(left.map((a) => a.id).sort()).toEqual(wanted);
    expect(right).toEqual(left);
    expect(left.every((a) => a.anchor === 'attached' && a.history.length === 0)).toBe(true);
    expect(events().filter((e) => e.e === 'reply')).toHaveLength(48);
    expect(events().filter((e) => e.e === 'anchor')).toEqual([]);
    for (const { call, list } of all) {
      const names = (await call('tags')).map((t: { name: string }) => t.name);
      expect(names).toHaveLength(12);
      // A tag that fell out of the set would be grey.
      expect((await list()).flatMap((a) => a.tags).filter((t) => t.color === '#888888')).toEqual([]);
    }
  },
);

it('tags made and changed in both at the same moment are all there', async () => {
  const { all, folder, settled } = await windows(['甲', '乙'], NOTICE);
  const made = await Promise.all(
    all.flatMap(({ call }, who) => Array.from({ length: 12 }, (_, i) => call('createTag', { name: `标${who}-${i}` }))),
  );
  await Promise.all(
    made.map((tag, i) => all[i % 2]!.call('updateTag', { tag: tag.id, guideline: `何时用${i}` }).catch(() => null)),
  );
  await settled();
  for (const { call } of all) expect(await call('tags')).toHaveLength(24);
  const file = JSON.parse(fs.readFileSync(path.join(folder, '.annotations', 'tagset.json'), 'utf8'));
  const tags = Object.entries(file).filter(([key]) => key.startsWith('tag:'));
  expect(tags.filter(([, tag]) => (tag as { guideline?: string }).guideline)).toHaveLength(24);
  expect(fs.readdirSync(path.join(folder, '.annotations')).filter((f) => /tmp|lock/.test(f))).toEqual([]);
});

it('what is annotated in text that is not saved yet stays where it is, and is found once it is saved', async () => {
  const { all, events, settled, uri, folder } = await windows(['甲', '乙'], NOTICE);
  const [a, b] = all;
  const at = NOTICE.indexOf('打通断头河') + 2;
  const edited = `${NOTICE.slice(0, at)}全部${NOTICE.slice(at)}另起一段尚未保存的文字。\n`;
  await a.client.change(uri, { text: edited });
  const inside = await a.call('create', { span: span(edited, '打通全部断头河') });
  const edge = await a.call('create', { span: span(edited, '打通全部') });
  const fresh = await a.call('create', { span: span(edited, '尚未保存的文字') });
  await settled();
  await settled();
  expect(events().map((e) => e.e)).toEqual(['add', 'add', 'add']);
  const find = async (list: () => Promise<View[]>, id: string) => (await list()).find((v) => v.id === id)!;
  expect(await find(a.list, inside.id)).toMatchObject({ text: '打通全部断头河', anchor: 'attached' });
  expect(await find(b.list, inside.id)).toMatchObject({ text: '打通断头河', anchor: 'changed' });
  expect(await find(b.list, edge.id)).toMatchObject({ text: '打通', anchor: 'changed' });
  expect(await find(b.list, fresh.id)).toMatchObject({ anchor: 'orphan' });
  await b.call('reply', { id: inside.id, text: '何处？' });
  // The other one looks away: what it saw of an older text is not written down.
  await b.client.close(uri);
  await settled();
  expect(events().map((e) => e.e)).toEqual(['add', 'add', 'add', 'reply']);
  await b.client.open(uri, NOTICE);
  await b.list();
  await settled();
  expect(await find(a.list, inside.id)).toMatchObject({ text: '打通全部断头河', anchor: 'attached' });
  fs.writeFileSync(path.join(folder, 'a.txt'), edited);
  await a.client.notify('textDocument/didSave', { textDocument: { uri } });
  await b.client.change(uri, { text: edited });
  const words = ['尚未保存的文字', '打通全部', '打通全部断头河'];
  await b.client.until('all found', async () => (await b.list()).every((v) => v.anchor === 'attached'));
  expect((await b.list()).map((v) => v.text).sort()).toEqual(words);
  for (const { client } of all) await client.close(uri);
  await settled();
  for (const { list } of all)
    expect((await list()).map((v) => [v.text, v.anchor]).sort()).toEqual(words.map((w) => [w, 'attached']));
});

it('sees what another window wrote although no watcher tells of it', async () => {
  const { all, uri } = await windows(['甲', '乙'], NOTICE, false);
  const [a, b] = all;
  await a.call('create', { span: span(NOTICE, '打通断头河') });
  expect(await b.list()).toEqual([]);
  await b.client.until('the annotation', async () => (await b.list()).length === 1);
  await a.call('createTag', { name: '标' });
  await b.call('refresh');
  expect(await b.call('tags')).toHaveLength(1);
  expect(b.client.received.some((r) => /annotations/i.test(r.method) && r.params.uri === uri)).toBe(true);
});
