import { describe, expect, test } from 'vitest';
import { completion, resolveCompletion } from '../../../../server/src/core/features/completion.ts';
import { chineseNumeral, following } from '../../../../server/src/core/features/nextMarker.ts';
import { workspaceSymbols } from '../../../../server/src/core/features/workspaceSymbols.ts';
import { findPinyin, initialsOf, loadPinyin, pinyinQuery } from '../../../../server/src/core/text/pinyin.ts';
import { glossaryOf, setup } from './support.ts';

const WORKSPACE = `//- /a.txt
关于建设水美乡村的决定

（2021年3月2日中国共产党湖州市第八届委员会第三次全体会议通过）

一、实施“清流行动”

争当“两个先行”示范。
//- /b.txt
落實「兩個先行」和《关于建设水美乡村的决定》。
`;

describe('symbols', () => {
  test.each([
    ['lgxx', 'term 两个先行'],
    ['lianggexianxing', 'term 两个先行'],
    ['liangge xx', 'term 两个先行'],
    ['兩個先行', 'term 两个先行'],
    ['qlxd', 'term 清流行动'],
    ['水美', 'document 关于建设水美乡村的决定'],
    ['smxc', 'document 关于建设水美乡村的决定'],
    ['实施清流', 'section 一、实施“清流行动”'],
  ])('%s finds %s', async (query, expected) => {
    const { workspace } = setup(WORKSPACE);
    const found = await workspaceSymbols(workspace, query);
    expect(found.map((s) => `${s.kind} ${s.name}`)).toContain(expected);
  });

  test('the whole name comes before parts, and nothing comes for nonsense', async () => {
    const { workspace } = setup(WORKSPACE);
    expect((await workspaceSymbols(workspace, 'lgxx'))[0]?.name).toBe('两个先行');
    expect(await workspaceSymbols(workspace, 'zzzz')).toEqual([]);
    expect(await workspaceSymbols(workspace, '没有')).toEqual([]);
    expect((await workspaceSymbols(workspace, '')).map((s) => s.kind)).toEqual(['document', 'document']);
    expect(await workspaceSymbols(workspace, 'x', { most: 1 })).toHaveLength(1);
  });

  test('symbols follow an edit', async () => {
    const { workspace } = setup(WORKSPACE);
    workspace.set('file:///b.txt', '落实“净水工程”。', 1);
    expect((await workspaceSymbols(workspace, 'jsgc'))[0]).toMatchObject({ name: '净水工程', uri: 'file:///b.txt' });
  });
});

describe('pinyin', () => {
  test.each([
    ['重要窗口', 'zyck', true],
    ['重要窗口', 'chongyao', true],
    ['重要窗口', 'zhongyaoc', true],
    ['重要窗口', 'zhongyaochuangkou', true],
    ['绿水青山', 'lvshui', true],
    ['1612体系', '1612tx', true],
    ['两个先行', 'gx', true],
    ['两个先行', 'lgxxx', false],
    ['两个先行', 'lingge', false],
  ])('%s ~ %s: %s', async (text, query, matches) => {
    await loadPinyin();
    expect(findPinyin(text, pinyinQuery(query)!) !== null).toBe(matches);
  });

  test('what is no pinyin', () => {
    expect([pinyinQuery('两个'), pinyinQuery('2022'), pinyinQuery(''), pinyinQuery('lü you')]).toEqual([
      null,
      null,
      null,
      'lvyou',
    ]);
  });

  test('initials', async () => {
    await loadPinyin();
    expect(initialsOf('“两个先行”')).toBe('lgxx');
  });
});

async function complete(fixture: string): Promise<string[]> {
  const { workspace, uri, offset } = setup(fixture);
  const text = workspace.text(uri)!;
  return (await completion(workspace, uri, offset, { locale: 'zh-cn' })).map(
    (i) => text.slice(Math.max(0, i.span.start - 4), i.span.start) + i.insert + text.slice(i.span.end, i.span.end + 1),
  );
}

