/** Jumps from what a document cites: numbers, meetings, 《titles》, its own title, places in itself, longer names. */
import { describe, expect, test } from 'vitest';
import { incoming, outgoing, prepareHierarchy } from '../../../../server/src/core/features/citationHierarchy.ts';
import { definition } from '../../../../server/src/core/features/definition.ts';
import { highlights } from '../../../../server/src/core/features/highlights.ts';
import { implementation } from '../../../../server/src/core/features/implementation.ts';
import { documentLinks } from '../../../../server/src/core/features/links.ts';
import { references, referencesOf } from '../../../../server/src/core/features/references.ts';
import { rename } from '../../../../server/src/core/features/rename.ts';
import { glossaryWith } from '../../../../server/src/core/glossary/entries.ts';
import { readGlossaryFile } from '../../../../server/src/core/glossary/read.ts';
import { glossaryOf, setup } from './support.ts';

/** A plenum's report, a notice with a number, and a letter that cites both; `at` puts the cursor before the last words. */
const DOCUMENTS = {
  a: `东政发〔2021〕7号

东江市人民政府关于加强河道管护的通知

各县（市、区）人民政府：

现将《关于加强河道管护的办法》印发给你们。
`,
  b: `关于报送河道管护情况的函

市政府办公室：

根据东政发〔2021〕07号和东政办发〔2021〕9号文件精神，对照东政发[2021]7号逐条落实。中国共产党东江市第八届委员会第三次全体会议作出部署，中国共产党东江市第八届委员会第二次全体会议已有要求。
`,
  c: `中国共产党东江市第八届委员会第三次全体会议公报

（2021年3月2日中国共产党东江市第八届委员会第三次全体会议通过）

一、总体要求

全会审议了东政发〔2021〕7号文件的落实情况。
`,
  d: `东政办发〔2021〕9号

东江市人民政府办公室关于做好清淤工作的通知

各县（市、区）人民政府：

请抓好落实。
`,
};

function at(path: keyof typeof DOCUMENTS, words: string) {
  const fixture = Object.entries(DOCUMENTS)
    .map(([name, text]) => {
      const place = name === path ? text.lastIndexOf(words) + 1 : -1;
      return `//- /${name}.txt\n${place < 0 ? text : `${text.slice(0, place)}$0${text.slice(place)}`}`;
    })
    .join('');
  return setup(fixture);
}

describe('a document number', () => {
  test.each([
    ['where it is cited', 'b', '东政发〔2021〕07号'],
    ['where it is borne', 'a', '东政发〔2021〕7号'],
  ] as const)('%s, has every citation of it, however it is written', (_, path, words) => {
    const { workspace, uri, offset, show } = at(path, words);
    const all = ['/b.txt:东政发〔2021〕07号', '/b.txt:东政发[2021]7号', '/c.txt:东政发〔2021〕7号'];
    const found = references(workspace, uri, offset);
    expect(found.map((r) => show(r.uri, r.span))).toEqual(['/a.txt:东政发〔2021〕7号', ...all]);
    expect(found.map((r) => r.declaration)).toEqual([true, false, false, false]);
    expect(references(workspace, uri, offset, { includeDeclaration: false }).map((r) => show(r.uri, r.span))).toEqual(
      all,
    );
  });

  test('is asked for as text', () => {
    const { workspace } = at('a', '各县');
    expect(referencesOf(workspace, '东政办发〔2021〕9号').map((r) => [r.uri, r.declaration])).toEqual([
      ['file:///b.txt', false],
      ['file:///d.txt', true],
    ]);
  });

  test('is highlighted in its document', () => {
    const cited = at('b', '东政发〔2021〕07号');
    expect(
      highlights(cited.workspace, cited.uri, cited.offset).map((h) => [cited.show(cited.uri, h.span), h.kind]),
    ).toEqual([
      ['/b.txt:东政发〔2021〕07号', 'text'],
      ['/b.txt:东政发[2021]7号', 'text'],
    ]);
    const borne = at('a', '东政发〔2021〕7号');
    expect(highlights(borne.workspace, borne.uri, borne.offset).map((h) => h.kind)).toEqual(['declaration']);
  });

  test('links to the document that bears it', () => {
    const { workspace, uri, show } = at('b', '市政府');
    expect(documentLinks(workspace, uri).map((l) => [show(uri, l.span), l.target.uri])).toEqual([
      ['/b.txt:东政发〔2021〕07号', 'file:///a.txt'],
      ['/b.txt:东政办发〔2021〕9号', 'file:///d.txt'],
      ['/b.txt:东政发[2021]7号', 'file:///a.txt'],
    ]);
  });
});

