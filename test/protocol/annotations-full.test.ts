/**
 * A disk that is full or read-only: what could not be written is refused with file and reason, nothing is half written, and
 * it goes on when there is room again. Needs a file system of its own, which only an administrator can mount.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { TestClient, uriIn } from './client.ts';
import { NOTICE } from './documents.ts';

const mount = (...args: string[]): void => void execFileSync('mount', args, { stdio: 'ignore' });
const unmount = (folder: string): void => void execFileSync('umount', [folder], { stdio: 'ignore' });

const mountable = ((): boolean => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-mount-'));
  try {
    mount('-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder);
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    fs.rmdirSync(folder);
  }
})();

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function smallDisk() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-full-'));
  mount('-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder);
  closing.push(() => {
    unmount(folder);
    fs.rmdirSync(folder);
  });
  fs.mkdirSync(path.join(folder, '.annotations'));
  fs.writeFileSync(path.join(folder, 'a.txt'), NOTICE);
  const client = await TestClient.start({ folders: [folder], options: { author: '甲' } });
  closing.push(() => client.stop());
  const uri = uriIn(folder, 'a.txt');
  await client.open(uri, NOTICE);
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  const call = (method: string, params: object = {}): Promise<any> =>
    client.request('policyAnnotator/annotations', { method, params: { uri, ...params } });
  const create = (i: number) => call('create', { span: { start: i % 90, end: (i % 90) + 4 }, note: '长'.repeat(5000) });
  const log = path.join(folder, '.annotations', 'docs', 'a.txt');
  const segments = () => fs.readdirSync(log).map((name) => fs.readFileSync(path.join(log, name), 'utf8'));
  return { folder, call, create, segments };
}

describe.skipIf(!mountable)('a disk', () => {
  it('that is full refuses, keeps what is there whole, and takes more when there is room', async () => {
    const { folder, call, create, segments } = await smallDisk();
    await create(0);
    const filler = path.join(folder, 'filler');
    const free = (): number => fs.statfsSync(folder).bavail * fs.statfsSync(folder).bsize;
    fs.writeFileSync(filler, Buffer.alloc(free() - 40960));
    const made: string[] = [];
    let failure = '';
    for (let i = 1; failure === '' && i < 40; i++) {
      try {
        made.push((await create(i)).id);
      } catch (error) {
        failure = String(error);
      }
    }
    expect(failure).toMatch(/\/a\.txt\/\w+-甲\.jsonl: no space left on device/);
    expect(made.length).toBeGreaterThan(0);
    await expect(create(50)).rejects.toThrow(/no space left/);
    await expect(call('reply', { id: made[0], text: '答' }))
      .resolves.toBeTruthy()
      .catch(() => {});
    const tags = path.join(folder, '.annotations', 'tagset.json');
    const before = fs.existsSync(tags);
    await expect(call('createTag', { name: '标'.repeat(2000) })).rejects.toThrow(/no space left/);
    expect(fs.existsSync(tags)).toBe(before);
    for (const text of segments()) expect(text.at(-1)).toBe('\n');
    expect((await call('list')).annotations.map((a: { id: string }) => a.id)).toEqual(expect.arrayContaining(made));
    expect((await call('list')).annotations).toHaveLength(made.length + 1);
    fs.rmSync(filler);
    const more = await create(60);
    expect((await call('list')).annotations.map((a: { id: string }) => a.id)).toContain(more.id);
    expect(segments().join('').split(more.id)).toHaveLength(2);
  });

  it('that becomes read-only refuses with file and reason, and can be read all the same', async () => {
    const { folder, call, create } = await smallDisk();
    const first = await create(0);
    mount('-o', 'remount,ro', folder);
    await expect(create(1)).rejects.toThrow(/\.jsonl: read-only file system/);
    await expect(call('createTag', { name: '标' })).rejects.toThrow(/tagset\.json|\.gitattributes/);
    expect((await call('list')).annotations.map((a: { id: string }) => a.id)).toEqual([first.id]);
    mount('-o', 'remount,rw', folder);
    await create(2);
    expect((await call('list')).annotations).toHaveLength(2);
  });
});
