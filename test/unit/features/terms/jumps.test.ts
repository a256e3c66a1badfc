import { describe, expect, test } from 'vitest';
import { incoming, outgoing, prepareHierarchy } from '../../../../server/src/core/features/citationHierarchy.ts';
import { definition } from '../../../../server/src/core/features/definition.ts';
import { highlights } from '../../../../server/src/core/features/highlights.ts';
import { implementation } from '../../../../server/src/core/features/implementation.ts';
import { documentLinks } from '../../../../server/src/core/features/links.ts';
import { references, referencesOf } from '../../../../server/src/core/features/references.ts';
import { prepareRename, rename } from '../../../../server/src/core/features/rename.ts';
import { typeDefinition } from '../../../../server/src/core/features/typeDefinition.ts';
import { glossaryWith } from '../../../../server/src/core/glossary/entries.ts';
import type { Glossary } from '../../../../server/src/core/glossary/glossary.ts';
import { readGlossaryFile } from '../../../../server/src/core/glossary/read.ts';
import { glossaryOf, setup } from './support.ts';

function defined(fixture: string, glossary?: Glossary): string[] {
  const { workspace, uri, offset, show } = setup(fixture, glossary);
  return definition(workspace, uri, offset).map((t) => `${t.reason} ${show(t.uri, t.span)}`);
}

function referred(fixture: string, glossary?: Glossary, includeDeclaration = true): string[] {
  const { workspace, uri, offset, show } = setup(fixture, glossary);
  return references(workspace, uri, offset, { includeDeclaration }).map((r) => show(r.uri, r.span));
}

const A = '关于加强河道管护工作的通知\n\n各乡镇人民政府：\n\n';