describe('a meeting', () => {
  const THIRD = '中国共产党东江市第八届委员会第三次全体会议';

  test('jumps to the document that reports it, not to one of another 次', () => {
    const { workspace, uri, offset } = at('b', THIRD);
    expect(definition(workspace, uri, offset).map((t) => [t.reason, t.uri])).toEqual([['meeting', 'file:///c.txt']]);
    const second = at('b', '中国共产党东江市第八届委员会第二次');
    expect(definition(second.workspace, second.uri, second.offset)).toEqual([]);
  });

  test('has every naming of it', () => {
    const { workspace, uri, offset, show } = at('b', THIRD);
    const found = references(workspace, uri, offset);
    expect(new Set(found.map((r) => show(r.uri, r.span)))).toEqual(new Set([`/b.txt:${THIRD}`, `/c.txt:${THIRD}`]));
    expect(found.filter((r) => r.declaration).map((r) => r.uri)).toEqual(['file:///c.txt']);
    expect(highlights(workspace, uri, offset).map((h) => show(uri, h.span))).toEqual([`/b.txt:${THIRD}`]);
  });
});

test('a meeting that is named twice in one document is highlighted twice, and one of another 次 is not', () => {
  const { workspace, uri, offset, show } = setup(
    '关于落实情况的函\n\n市政府办公室：\n\n中国共产党东江市第八届委员会第$0三次全体会议作出部署。中国共产党东江市第八届委员会第二次全体会议提出要求，中国共产党东江市第八届委员会第三次全体会议再次强调。\n',
  );
  const THIRD = '/a.txt:中国共产党东江市第八届委员会第三次全体会议';
  expect(highlights(workspace, uri, offset).map((h) => show(uri, h.span))).toEqual([THIRD, THIRD]);
});

test('the citation hierarchy counts numbers and meetings', () => {
  const { workspace, uri, show } = at('b', '市政府');
  const citing = (path: string) =>
    incoming(workspace, prepareHierarchy(workspace, `file:///${path}.txt`, 0)!).map((c) => [
      c.item.uri,
      c.spans.length,
    ]);
  expect([citing('a'), citing('b'), citing('c'), citing('d')]).toEqual([
    [
      ['file:///b.txt', 2],
      ['file:///c.txt', 1],
    ],
    [],
    [['file:///b.txt', 1]],
    [['file:///b.txt', 1]],
  ]);
  const letter = prepareHierarchy(workspace, uri, 0)!;
  expect(outgoing(workspace, letter).map((c) => [c.item.uri, ...c.spans.map((s) => show(uri, s))])).toEqual([
    ['file:///a.txt', '/b.txt:东政发〔2021〕07号', '/b.txt:东政发[2021]7号'],
    ['file:///d.txt', '/b.txt:东政办发〔2021〕9号'],
    ['file:///c.txt', '/b.txt:中国共产党东江市第八届委员会第三次全体会议'],
  ]);
});

const DECISION = `//- /a.txt
会议审议通过《关于建设水美乡村的决定》和《关于加强水利规划的意见》。会议认为，《决定》符合实际，《意见》切实可行。
//- /b.txt
关于建设水美乡村的决定

（2021年3月2日东江市委第八届委员会第三次全体会议通过）

一、总体要求

坚持生态优先。本决定自公布之日起施行，《决定》由市水利局解释。
`;

/** The fixture with the cursor inside the words at their only or first place. */
const cursor = (fixture: string, words: string): string =>
  fixture.replace(words, `${words.slice(0, 2)}$0${words.slice(2)}`);

describe('《titles》', () => {
  test('a short form jumps to the document, then to where the full title stands', () => {
    const { workspace, uri, offset, show } = setup(cursor(DECISION, '《决定》符合'));
    expect(definition(workspace, uri, offset).map((t) => `${t.reason} ${show(t.uri, t.span)}`)).toEqual([
      'title /b.txt:关于建设水美乡村的决定',
      'full-title /a.txt:《关于建设水美乡村的决定》',
    ]);
  });

  test('a short form between the marks is looked up with the full titles that it stands for', () => {
    const { workspace, show } = setup(DECISION);
    const found = referencesOf(workspace, '《决定》').map((r) => show(r.uri, r.span));
    expect(found).toEqual(expect.arrayContaining(['/a.txt:《关于建设水美乡村的决定》', '/a.txt:《决定》']));
    expect(found).toContain('/b.txt:关于建设水美乡村的决定');
    expect(found).not.toContain('/a.txt:《关于加强水利规划的意见》');
  });

  test('the own title has its citations, and is marked with them', () => {
    const { workspace, offset, show } = setup(cursor(DECISION, '关于建设水美乡村的决定\n'));
    const found = references(workspace, 'file:///b.txt', offset).map((r) => show(r.uri, r.span));
    expect(found).toEqual(
      expect.arrayContaining(['/a.txt:《关于建设水美乡村的决定》', '/b.txt:关于建设水美乡村的决定']),
    );
    expect(highlights(workspace, 'file:///b.txt', offset)[0]?.kind).toBe('declaration');
  });

  test('all citations of one are highlighted, its short form too, and no other', () => {
    const { workspace, uri, offset, show } = setup(cursor(DECISION, '《关于建设'));
    expect(highlights(workspace, uri, offset).map((h) => show(uri, h.span))).toEqual([
      '/a.txt:《关于建设水美乡村的决定》',
      '/a.txt:《决定》',
    ]);
  });
});

