import { describe, expect, test } from 'vitest';
import { hover } from '../../../../server/src/core/features/hover.ts';
import { escapeMarkdown, safeUrl } from '../../../../server/src/core/features/page.ts';
import type { Glossary } from '../../../../server/src/core/glossary/glossary.ts';
import type { Locale } from '../../../../server/src/core/l10n.ts';
import { glossaryOf, setup } from './support.ts';

function told(fixture: string, locale: Locale = 'zh-cn', glossary?: Glossary, bilingual = false) {
  const { workspace, uri, offset, show } = setup(fixture, glossary);
  const found = hover(workspace, uri, offset, { locale, bilingual });
  return { markdown: found?.markdown ?? '', plain: found?.plaintext ?? '', span: found ? show(uri, found.span) : '' };
}

describe('terms', () => {
  test('definition, rendering, components, origin, sources, confidence in the language of the interface', () => {
    const zh = told('做到“两个$0维护”。');
    expect(zh.span).toBe('/a.txt:两个维护');
    for (const part of [
      '**两个维护** · 数字缩略语 · 全国',
      '*the Two Upholds',
      '1. 坚决维护',
      '**出处：** 2018-09',
      '[Two Upholds — Wikipedia](https://en.wikipedia.org/wiki/Two_Upholds)',
      '可信程度：有来源佐证',
      '本文 1 处',
    ]) {
      expect(zh.markdown).toContain(part);
    }
    const en = told('做到“两个$0维护”。', 'en').markdown;
    expect(en).toContain('A CPC political requirement');
    expect(en).not.toContain('中共对党员和各级组织的政治要求');
    expect(told('做到“两个$0维护”。', 'en', undefined, true).markdown).toContain('中共对党员和各级组织的政治要求');
  });

  test('both scripts show the same entry', () => {
    const [a, b] = [told('做到“两个$0维护”。'), told('做到「兩個$0維護」。')];
    expect(b.markdown.replace('兩個維護', '两个维护')).toBe(a.markdown);
  });

  test('a source that is evidence only shows its title and no link', () => {
    const { markdown } = told('做到“两个$0维护”。');
    expect(markdown).toContain('维基镜像');
    expect(markdown).not.toContain('cloudfront');
  });

  test('what the document says of a term that no glossary knows, and how often it stands where', () => {
    const fixture = '//- /a.txt\n“清流行动”是治水的抓手。深化“清流$0行动”。\n//- /b.txt\n“清流行动”。\n';
    expect(told(fixture).plain).toMatch(
      /本文（第 1 行）：“清流行动”是治水的抓手。\n.*本文 2 处，工作区 2 份文件共 3 处/s,
    );
  });

  test('a passage that says no more than the hovered words is left out', () => {
    expect(told('坚持“上下联$0、信息通”的目标。').plain).not.toContain('本文（第');
    expect(told('坚持“节水优先、以水定$0城”的原则。').plain).toBe('');
  });

  test('the name of a term that ends in quotation marks has both of them', () => {
    expect(told('做好村“两$0委”换届工作。').plain).toContain('村“两委” · 机构 · 全国');
  });

  test('alternatives of a homonym', () => {
    const glossary = glossaryOf(
      { term: '四张清单', scope: 'east', definition: { zh: '甲义。' } },
      { term: '四张清单', scope: 'west', definition: { zh: '乙义。' } },
    );
    const { markdown } = told('湖州市委制定“四张$0清单”。', 'zh-cn', glossary);
    expect(markdown).toMatch(/甲义。[\s\S]*乙义。/);
  });
});

describe('other things', () => {
  test.each<[string, string, RegExp]>([
    [
      'title in the workspace',
      '//- /a.txt\n落实《关于建设水美乡村的决$0定》。\n//- /b.txt\n关于建设水美乡村的决定\n\n（2021年3月2日中国共产党湖州市第八届委员会第三次全体会议通过）\n\n一、总体要求\n\n坚持生态优先。\n\n二、主要任务\n\n抓好落实。\n',
      /决定 · 2021-03-02[\s\S]*- 一、总体要求\n- 二、主要任务/,
    ],
    ['title elsewhere', '落实《不在这里的办$0法》。', /工作区中没有这份文件/],
    ['periodical', '（摘自《湖州$0日报》）', /报刊/],
    ['date', '会议于2021年3月$02日召开。', /2021-03-02\*\* · 星期二/],
    ['enumeration', '做到规划、建设、管理“三个统$0一”。', /称 3 项，列 3 项[\s\S]*1\. .*规划\n2\. 建设\n3\. 管理/],
    [
      'the word for the reported meeting',
      '市委八届三次全会举行\n\n2021年3月2日，中国共产党湖州市第八届委员会第三次全体会议举行。\n\n全$0会指出，治水是民生大事。\n\n全会强调，要压实责任。\n',
      /· 会议\n[\s\S]*第 8 届 · 第 3 次/,
    ],
    ['marker', '治水工作方案\n\n一、总体要求\n\n（一$0）指导思想\n\n坚持系统治理。\n', /一、总体要求 › （一）指导思想/],
    [
      'number',
      '湖政发〔2021〕$07号\n\n湖州市人民政府关于治水的通知\n\n各县区人民政府：\n\n现通知如下。\n',
      /机关代字 湖政发，2021 年，第 7 号/,
    ],
  ])('%s', (_, fixture, expected) => expect(told(fixture).markdown).toMatch(expected));

  test('nothing under the cursor, nothing shown', () =>
    expect(told('治水工作方案\n\n一、总体要求\n\n今天天气$0很好，适宜开工。\n').markdown).toBe(''));
});

