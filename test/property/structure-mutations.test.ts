/**
 * Edits of the sample documents, and exactly what each must change in the structure.
 * Changes when another kind of damage is worth surviving.
 */
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../server/src/core/document/model.ts';
import { readStructure } from '../../server/src/core/document/read-structure.ts';
import type { Structure } from '../../server/src/core/document/structure.ts';
import { seedTexts } from './structure-seeds.ts';

type Row = readonly [string | null, string, number, string];

function flat(sections: readonly Section[]): Section[] {
  return sections.flatMap((s) => [s, ...flat(s.children)]);
}

const rows = (s: Structure): Row[] => flat(s.outline).map((x) => [x.marker, x.title, x.level, x.kind]);
const strip = (title: string) => title.replace(/\s+/g, '');
const plain = (s: Structure) => rows(s).map(([m, t, l, k]) => [m, strip(t), l, k]);
const roles = (s: Structure) => s.parts.map((p) => p.role);
const seeds = seedTexts();
const numbered = seeds.filter(([, text]) => rows(readStructure(text)).some(([marker]) => marker !== null));
const isNumbered = (s: Section) => s.marker !== null;

describe('deleting a heading', () => {
  it.each(numbered)('%s', (_name, text) => {
    const before = readStructure(text);
    const all = flat(before.outline).filter(isNumbered);
    for (const [i, section] of all.entries()) {
      const line = before.lines.line(before.lines.lineAt(section.span.start));
      const after = readStructure(text.slice(0, line.start) + text.slice(line.next));
      const kept = flat(after.outline).filter(isNumbered);
      const found = kept.map((x) => x.title);
      const expected = all.filter((_, k) => k !== i).map((x) => x.title);
      const firstOfTwo = section.ordinal === 1;
      if (firstOfTwo) expect(found.length, section.title).toBeGreaterThanOrEqual(expected.length - 1);
      else expect(found, section.title).toEqual(expected);
      expect(after.title).toEqual(before.title);
      expect(after.kind).toBe(before.kind);
    }
  });
});

describe('giving a heading the number of the one before', () => {
  it.each(numbered)('%s', (_name, text) => {
    const before = readStructure(text);
    const all = flat(before.outline).filter(isNumbered);
    for (const [i, section] of all.entries()) {
      const previous = all
        .slice(0, i)
        .reverse()
        .find((x) => x.markerStyle === section.markerStyle && x.level === section.level);
      if (!previous || section.ordinal !== (previous.ordinal ?? 0) + 1 || !section.markerSpan) continue;
      const { start, end } = section.markerSpan;
      const after = readStructure(text.slice(0, start) + previous.marker + text.slice(end));
      expect(
        flat(after.outline)
          .filter(isNumbered)
          .map((x) => [x.title, x.level]),
        section.title,
      ).toEqual(all.map((x) => [x.title, x.level]));
    }
  });
});

describe('edits that change no structure', () => {
  it.each(seeds)('wrapping at 40 columns: %s', (_name, text) => {
    const wrapped = text
      .split('\n')
      .map((line) => line.match(/.{1,40}/gsu)?.join('\n') ?? '')
      .join('\n');
    const [a, b] = [readStructure(text), readStructure(wrapped)];
    const heads = (s: Structure) => plain(s).filter(([m]) => m !== null);
    expect(heads(b)).toEqual(heads(a));
    expect(b.kind).toBe(a.kind);
    expect(strip(b.title?.text ?? '')).toBe(strip(a.title?.text ?? ''));
    expect(roles(b)).toEqual(roles(a));
  });

  it.each(seeds)('full stops as dots: %s', (_name, text) => {
    expect(plain(readStructure(text.replaceAll('。', '.')))).toEqual(plain(readStructure(text)));
  });

  it.each(seeds)('carriage returns: %s', (_name, text) => {
    expect(plain(readStructure(text.replaceAll('\n', '\r\n')))).toEqual(plain(readStructure(text)));
    expect(plain(readStructure(text.replaceAll('\n', '\r')))).toEqual(plain(readStructure(text)));
  });

  it.each(seeds)('a blank line after each: %s', (_name, text) => {
    const [a, b] = [readStructure(text), readStructure(text.replaceAll('\n', '\n\n'))];
    expect(plain(b)).toEqual(plain(a));
    expect(strip(b.title?.text ?? '')).toBe(strip(a.title?.text ?? ''));
    expect(roles(b)).toEqual(roles(a));
  });

  it.each(seeds)('indented paragraphs: %s', (_name, text) => {
    const [a, b] = [readStructure(text), readStructure(text.replace(/^(?=\S)/gmu, '　　'))];
    expect(plain(b)).toEqual(plain(a));
    expect(b.kind).toBe(a.kind);
  });

  it.each(seeds)('half width: %s', (_name, text) => {
    const half = text
      .replaceAll('，', ',')
      .replaceAll('（', '(')
      .replaceAll('）', ')')
      .replaceAll('：', ':')
      .replaceAll('．', '.');
    const shape = (s: Structure) =>
      flat(s.outline).map((x) => [x.kind, x.level, x.ordinal, s.lines.lineAt(x.span.start)]);
    expect(shape(readStructure(half))).toEqual(shape(readStructure(text)));
  });

  it.each(seeds)('phrases in Traditional characters: %s', (_name, text) => {
    const [a, b] = [readStructure(text), readStructure(Converter({ from: 'cn', to: 'hk' })(text))];
    const shape = (s: Structure) =>
      flat(s.outline).map((x) => [x.kind, x.level, x.ordinal, s.lines.lineAt(x.span.start)]);
    expect(shape(b)).toEqual(shape(a));
    expect(b.script).toBe('hant');
  });
});

describe('residue of a web page', () => {
  const before = ['首页 > 政务公开 > 正文', '发布时间：2022-08-03 09:12 浏览次数：35 字号：[大 中 小]'];
  const behind = ['【打印】 【关闭】', '上一篇：关于开展检查的通知', '下一篇：没有了', '责任编辑：李某'];
  it.each(seeds)('%s', (_name, text) => {
    const a = readStructure(text);
    const b = readStructure(`${before.join('\n')}\n\n${text.trimEnd()}\n\n${behind.join('\n')}\n`);
    expect(plain(b)).toEqual(plain(a));
    expect(b.title?.text).toBe(a.title?.text);
    expect(b.kind).toBe(a.kind);
    expect(b.source?.text).toBe(a.source?.text);
    const documents = (s: Structure) => roles(s).filter((r) => r !== 'web-chrome');
    expect(documents(b)).toEqual(documents(a));
    const chrome = b.blocks.filter((x) => x.kind === 'web-chrome');
    expect(chrome.length).toBe(a.blocks.filter((x) => x.kind === 'web-chrome').length + 6);
  });
});

describe('splitting the title over two lines', () => {
  it.each(seeds.filter(([, text]) => readStructure(text).title !== null))('%s', (_name, text) => {
    const a = readStructure(text);
    const title = a.title!;
    const middle = title.span.start + Math.floor((title.span.end - title.span.start) / 2);
    const b = readStructure(`${text.slice(0, middle)}\n${text.slice(middle)}`);
    expect(strip(b.title?.text ?? '')).toBe(strip(title.text));
    expect(b.kind).toBe(a.kind);
    expect(plain(b).filter(([, , , k]) => k !== 'part')).toEqual(plain(a).filter(([, , , k]) => k !== 'part'));
  });
});
