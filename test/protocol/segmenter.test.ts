/** The segmenter's child process: what it answers, what happens when it dies or can't be loaded. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Segmenter } from '../../server/src/core/host.ts';
import { loadSegmenter } from '../../server/src/node/segmenter.ts';

const SENTENCE = '中国共产党杭州市委员会召开会议，李强出席会议。';
const NATIVE = path.resolve('node_modules/nodejieba');
const hasNative = fs.existsSync(path.join(NATIVE, 'build/Release/nodejieba.node'));
const made: string[] = [];
afterAll(() => {
  for (const dir of made) fs.rmSync(dir, { recursive: true });
});

async function load(script: string, wanted: 'auto' | 'nodejieba' | 'jieba-wasm' | 'intl' = 'auto') {
  const logs: string[] = [];
  const loaded: string[] = [];
  const segmenter = await loadSegmenter({
    script,
    wanted,
    log: (_, message) => logs.push(message),
    loaded: (name) => loaded.push(name),
  });
  return { segmenter, logs, loaded };
}
const SCRIPT = path.resolve('dist/server/segmenter.js');
const joined = async (segmenter: Segmenter) => (await segmenter.words(SENTENCE)).map((w) => w.text).join('');

/** The script in a folder of its own, with a native module whose files a test can spoil. */
function installation(spoil: (folder: string) => void, wasm = true): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-segmenter-'));
  made.push(dir);
  const native = path.join(dir, 'server/node_modules/nodejieba');
  fs.mkdirSync(path.join(dir, 'server'), { recursive: true });
  fs.copyFileSync(SCRIPT, path.join(dir, 'server/segmenter.js'));
  fs.writeFileSync(path.join(dir, 'package.json'), '{"type":"commonjs"}');
  if (wasm) fs.copyFileSync('dist/jieba_rs_wasm_bg.wasm', path.join(dir, 'jieba_rs_wasm_bg.wasm'));
  for (const part of ['index.js', 'package.json', 'build/Release/nodejieba.node', 'submodules/cppjieba/dict'])
    if (hasNative) fs.cpSync(path.join(NATIVE, part), path.join(native, part), { recursive: true });
  spoil(native);
  return path.join(dir, 'server/segmenter.js');
}

describe.skipIf(!hasNative)('nodejieba (skipped where its binary was not built)', () => {
  it('splits words, names their parts of speech and weighs keywords', async () => {
    const { segmenter, loaded } = await load(SCRIPT, 'nodejieba');
    expect(loaded).toEqual(['nodejieba']);
    const words = await segmenter.words(SENTENCE);
    expect(words.map((w) => w.text).join('')).toBe(SENTENCE);
    expect(words).toContainEqual({ text: '中国共产党', tag: 'nt' });
    const keywords = await segmenter.keywords(SENTENCE.repeat(3), 3);
    expect(keywords.length).toBe(3);
    expect(keywords[0]!.weight).toBeGreaterThan(0);
  });

  it('comes back after a death, and gives way to the next kind after the second', async () => {
    const { segmenter, logs, loaded } = await load(SCRIPT);
    const child = segmenter as Segmenter & { readonly pid: number };
    for (const round of [1, 2]) {
      expect(await joined(segmenter)).toBe(SENTENCE);
      const asked = segmenter.words(SENTENCE.repeat(2000));
      process.kill(child.pid, 'SIGKILL');
      if (round === 1) await expect(asked).rejects.toThrow(/ended/);
      else expect((await asked).length).toBeGreaterThan(1000);
    }
    expect(loaded).toEqual(['nodejieba', 'jieba-wasm']);
    expect(logs.join()).toContain('ended twice');
    expect(await joined(segmenter)).toBe(SENTENCE);
  });

  it.each([
    ['a missing dictionary', (d: string) => fs.rmSync(path.join(d, 'submodules/cppjieba/dict/jieba.dict.utf8'))],
    ['an empty model', (d: string) => fs.writeFileSync(path.join(d, 'submodules/cppjieba/dict/hmm_model.utf8'), '')],
    ['a missing binary', (d: string) => fs.rmSync(path.join(d, 'build/Release/nodejieba.node'))],
    ['a damaged binary', (d: string) => fs.writeFileSync(path.join(d, 'build/Release/nodejieba.node'), 'no ELF')],
  ])('is replaced by WebAssembly for %s, with one line of reason', async (_, spoil) => {
    const { segmenter, logs, loaded } = await load(installation(spoil));
    expect(loaded).toEqual(['jieba-wasm']);
    expect(logs.length).toBe(1);
    expect(logs[0]).toMatch(/^nodejieba can't be loaded: /);
    expect(await segmenter.words(SENTENCE)).toContainEqual({ text: '中国共产党', tag: 'nt' });
  });
});

it('is what every platform has, where nothing else can be loaded', async () => {
  const script = installation((d) => fs.rmSync(d, { recursive: true, force: true }), false);
  const { segmenter, logs, loaded } = await load(script);
  expect(loaded).toEqual(['Intl.Segmenter']);
  expect(logs.length).toBe(2);
  expect(await joined(segmenter)).toBe(SENTENCE);
  expect(await segmenter.keywords(SENTENCE, 5)).toEqual([]);
});

it('starts no process where none is wanted', async () => {
  expect((await load('/no/such/script.js', 'intl')).loaded).toEqual(['Intl.Segmenter']);
});
