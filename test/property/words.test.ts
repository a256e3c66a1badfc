/** Indexes of words against a plain search: the same words, longest first, at every place and outside the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairIndex, WordIndex } from '../../server/src/core/text/words.ts';

/** Few characters, so that words meet; NUL and a surrogate among them. */
const unit = fc.constantFrom('一', '二', '三', '四', 'a', '\0', '\ud83d', '，');
const texts = fc.array(unit, { maxLength: 24 }).map((units) => units.join(''));
const word = fc
  .array(fc.constantFrom('一', '二', '三', '四', 'a'), { minLength: 1, maxLength: 4 })
  .map((units) => units.join(''));
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 12 });

describe('words by their edges', () => {
  it.each(['start', 'end'] as const)('finds the longest at each place, by its %s', (side) => {
    fc.assert(
      fc.property(words, texts, fc.integer({ min: 0, max: 5 }), (list, text, most) => {
        const index = new WordIndex(list, side);
        for (let at = -2; at <= text.length + 2; at++) {
          const stands = (w: string): boolean => {
            const from = side === 'start' ? at : at - w.length;
            return from >= 0 && text.slice(from, from + w.length) === w;
          };
          const found = list.filter(stands).sort((a, b) => b.length - a.length);
          expect(index.at(text, at)).toBe(found[0]);
          expect(index.at(text, at, most)).toBe(found.find((w) => w.length <= most));
        }
      }),
      { numRuns: 600 },
    );
  });

  it('counts those that stand side by side, up to a bound', () => {
    fc.assert(
      fc.property(words, texts, fc.integer({ min: 1, max: 4 }), (given, text, most) => {
        const list = given.filter((w) => w.length > 1);
        let count = 0;
        for (let at = 0; at < text.length; ) {
          const found = list.filter((w) => text.startsWith(w, at)).sort((a, b) => b.length - a.length)[0];
          if (found !== undefined) count++;
          at += found?.length ?? 1;
        }
        expect(new WordIndex(list, 'start').countIn(text)).toBe(count);
        expect(new WordIndex(list, 'start').countIn(text, most)).toBe(Math.min(count, most));
      }),
      { numRuns: 600 },
    );
  });

  it('gives the values of a pair in their order, and the next place of any', () => {
    const pairs = fc.array(
      fc.tuple(
        fc.tuple(unit, unit).map(([a, b]) => a + b),
        fc.nat(9),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pairs, texts, (entries, text) => {
        const index = new PairIndex(entries);
        const at = (i: number): number[] => entries.flatMap(([pair, n]) => (text.slice(i, i + 2) === pair ? [n] : []));
        let next = -1;
        for (let i = text.length + 1; i >= 0; i--) {
          if (at(i).length > 0) next = i;
          expect(index.at(text, i)).toEqual(at(i));
          expect(index.next(text, i)).toBe(next);
        }
        expect(index.at(text, -1)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});
