import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { glossaryWith, toEntry } from '../../../server/src/core/glossary/entries.ts';
import { Glossary } from '../../../server/src/core/glossary/glossary.ts';
import { Matcher } from '../../../server/src/core/glossary/matcher.ts';
import type { FileEntry } from '../../../server/src/core/glossary/model.ts';
import { CompactText } from '../../../server/src/core/text/compact.ts';
import { fold } from '../../../server/src/core/text/fold.ts';

/** The plainest way to find longest matches: every key at every place, those inside another dropped. */
function naive(keys: readonly string[], text: string) {
  const hits: { key: string; start: number; end: number }[] = [];
  let covered = 0;
  for (let i = 0; i < text.length; i++) {
    const best = keys.filter((k) => k.length >= 2 && text.startsWith(k, i)).sort((a, b) => b.length - a.length)[0];
    if (best === undefined || i + best.length <= covered) continue;
    covered = i + best.length;
    hits.push({ key: best, start: i, end: covered });
  }
  return hits;
}

test('finds what the plainest search finds', () => {
  const word = fc.string({ unit: fc.constantFrom('一', '二', '甲', '乙', 'a'), minLength: 0, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('一', '二', '甲', '乙', 'a'), maxLength: 60 }),
      (keys, text) => {
        const matcher = new Matcher();
        for (const key of keys) matcher.add(key);
        expect(matcher.find(text)).toEqual(naive(keys, text));
      },
    ),
    { numRuns: 500 },
  );
});

test('adding later is the same as adding before', () => {
  const a = new Matcher();
  a.add('两个维护');
  a.find('两个维护');
  a.add('两个维护者');
  expect(a.find('坚定做两个维护者')).toEqual([{ key: '两个维护者', start: 3, end: 8 }]);
  expect([a.size, a.has('两个维护'), a.has('两个')]).toEqual([2, true, false]);
});

/** Matches of a glossary of these entries in a text, as the surfaces found. */
function match(entries: readonly FileEntry[], text: string): string[] {
  const glossary = new Glossary(entries.map((e) => toEntry(e, 'user', { kind: 'builtin' })));
  const folded = fold(text);
  return glossary
    .match(folded, CompactText.of(folded))
    .map((m) => `${text.slice(m.span.start, m.span.end)}${m.quoted ? '”' : ''}`);
}

describe('mentions', () => {
  test.each<[string, FileEntry[], string, string[]]>([
    ['both scripts', [{ term: '两个维护' }], '做到「兩個維護」，做到两个维护', ['兩個維護”', '两个维护']],
    ['blanks and marks inside', [{ term: '扩中提低' }], '推进“扩中”“提低”改革', ['扩中”“提低”']],
    ['width', [{ term: '1612+N' }], '构建１６１２＋Ｎ体系', ['１６１２＋Ｎ']],
    ['the longest', [{ term: '活力城' }, { term: '国际金融活力城' }], '建设国际金融活力城', ['国际金融活力城']],
    ['traps', [{ term: '一件事', not: ['每一件事'] }], '办好每一件事，推进一件事改革', ['一件事']],
    ['quotes asked for', [{ term: '最美', quoted: true }], '最美的风景，“最美”现象', ['最美”']],
    [
      'quotes asked for of one spelling',
      [{ term: '四大建设', aliases: ['四大'], quoted: ['四大'] }],
      '四大行；“四大”建设',
      ['四大”建设'],
    ],
    ['a numeral before makes another number', [{ term: '一件事' }], '第一件事、十一件事、“一件事”', ['一件事”']],
    ['not across lines', [{ term: '改革攻坚' }], '深化改革\n攻坚克难', []],
    ['aliases', [{ term: '河（湖）长制', aliases: ['河长制'] }], '落实河長制、河(湖)长制', ['河長制', '河(湖)长制']],
  ])('%s', (_, entries, text, expected) => expect(match(entries, text)).toEqual(expected));
});

test('built-in traps: words that merely contain a term', () => {
  const glossary = glossaryWith();
  const found = (text: string) => glossary.match(fold(text), CompactText.of(fold(text))).map((m) => m.key);
  expect(found('把每一件事办好')).toEqual([]);
  expect(found('四大银行全力以赴，画好蓝图')).toEqual([]);
  expect(found('以习近平新时代中国特色社会主义思想为指导')).toEqual([]);
  expect(found('防范政策风险、市场风险四风险')).toEqual([]);
  expect(found('加快建设国际金融活力城')).toEqual(['国际金融活力城']);
});
