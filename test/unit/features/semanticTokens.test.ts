import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../server/src/core/document/parse.ts';
import { semanticTokens, type TokenSource } from '../../../server/src/core/features/semanticTokens.ts';
import { LineIndex } from '../../../server/src/core/text/lines.ts';
import { difference, encode } from '../../../server/src/lsp/tokens.ts';

const tokensOf = (text: string) =>
  semanticTokens(parse(text)).map((t) => [text.slice(t.start, t.end), t.type, ...t.modifiers]);

/** A source with these terms and nothing else. */
const termsAt = (...spans: [number, number, 'slogan' | 'program'][]): TokenSource =>
  ({
    text: '',
    region: null,
    outline: [],
    references: [],
    dates: [],
    persons: [],
    title: null,
    issuer: null,
    terms: spans.map(([start, end, category]) => ({ category, defined: false, quoted: false, span: { start, end } })),
  }) as unknown as TokenSource;

describe('tokens', () => {
  it('tell titles, dates, markers and terms', () => {
    const text = '关于治水的通知\n\n一、总体要求\n根据《云川市防洪条例》，自2023年6月1日起，落实“五水共治”。\n';
    const tokens = tokensOf(text);
    expect(tokens).toContainEqual(['《云川市防洪条例》', 'documentTitle', 'reference']);
    expect(tokens).toContainEqual(['2023年6月1日', 'date']);
    expect(tokens).toContainEqual(['一、', 'directiveMarker']);
  });

  it('colour what the glossary knows where nothing else is coloured', () => {
    const text = '树牢四个意识，依据《四个意识学习方案》，用好“四个意识”，走进杭州之韵。';
    const at = (word: string, from = 0) => text.indexOf(word, from);
    const known = [0, at('《'), at('“')].map((from) => {
      const start = at('四个意识', from);
      return { start, end: start + 4, category: 'numeric-abbreviation' as const };
    });
    known.push({ start: at('杭州之韵'), end: at('杭州之韵') + 4, category: 'brand' as never });
    const tokens = semanticTokens(parse(text), known).map((t) => [text.slice(t.start, t.end), t.type]);
    expect(tokens[0]).toEqual(['四个意识', 'numericAbbreviation']);
    expect(tokens.filter(([word]) => word === '《四个意识学习方案》')).toEqual([
      ['《四个意识学习方案》', 'documentTitle'],
    ]);
    expect(tokens.at(-1)).toEqual(['杭州之韵', 'program']);
    expect(tokens.filter(([word]) => word!.includes('四个意识'))).toHaveLength(3);
  });

  it('split the longer of two nested ones around the shorter', () => {
    const tokens = semanticTokens(termsAt([0, 10, 'program'], [3, 6, 'slogan']));
    expect(tokens.map((t) => [t.start, t.end, t.type])).toEqual([
      [0, 3, 'program'],
      [3, 6, 'slogan'],
      [6, 10, 'program'],
    ]);
  });

  it('never overlap and are never empty, whatever overlaps', () => {
    const term = fc.tuple(fc.nat(60), fc.nat(12), fc.constantFrom('slogan' as const, 'program' as const));
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        const tokens = semanticTokens(
          termsAt(...terms.map(([s, n, c]): [number, number, 'slogan' | 'program'] => [s, s + n, c])),
        );
        for (const [i, t] of tokens.entries()) {
          expect(t.end).toBeGreaterThan(t.start);
          expect(t.start).toBeGreaterThanOrEqual(tokens[i - 1]?.end ?? 0);
        }
        const covered = new Set(terms.flatMap(([s, n]) => Array.from({ length: n }, (_, k) => s + k)));
        const coloured = new Set(tokens.flatMap((t) => Array.from({ length: t.end - t.start }, (_, k) => t.start + k)));
        expect(coloured).toEqual(covered);
      }),
    );
  });
});

describe('on the wire', () => {
  const located = (text: string) => ({ text, lines: new LineIndex(text) });
  const token = (start: number, end: number) => ({ start, end, type: 'date' as const, modifiers: ['quoted' as const] });

  it('a token over two lines becomes two', () => {
    expect(encode([token(1, 5)], located('甲乙\n丙丁\n'), false, null)).toEqual([0, 1, 1, 5, 2, 1, 0, 2, 5, 2]);
  });
  it('columns count bytes where that was agreed', () => {
    expect(encode([token(3, 5)], located('𠮷甲乙丙'), true, null)).toEqual([0, 7, 6, 5, 2]);
    expect(encode([token(3, 5)], located('𠮷甲乙丙'), false, null)).toEqual([0, 3, 2, 5, 2]);
  });
  it('the difference of two answers turns one into the other', () => {
    const data = fc.array(fc.nat(3), { maxLength: 30 });
    fc.assert(
      fc.property(data, data, (a, b) => {
        const made = [...a];
        for (const { start, deleteCount, data: put } of difference(a, b))
          made.splice(start, deleteCount, ...(put ?? []));
        expect(made).toEqual(b);
      }),
    );
  });
});