describe('definition', () => {
  test.each<[string, string, string[]]>([
    [
      '是指',
      `${A}推行“双巡一治”。“双巡一治”是指日常巡、专项巡和综合治理。要落实“双$0巡一治”。`,
      ['definition /a.txt:“双巡一治”是指日常巡、专项巡和综合治理。'],
    ],
    [
      '即',
      `${A}围绕“一条$0主线”，即守护一河清水，开展工作。`,
      ['definition /a.txt:“一条主线”，即守护一河清水，开展工作。'],
    ],
    [
      '是',
      `${A}“清流行动”是全县治水的总抓手。深化“清流$0行动”。`,
      ['definition /a.txt:“清流行动”是全县治水的总抓手。'],
    ],
    [
      '简称',
      `${A}开展河道综合整治提升行动（以下简称“清流行动”）。深化“清流$0行动”。`,
      ['definition /a.txt:河道综合整治提升行动（以下简称“清流行动”）'],
    ],
    [
      '是, twice',
      `${A}“清流行动”是治水的总抓手，“水美$0乡村”是治水的目标。`,
      ['definition /a.txt:“水美乡村”是治水的目标。'],
    ],
    [
      '是, before the next',
      `${A}“清流$0行动”是治水的总抓手，“水美乡村”是治水的目标。`,
      ['definition /a.txt:“清流行动”是治水的总抓手'],
    ],
    [
      'as many parts of a list further above',
      `把海州建设成为我省重要生态屏障、东部沿海安全屏障、全国重要能源和战略资源基地、粮食生产基地。\n\n一、总体要求\n\n（一）甲\n\n（二）乙\n\n建设“两个基$0地”。`,
      ['definition /a.txt:全国重要能源和战略资源基地、粮食生产基地'],
    ],
    ['组成', `${A}由六家船厂组成的“船舶$0联盟”正式成立。`, ['definition /a.txt:由六家船厂组成的“船舶联盟”']],
    [
      'a longer quotation',
      `${A}要“努力建成全省山区河道治理的示范样板”。擦亮“示范$0样板”。`,
      ['definition /a.txt:“努力建成全省山区河道治理的示范样板”'],
    ],
    [
      '所称',
      '湖州市水域管理规定\n\n第一条 本规定所称水域，是指江河、湖泊和水库。\n\n第二条 占用水$0域的，应当批准。\n',
      ['definition /a.txt:本规定所称水域，是指江河、湖泊和水库。'],
    ],
    [
      'an item of definitions',
      '湖州市水域管理规定\n\n第九条 下列用语的含义：\n\n（一）重要水域，是指饮用水水源保护区内的水域；\n\n（二）水域占补平衡，是指占用与补偿相当。\n\n第十条 保护重要$0水域。\n',
      ['definition /a.txt:重要水域，是指饮用水水源保护区内的水域；'],
    ],
    ['no definition in 所称指导', `${A}前款所称指导意见由市政府“清流$0行动”办公室制定。`, []],
    ['no definition in 是否', `${A}“清流$0行动”是否有效，要看水质。`, []],
    ['no definition in 即将', `${A}“清流$0行动”即将开始。`, []],
    ['no definition in a list of terms', `${A}深化“清流$0行动”“净土行动”，见实效。`, []],
  ])('%s', (_, fixture, expected) => expect(defined(fixture)).toEqual(expected));

  test('the own document first, then others, then the glossary', async () => {
    const file = await readGlossaryFile('file:///w/our.glossary.yml', 'terms:\n- term: 清流行动\n');
    const fixture = `//- /a.txt\n${A}深化“清流$0行动”。“清流行动”是治水的抓手。\n//- /b.txt\n${A}“清流行动”是指三年治水行动。\n`;
    expect(defined(fixture, glossaryWith(file))).toEqual([
      'definition /a.txt:“清流行动”是治水的抓手。',
      'definition /b.txt:“清流行动”是指三年治水行动。',
      'glossary /w/our.glossary.yml:',
    ]);
  });

  test('a mention in Traditional characters finds the Simplified definition', () => {
    const fixture = `//- /a.txt\n要抓實「雙巡$0一治」。\n//- /b.txt\n${A}“双巡一治”是指日常巡、专项巡和综合治理。\n`;
    expect(defined(fixture)).toEqual(['definition /b.txt:“双巡一治”是指日常巡、专项巡和综合治理。']);
  });

  test('parts that the glossary knows, spelled out elsewhere in the text', () => {
    const glossary = glossaryOf({
      term: '三个到位',
      components: [{ zh: '责任落实到位' }, { zh: '资金保障到位' }, { zh: '督促检查到位' }],
    });
    const text = `${A}做到责任落实到位、资金保障到位、督促检查到位。以“三个$0到位”推动工作。`;
    expect(defined(text, glossary)).toEqual(['definition /a.txt:责任落实到位、资金保障到位、督促检查到位']);
  });

  test('a title jumps to its document, over a line break and another width', () => {
    const fixture = `//- /a.txt\n审议通过《东江市关于加强河道管护,\n推进水岸同治的意$0见》。\n//- /b.txt\n东江市关于加强河道管护，推进水岸同治的意见\n\n为深入推进治水工作，现提出以下意见。\n\n一、总体要求\n\n坚持系统治理。\n`;
    expect(defined(fixture)).toEqual(['title /b.txt:东江市关于加强河道管护，推进水岸同治的意见']);
  });

  test('a document number jumps to the document that has it', () => {
    const fixture = `//- /a.txt\n${A}根据东政发〔2021〕$07号文件精神。\n//- /b.txt\n东政发〔2021〕7号\n\n东江市人民政府关于加强河道管护的通知\n\n各县（市、区）人民政府：\n\n现将有关事项通知如下。\n`;
    const { workspace, uri, offset } = setup(fixture);
    expect(definition(workspace, uri, offset).map((t) => [t.reason, t.uri])).toEqual([['number', 'file:///b.txt']]);
  });
});

test('type definition is the entry of the user’s file', async () => {
  const text = 'terms:\n- term: 清流行动\n  aliases: [清流计划]\n';
  const file = await readGlossaryFile('file:///w/our.glossary.yml', text);
  const { workspace, uri, offset } = setup('深化“清流$0计划”。', glossaryWith(file));
  const [target] = typeDefinition(workspace, uri, offset);
  expect(target && text.slice(target.selection.start, target.selection.end)).toBe('清流行动');
});

