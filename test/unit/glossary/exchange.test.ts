import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkFile } from '../../../server/src/core/glossary/check.ts';
import { fromTable, toTable } from '../../../server/src/core/glossary/csv.ts';
import { addEntries } from '../../../server/src/core/glossary/edit.ts';
import type { FileEntry } from '../../../server/src/core/glossary/model.ts';
import { readGlossaryFile } from '../../../server/src/core/glossary/read.ts';
import { fromTbx, toTbx } from '../../../server/src/core/glossary/tbx.ts';
import { say } from '../../../server/src/core/l10n.ts';
import { builtinFiles } from '../../../server/src/data/glossary/index.ts';

const builtin = (builtinFiles as readonly { scope: string; terms: FileEntry[] }[]).flatMap((f) =>
  f.terms.map((t) => ({ ...t, scope: f.scope })),
);
describe('round trips of the whole built-in glossary', () => {
  test('CSV', () => expect(fromTable(toTable(builtin))).toEqual({ entries: builtin, problems: [] }));
  test('TSV', () => expect(fromTable(toTable(builtin, '\t'))).toEqual({ entries: builtin, problems: [] }));
  test('TBX', () => expect(fromTbx(toTbx(builtin))).toEqual({ entries: builtin, problems: [] }));
});

/** Texts with everything that separates or marks something in one of the formats. */
const words = fc
  .array(fc.constantFrom('甲', '乙', '|', '\\', ' = ', '=', '"', "'", ',', '+', '<', '&', '、', 'a', '；'), {
    minLength: 2,
    maxLength: 8,
  })
  .map((parts) => `字${parts.join('')}句`);
const optional = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
const anyEntry = fc
  .record({
    term: words,
    aliases: optional(fc.uniqueArray(words, { minLength: 1, maxLength: 3 })),
    category: optional(fc.constantFrom('slogan', 'program')),
    scope: optional(fc.constantFrom('east', 'west-2')),
    definition: optional(fc.record({ zh: words, en: words })),
    translation: optional(words.map((w) => `x${w}`)),
    translationSource: optional(words),
    components: optional(fc.array(fc.record({ zh: words, en: words }), { minLength: 1, maxLength: 3 })),
    count: optional(fc.integer({ min: 1, max: 99 })),
    origin: optional(fc.record({ date: fc.constantFrom('2022', '2022-07-01'), by: words, where: words })),
    sources: optional(
      fc.array(fc.record({ title: words, kind: fc.constantFrom('encyclopedia', 'no-address') }), {
        minLength: 1,
        maxLength: 2,
      }),
    ),
    confidence: optional(fc.constantFrom('high', 'unsourced')),
    quoted: optional(fc.oneof(fc.boolean(), fc.array(words, { minLength: 1, maxLength: 2 }))),
    not: optional(fc.array(words, { minLength: 1, maxLength: 2 })),
    from: optional(fc.constant('2020-01')),
  })
  .map((e) => Object.fromEntries(Object.entries(e).filter(([, v]) => v !== undefined)) as unknown as FileEntry);

test('no entry changes on its way through any format', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 4 }), (entries) => {
      expect(fromTable(toTable(entries))).toEqual({ entries, problems: [] });
      expect(fromTable(toTable(entries, '\t'))).toEqual({ entries, problems: [] });
      expect(fromTbx(toTbx(entries))).toEqual({ entries, problems: [] });
    }),
    { numRuns: 300 },
  );
});

