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
});

describe('folding', () => {
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
