/** What the packed extension carries: the allow-list, and nothing that it needs is missing. */
import fs from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, root } from './files.ts';

const ALLOWED = [
  /^package(?:\.nls(?:\.zh-cn)?)?\.json$/,
  /^(?:README(?:\.zh-CN)?|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^l10n\/bundle\.l10n(?:\.zh-cn)?\.json$/,
  /^(?:syntaxes|snippets|schemas)\/[\w.-]+\.json$/,
  /^media\/[\w.-]+\.(?:png|svg)$/,
  /^walkthrough\/[\w.-]+\.(?:md|svg|txt)$/,
  /^docs\/rules\/[\w.-]+\.md$/,
  /^dist\/(?:package\.json|cli(?:-worker)?\.js|client\/\w+\.js|server\/[\w.-]+\.js|[\w/-]+\.wasm)$/,
];
const packed = (): Promise<string[]> => listFiles({ cwd: root, packageManager: PackageManager.None });
const strangers = (files: readonly string[]): string[] =>
  files.filter((f) => !ALLOWED.some((allowed) => allowed.test(f)));

/** Paths that the manifest points to. */
function named(manifest: { [key: string]: unknown }): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (
      typeof value === 'string' &&
      /^\.?\.?\/?[\w./-]+\.(?:js|json|png|svg)$/.test(value) &&
      !value.startsWith('http')
    )
      found.push(path.posix.normalize(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  const { main, browser, icon, contributes } = manifest;
  visit([main, browser, icon, contributes]);
  return found;
}

describe('the packed extension', () => {
  it('carries nothing but what is allowed', async () => {
    const files = await packed();
    expect(strangers(files)).toEqual([]);
    expect(files).toContain('package.json');
    expect(files).toContain('LICENSE');
  });

  it('carries every file that the manifest names', async () => {
    const wanted = named(JSON.parse(read('package.json')));
    expect(wanted.length).toBeGreaterThan(5);
    const files = new Set(await packed());
    expect(wanted.filter((file) => !files.has(file))).toEqual([]);
  });
});

describe('planted files', () => {
  const planted = ['dist/planted.js.map', 'dist/server/planted.txt', 'syntaxes/planted.md'].map((f) =>
    path.join(root, f),
  );
  beforeAll(() => {
    for (const file of planted) fs.writeFileSync(file, 'planted');
  });
  afterAll(() => {
    for (const file of planted) fs.rmSync(file);
  });

  it('stay outside', async () => {
    expect((await packed()).filter((file) => file.includes('planted'))).toEqual([]);
  });

  it.each(['dist/cli.js.map', 'dist/client/node.js.map', 'seeds/a.txt', '.env', 'server/src/core/service.ts'])(
    '%s would be noticed',
    (file) => expect(strangers([file])).toEqual([file]),
  );
});
