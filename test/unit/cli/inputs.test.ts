import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inputFiles } from '../../../server/src/cli/inputs.ts';
import { readFile } from '../../../server/src/cli/read.ts';

let dir: string;
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-inputs-'));
  for (const f of ['b.txt', 'a.txt', '方案[试行].txt', 'sub/c.txt']) {
    fs.mkdirSync(path.dirname(path.join(dir, f)), { recursive: true });
    fs.writeFileSync(path.join(dir, f), '一、甲');
  }
});
afterAll(() => fs.rmSync(dir, { recursive: true }));

async function inputs(...args: string[]) {
  const errors: string[] = [];
  let code = 0;
  const files = await inputFiles(args, {
    out: () => {},
    err: (line) => errors.push(line),
    fail: (c) => {
      code = Math.max(code, c);
    },
    cwd: dir,
    interactive: false,
    env: {},
  });
  return { files: files.map((f) => path.relative(dir, f)), errors, code };
}

describe('inputs', () => {
  it('are sorted and each once, files and globs together', async () => {
    expect(await inputs('sub/c.txt', '*.txt', './a.txt')).toEqual({
      files: ['a.txt', 'b.txt', path.join('sub', 'c.txt'), '方案[试行].txt'],
      errors: [],
      code: 0,
    });
  });
  it('may look like globs and be files', async () => {
    expect((await inputs('方案[试行].txt')).files).toEqual(['方案[试行].txt']);
  });
  it.each([
    ['no.txt', 'no.txt: no such file'],
    ['*.pdf', '*.pdf: no file matches'],
    ['sub', 'sub: is a directory; name files or a glob such as sub/**/*.txt'],
  ])('that are unusable are named: %s', async (arg, error) => {
    expect(await inputs(arg, 'a.txt')).toEqual({ files: ['a.txt'], errors: [error], code: 2 });
  });
});

describe.skipIf(process.platform === 'win32')('links', () => {
  it('that lead in a circle or nowhere stop nothing else', async () => {
    fs.symlinkSync('circle.txt', path.join(dir, 'circle.txt'));
    fs.symlinkSync('nowhere.txt', path.join(dir, 'dangling.txt'));
    const { files, errors, code } = await inputs('circle.txt', 'dangling.txt', 'a.txt');
    expect({ files, code }).toEqual({ files: ['a.txt'], code: 2 });
    expect(errors).toEqual([expect.stringMatching(/^circle\.txt: /), 'dangling.txt: no such file']);
  });
});

describe('reading', () => {
  it('says how large is too large', () => {
    expect(readFile(path.join(dir, 'a.txt'), dir, 3)).toEqual({
      ok: false,
      error: 'a.txt: too large, 0 MB of at most 0 MB',
    });
  });
});
