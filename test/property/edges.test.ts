/** What is read from an expression about its edges: no string that it matches begins or ends otherwise. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as front from '../../server/src/core/document/data/front.ts';
import { anyLineOf, anyOf, type Phrase } from '../../server/src/core/document/data/phrases.ts';
import * as residue from '../../server/src/core/document/data/residue.ts';
import * as sources from '../../server/src/core/document/data/sources.ts';
import { NO_MEASURE, OPEN_ENDINGS } from '../../server/src/core/document/mentions/data/enumerationWords.ts';
import {
  LEFT_ADVERBS,
  NAMELESS,
  PLAIN_BEFORE,
  PLAIN_BEHIND,
} from '../../server/src/core/document/mentions/data/programs.ts';
import { Before, Behind, closings, openings } from '../../server/src/core/text/edges.ts';
import { seedTexts } from './structure-seeds.ts';

const seeds = seedTexts().map(([, text]) => text);

const phrases = Object.values({ ...front, ...residue, ...sources })
  .flat()
  .filter((value): value is Phrase => typeof value === 'object' && 'pattern' in value);
const behind = [LEFT_ADVERBS, NAMELESS, PLAIN_BEHIND, NO_MEASURE];
const before = [PLAIN_BEFORE, OPEN_ENDINGS];
const lines = seeds.flatMap((seed) => seed.split(/\r?\n/));

describe('the edges of an expression', () => {
  it.each([
    ['^(?:ab|[c-e]f|(?:g)?h|i*j)', 'acdeghij'],
    ['^(?!x)(?:a|b)+|^\\d', 'ab0123456789'],
    ['^(?:a{0,2}\\.|\\u4e00)', 'a.一'],
  ])('begins %s with %s', (source, units) => {
    const found = openings(new RegExp(source))!;
    for (let unit = 1; unit < 65536; unit++) expect(found.has(unit)).toBe(units.includes(String.fromCharCode(unit)));
  });

  it.each([
    ['(?:ab|c[d-f]|g(?:h)?|ij*)$', 'bdefghij'],
    ['(?:a|b)+(?=x|)$', 'ab'],
    ['\\u4e00$|a$', '一a'],
  ])('ends %s with %s', (source, units) => {
    const found = closings(new RegExp(source))!;
    for (let unit = 1; unit < 65536; unit++) expect(found.has(unit)).toBe(units.includes(String.fromCharCode(unit)));
  });

  it.each(['a|b', '^a|b', '^.a', '^[^a]b', '^a*', '^(?:a|)b?', '^[\\u4e00-\\u9fff]a', '^\\sa'])(
    'are not known of %s',
    (source) => expect(openings(new RegExp(source))).toBeNull(),
  );

  it('hold for every line that a phrase matches', () => {
    for (const { pattern, examples } of phrases) {
      const [first, last] = [openings(pattern), closings(pattern)];
      for (const line of [...examples, ...lines]) {
        if (!pattern.test(line)) continue;
        if (first !== null) expect(first.has(line.charCodeAt(0)), line).toBe(true);
        if (last !== null) expect(last.has(line.charCodeAt(line.length - 1)), line).toBe(true);
      }
    }
  });
});

const words = fc
  .array(fc.constantFrom(...new Set([...seeds.join(''), ...[...behind, ...before].map((e) => e.source).join('')])), {
    maxLength: 12,
  })
  .map((units) => units.join(''));
/** A stretch of a sample, or characters of the samples and the expressions in any order. */
const texts = fc.oneof(
  words,
  fc.constantFrom(...lines).chain((line) => fc.nat(line.length).map((at) => line.slice(at, at + 24))),
);

describe('an expression with known edges', () => {
  it('matches behind a place what it matches in the text from there', () => {
    const all = behind.map((expression) => [expression, new Behind(expression, 5)] as const);
    fc.assert(
      fc.property(texts, fc.nat(12), (text, at) => {
        for (const [expression, edged] of all) {
          const plain = expression.exec(text.slice(at, at + 5));
          expect(edged.test(text, at)).toBe(plain !== null);
          expect(edged.length(text, at)).toBe(plain?.[0].length ?? 0);
        }
      }),
      { numRuns: 4000 },
    );
  });

  it('matches before a place what it matches in the text up to there', () => {
    const all = before.map((expression) => [expression, new Before(expression, 5)] as const);
    fc.assert(
      fc.property(texts, fc.nat(12), (text, given) => {
        const at = Math.min(given, text.length);
        for (const [expression, edged] of all)
          expect(edged.test(text, at)).toBe(expression.test(text.slice(Math.max(0, at - 5), at)));
      }),
      { numRuns: 4000 },
    );
  });

  it('matches the lines that one of its phrases matches', () => {
    for (const list of [residue.WEB_CHROME, residue.PAGE_FURNITURE, sources.SOURCE_LINES]) {
      const [plain, edged] = [anyOf(list), anyLineOf(list)];
      const examples = list.flatMap(({ examples, counter }) => [...examples, ...(counter ?? [])]);
      for (const line of [...examples, ...lines, '']) expect(edged.test(line), line).toBe(plain.test(line));
      fc.assert(
        fc.property(texts, fc.constantFrom(...examples), (text, example) => {
          for (const line of [text, example.slice(0, 3) + text, text + example])
            expect(edged.test(line)).toBe(plain.test(line));
        }),
        { numRuns: 1500 },
      );
    }
  });
});
