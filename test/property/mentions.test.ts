/**
 * What holds for the mentions of any text: they are in bounds, in order, reproduce their text, and do not depend
 * on the script. Changes when a promise about mentions changes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyDocument } from '../../server/src/core/document/model.ts';
import { parse } from '../../server/src/core/document/parse.ts';
import { fold, termKey } from '../../server/src/core/text/fold.ts';
import type { Span } from '../../server/src/core/text/span.ts';

const SEEDS = new URL('../../seeds/', import.meta.url);
const seeds = readdirSync(SEEDS).map((file) => readFileSync(new URL(file, SEEDS), 'utf8'));

const FRAGMENTS = [
  ...'“”‘’《》〈〉（）【】「」"、，。；：！？ \n\r\t　',
  ...['一是', '二是', '第一，', '①', '（一）', '1.', '一、', '第十条', '第二款', '前款', '附件2', '本条例'],
  ...['四史', '三大攻坚战', '六个方面', '两个', '十四五', '等', '和', '以及', '即', '包括'],
  ...[
    '2022年7月27日',
    '二○○四年',
    '7月9日',
    '今年',
    '同年',
    '至',
    '2022-07-21 10:20',
    '发布日期:',
    '印发',
    '通过',
    '施行',
  ],
  ...[
    '市委',
    '十三届',
    '五次',
    '全会',
    '第二次全体会议',
    '常务委员会',
    '党的二十大',
    '浙江省',
    '杭州市',
    '召开',
    '出席',
    '委员63名',
  ],
  ...[
    '国发〔2019〕5号',
    '令第3号',
    '工程',
    '行动',
    '机制',
    '实施',
    '推进',
    '建设',
    '书记',
    '王',
    '小明',
    '同志',
    '讲话',
  ],
  ...['決議', '開展', '歷史', '𠮷', '\u200b', 'a', '9', '\ud800'],
] as const;

const text = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((parts) => parts.join(''));
/** A seed with a few fragments put in at random places. */
const edited = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...FRAGMENTS)), { maxLength: 6 }),
  )
  .map(([seed, edits]) =>
    edits.reduce((s, [at, part]) => s.slice(0, at * s.length) + part + s.slice(at * s.length), seed).slice(0, 4000),
  );

const unbroken = (s: string): string => s.replace(/[ \t\u3000\u00a0]*[\r\n]+[ \t\u3000\u00a0]*/g, '');

function spansOf(doc: PolicyDocument): { what: string; span: Span; text: string }[] {
  return [
    ...doc.dates.map((d) => ({ what: 'date', span: d.span, text: d.text })),
    ...doc.meetings.map((m) => ({ what: 'meeting', span: m.span, text: m.text })),
    ...doc.terms.map((t) => ({ what: 'term', span: t.span, text: t.text })),
    ...doc.citations.map((c) => ({ what: 'citation', span: c.span, text: c.text })),
    ...doc.directives.map((d) => ({ what: 'directive', span: d.span, text: d.text })),
    ...doc.enumerations.flatMap((e) => [
      { what: 'declared', span: e.declaredSpan, text: e.declared },
      ...e.items.map((item) => ({ what: 'item', span: item.span, text: item.text })),
    ]),
  ];
}

function holds(source: string): void {
  const doc = parse(source);
  for (const { what, span, text: said } of spansOf(doc)) {
    expect(span.start, what).toBeGreaterThanOrEqual(0);
    expect(span.start, what).toBeLessThan(span.end);
    expect(span.end, what).toBeLessThanOrEqual(source.length);
    expect(unbroken(source.slice(span.start, span.end)), what).toBe(unbroken(said));
  }
  for (const reference of doc.references) {
    expect('《〈').toContain(source[reference.span.start]);
    expect('》〉').toContain(source[reference.span.end - 1]);
  }
  for (const person of doc.persons)
    expect(source.slice(person.span.start, person.span.end).replace(/\s/g, '')).toBe(person.name);
  for (const enumeration of doc.enumerations) {
    expect(enumeration.count).toBeGreaterThanOrEqual(2);
    for (let i = 1; i < enumeration.items.length; i++) {
      expect(enumeration.items[i]!.span.start).toBeGreaterThanOrEqual(enumeration.items[i - 1]!.span.end);
    }
  }
  for (const list of [doc.dates, doc.meetings, doc.terms, doc.references, doc.citations, doc.enumerations]) {
    for (let i = 1; i < list.length; i++) expect(list[i]!.span.start).toBeGreaterThanOrEqual(list[i - 1]!.span.start);
  }
}

