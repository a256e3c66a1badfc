/**
 * Properties of the structure reader on any text: total, lossless, the same in both scripts.
 * Changes when an invariant of the structure is added.
 */
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../server/src/core/document/model.ts';
import { readStructure } from '../../server/src/core/document/read-structure.ts';
import type { Structure } from '../../server/src/core/document/structure.ts';
import { seedTexts } from './structure-seeds.ts';

const PIECES = [
  '一、',
  '（一）',
  '1．',
  '1.',
  '（1）',
  '①',
  '第一条　',
  '第二章 ',
  '第一，',
  '一是',
  '1.2.1 ',
  '首先，',
  '附件：',
  '附件1',
  '目录',
  '按：',
  '关于加强管理的通知',
  '国发〔2019〕5号',
  '2022年7月27日',
  '（2022年7月27日通过）',
  '各县（市、区）人民政府：',
  '同志们：',
  '会议指出，',
  '全会强调，',
  '来源：某日报',
  '发布日期：2020-01-01',
  'PAGE',
  '— 1 —',
  '抄送：各单位。',
  '要认真贯彻落实。',
  '工作目标',
  '。',
  '；',
  '：',
  '，',
  '“',
  '”',
  '（',
  '）',
  '《',
  '》',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '　　',
  ' ',
  '\t',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '𠮷',
  '\ud800',
  '#',
  '## ',
  '**',
  '<!--',
  '1',
  '1.5万',
  'Ⅰ. ',
  'IV、',
  '专栏1 重大工程',
  '最高指示',
  '第12/2010号行政命令',
  '——在全市教育大会上',
  '第一篇：关于加强管理的通知',
  '（2022年7月27日某市人民代表大会通过)',
  '[视频]',
  '[复制链接]',
  '<p>',
  '</p>',
  '<strong>',
  '&nbsp;',
  '用',
  '王某某',
  '2022',
  '年',
  '• 登录',
  '发布时间：2024-01-01 阅读：3',
  '特此通告',
  '附件',
  '.',
  '...',
  '10',
];

const texts = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((xs) => xs.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
);

function checkSections(s: Structure, sections: readonly Section[], from: number, to: number): void {
  let last = from;
  for (const section of sections) {
    expect(section.span.start).toBeGreaterThanOrEqual(last);
    expect(section.span.end).toBeLessThanOrEqual(Math.max(to, section.titleSpan.end));
    expect(section.headingSpan.start).toBe(section.kind === 'part' ? section.titleSpan.start : section.span.start);
    expect(section.titleSpan.start).toBeLessThanOrEqual(section.titleSpan.end);
    expect(section.titleSpan.end).toBeLessThanOrEqual(section.span.end);
    if (section.marker !== null) expect(s.text.startsWith(section.marker, section.span.start)).toBe(true);
    last = section.span.start;
    checkSections(s, section.children, section.span.start, section.span.end);
  }
}

function checkLossless(s: Structure): void {
  let at = 0;
  let line = 0;
  for (const block of s.blocks) {
    expect(block.start).toBe(at);
    expect(block.firstLine).toBe(line);
    expect(block.end).toBe(s.lines.line(block.lastLine).next);
    at = block.end;
    line = block.lastLine + 1;
  }
  expect(at).toBe(s.text.length);
  expect(line).toBe(s.lines.count);
  expect(s.folded.length).toBe(s.text.length);
  let last = 0;
  for (const part of s.parts) {
    expect(part.span.start).toBeGreaterThanOrEqual(last);
    expect(part.span.end).toBeGreaterThanOrEqual(part.span.start);
    expect(part.span.end).toBeLessThanOrEqual(s.text.length);
    last = part.span.start;
  }
  checkSections(s, s.outline, 0, s.text.length);
}

function shape(sections: readonly Section[]): unknown[] {
  return sections.map((x) => [x.kind, x.level, x.markerStyle, x.ordinal, x.span, x.titleSpan, shape(x.children)]);
}

describe('structure of any text', () => {
  it('is total and lossless', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const s = readStructure(text);
        checkLossless(s);
        expect(s.policyScore).toBeGreaterThanOrEqual(0);
        expect(s.policyScore).toBeLessThanOrEqual(1);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(JSON.stringify(readStructure(text))).toBe(JSON.stringify(readStructure(text)));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same tree in Traditional characters', () => {
    const convert = Converter({ from: 'cn', to: 't' });
    const charwise = (text: string) =>
      Array.from(text, (c) => {
        const out = convert(c);
        return out.length === c.length ? out : c;
      }).join('');
    for (const [name, text] of seedTexts()) {
      const other = charwise(text);
      expect(other.length, name).toBe(text.length);
      const [a, b] = [readStructure(text), readStructure(other)];
      expect(shape(b.outline), name).toEqual(shape(a.outline));
      expect(b.kind, name).toBe(a.kind);
      expect(b.parts.map((p) => [p.role, p.span])).toEqual(a.parts.map((p) => [p.role, p.span]));
      expect(b.title?.span ?? null).toEqual(a.title?.span ?? null);
    }
  });
});

describe('a text of 20 MB', () => {
  it('is read where it is one line', () => {
    const text = '各地要认真贯彻落实工作要求。'.repeat(1_450_000);
    expect(readStructure(text).blocks.length).toBe(1);
  });
});
