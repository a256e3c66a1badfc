/** What the packed extension carries: the allow-list, and nothing that it needs is missing. */
import fs from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, root } from './files.ts';

const ALLOWED = [
  /^package(?:\.nls(?:\.zh-cn)?)?\.json$/,
  /^(?:README(?:\.zh-cn)?|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^l10n\/bundle\.l10n(?:\.zh-cn)?\.json$/,
  /^(?:syntaxes|snippets|schemas)\/[\w.-]+\.json$/,
  /^media\/[\w.-]+\.(?:png|svg)$/,
  /^walkthrough\/[\w.-]+\.(?:md|svg|txt)$/,
  /^server\/src\/data\/glossary\/glossary\.schema\.json$/,
  /^docs\/rules\/[\w.-]+\.md$/,
  /^dist\/(?:package\.json|(?:cli|cli-worker|part-[a-z-]+)\.js|client\/\w+\.js|server\/[\w.-]+\.js|[\w/-]+\.wasm)$/,
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

/** Files that a bundle loads while it runs, as paths from the root of the package. */
function loaded(bundle: string, code: string): string[] {
  const folder = path.posix.dirname(bundle);
  return [...code.matchAll(/(?:require|import)\("(\.{1,2}\/[^"]+\.js)"\)/g)].map((m) =>
    path.posix.join(folder, m[1] ?? ''),
  );
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

describe('what bundles load while they run', () => {
  it('is packed with them', async () => {
    const files = new Set(await packed());
    const wanted = [...files]
      .filter((file) => file.startsWith('dist/') && file.endsWith('.js'))
      .flatMap((file) => loaded(file, read(file)));
    expect(wanted).toContain('dist/part-run-check.js');
    expect([...new Set(wanted)].filter((file) => !files.has(file))).toEqual([]);
  });

  it('is seen', () =>
    expect(loaded('dist/server/node.js', 'a(require("./data-x.js"));await import("../part-y.js")')).toEqual([
      'dist/server/data-x.js',
      'dist/part-y.js',
    ]));
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