describe('a longer name of what the glossary knows by a short one', () => {
  const glossary = glossaryOf({ term: '综保区', aliases: ['综合保税区', '国家综合保税区'] });

  test.each([
    [
      'the longest that stands in the text',
      '建设国家综合保税区。综合保税区开放，综$0保区扩容。',
      ['full-title /a.txt:国家综合保税区'],
    ],
    ['the next where it does not', '综合保税区开放，综$0保区扩容，综合保税区提质。', ['full-title /a.txt:综合保税区']],
    ['none where there is none', '综$0保区扩容。', []],
    ['nor a shorter one', '综保区扩容，国家综$0合保税区提质。', []],
  ])('%s', (_, text, expected) => {
    const { workspace, uri, offset, show } = setup(text, glossary);
    expect(definition(workspace, uri, offset).map((t) => `${t.reason} ${show(t.uri, t.span)}`)).toEqual(expected);
  });
});

test('a place in the own document jumps there', () => {
  const { workspace, uri, offset, show } = setup(
    '东江市河道管理办法\n\n第一条 为了加强河道管理，制定本办法。\n\n第二条 河道内不得倾倒垃圾。\n\n第三条 违反本办法第二$0条规定的，责令改正。\n',
  );
  expect(definition(workspace, uri, offset).map((t) => [t.reason, show(t.uri, t.span)])).toEqual([
    ['place', expect.stringMatching(/^\/a\.txt:第二条/)],
  ]);
});

describe('a term of another document', () => {
  test('is offered by the strength of its definition', () => {
    const { workspace, uri, offset } = setup(
      '//- /a.txt\n深化“清流$0行动”。\n//- /b.txt\n“清流行动”是治水的总抓手。\n//- /c.txt\n“清流行动”是指三年治水行动。\n',
    );
    expect(definition(workspace, uri, offset).map((t) => t.uri)).toEqual(['file:///c.txt', 'file:///b.txt']);
  });

  test('has its sections behind those of the own document', () => {
    const { workspace, uri, offset, show } = setup(
      '//- /a.txt\n治水方案\n\n一、总体要求\n\n开展“清流行动”。\n\n二、深化“清流行动”\n\n压实责任。\n//- /b.txt\n治水工作要点\n\n一、推进“清流$0行动”\n\n落实责任。\n\n二、其他工作\n\n抓好落实。\n',
    );
    expect(implementation(workspace, uri, offset).map((t) => show(t.uri, t.selection))).toEqual([
      '/b.txt:一、推进“清流行动”',
      '/a.txt:二、深化“清流行动”',
    ]);
  });
});

describe('rename', () => {
  const yaml = 'terms:\n- term: 清流行动\n  aliases: [清流计划]\n- term: 净水行动\n';
  test.each([
    ['the name of another entry is taken', '“清流$0行动”。', '净水行动', 'taken'],
    ['the name itself with quotation marks is the same', '“清流$0行动”。', '清流行动', ['清流行动', '清流行动']],
    ['an alias is renamed in the documents, and the entry stays', '“清流$0计划”。', '清流方案', ['清流方案']],
    ['blanks around are left out', '“清流$0行动”。', ' 清溪行动 ', ['清溪行动', '清溪行动']],
    [
      'what YAML would misread is quoted in the file alone',
      '“清流$0行动”。',
      '清流 行动',
      ['清流 行动', '"清流 行动"'],
    ],
  ])('%s', async (_, text, name, expected) => {
    const file = await readGlossaryFile('file:///w/our.glossary.yml', yaml);
    const { workspace, uri, offset } = setup(text, glossaryWith(file));
    const answer = rename(workspace, uri, offset, name);
    expect(answer.ok ? answer.value.map((e) => e.text) : answer.problem).toEqual(expected);
  });

  test('writes Traditional characters where the document does', async () => {
    const file = await readGlossaryFile('file:///w/our.glossary.yml', yaml);
    const { workspace, uri, offset } = setup(
      '//- /a.txt\n深化“清流$0行动”。\n//- /b.txt\n治水工作意見\n\n一、總體要求\n\n深化「清流行動」，堅決做到「兩個維護」。\n',
      glossaryWith(file),
    );
    const answer = rename(workspace, uri, offset, '净水工程', () => '淨水工程');
    expect(answer.ok && answer.value.map((e) => e.text)).toEqual(['净水工程', '淨水工程', '净水工程']);
  });
});
