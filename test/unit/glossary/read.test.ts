import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkFile } from '../../../server/src/core/glossary/check.ts';
import { glossaryWith } from '../../../server/src/core/glossary/entries.ts';
import { readGlossaryFile } from '../../../server/src/core/glossary/read.ts';
import { say } from '../../../server/src/core/l10n.ts';
import schema from '../../../server/src/data/glossary/glossary.schema.json' with { type: 'json' };

const validate = new Ajv({ allErrors: true }).compile(schema);
const URI = 'file:///w/our.glossary.yml';

/** «…» marks the places where problems are expected, in order. */
async function check(fixture: string, messages: readonly RegExp[]) {
  const spans: string[] = [];
  let text = '';
  let open = -1;
  for (const c of fixture) {
    if (c === '«') open = text.length;
    else if (c === '»') spans.push(`${open}-${text.length}`);
    else text += c;
  }
  const file = await readGlossaryFile(URI, text);
  expect(file.problems.map((p) => `${p.span.start}-${p.span.end}`)).toEqual(spans);
  file.problems.forEach((p, i) => {
    expect(say('en', p.message, ...p.args)).toMatch(messages[i]!);
    expect(say('zh-cn', p.message, ...p.args)).toMatch(/[\u4e00-\u9fff]|YAML/);
  });
  return file;
}

describe('problems stand at their place', () => {
  test.each<[string, string, RegExp[]]>([
    ['nothing wrong', 'terms:\n- term: 两个先行\n', []],
    ['unknown key', 'terms:\n- term: 甲乙\n  «aliasses»: [丙丁]\n', [/Unknown key “aliasses”/]],
    ['wrong type', 'terms:\n- term: «12»\n', [/text is expected/]],
    ['no term', 'terms:\n- «category: slogan»\n', [/“term” is missing/]],
    ['bad category', 'terms:\n- term: 甲乙\n  category: «motto»\n', [/Expected one of/]],
    ['bad date', 'terms:\n- term: 甲乙\n  from: «"2022-13"»\n', [/date/]],
    [
      'bad address',
      'terms:\n- term: 甲乙\n  sources:\n  - title: 丙\n    url: «javascript:alert(1)»\n    kind: no-address\n',
      [/address/],
    ],
    ['count', 'terms:\n- term: 三个地\n  components:\n  «- zh: 甲\n  - zh: 乙»\n', [/counts 3, but there are 2/]],
    ['twice', 'terms:\n- term: 两个维护\n- term: «兩個“維護”»\n', [/already is entry 1/]],
    ['no list', 'terms: «none»\n', [/list is expected/]],
    ['a list at the top', '«- term: 甲乙»\n', [/mapping is expected/]],
  ])('%s', async (_, fixture, messages) => {
    await check(fixture, messages);
  });

  test('broken YAML is reported and does not throw', async () => {
    const file = await readGlossaryFile(URI, 'terms:\n- term: "甲乙\n');
    expect(file.problems.length).toBeGreaterThan(0);
    for (const text of ['', '[', '&a [*a]', '\u0000', 'terms: *x', '? : :', 'terms:\n\t- x'])
      await readGlossaryFile(URI, text);
  });

  test('a file with a billion laughs ends', async () => {
    const lines = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let i = 0; i < 8; i++) {
      const [from, to] = [String.fromCharCode(97 + i), String.fromCharCode(98 + i)];
      lines.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(',')}]`);
    }
    const file = await readGlossaryFile(URI, lines.join('\n'));
    expect(file.problems.length).toBeGreaterThan(0);
  });
});

test('bad entries are left out, good ones stay, with their place', async () => {
  const text =
    'scope: ningbo\nname: {zh: 宁波市}\nplaces: [宁波]\nwithin: zhejiang\nterms:\n- term: 一流强港\n- term: 甲乙\n  category: motto\n';
  const file = await readGlossaryFile(URI, text);
  expect(file.entries.map((e) => e.id)).toEqual(['ningbo/一流强港']);
  const origin = file.entries[0]!.file;
  expect(origin.kind === 'user' && text.slice(origin.termSpan.start, origin.termSpan.end)).toBe('一流强港');
});

test("a user's entry overrides the built-in one and comes first elsewhere", async () => {
  const own = await readGlossaryFile(
    URI,
    'terms:\n- term: 两个维护\n  definition: {zh: 我们的释义。}\n- term: 新提法\n',
  );
  const glossary = glossaryWith(own);
  expect(glossary.choose('两个维护', { region: '北京市', date: '2022' })?.entry.definition?.zh).toBe('我们的释义。');
  expect(glossary.choose('新提法')?.entry.term).toBe('新提法');
  const same = await readGlossaryFile(URI, 'scope: national\nterms:\n- term: 两个维护\n  translation: ours\n');
  expect(
    glossaryWith(same)
      .byKey('两个维护')
      .map((e) => e.translation),
  ).toEqual(['ours']);
});

test('schema and code agree on what is an error', () => {
  const samples = [
    'terms: []',
    'terms:\n- term: 甲乙\n  definition: {}\n',
    'terms:\n- term: 甲\n',
    'terms:\n- term: 甲乙\n  quoted: [丙]\n',
    'terms:\n- term: 甲乙\n  quoted: []\n',
    'terms:\n- term: 甲乙\n  quoted: false\n',
    'terms:\n- term: 甲乙\n  count: 0\n',
    'terms:\n- term: 甲乙\n  count: 1.5\n',
    'terms:\n- term: 甲乙\n  components: [{en: a}]\n',
    'terms:\n- term: 甲乙\n  origin: {date: 2022}\n',
    'terms:\n- term: 甲乙\n  origin: {date: "2022-07", by: 甲}\n',
    'terms:\n- term: 甲乙\n  aliases: [丙丁, 丙丁]\n',
    'scope: Hang Zhou\nterms: []\n',
    'places: [杭]\nterms: []\n',
    'title: x\nterms: []\n',
    'terms:\n- term: 甲乙\n  sources: [{title: a, kind: blog}]\n',
    'terms:\n- term: 甲乙\n  sources: [{title: a, kind: no-address}]\n',
  ];
  for (const sample of samples) {
    const data: unknown = parse(sample);
    const errors = checkFile(data).filter((p) => p.severity === 'error');
    expect(errors.length === 0, sample).toBe(validate(data));
  }
});