describe('references', () => {
  const documents = `//- /a.txt\n做到“两个$0维护”。坚决做到两个维护。\n//- /b.txt\n堅決做到「兩個維護」。\n//- /c.txt\n坚决做到“两个 维护”；两个　维护。\n//- /d.txt\n两个维度，四个维护。\n`;

  test('both scripts, quoted or not, blanks inside', () => {
    expect(referred(documents)).toEqual([
      '/a.txt:两个维护',
      '/a.txt:两个维护',
      '/b.txt:兩個維護',
      '/c.txt:两个 维护',
      '/c.txt:两个　维护',
    ]);
  });

  test('a term that no glossary knows is found where nobody quotes it', () => {
    const fixture =
      '//- /a.txt\n打造“江畔$0书屋”品牌。\n//- /b.txt\n新建江畔书屋十二处，江畔書屋很受欢迎。\n//- /c.txt\n江畔有书屋。\n';
    expect(referred(fixture)).toEqual(['/a.txt:江畔书屋', '/b.txt:江畔书屋', '/b.txt:江畔書屋']);
  });

  test('declarations can be left out', () => {
    const fixture = '“清流行动”是治水的抓手。\n深化“清流$0行动”。\n';
    expect(referred(fixture)).toHaveLength(2);
    expect(referred(fixture, undefined, false)).toHaveLength(1);
  });

  test('longer names of the same entry count, longer terms of another do not', () => {
    const glossary = glossaryOf(
      { term: '活力城' },
      { term: '国际金融活力城' },
      { term: '枫林经验', aliases: ['新时代枫林经验'] },
    );
    expect(referred('打造活力$0城，建设国际金融活力城。', glossary)).toEqual(['/a.txt:活力城']);
    expect(referred('坚持枫林$0经验，发展新时代枫林经验。', glossary)).toEqual([
      '/a.txt:枫林经验',
      '/a.txt:新时代枫林经验',
    ]);
  });

  test('titles: citations, short forms, and the document itself', () => {
    const fixture = `//- /a.txt\n会议审议通过《关于建设水美乡村的决$0定》。会议认为，《决定》符合实际。\n//- /b.txt\n关于建设水美乡村的决定\n\n（2021年3月2日东江市委第八届委员会第三次全体会议通过）\n\n一、总体要求\n\n坚持生态优先。\n`;
    expect(referred(fixture)).toEqual([
      '/a.txt:《关于建设水美乡村的决定》',
      '/a.txt:《决定》',
      '/b.txt:关于建设水美乡村的决定',
    ]);
  });

  test('by text, as the command line asks', () => {
    const { workspace, show } = setup(documents);
    expect(referencesOf(workspace, '“兩個維護”').map((r) => show(r.uri, r.span))).toHaveLength(5);
    expect(referencesOf(workspace, '《没有的文件》')).toEqual([]);
    expect(referencesOf(workspace, '')).toEqual([]);
  });
});

test('highlights stay in the document and mark the definition', () => {
  const { workspace, uri, offset } = setup(
    '//- /a.txt\n“清流行动”是治水的抓手。深化“清流$0行动”。\n//- /b.txt\n“清流行动”。\n',
  );
  expect(highlights(workspace, uri, offset).map((h) => h.kind)).toEqual(['declaration', 'text']);
});

test('implementation: the list that answers a count, and sections that elaborate', () => {
  const fixture = `东江市治水工作报告\n\n一、总体情况\n\n做到规划、建设、管理“三个$0统一”。\n\n二、坚持“三个统一”\n\n压实责任。\n`;
  const { workspace, uri, offset, show } = setup(fixture);
  const found = implementation(workspace, uri, offset).map((t) => `${t.reason} ${show(t.uri, t.selection)}`);
  expect(found.some((f) => f.startsWith('enumeration'))).toBe(true);
  expect(found.some((f) => f.startsWith('elaboration') && f.includes('坚持'))).toBe(true);
});