describe('completion', () => {
  test('terms inside quotation marks, closed once', async () => {
    expect(await complete('推进“两个先$0')).toEqual(expect.arrayContaining(['推进“两个先行”']));
    expect(await complete('推进“两个先$0”')).toEqual(expect.arrayContaining(['推进“两个先行”']));
    expect(await complete('推进「lgxx$0')).toEqual(expect.arrayContaining(['推进「两个先行」']));
  });

  test('terms by pinyin anywhere, with their letters replaced', async () => {
    expect(await complete('坚持bbzl$0')).toEqual(['坚持八八战略']);
    expect(await complete('坚持x$0')).toEqual([]);
  });

  test('titles behind 《', async () => {
    const fixture = `${WORKSPACE}//- /c.txt\n落实《水美$0\n`;
    expect(await complete(fixture)).toEqual(['落实《关于建设水美乡村的决定》\n']);
    expect(await complete(fixture.replace('水美$0', 'smxc$0》'))).toEqual(['落实《关于建设水美乡村的决定》']);
  });

  test('the next number of a list', async () => {
    expect(await complete('治水工作方案\n\n一、总体要求\n\n（一）压实责任。各地要落实。\n\n$0')).toEqual(
      ['（二）', '二、'].map((marker) => expect.stringContaining(marker)),
    );
  });

  test('and the number of the list that holds it', async () => {
    const fixture = '治水工作方案\n\n一、总体要求\n\n（一）压实责任\n\n1．建立制度。各地要落实。\n\n$0';
    const { workspace, uri, offset } = setup(fixture);
    const items = await completion(workspace, uri, offset, { locale: 'zh-cn' });
    expect(items.map((i) => i.label)).toEqual(['2．', '（二）', '二、']);
    expect([...items].sort((a, b) => (a.sort < b.sort ? -1 : 1))).toEqual(items);
  });

  test('but not of a list in another part of the file', async () => {
    const notice = '东江市人民政府关于印发治水方案的通知\n\n各县区人民政府：\n\n一、总体要求\n\n各地要落实。\n\n';
    const plan = '附件\n\n东江市治水方案\n\n为做好治水工作，制定本方案。\n\n';
    expect(await complete(`${notice}$0`)).toEqual([expect.stringContaining('二、')]);
    expect(await complete(`${notice}${plan}$0`)).toEqual([]);
    expect(await complete(`${notice}${plan}一、工作目标\n\n各地要落实。\n\n$0`)).toEqual([
      expect.stringContaining('二、'),
    ]);
  });

  test('what the document uses comes first, and few are offered before anything is typed', async () => {
    const fixture = '湖州市治水工作要点\n\n开展“清流行动”。坚持“两山”理念。\n\n深化“$0';
    const { workspace, uri, offset } = setup(fixture);
    const items = await completion(workspace, uri, offset, { locale: 'zh-cn' });
    expect(
      items
        .slice(0, 2)
        .map((i) => i.label)
        .sort(),
    ).toEqual(['两山', '清流行动'].sort());
    expect(items.length).toBe(20);
    expect(items.map((i) => i.label)).not.toContain('春江水暖鸭先知');
  });

  test('the words being typed are no proposal', async () => {
    const { workspace, uri, offset } = setup('治水工作方案\n\n开展“两个清流行动”。做到“两个清$0”。');
    const items = await completion(workspace, uri, offset, { locale: 'zh-cn' });
    expect(items.map((i) => i.label)).toEqual(['两个清流行动']);
  });

  test('terms of another place come last', async () => {
    const glossary = glossaryOf({ term: '清水行动', scope: 'west' }, { term: '清流行动计划', scope: 'east' });
    const { workspace, uri, offset } = setup('湖州市人民政府关于治水的通知\n\n各县区人民政府：\n\n开展“清$0', glossary);
    const items = await completion(workspace, uri, offset, { locale: 'zh-cn' });
    expect(items.map((i) => i.label)).toEqual(['清流行动计划', '清水行动']);
  });

  test('kinds at the end of a title', async () => {
    expect(await complete('关于加强治水工作的$0\n')).toEqual(
      expect.arrayContaining([expect.stringContaining('的通知'), expect.stringContaining('的意见')]),
    );
  });

  test('nothing in the middle of ordinary words', async () =>
    expect(await complete('各地要结合实际$0抓好落实。')).toEqual([]));

  test('documentation on resolve', async () => {
    const { workspace, uri, offset } = setup('推进“两个先$0');
    const item = (await completion(workspace, uri, offset, { locale: 'en' })).find((i) => i.label === '两个先行')!;
    expect(resolveCompletion(workspace, uri, item.data, 'en')?.markdown).toContain('common prosperity');
    expect(resolveCompletion(workspace, uri, { kind: 'term', key: '没有' }, 'en')).toBeNull();
  });
});

test.each([
  ['一、', 1, '二、'],
  ['（九）', 9, '（十）'],
  ['十九、', 19, '二十、'],
  ['1．', 1, '2．'],
  ['（９）', 9, '（１０）'],
  ['第九十九条', 99, '第一百条'],
  ['①', 1, '②'],
  ['⑳', 20, null],
  ['1.2.9', 9, '1.2.10'],
  ['一是', 1, '二是'],
  ['首先', 1, null],
])('%s is followed by %s', (marker, ordinal, next) => expect(following(marker, ordinal)).toBe(next));

test('Chinese numerals', () => {
  expect([1, 10, 11, 20, 21, 99, 100, 101, 110, 111, 120].map(chineseNumeral)).toEqual([
    '一',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
    '一百',
    '一百零一',
    '一百一十',
    '一百一十一',
    '一百二十',
  ]);
});
