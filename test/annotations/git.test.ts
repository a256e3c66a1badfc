/** Annotations in git, really run: two authors, branches, merges, rebases. 0 conflicts, 0 lost, 0 doubled. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileHost } from '../../server/src/cli/annotations-host.ts';
import type { KnownEvent } from '../../server/src/core/annotations/events.ts';
import { type Annotations, createAnnotations } from '../../server/src/core/annotations/service.ts';
import { uriOf } from '../../server/src/node/files.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true });
});

const TEXT = Array.from(
  { length: 40 },
  (_, i) => `第${i + 1}条　各部门要加强第${i * 7 + 3}项统筹协调，落实第${i * 13 + 5}号任务。`,
).join('\n');

class Repository {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annotations-git-'));
  readonly uri = uriOf(path.join(this.folder, 'docs', '意见.txt'));
  #random: number;

  constructor(seed: number) {
    made.push(this.folder);
    this.#random = seed;
    this.git('init', '-q', '-b', 'main');
    this.git('config', 'user.name', 'test');
    this.git('config', 'user.email', 'test@localhost');
    this.git('config', 'commit.gpgsign', 'false');
    this.git('config', 'core.autocrlf', 'false');
    this.write(TEXT);
    this.commit('document');
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
  }
  commit(message: string): void {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
  }
  text(): string {
    return fs.readFileSync(new URL(this.uri), 'utf8');
  }
  write(text: string): void {
    fs.mkdirSync(path.join(this.folder, 'docs'), { recursive: true });
    fs.writeFileSync(new URL(this.uri), text);
  }
  random(n: number): number {
    this.#random = (Math.imul(this.#random, 1664525) + 1013904223) >>> 0;
    return (this.#random >>> 8) % n;
  }

  async open(author: string): Promise<Annotations> {
    const service = createAnnotations(new FileHost(() => {}), {
      workspaceFolders: () => [uriOf(this.folder)],
      author: () => author,
    });
    await service.open(this.uri, this.text(), 1);
    return service;
  }
  /** One person's session: opens, does something, closes. */
  async session(author: string, run: (service: Annotations) => Promise<void>): Promise<void> {
    const service = await this.open(author);
    await run(service);
    await service.dispose();
  }
  async add(service: Annotations, count: number): Promise<string[]> {
    const ids: string[] = [];
    const { length } = this.text();
    for (let i = 0; i < count; i++) {
      const start = this.random(length - 20);
      const a = await service.call('create', {
        uri: this.uri,
        span: { start, end: start + 2 + this.random(12) },
        note: `n${i}`,
      });
      ids.push(a.id);
    }
    return ids;
  }
  /** Every event in the work tree, as it lies there. */
  events(): KnownEvent[] {
    const root = path.join(this.folder, '.annotations', 'docs');
    const files = fs.existsSync(root) ? fs.readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
    return files
      .filter((f) => f.endsWith('.jsonl'))
      .flatMap((f) =>
        fs
          .readFileSync(path.join(root, f), 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((l) => JSON.parse(l) as KnownEvent),
      );
  }
  ids(): string[] {
    return this.events()
      .map((e) => e.id)
      .sort();
  }
}

/** Runs work on two branches and joins them; gives the events of each branch alone. */
async function branches(
  repo: Repository,
  left: () => Promise<void>,
  right: () => Promise<void>,
  join: 'merge' | 'rebase' | 'cherry-pick',
): Promise<{ expected: string[] }> {
  const before = new Set(repo.ids());
  repo.git('checkout', '-q', '-b', 'left');
  await left();
  repo.commit('left');
  const ofLeft = repo.ids();
  repo.git('checkout', '-q', 'main');
  repo.git('checkout', '-q', '-b', 'right');
  await right();
  repo.commit('right');
  const ofRight = repo.ids();
  if (join === 'merge') repo.git('merge', '-q', '--no-edit', 'left');
  else if (join === 'rebase') repo.git('rebase', '-q', 'left');
  else repo.git('cherry-pick', 'left');
  expect(repo.git('status', '--porcelain').trim()).toBe('');
  const expected = [...new Set([...before, ...ofLeft, ...ofRight])].sort();
  expect(repo.ids()).toEqual(expected);
  return { expected };
}

