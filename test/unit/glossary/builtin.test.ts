import fs from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { checkFile } from '../../../server/src/core/glossary/check.ts';
import { builtinPart, glossaryWith } from '../../../server/src/core/glossary/entries.ts';
import {
  ENTRY_CATEGORIES,
  type FileEntry,
  LINKED_SOURCES,
  SOURCE_KINDS,
} from '../../../server/src/core/glossary/model.ts';
import { numeralSum } from '../../../server/src/core/glossary/numerals.ts';
import { termKey } from '../../../server/src/core/text/fold.ts';
import schema from '../../../server/src/data/glossary/glossary.schema.json' with { type: 'json' };
import { builtinFiles } from '../../../server/src/data/glossary/index.ts';

const validate = new Ajv({ allErrors: true }).compile(schema);
const files = builtinFiles as readonly { scope: string; within?: string; terms: FileEntry[] }[];
const entries = files.flatMap((f) => f.terms.map((entry) => ({ scope: f.scope, entry })));

test('every shipped file is listed, fits the schema, and says nothing that the checks object to', () => {
  const shipped = fs.readdirSync('server/src/data/glossary').filter((f) => f.endsWith('.yml'));
  expect(shipped.map((f) => f.replace('.yml', '')).sort()).toEqual(files.map((f) => f.scope).sort());
  for (const file of files) {
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
    expect(checkFile(file)).toEqual([]);
  }
  expect(entries.length).toBeGreaterThan(255);
});

test('scopes lie in scopes that exist, and national holds all', () => {
  const names = new Set(files.map((f) => f.scope));
  for (const f of files) if (f.scope !== 'national') expect(names.has(f.within ?? '')).toBe(true);
});

test.each(entries.map(({ scope, entry }) => [`${scope}/${entry.term}`, entry] as const))('%s', (_, entry) => {
  const components = entry.components ?? [];
  if (components.length > 0) {
    const stated = entry.count ?? numeralSum(entry.term);
    if (stated !== null) expect(components.length).toBe(stated);
    for (const c of components) expect(c.en, 'every component has an English rendering').toBeTruthy();
  }
  expect(entry.definition?.zh).toMatch(/[\u4e00-\u9fff].*[。”]$/);
  expect(entry.definition?.en?.length).toBeGreaterThan(10);
  expect(entry.translation).toBeTruthy();
  expect(entry.confidence).toBeDefined();
  for (const source of entry.sources ?? []) {
    if (source.url !== undefined) expect(() => new URL(source.url!)).not.toThrow();
    if (LINKED_SOURCES.has(source.kind) && source.kind === 'official-or-state-media') expect(source.url).toBeDefined();
  }
  const sourced = (entry.sources ?? []).length > 0;
  if (entry.confidence === 'high' || entry.confidence === 'medium') expect(sourced).toBe(true);
  if (entry.confidence === 'unsourced') expect(sourced).toBe(false);
});

test('identity: one entry per key and scope, and an alias is no other entry of the same scope', () => {
  const seen = new Map<string, string>();
  for (const { scope, entry } of entries) {
    const id = `${scope}/${termKey(entry.term)}`;
    expect(seen.get(id), id).toBeUndefined();
    seen.set(id, entry.term);
  }
  for (const { scope, entry } of entries) {
    for (const alias of entry.aliases ?? []) {
      const other = seen.get(`${scope}/${termKey(alias)}`);
      expect(other === undefined || other === entry.term, `${entry.term}: ${alias}`).toBe(true);
      expect(termKey(alias)).not.toBe(termKey(entry.term));
    }
  }
});

test('nothing for keepers is shown to readers', () => {
  const text = JSON.stringify(files);
  expect(text).not.toMatch(/seed_context|"note"|样本文件|\[00[0-4]\]/);
});

test('schema and code know the same categories and kinds of source', () => {
  expect(schema.definitions.term.properties.category.enum).toEqual([...ENTRY_CATEGORIES]);
  expect(schema.definitions.term.properties.sources.items.properties.kind.enum).toEqual([...SOURCE_KINDS]);
});

test('the built-in part is made once', () => expect(builtinPart()).toBe(builtinPart()));

test.each([
  ['四张清单', '杭州市', '2022-07-27', 'hangzhou/四张清单'],
  ['四张清单', '绍兴市', '2020-06-01', 'shaoxing/四张清单'],
  ['一号工程', '绍兴市', '2020-06-01', 'zhejiang/数字经济一号工程'],
  ['一号工程', '滨江区', '2024-01-05', 'zhejiang/三个一号工程'],
  ['两战赢', '绍兴市', '2020-06-01', 'shaoxing/两战赢'],
  ['两战赢', '宁波市', '2020-06-01', 'zhejiang/两手都要硬、两战都要赢'],
  ['大花园建设', '衢州市', null, 'quzhou/大花园建设'],
])('%s in %s (%s) is %s', (term, region, date, id) => {
  const choice = glossaryWith().choose(termKey(term), { region, date });
  expect(choice?.entry.id).toBe(id);
});

test('homonyms show their alternatives, and nothing is certain where no place is known', () => {
  const glossary = glossaryWith();
  const known = glossary.choose('四张清单', { region: '绍兴市', date: null });
  expect(known?.certain).toBe(true);
  expect(known?.alternatives.map((e) => e.id)).toEqual(['hangzhou/四张清单']);
  expect(glossary.choose('四张清单', { region: null, date: null })?.certain).toBe(false);
  expect(glossary.choose('四张清单', { region: '成都市', date: null })?.certain).toBe(false);
});

test.each([
  ['成都市', true],
  ['四川省成都市锦江区', true],
  ['云川市', false],
  ['浙江省云川市', false],
  [null, false],
])('a term of Zhejiang in a document of %s is of another place: %s', (region, elsewhere) =>
  expect(glossaryWith().choose(termKey('八八战略'), { region, date: null })?.elsewhere).toBe(elsewhere),
);
