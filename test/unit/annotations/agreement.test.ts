/** Measures of agreement against worked examples that were published. */
import { describe, expect, it } from 'vitest';
import {
  alphaNominal,
  alphaUnitizing,
  cohenKappa,
  cohenKappaTable,
  spanF1,
  unitizing,
} from '../../../server/src/core/annotations/agreement/measures.ts';
import { agreement } from '../../../server/src/core/annotations/agreement/report.ts';
import type { ExchangeAnnotation } from '../../../server/src/core/annotations/codecs/exchange.ts';

const bits = (text: string): boolean[] => [...text.replace(/\s/g, '')].map((c) => c === '1');

describe('Cohen’s κ', () => {
  it('equals the example of Cohen 1960 (κ = 0.492 from the proportions of its table)', () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    expect(cohenKappaTable(table)).toBeCloseTo(0.492, 3);
  });

  it('equals the digitised examples A and C of Krippendorff 1995, p. 57', () => {
    const count = (a: boolean[], b: boolean[]) => ({
      both: a.filter((x, i) => x && b[i]).length,
      first: a.filter((x, i) => x && !b[i]).length,
      second: a.filter((x, i) => !x && b[i]).length,
      neither: a.filter((x, i) => !x && !b[i]).length,
    });
    const bertha = bits('0011 1111 1100 0011 1111 0000');
    const bill = bits('0000 1111 0000 0001 1000 0000');
    expect(cohenKappa(count(bertha, bill))).toBeCloseTo(0.385, 3);
    const gerret = bits('0011 1111 0011 0011 1100 1100');
    const gill = bits('1100 1111 0011 1100 1100 1100');
    expect(cohenKappa(count(gerret, gill))).toBeCloseTo(0.314, 3);
  });

  it('is undefined where both say the same of everything', () => {
    expect(cohenKappa({ both: 24, first: 0, second: 0, neither: 0 })).toBeNull();
  });
});

describe('Krippendorff’s α', () => {
  it('equals the example with missing data of Krippendorff 2011 (nominal, 0.743)', () => {
    const rows = [
      '1 2 3 3 2 1 4 1 2 * * *',
      '1 2 3 3 2 2 4 1 2 5 * 3',
      '* 3 3 3 2 3 4 2 2 5 1 *',
      '1 2 3 3 2 4 4 1 2 5 1 *',
    ];
    const coders = rows.map((r) => r.split(' ').map((v) => (v === '*' ? null : v)));
    const units = coders[0]!.map((_, i) => ({ values: coders.map((c) => c[i]!), count: 1 }));
    expect(alphaNominal(units)).toBeCloseTo(0.743, 3);
  });

  it('equals the binary example of Krippendorff 2011 (0.095)', () => {
    const a = [...'0100000000'];
    const b = [...'1110010010'];
    expect(alphaNominal(a.map((v, i) => ({ values: [v, b[i]!], count: 1 })))).toBeCloseTo(0.095, 3);
  });

  it('is undefined without variation, and one where all agree', () => {
    expect(alphaNominal([{ values: ['1', '1'], count: 9 }])).toBeNull();
    expect(
      alphaNominal([
        { values: ['1', '1'], count: 3 },
        { values: ['0', '0'], count: 5 },
      ]),
    ).toBe(1);
  });
});

describe('Krippendorff’s αᵤ', () => {
  const units = (...list: [number, number][]) =>
    list.map(([start, size]) => ({ start: start - 150, end: start - 150 + size }));
  const c = unitizing([units([225, 70], [370, 30]), units([220, 80], [355, 20], [400, 20])], 300);
  const k = unitizing([units([180, 60], [300, 50]), units([180, 60], [300, 50])], 300);

  it('equals the example of Krippendorff 2004, p. 254', () => {
    expect(c.observed).toBeCloseTo(0.0144, 4);
    expect(c.expected).toBeCloseTo(0.0532, 4);
    expect(alphaUnitizing([c])).toBeCloseTo(0.7286, 3);
    expect(k.observed).toBe(0);
    expect(k.expected).toBeCloseTo(0.049, 3);
    expect(alphaUnitizing([k])).toBe(1);
    expect(alphaUnitizing([c, k])).toBeCloseTo(0.8591, 3);
  });

  it('equals observed disagreements of Krippendorff 1995, p. 57', () => {
    const of = (...list: [number, number][]) => list.map(([start, size]) => ({ start, end: start + size }));
    expect(unitizing([of([2, 8], [14, 6]), of([4, 4], [15, 2])], 24).observed).toBeCloseTo(0.03125, 5);
    expect(
      unitizing([of([2, 6], [10, 2], [14, 4], [20, 2]), of([0, 2], [4, 4], [10, 4], [16, 2], [20, 2])], 24).observed,
    ).toBeCloseTo(1 / 36, 5);
  });
});

describe('span F1', () => {
  const at = (...list: [number, number][]) => list.map(([start, end]) => ({ start, end }));
  it('pairs each span once', () => {
    expect(spanF1(at([0, 4], [10, 14]), at([0, 4], [11, 14]), 1)).toBe(0.5);
    expect(spanF1(at([0, 4], [10, 14]), at([0, 4], [11, 14]), 0.5)).toBe(1);
    expect(spanF1(at([0, 10]), at([0, 5], [5, 10]), 0.5)).toBeCloseTo(2 / 3, 9);
    expect(spanF1([], [], 1)).toBeNull();
  });
});

describe('report', () => {
  const text = '各地要加强统筹协调。\n\u{20bb7}林省落实责任。\n';
  const one = (author: string, tag: string, quote: string): ExchangeAnnotation => {
    const start = text.indexOf(quote);
    return {
      id: `${author}-${tag}-${quote}`,
      motivation: 'tagging',
      author,
      created: '',
      modified: '',
      span: { start, end: start + quote.length },
      quote,
      tags: [tag],
      note: null,
      status: 'open',
      reason: null,
      attributes: {},
      replies: [],
      extra: {},
    };
  };
  const report = agreement([
    {
      name: 'a.txt',
      text,
      relations: [],
      attributes: {},
      annotations: [
        one('李', '措施', '统筹协调'),
        one('王', '措施', '加强统筹协调'),
        one('李', '主体', '\u{20bb7}林省'),
        one('王', '主体', '\u{20bb7}林省'),
      ],
    },
    { name: 'b.txt', text, relations: [], attributes: {}, annotations: [one('李', '措施', '统筹')] },
  ]);

  it('counts code points of the documents that both coded', () => {
    expect(report.documents).toBe(1);
    expect(report.pairs.map((p) => p.units)).toEqual([20, 20]);
    const measures = report.pairs.find((p) => p.tag === '措施')!;
    expect([measures.both, measures.onlyFirst, measures.onlySecond]).toEqual([4, 0, 2]);
    expect(report.pairs.find((p) => p.tag === '主体')).toMatchObject({ kappa: 1, f1Exact: 1, both: 3 });
  });

  it('lists where they disagree', () => {
    expect(report.disagreements).toEqual([
      { document: 'a.txt', index: 0, tag: '措施', start: 3, end: 5, text: '加强', by: ['王'], notBy: ['李'] },
    ]);
  });
});