describe.each(['merge', 'rebase', 'cherry-pick'] as const)('two authors on two branches, joined by %s', (join) => {
  it.each([1, 2, 3])(
    'both add to an empty log, then to a full one, edit and delete their own and each other’s (seed %i)',
    async (seed) => {
      const repo = new Repository(seed);
      let ids: string[] = [];
      await repo.session('李', async (s) => {
        ids = await repo.add(s, 20);
        const tag = await s.call('createTag', { uri: repo.uri, name: '措施' });
        await s.call('update', { uri: repo.uri, id: ids[0]!, addTags: [tag.id] });
      });
      repo.commit('start');
      const work = (author: string) => () =>
        repo.session(author, async (s) => {
          const own = await repo.add(s, 10);
          await s.call('createTag', { uri: repo.uri, name: `${author}的` });
          for (let i = 0; i < 12; i++) {
            const pool = [...ids, ...own];
            const id = pool[repo.random(pool.length)]!;
            const what = repo.random(5);
            if (what === 0) await s.call('update', { uri: repo.uri, id, note: `${author} ${i}` });
            else if (what === 1) await s.call('remove', { uri: repo.uri, id });
            else if (what === 2) await s.call('reply', { uri: repo.uri, id, text: `${author} ${i}` });
            else if (what === 3) await s.call('resolve', { uri: repo.uri, id, reason: author });
            else await s.call('reattach', { uri: repo.uri, id, span: { start: i * 9, end: i * 9 + 4 } });
          }
        });
      await branches(repo, work('李'), work('王'), join);
      const left = await repo.open('甲');
      const view = await left.call('list', { uri: repo.uri, deleted: true });
      expect(view.problems).toEqual([]);
      expect(view.annotations).toHaveLength(40);
      expect((await left.call('tags', { uri: repo.uri })).map((t) => t.name)).toEqual(['措施', '李的', '王的']);
      await left.dispose();
      // The same branches joined the other way round fold to the same state.
      if (join === 'merge') {
        repo.git('checkout', '-q', 'left');
        repo.git('merge', '-q', '--no-edit', 'right~0');
        const other = await repo.open('乙');
        expect((await other.call('list', { uri: repo.uri, deleted: true })).annotations).toEqual(view.annotations);
        await other.dispose();
      }
    },
  );
});

describe('one author', () => {
  it('on two machines', async () => {
    const repo = new Repository(11);
    const work = () => repo.session('李', async (s) => void (await repo.add(s, 20)));
    await branches(repo, work, work, 'merge');
    expect(repo.events()).toHaveLength(40);
  });

  it('in one running session while branches are switched under it', async () => {
    const repo = new Repository(12);
    const service = await repo.open('李');
    await repo.add(service, 3);
    repo.commit('start');
    const switchTo = async (...args: string[]): Promise<void> => {
      repo.git('checkout', '-q', ...args);
      await service.refresh(repo.uri);
    };
    await switchTo('-b', 'side');
    await repo.add(service, 3);
    repo.commit('side 1');
    await switchTo('main');
    await repo.add(service, 3);
    repo.commit('main 1');
    await switchTo('side');
    await repo.add(service, 3);
    repo.commit('side 2');
    await switchTo('main');
    await repo.add(service, 3);
    repo.commit('main 2');
    repo.git('merge', '-q', '--no-edit', 'side');
    await service.refresh(repo.uri);
    const adds = repo.events();
    expect(adds).toHaveLength(15);
    expect(new Set(adds.map((e) => e.id)).size).toBe(15);
    expect((await service.call('list', { uri: repo.uri })).annotations).toHaveLength(15);
    await service.dispose();
  });
});

describe('the text edited on both branches', () => {
  it.each(['merge', 'rebase'] as const)('annotations of both find their words after a %s', async (join) => {
    const repo = new Repository(21);
    const quote = (i: number): string => `第${i * 7 + 3}项统筹协调`;
    const annotate = (s: Annotations, i: number) => {
      const start = repo.text().indexOf(quote(i));
      return s.call('create', { uri: repo.uri, span: { start, end: start + quote(i).length }, note: `条${i}` });
    };
    await repo.session('李', async (s) => {
      for (let i = 0; i < 40; i += 4) await annotate(s, i);
    });
    repo.commit('start');
    const work = (author: string, line: number, first: number) => async () => {
      const lines = repo.text().split('\n');
      lines[line] = `${lines[line]}另据${author}补充：相关单位同步推进。`;
      lines.splice(line, 0, `（${author}加的一段，说明背景情况。）`);
      repo.write(lines.join('\n'));
      await repo.session(author, async (s) => {
        for (let i = first; i < 40; i += 4) await annotate(s, i);
      });
    };
    await branches(repo, work('李', 5, 1), work('王', 30, 2), join);
    const service = await repo.open('甲');
    const { annotations } = await service.call('list', { uri: repo.uri });
    expect(annotations).toHaveLength(30);
    for (const a of annotations) expect([a.anchor, a.text]).toEqual(['attached', quote(Number(a.note!.slice(1)))]);
    await service.dispose();
  });
});