describe('CSV', () => {
  test('cells with quotes, commas and line ends', () => {
    const entry: FileEntry = { term: '甲,"乙"', definition: { zh: '一，\n二"三"' } };
    expect(fromTable(toTable([entry])).entries).toEqual([entry]);
  });

  test('no cell runs as a formula', () => {
    const entry: FileEntry = { term: '=cmd|x', translation: '+1', definition: { zh: '@a', en: '-b' } };
    const text = toTable([entry]);
    expect(text.split('\r\n')[1]).not.toMatch(/(^|,)"?[=+@-]/);
    expect(fromTable(text).entries[0]?.translation).toBe('+1');
  });

  test('tables of other tools: Chinese headings, no headings, byte order mark, tabs', () => {
    expect(fromTable('\ufeff术语,英译,备注\n两个先行,Two Firsts,x\n').entries).toEqual([
      { term: '两个先行', translation: 'Two Firsts' },
    ]);
    expect(fromTable('两个先行\tTwo Firsts\n八八战略\t\n').entries).toEqual([
      { term: '两个先行', translation: 'Two Firsts' },
      { term: '八八战略' },
    ]);
    expect(fromTable('')).toEqual({ entries: [], problems: [] });
  });

  test('a definition of two lines survives, and the lines behind it are counted', () => {
    const entry: FileEntry = { term: '甲乙', definition: { zh: '一\n二\t三' } };
    for (const delimiter of [',', '\t'] as const) {
      const text = `${toTable([entry], delimiter)}丙${delimiter}\r\n`;
      expect(fromTable(text).entries).toEqual([entry]);
      expect(fromTable(text).problems).toMatchObject([{ line: 4, field: 'term' }]);
    }
  });

  test('quotation marks inside a cell are no cell in marks', () =>
    expect(fromTable('"一带一路"倡议\tBelt and Road\n').entries).toEqual([
      { term: '"一带一路"倡议', translation: 'Belt and Road' },
    ]));

  test('bad values are reported with line, column and reason, and left out', () => {
    const read = fromTable(
      'term,category,count,from,sources\n两个先行,motto,x,2022-13,甲 = blog|乙 = encyclopedia = ftp://x|丙 = encyclopedia\n,slogan,,,\n',
    );
    expect(read.entries).toEqual([{ term: '两个先行', sources: [{ title: '丙', kind: 'encyclopedia' }] }]);
    const told = read.problems.map((p) => `${p.line} ${p.field} ${p.value} ${say('en', p.message, ...p.args)}`);
    expect(told).toEqual([
      expect.stringMatching(/^2 category motto Expected one of numeric-abbreviation, /),
      '2 count x Expected a whole number from 1.',
      expect.stringMatching(/^2 sources blog Expected one of official/),
      '2 sources ftp://x Expected an address that begins with http:// or https://.',
      '2 from 2022-13 Expected a date such as 2022, 2022-07 or 2022-07-27.',
      '3 term null The key “term” is missing.',
    ]);
  });
});

describe('TBX', () => {
  test('the form of 2008, as older tools write it', () => {
    const text = `<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><descrip type="definition">合作机制 &amp; 平台</descrip>
<langSet xml:lang="zh-CN"><tig><term>山海协作</term></tig><ntig><termGrp><term>山海协作工程</term></termGrp></ntig></langSet>
<langSet xml:lang="en"><tig><term>mountain–sea cooperation</term></tig></langSet></termEntry>
<termEntry id="2"><langSet xml:lang="fr"><tig><term>rien</term></tig></langSet></termEntry></body></text></martif>`;
    expect(fromTbx(text)).toEqual({
      entries: [
        {
          term: '山海协作',
          aliases: ['山海协作工程'],
          definition: { zh: '合作机制 & 平台' },
          translation: 'mountain–sea cooperation',
        },
      ],
      problems: [{ line: 5, field: 'term', value: null, message: expect.anything(), args: [] }],
    });
  });

  test('what is no TBX is none, and broken XML does not throw', () => {
    expect(fromTbx('<html/>')).toBeNull();
    expect(fromTbx('')).toBeNull();
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '/', '"', '=', 'a', ' ', '&', ';', '!', '-', '[', 'tbx', 'term') }),
        (s) => void fromTbx(s),
      ),
      { numRuns: 500 },
    );
  });

  test('marks of XML survive', () => {
    const entry: FileEntry = {
      term: '甲<乙>&"丙"',
      sources: [{ title: '<x>', url: 'https://a.cn/?a=1&b=2', kind: 'encyclopedia' }],
    };
    expect(fromTbx(toTbx([entry]))?.entries).toEqual([entry]);
  });
});

describe('adding an entry to a file', () => {
  const entry: FileEntry = { term: '清流行动', definition: { zh: '治水: 行动 #1' }, category: 'program' };
  const added = async (text: string): Promise<string> => {
    const edit = await addEntries(text, [entry]);
    return edit === null ? '' : text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  };

  test.each<[string, string]>([
    ['an empty file', ''],
    [
      'a list at the margin',
      '# ours\nscope: ningbo # the city\nterms:\n- term: 一流强港 # a\n  not: [甲乙]\n# the end\n',
    ],
    [
      'an indented list',
      'terms:\n    # first\n    - term: 一流强港\n      definition:\n        zh: >-\n          释义\n          两行\n\nplaces: [宁波]\n',
    ],
    ['CR LF', 'terms:\r\n- term: 一流强港\r\n'],
    ['no line end at the end', 'terms:\n- term: 一流强港'],
    ['a list in brackets', 'terms: [{term: 一流强港}]\n'],
    ['an empty list', 'terms: []\n'],
    ['no list', 'scope: ningbo\n'],
  ])('%s', async (_, text) => {
    const result = await added(text);
    const data = parse(result) as { terms: FileEntry[] };
    expect(data.terms.at(-1)).toEqual(entry);
    expect(checkFile(data)).toEqual([]);
    const before = (parse(text) as { terms?: FileEntry[] } | null)?.terms ?? [];
    expect(data.terms.slice(0, -1)).toEqual(before);
    for (const comment of text.match(/#.*/g) ?? []) expect(result).toContain(comment.trim());
    expect((await readGlossaryFile('file:///g', result)).problems).toEqual([]);
  });

  test('only the insertion changes a file in block style', async () => {
    const text = 'terms:\n- term:   一流强港   # odd blanks stay\n# next\nplaces: [ 宁波 ]\n';
    const result = await added(text);
    expect(result.replace('\n- term: 清流行动\n  category: program\n  definition:\n    zh: "治水: 行动 #1"', '')).toBe(
      text,
    );
  });

  test.each([
    ['terms:\n- term: 甲乙 # a\n', '\n# the end\nplaces: [云川]\n'],
    ['terms:\n- term: 甲乙\n  not: [甲乙丙] # x\n', '# after\n'],
    ['terms:\n- term: 甲乙\n  definition:\n    zh: |\n      丙\n      丁\n', '\n\nname: { zh: 甲 }\n'],
  ])('stands directly behind the last entry: %j', async (head, tail) => {
    expect(await added(head + tail)).toMatch(
      new RegExp(`^${head.replace(/[[\]|]/g, '\\$&')}- term: 清流行动\n[^]*\n${tail.replace(/[[\]]/g, '\\$&')}$`),
    );
  });

  test('a file that is no glossary is left alone', async () => {
    expect(await addEntries('- a\n', [entry])).toBeNull();
    expect(await addEntries('terms: x\n', [entry])).toBeNull();
    expect(await addEntries('a: [', [entry])).toBeNull();
  });
});