describe('mentions of any text', () => {
  test('fragments in any order', () => {
    fc.assert(fc.property(text, holds), { numRuns: 1500 });
  });

  test('any string at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), holds), { numRuns: 500 });
  });

  test('samples with edits', () => {
    fc.assert(fc.property(edited, holds), { numRuns: 60 });
  });

  test('parsing twice gives the same', () => {
    fc.assert(
      fc.property(text, (source) => {
        const shape = (doc: PolicyDocument): string => JSON.stringify({ ...doc, lines: null });
        expect(shape(parse(source))).toBe(shape(parse(source)));
      }),
      { numRuns: 200 },
    );
  });
});

/** Simplified → Traditional, one unit for one, only where folding leads back. */
// The package has no types for its dictionaries.
const { default: STCharacters } = (await import('opencc-js/dict/STCharacters' as string)) as { default: string };
const toTraditional = new Map<string, string>();
for (const row of STCharacters.split('|')) {
  const [from = '', to = ''] = row.split(/[\t ]/);
  if (from.length === 1 && to.length === 1 && fold(to) === fold(from)) toTraditional.set(from, to);
}
const traditional = (source: string): string => Array.from(source, (c) => toTraditional.get(c) ?? c).join('');

describe('script', () => {
  const shape = (doc: PolicyDocument): unknown => ({
    dates: doc.dates.map((d) => [d.role, d.value, d.span]),
    meeting: doc.meeting && [doc.meeting.bodyFull, doc.meeting.congress, doc.meeting.session, doc.meeting.span],
    meetings: doc.meetings.map((m) => [m.bodyFull, m.span]),
    attendance: doc.attendance,
    enumerations: doc.enumerations.map((e) => [e.count, e.form, e.span, e.items.map((i) => i.span)]),
    terms: doc.terms.map((t) => [t.normal, t.category, t.defined, t.span]),
    references: doc.references.map((r) => [r.span, r.periodical, r.shortFor !== null]),
    citations: doc.citations.map((c) => [c.kind, c.span, c.target]),
    directives: doc.directives.map((d) => d.span),
    persons: doc.persons.map((p) => p.span),
    region: doc.region,
  });

  test.each(seeds.map((seed, i) => [i, seed] as const))(
    'sample %i reads the same in Traditional characters',
    (_, seed) => {
      const hant = traditional(seed);
      expect(hant).not.toBe(seed);
      expect(shape(parse(hant))).toEqual(shape(parse(seed)));
    },
  );
});

describe('typists', () => {
  const values = (doc: PolicyDocument): unknown => ({
    dates: doc.dates.map((d) => [d.role, d.value, d.endValue]),
    meeting: doc.meeting && [doc.meeting.bodyFull, doc.meeting.congress, doc.meeting.session, doc.meeting.date],
    attendance: doc.attendance && [doc.attendance.members, doc.attendance.alternates],
    enumerations: doc.enumerations.map((e) => [termKey(e.declared), e.count, e.items.length]),
    quoted: doc.terms.filter((t) => t.quoted).map((t) => [t.normal.replace(/\./g, '。'), t.category]),
    references: doc.references.map((r) => [termKey(r.title), r.shortFor !== null, r.periodical]),
    region: doc.region,
  });
  const wrapped = (source: string): string => source.replace(/[^\n]{40}(?=[^\n])/g, '$&\n');
  const WAYS: Readonly<Record<string, (source: string) => string>> = {
    'lines end in CR LF': (s) => s.replace(/\n/g, '\r\n'),
    'lines end in CR': (s) => s.replace(/\n/g, '\r'),
    'lines are wrapped at forty characters': wrapped,
    'full stops are dots': (s) => s.replace(/。/g, '.'),
    'marks are half width': (s) =>
      s.replace(/[，；：（）]/g, (c) => ({ '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' })[c]!),
    'quotes are straight': (s) => s.replace(/[“”]/g, '"'),
    'quotes are corners': (s) => s.replace(/“/g, '「').replace(/”/g, '」'),
  };
  for (const [way, change] of Object.entries(WAYS)) {
    test.each(seeds.map((seed, i) => [i, seed] as const))(`sample %i says the same where ${way}`, (_, seed) => {
      expect(values(parse(change(seed)))).toEqual(values(parse(seed)));
    });
  }
});
