import { describe, expect, it } from 'vitest';
import { parse } from '../../../server/src/core/document/parse.ts';
import { foldingRanges } from '../../../server/src/core/features/folding.ts';
import { documentSymbols, flatSymbols } from '../../../server/src/core/features/outline.ts';

const TEXT = `关于推进河湖治理的实施意见

一、总体要求
坚持系统治理。
（一）主要目标。到2025年，水质全面提升。

二、保障措施
（一）加强领导。成立专班。
（二）强化监督。定期通报。

`;
const doc = parse(TEXT);

describe('outline', () => {
  it('names sections by marker and title', () => {
    const tree = documentSymbols(doc).map((s) => [s.name, ...(s.children ?? []).map((c) => c.name)]);
    expect(tree).toEqual([
      ['一、总体要求', '（一）主要目标'],
      ['二、保障措施', '（一）加强领导', '（二）强化监督'],
    ]);
  });

  it('sets numbers that have no mark of their own apart from the title', () => {
    const law = parse('渡口管理办法\n第一章　总则\n第一条　为了管理渡口，制定本办法。\n第二条　渡口由县管理。\n');
    const [chapter] = documentSymbols(law);
    expect(chapter?.name).toBe('第一章 总则');
    expect(chapter?.children?.map((c) => c.name)).toEqual(['第一条 为了管理渡口，制定本办法', '第二条 渡口由县管理']);
  });

  it('ranges over the whole section and selects the heading', () => {
    const [first] = documentSymbols(doc);
    expect(first?.range.start.line).toBe(2);
    expect(first?.range.end.line).toBeGreaterThanOrEqual(4);
    expect(first?.selectionRange).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 6 } });
  });

  it('is the same when flat, with containers', () => {
    const flat = flatSymbols(doc, 'file:///a');
    expect(flat.map((s) => [s.name, s.containerName])).toEqual([
      ['一、总体要求', undefined],
      ['（一）主要目标', '一、总体要求'],
      ['二、保障措施', undefined],
      ['（一）加强领导', '二、保障措施'],
      ['（二）强化监督', '二、保障措施'],
    ]);
  });

  it('says of a report who speaks', () => {
    const report = parse(
      '中国共产党东江市第八届委员会第三次全体会议公报\n\n（2021年3月2日中国共产党东江市第八届委员会第三次全体会议通过）\n\n中国共产党东江市第八届委员会第三次全体会议，于2021年3月2日在东江举行。\n\n全会指出，治水是民生大事，必须久久为功。\n\n全会强调，要压实河长责任，抓好源头治理。\n',
    );
    expect(documentSymbols(report).map((s) => s.detail)).toEqual(['全会指出', '全会强调']);
    expect(documentSymbols(doc).every((s) => !('detail' in s))).toBe(true);
  });

  it('cuts long names, keeps them on one line, and has one for a section without', () => {
    const [section] = doc.outline;
    const named = (title: string, marker: string | null): string | undefined =>
      documentSymbols({ lines: doc.lines, outline: [{ ...section!, title, marker }] })[0]?.name;
    expect([named('保障\n  措施', '二、'), named('治'.repeat(118), '二、'), named(' ', null)]).toEqual([
      '二、保障 措施',
      `二、${'治'.repeat(118)}`,
      '…',
    ]);
    expect(named('治'.repeat(119), '二、')).toBe(`二、${'治'.repeat(118)}…`);
  });
});

describe('folding', () => {
  it('folds the documents of a file', () => {
    const file = parse(
      `东江市人民政府关于印发河道管护办法的通知\n\n各县（市、区）人民政府：\n\n现将办法印发给你们。\n\n东江市人民政府\n2021年3月2日\n\n河道管护办法\n\n第一条 为了加强管护，制定本办法。\n\n第二条 本办法自公布之日起施行。\n\n`,
    );
    expect(file.parts.length).toBeGreaterThan(1);
    expect(foldingRanges(file)).toEqual([
      { startLine: 0, endLine: 7 },
      { startLine: 9, endLine: 13 },
    ]);
  });

  it('folds what stands around a document, marked as such', () => {
    const page = foldingRanges(parse(`首页\n登录\n网站地图\n您当前的位置：首页 > 政务公开 > 通知公告\n\n${TEXT}`));
    expect(page[0]).toEqual({ startLine: 0, endLine: 3, kind: 'region' });
  });

  it('folds sections, not single lines, and leaves trailing blanks visible', () => {
    expect(foldingRanges(doc)).toEqual([
      { startLine: 2, endLine: 4 },
      { startLine: 6, endLine: 8 },
    ]);
  });

  it('keeps the outermost where a client takes few', () => {
    const long = parse(
      `${TEXT}三、附则\n（一）甲事项。\n1．子项甲。内容。\n内容续。\n2．子项乙。内容。\n内容续。\n（二）乙事项。内容。\n`,
    );
    const few = foldingRanges(long, 3);
    expect(few.map((r) => r.startLine)).toEqual([2, 6, 10]);
    expect(foldingRanges(long).length).toBeGreaterThan(3);
  });
});
