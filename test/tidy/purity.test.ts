/** The compiler itself keeps the core pure: what needs a platform is planted there and must not compile. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './files.ts';

const PLANTED = {
  'node module': "import fs from 'node:fs';\nexport const x = fs.readFileSync;",
  'bare node module': "import { readFileSync } from 'fs';\nexport const x = readFileSync;",
  console: "export const x = () => console.log('x');",
  setTimeout: 'export const x = () => setTimeout(() => {}, 1);',
  setImmediate: 'export const x = () => setImmediate(() => {});',
  process: 'export const x = () => process.env;',
  Buffer: "export const x = () => Buffer.from('x');",
  TextDecoder: 'export const x = () => new TextDecoder();',
  fetch: "export const x = () => fetch('x');",
  document: 'export const x = () => document.title;',
  navigator: 'export const x = () => navigator.language;',
  performance: 'export const x = () => performance.now();',
  crypto: 'export const x = () => crypto.randomUUID();',
  URL: "export const x = () => new URL('x');",
} as const;
const PURE = "export const x = (text: string): string => [...text].toReversed().join('');";

const folder = path.join(root, 'build/tidy/purity');
let output = '';

beforeAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  Object.values(PLANTED).forEach((source, i) => {
    fs.writeFileSync(path.join(folder, `planted-${i}.ts`), `${source}\n`);
  });
  fs.writeFileSync(path.join(folder, 'pure.ts'), `${PURE}\n`);
  // The core itself is compiled along: a package of its that drags in Node's types would make the planted files pass.
  const config = {
    extends: '../../../server/tsconfig.core.json',
    compilerOptions: { composite: false, incremental: false, noEmit: true, emitDeclarationOnly: false, rootDir: root },
    include: ['*.ts', ...['core/**/*.ts', 'data/**/*.ts', 'types/**/*.d.ts'].map((g) => `../../../server/src/${g}`)],
  };
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  output = compile();
}, 120_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function compile(): string {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  try {
    return execFileSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: root, encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

describe('the core does not compile with', () => {
  it.each(Object.keys(PLANTED).map((name, i) => [name, i] as const))('%s', (_, i) => {
    expect(output).toMatch(new RegExp(`planted-${i}\\.ts.*error TS(?:2304|2307|2580|2584|2591|2792|2503|2339)`));
  });

  it('nothing against a pure file', () => {
    expect(output).not.toContain('pure.ts');
  });
});
