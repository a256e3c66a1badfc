/**
 * Branches switched, pulled and merged under an open window: documents and logs are other ones at once. Nothing is lost,
 * and looking at a branch changes nothing on it.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { NOTICE } from './documents.ts';
import { closeWindows, type View, windows } from './windows.ts';

afterEach(closeWindows);

const OTHER = NOTICE.replace('打通断头河', '全面打通断头河').replace('（三）', '（补）\n另加一段说明。\n（三）');

async function repository() {
  const { folder, uri, all, settled } = await windows(['甲'], NOTICE);
  const [{ client, call, list }] = all;
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
  git('init', '-q', '-b', 'main');
  for (const [key, value] of [
    ['user.name', '甲'],
    ['user.email', 'a@localhost'],
    ['core.autocrlf', 'false'],
  ] as const)
    git('config', key, value);
  const commit = (message: string): void => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', message);
  };
  /** What the editor does when the file on the disk is another one. */
  const reload = (): Promise<number> =>
    client.change(uri, { text: fs.readFileSync(path.join(folder, 'a.txt'), 'utf8') });
  const log = path.join(folder, '.annotations', 'docs', 'a.txt');
  const segments = () => fs.readdirSync(log).map((name) => path.join(log, name));
  const create = (words: string, text = NOTICE): Promise<View> =>
    call('create', { span: { start: text.indexOf(words), end: text.indexOf(words) + words.length }, note: words });
  return { folder, uri, client, call, list, settled, git, commit, reload, segments, create };
}

const brief = (list: readonly View[]) => list.map((v) => [v.id, v.text, v.anchor, v.note]);

describe.each(['the documents', 'the logs'] as const)('a branch is switched, %s are told first', (first) => {
  it('and back, again and again: each branch has its own, and neither is touched', async () => {
    const { list, settled, git, commit, reload, create, client, uri } = await repository();
    await create('打通断头河');
    await create('强化资金保障');
    commit('main');
    git('checkout', '-q', '-b', 'side');
    fs.writeFileSync(new URL(uri), OTHER);
    await reload();
    await client.notify('textDocument/didSave', { textDocument: { uri } });
    await create('另加一段说明', OTHER);
    commit('side');
    await settled();
    const side = brief(await list());
    expect(side.map(([, text]) => text)).toEqual(['打通断头河', '另加一段说明', '强化资金保障']);
    const to = async (branch: string): Promise<void> => {
      git('checkout', '-q', branch);
      if (first === 'the documents') await reload();
      await settled();
      if (first === 'the logs') await reload();
      await settled();
    };
    await to('main');
    const main = brief(await list());
    expect(main.map(([, text, anchor]) => [text, anchor])).toEqual([
      ['打通断头河', 'attached'],
      ['强化资金保障', 'attached'],
    ]);
    for (let i = 0; i < 2; i++) {
      await to('side');
      expect(brief(await list())).toEqual(side);
      expect(git('status', '--porcelain')).toBe('');
      await to('main');
      expect(brief(await list())).toEqual(main);
      expect(git('status', '--porcelain')).toBe('');
    }
    await client.close(uri);
    await settled();
    expect(git('status', '--porcelain')).toBe('');
  });
});

it('a pull brings other annotations and other words at once', async () => {
  const { list, settled, git, commit, reload, create, uri, client, call } = await repository();
  const kept = await create('打通断头河');
  commit('start');
  git('checkout', '-q', '-b', 'colleague');
  fs.writeFileSync(new URL(uri), OTHER);
  await reload();
  await client.notify('textDocument/didSave', { textDocument: { uri } });
  const theirs = await create('另加一段说明', OTHER);
  await call('reply', { id: kept.id, text: '已改' });
  commit('colleague');
  git('checkout', '-q', 'main');
  await reload();
  await settled();
  const mine = await create('强化资金保障');
  commit('mine');
  git('merge', '-q', '--no-edit', 'colleague');
  await reload();
  await settled();
  const after = await list();
  expect(after.map((v) => v.id).sort()).toEqual([kept.id, theirs.id, mine.id].sort());
  expect(after.map((v) => v.anchor)).toEqual(['attached', 'attached', 'attached']);
  expect(git('status', '--porcelain')).toBe('');
});