test('links: titles and numbers of the workspace, no periodicals, not the document itself', () => {
  const fixture = `//- /a.txt\n落实《关于建设水美乡村的决定》和《不在这里的办法》，转自《东江日报》。$0\n//- /b.txt\n关于建设水美乡村的决定\n\n一、总体要求\n\n坚持《关于建设水美乡村的决定》。\n`;
  const { workspace, uri, show } = setup(fixture);
  expect(documentLinks(workspace, uri).map((l) => `${show(uri, l.span)} → ${l.target.uri}`)).toEqual([
    '/a.txt:《关于建设水美乡村的决定》 → file:///b.txt',
  ]);
  expect(documentLinks(workspace, 'file:///b.txt')).toEqual([]);
});

test('citation hierarchy: who cites the document, whom it cites', () => {
  const fixture = `//- /a.txt\n落实《关于建设水美乡村的决定》和《不在这里的办法》。\n//- /b.txt\n$0关于建设水美乡村的决定\n\n一、总体要求\n\n坚持生态优先。\n`;
  const { workspace, uri, offset, show } = setup(fixture);
  const item = prepareHierarchy(workspace, uri, offset)!;
  expect([item.kind, item.name]).toEqual(['document', '关于建设水美乡村的决定']);
  expect(incoming(workspace, item).map((c) => [c.item.uri, c.spans.map((s) => show(c.item.uri, s))])).toEqual([
    ['file:///a.txt', ['/a.txt:《关于建设水美乡村的决定》']],
  ]);
  const a = incoming(workspace, item)[0]!.item;
  expect(outgoing(workspace, a).map((c) => [c.item.kind, c.item.name])).toEqual([
    ['document', '关于建设水美乡村的决定'],
    ['missing', '《不在这里的办法》'],
  ]);
});

describe('rename', () => {
  const yaml = 'terms:\n# ours\n- term: 清流行动\n';
  test('edits every mention and the entry, and nothing else', async () => {
    const file = await readGlossaryFile('file:///w/our.glossary.yml', yaml);
    const fixture = '//- /a.txt\n深化“清流$0行动”，清流行动。\n//- /b.txt\n深化「清流行動」。\n';
    const { workspace, uri, offset } = setup(fixture, glossaryWith(file));
    expect(prepareRename(workspace, uri, offset)).toMatchObject({ ok: true, value: { name: '清流行动' } });
    const answer = rename(workspace, uri, offset, '净水行动');
    expect(answer.ok && answer.value.map((e) => `${e.uri} ${e.text}`)).toEqual([
      'file:///a.txt 净水行动',
      'file:///a.txt 净水行动',
      'file:///b.txt 净水行动',
      'file:///w/our.glossary.yml 净水行动',
    ]);
  });

  test.each([
    ['两个$0维护', '三个维护', 'builtin'],
    ['“江畔$0书屋”', '江边书屋', 'no-entry'],
    ['没有$0术语', '有术语', 'nothing'],
    ['“清流$0行动”', '“”', 'short'],
    ['“清流$0行动”', '甲: 乙', 'marks'],
  ])('%s to %s: %s', async (text, name, problem) => {
    const file = await readGlossaryFile('file:///w/our.glossary.yml', yaml);
    const { workspace, uri, offset } = setup(text, glossaryWith(file));
    expect(rename(workspace, uri, offset, name)).toEqual({ ok: false, problem });
  });
});

test('homonyms are kept apart: place decides the sense, and references stay within it', () => {
  const glossary = glossaryOf({ term: '四张清单', scope: 'east' }, { term: '四张清单', scope: 'west' });
  const document = (city: string): string =>
    `中共${city}市委关于加强治水工作的决定\n\n（2021年3月2日中国共产党${city}市第八届委员会第三次全体会议通过）\n\n一、总体要求\n\n制定“四张清单”。\n`;
  const { workspace } = setup(
    `//- /a.txt\n${document('湖州')}//- /b.txt\n${document('嘉兴')}//- /c.txt\n${document('湖州')}`,
    glossary,
  );
  const offset = workspace.text('file:///a.txt')!.indexOf('四张清单') + 1;
  expect(workspace.summary('file:///a.txt')?.region).toMatch(/湖州/);
  expect(references(workspace, 'file:///a.txt', offset).map((r) => r.uri)).toEqual(['file:///a.txt', 'file:///c.txt']);
});
