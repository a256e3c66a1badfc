/** Phrase data carries its own examples: each must match, each counter-example must not. */
import { describe, expect, it } from 'vitest';
import * as front from '../../../server/src/core/document/data/front.ts';
import {
  CLOSING_PHRASES,
  KIND_PHRASES,
  NEWS_TITLE,
  OPENING_PHRASES,
} from '../../../server/src/core/document/data/kinds.ts';
import { isPersonName } from '../../../server/src/core/document/data/names.ts';
import type { Phrase } from '../../../server/src/core/document/data/phrases.ts';
import { AGENDA, ATTENDANCE } from '../../../server/src/core/document/data/reporting.ts';
import { INDEX_ROW, PAGE_FURNITURE, WEB_CHROME } from '../../../server/src/core/document/data/residue.ts';
import * as sources from '../../../server/src/core/document/data/sources.ts';
import { kindOfTitle } from '../../../server/src/core/document/layout/kind.ts';
import { joinTitle, tidy } from '../../../server/src/core/document/layout/lineText.ts';
import { fold } from '../../../server/src/core/text/fold.ts';

const isPhrase = (value: unknown): value is Phrase =>
  typeof value === 'object' && value !== null && 'pattern' in value && 'examples' in value;

const phrases: Phrase[] = [
  ...[...Object.values(front), ...Object.values(sources)].flatMap((value) =>
    Array.isArray(value) ? value.filter(isPhrase) : isPhrase(value) ? [value] : [],
  ),
  ...KIND_PHRASES,
  ...OPENING_PHRASES,
  ...CLOSING_PHRASES,
  NEWS_TITLE,
  AGENDA,
  ATTENDANCE,
  ...WEB_CHROME,
  INDEX_ROW,
  ...PAGE_FURNITURE,
];

describe('phrase data', () => {
  it.each(phrases.map((p) => [p.name, p] as const))('%s matches its examples alone', (_name, phrase) => {
    expect(phrase.examples.length).toBeGreaterThan(0);
    for (const example of phrase.examples) expect(fold(example), example).toMatch(phrase.pattern);
    for (const counter of phrase.counter ?? []) expect(fold(counter), counter).not.toMatch(phrase.pattern);
  });
});

describe('kind of a title', () => {
  it.each([
    ['国务院关于印发《安全生产规划》的通知', 'notice'],
    ['安宁市城市管理条例（2019年修正）', 'law'],
    ['安宁市“十四五”数字经济发展规划', 'plan'],
    ['安宁市人民政府令（第12号）', 'order'],
    ['某省高级人民法院工作报告（摘要）', 'report'],
    ['关于2020年预算执行情况的报告（书面）', 'report'],
    ['在庆祝大会上的讲话（全文）', 'speech'],
    ['市委召开全会 审议通过《关于加快发展的决定》', 'news'],
    ['市政府召开常务会议 研究《物业管理办法》', 'news'],
    ['国务院关于安宁港口岸扩大开放的批复', 'reply'],
    ['安宁市人民政府关于提请审议机构改革方案的议案', 'motion'],
    ['安宁市教育局关于商请协助调查的函', 'letter'],
    ['习某在全市大会上强调 坚定信心真抓实干', 'news'],
    ['推广先进工作方法', null],
    ['《物业管理条例》解读', 'other'],
  ])('%s is %s', (title, kind) => expect(kindOfTitle(title)?.kind ?? null).toBe(kind));
});

describe('text of titles', () => {
  it('removes letter-spacing and keeps blanks between phrases', () => {
    expect(tidy('土 地 使 用 期 限 的 批 复')).toBe('土地使用期限的批复');
    expect(tidy('弘 扬“四气” 推动发展')).toBe('弘扬“四气” 推动发展');
    expect(tidy('总　　则')).toBe('总则');
    expect(tidy('研究部署工作 听取汇报')).toBe('研究部署工作 听取汇报');
  });
  it('joins broken phrases without a blank and whole ones with one', () => {
    expect(joinTitle(['安宁市人民政府', '关于加强管理的', '通知'])).toBe('安宁市人民政府关于加强管理的通知');
    expect(joinTitle(['高举旗帜凝心聚力', '为全面建成小康社会而奋斗'])).toBe(
      '高举旗帜凝心聚力 为全面建成小康社会而奋斗',
    );
    expect(joinTitle(['政府工作报告', '——在代表大会上'])).toBe('政府工作报告——在代表大会上');
  });
});

describe('personal names', () => {
  it.each(['王 某', '李某某', '欧阳某', '省长 周某某', '习近平'])('%s is one', (line) =>
    expect(isPersonName(line)).toBe(true),
  );
  it.each(['方案', '总则', '关于通知', '会议纪要', '实施'])('%s is none', (line) =>
    expect(isPersonName(line)).toBe(false),
  );
});