describe('text of documents and glossaries is escaped', () => {
  test('no link, command, image, HTML or heading comes through', () => {
    const evil =
      '[x](command:evil) <img src=x onerror=1> ![a](http://e.example/) `c` # h https://e.example www.e.example a@e.example';
    const glossary = glossaryOf({
      term: '清流行动',
      definition: { zh: evil },
      translation: evil,
      components: [{ zh: evil }],
      sources: [
        { title: evil, url: 'https://ok.example/a)b](c', kind: 'research-or-media' },
        { title: '坏', url: 'javascript:alert(1)', kind: 'research-or-media' },
      ],
    });
    const { markdown } = told(`深化“清流$0行动”，即${evil}。`, 'zh-cn', glossary);
    expect(markdown).not.toMatch(
      /(^|[^\\])\[x\]|<img|(^|[^\\])!\[|javascript:|[^\\]`c|https:\/\/e\.example|www\.e|a@e/,
    );
    expect(markdown).toContain('](https://ok.example/a%29b%5D%28c)');
  });

  test.each([
    ['# 标题', '\\# 标题'],
    ['- 项', '\\- 项'],
    ['1. 项', '1\\. 项'],
    ['*强*_调_', '\\*强\\*\\_调\\_'],
    ['“两个维护”', '“两个维护”'],
    ['a\n\nb', 'a b'],
  ])('%j', (from, to) => expect(escapeMarkdown(from)).toBe(to));

  test('only http addresses are linked', () => {
    for (const url of ['javascript:x', 'command:x', 'file:///x', 'data:x', ' https://x', 'https://a b'])
      expect(safeUrl(url)).toBeNull();
    expect(safeUrl('https://a.cn/条?x=1')).toBe('https://a.cn/条?x=1');
  });
});

describe('what is left out, and what is told of words that nothing explains', () => {
  const HEAD = '湖州市治水工作要点\n\n';
  test.each<[string, string, RegExp]>([
    ['a bare year', `${HEAD}20$021年，全面治水。`, /^$/],
    ['a heading without parts', `${HEAD}一$0、总体要求\n\n坚持系统治理。\n`, /^$/],
    ['a figure of speech that stands once', `${HEAD}当好群众的“连心$0桥”。`, /^$/],
    ['a programme read from the words, once', `${HEAD}三个月完成路$0基工程。`, /^$/],
    [
      'an abbreviation that stands once',
      `${HEAD}实施“五大$0板块”。`,
      /五大板块[^\n]*\n\n数目为 5，本文未逐项列出。\n\n\*术语库未收/,
    ],
    ['other places of it', `${HEAD}建设“云川港$0区”。\n\n加快“云川港区”开发。`, /第 5 行：…加快“云川港区”开发。…/],
    [
      'who is quoted',
      `${HEAD}陈清波同志在湖州调研时指出，“绿水$0青山要守得住也要看得见”。`,
      /\*\*引自：\*\* 陈清波同志在湖州调研时指出/,
    ],
    ['several sessions in one name', `${HEAD}贯彻党的二十届二中、三$0中全会精神。`, /第 20 届 · 第 2、3 次/],
    ['a day without a year', '治水\n\n4月2$06日起停水。', /04-26，年份不详/],
  ])('%s', (_, fixture, expected) => expect(told(fixture).markdown).toMatch(expected));

  test.each<[string, RegExp]>([
    ['湖州市$0委要求抓落实。', /→ 中国共产党湖州市委员会/],
    ['市$0委要求抓落实。', /\*\*市委\*\* → 中国共产党湖州市委员会/],
    ['省$0政府要求抓落实。', /→ 浙江省人民政府/],
    ['我$0市实际。', /\*\*我市\*\* → 湖州市/],
    ['各县市$0委要抓落实。', /^$/],
  ])('words for the own place: %s', (line, expected) => {
    const { markdown } = told(`湖州市人民政府关于治水的通知\n\n各县区人民政府：\n\n${line}\n`);
    if (line.startsWith('湖州市')) expect(markdown === '' || expected.test(markdown)).toBe(true);
    else expect(markdown).toMatch(expected);
  });

  test('a term of another place, or of a later time, is told as used elsewhere', () => {
    const glossary = glossaryOf({ term: '清流行动', scope: 'west', definition: { zh: '嘉兴的行动。' } });
    const elsewhere = told(
      '湖州市人民政府关于治水的通知\n\n各县区人民政府：\n\n开展“清流$0行动”。',
      'zh-cn',
      glossary,
    ).plain;
    expect(elsewhere).toMatch(
      /^清流行动 · [^\n]*\n[\s\S]*同一说法在别处另有所指：\n- 清流行动 \(嘉兴市\): 嘉兴的行动。/,
    );
    const later = glossaryOf({ term: '主题活动', from: '2023-04', definition: { zh: '后来的活动。' } });
    expect(told('湖州市治水\n\n（2021年3月2日）\n\n开展“主题$0活动”。', 'zh-cn', later).plain).not.toMatch(
      /^主题活动[^\n]*\n后来的活动/,
    );
  });

  test('draft texts lead to what they draft', () =>
    expect(told('湖州市会议\n\n审议《关于治水的决议》。\n\n决议$0稿突出治水。').plain).toMatch(
      /^决议稿\n《关于治水的决议》的文稿/,
    ));
});
