/** Every file keeps the style of the house, and planted violations are noticed. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingEntries, platformOf } from '../../scripts/complete-lockfile.mjs';
import { projectFiles, read, root } from './files.ts';
import { houseProblems, isSource, LONGEST, longPhrases } from './house.ts';

const TEXT = /\.(?:ts|mts|mjs|cjs|js|json|jsonc|md|ya?ml|sh|txt)$|^\.[\w-]+$|^[A-Z]+$|^\.ci\/run$/;
const files = projectFiles().filter((file) => TEXT.test(file) && !/^(?:seeds|test\/fixtures)\//.test(file));

describe('house', () => {
  it('every file keeps its rules', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => houseProblems(file, read(file)))).toEqual([]);
  });

  it('the lockfile belongs to the manifest and names no host', () => {
    const lock = JSON.parse(read('package-lock.json'));
    const manifest = JSON.parse(read('package.json'));
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const)
      expect(lock.packages[''][kind] ?? {}).toEqual(manifest[kind] ?? {});
    expect(missingEntries(lock.packages)).toEqual({}); // else: node scripts/complete-lockfile.mjs
    expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('a package that the lockfile lost is noticed', () => {
    const packages = { '': { optionalDependencies: { 'x-darwin-arm64': '^1.2.3' } } };
    const entry = { version: '1.2.3', optional: true, cpu: ['arm64'], os: ['darwin'] };
    expect(missingEntries(packages)).toEqual({ 'node_modules/x-darwin-arm64': entry });
    expect(platformOf('@x/binding-linux-x64-musl')).toEqual({ cpu: ['x64'], libc: ['musl'], os: ['linux'] });
  });

  it('versions are exact', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });
});

describe('planted violations', () => {
  const header = '/** What this file is for, in one sentence. */\n';
  const file = 'server/src/core/text/a.ts';
  it.each([
    ['too long', file, header + 'export {};\n'.repeat(LONGEST)],
    ['no header', file, 'export const x = 1;\n'],
    ['a header that says nothing', file, '/** x */\nexport const x = 1;\n'],
    ['a word boundary', file, `${header}export const x = /\\b改革\\b/;\n`],
    ['a path', 'docs/a.md', `see /${'home'}/me/x\n`],
    ['a path beside the checkout', 'docs/a.md', `see ..${'/shared'}/x\n`],
    ['a registry', 'package-lock.json', `"resolved": "${'https'}://example.org/x.tgz"`],
  ])('%s', (_, name, text) => {
    expect(houseProblems(name, text)).toHaveLength(1);
  });

  it('a file as it should be', () => {
    expect(houseProblems(file, `${header}export const x = '/usr/bin/chromium'; // a \\b in a comment\n`)).toEqual([]);
  });
});

/** A phrase this long in code is taken from a document, not from the language. */
const PHRASE = 12;
/** A passage this long in any file was copied. */
const PASSAGE = 60;

describe('no document is treated by its wording', () => {
  const seeds = fs.readdirSync(path.join(root, 'seeds')).map((name) => read(`seeds/${name}`).replace(/\s/g, ''));
  const foreign = (source: string) => longPhrases(source, PHRASE).filter((p) => seeds.some((seed) => seed.includes(p)));

  it('no phrase of a sample document stands in the code', () => {
    const code = files.filter((file) => /^(?:server|client)\/src\/.*\.ts$/.test(file) && !/\/data\//.test(file));
    expect(code.flatMap((file) => foreign(read(file)).map((phrase) => `${file}: ${phrase}`))).toEqual([]);
  });

  it('a planted phrase is noticed', () => {
    const phrase = /[\u4e00-\u9fff]{14}/.exec(seeds[1] ?? '')?.[0] ?? '';
    expect(foreign(`if (title === '${phrase}') return 1;`)).toEqual([phrase]);
  });

  const reference = process.env['POLICY_REFERENCE'];
  it.skipIf(!reference)('no passage of a reference document was copied', () => {
    const folder = path.join(reference ?? '', 'corpus');
    const documents = fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => fs.readFileSync(path.join(folder, name), 'utf8').replace(/\s/g, ''));
    expect(documents.length).toBeGreaterThan(10);
    const windows = new Set<string>();
    for (const text of documents)
      for (let i = 0; i + PASSAGE <= text.length; i++) windows.add(text.slice(i, i + PASSAGE));
    const copied = (text: string): string | null => {
      const plain = text.replace(/\s/g, '');
      for (let i = 0; i + PASSAGE <= plain.length; i++) {
        const passage = plain.slice(i, i + PASSAGE);
        if (windows.has(passage) && /[\u4e00-\u9fff]{8}/.test(passage)) return passage;
      }
      return null;
    };
    expect(copied(`x${documents[0]?.slice(100, 200)}`)).not.toBeNull();
    const sources = projectFiles().filter(
      (f) => isSource(f) || /^(?:docs|test|server)\/.*\.(?:md|txt|ya?ml|json)$/.test(f),
    );
    const hits = sources.map((f) => [f, copied(read(f))] as const).filter(([, passage]) => passage !== null);
    expect(hits).toEqual([]);
  });
});