describe('a log that others damaged', () => {
  const damages: readonly (readonly [string, (text: string) => string, number, RegExp | null])[] = [
    ['with marks of a conflict', (t) => `<<<<<<< HEAD\n${t}=======\n${t}>>>>>>> side\n`, 2, /conflict-marker/],
    ['cut off within a line', (t) => t.slice(0, t.trimEnd().lastIndexOf('\n') + 40), 1, /torn/],
    ['with CR LF', (t) => t.replaceAll('\n', '\r\n'), 2, null],
    ['with a byte order mark', (t) => `\ufeff${t}`, 2, null],
    ['with a line that is none', (t) => `${t}{"id":\n`, 2, /unreadable/],
    ['emptied', () => '', 0, null],
  ];
  it.each(damages)('%s is read as far as it goes, said, and written no more', async (_, damage, left, problem) => {
    const { list, call, settled, segments, create } = await repository();
    await create('打通断头河');
    await create('强化资金保障');
    await settled();
    const [file] = segments();
    const text = fs.readFileSync(file!, 'utf8');
    const damaged = damage(text);
    fs.writeFileSync(file!, damaged);
    await settled();
    expect(await list()).toHaveLength(left);
    const problems: string[] = (await call('list')).problems;
    expect(problems.some((p) => problem?.test(p))).toBe(problem !== null);
    const more = await create('群众');
    expect(fs.readFileSync(file!, 'utf8')).toBe(damaged);
    expect(segments()).toHaveLength(2);
    await settled();
    expect((await list()).map((v) => v.id)).toContain(more.id);
    // Mended by hand, or by another checkout: all are back.
    fs.writeFileSync(file!, text);
    await settled();
    expect(await list()).toHaveLength(3);
    expect((await call('list')).problems).toEqual([]);
  });
});

describe('a tag set that others damaged', () => {
  it('in conflict: the tags of both sides are offered, and the next change leaves a file without marks', async () => {
    const { call, settled, folder } = await repository();
    const tag = await call('createTag', { name: '甲标' });
    const file = path.join(folder, '.annotations', 'tagset.json');
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    const other = lines[1]!.replace(tag.id, '00000000-0000-4000-8000-000000000001').replace('甲标', '乙标');
    lines.splice(1, 1, '<<<<<<< HEAD', lines[1]!, '=======', other, '>>>>>>> side');
    fs.writeFileSync(file, lines.join('\n'));
    await settled();
    const names = async () => (await call('tags')).map((t: { name: string }) => t.name).sort();
    expect(await names()).toEqual(['乙标', '甲标']);
    await call('createTag', { name: '丙标' });
    expect(await names()).toEqual(['丙标', '乙标', '甲标']);
    expect(Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')))).toHaveLength(4);
    expect(fs.readdirSync(path.dirname(file)).filter((f) => /damaged/.test(f))).toEqual([]);
  });

  it('no JSON any more: said, kept beside, and what could be read stays', async () => {
    const { call, settled, folder } = await repository();
    await call('createTag', { name: '甲标' });
    await call('createTag', { name: '乙标' });
    const file = path.join(folder, '.annotations', 'tagset.json');
    const broken = fs.readFileSync(file, 'utf8').replace('"name":"乙标"', '"name":"乙标');
    fs.writeFileSync(file, broken);
    await settled();
    expect((await call('tags')).map((t: { name: string }) => t.name)).toEqual(['甲标']);
    expect((await call('list')).problems).toEqual([expect.stringContaining('tagset.json:')]);
    await call('createTag', { name: '丙标' });
    const [beside] = fs.readdirSync(path.dirname(file)).filter((f) => /damaged/.test(f));
    expect(fs.readFileSync(path.join(path.dirname(file), beside!), 'utf8')).toBe(broken);
    expect((await call('tags')).map((t: { name: string }) => t.name).sort()).toEqual(['丙标', '甲标']);
  });
});
