/** What the client does with annotations by itself: moving, grouping, finding, offering tags. Changes with those parts. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { notices } from '../../../client/src/annotations/damage.ts';
import { age, short, spoken } from '../../../client/src/annotations/describe.ts';
import { kept, writeFailure } from '../../../client/src/annotations/failures.ts';
import { grouped, matches, needsAttention } from '../../../client/src/annotations/groups.ts';
import { type Offer, offers, pressed, typed } from '../../../client/src/annotations/pick.ts';
import { every } from '../../../client/src/annotations/places.ts';
import { ordered, shifted, uncertain } from '../../../client/src/annotations/shift.ts';
import { agreementMarkdown } from '../../../client/src/annotations/upkeep.ts';
import { mapEnd, mapStart } from '../../../server/src/core/annotations/anchoring/live.ts';
import type { AnnotationView, TagView } from '../../../server/src/lsp/protocol.ts';
import { editor } from './fake-vscode.ts';

const tag = (name: string, more: Partial<TagView> = {}): TagView => ({
  id: `id-${name}`,
  name,
  color: '#e69f00',
  key: null,
  description: '',
  guideline: '',
  parent: null,
  relation: false,
  retired: false,
  ...more,
});
const view = (more: Partial<AnnotationView> = {}): AnnotationView => ({
  id: 'a',
  motivation: 'tagging',
  author: '甲',
  created: '2026-01-01T00:00:00Z',
  modified: '2026-01-01T00:00:00Z',
  anchor: 'attached',
  span: { start: 3, end: 7 },
  text: '统筹协调',
  was: null,
  confidence: 1,
  candidates: [],
  section: [],
  tags: [],
  note: null,
  attributes: {},
  status: 'open',
  reason: null,
  statusBy: null,
  replies: [],
  relations: [],
  history: [],
  deleted: false,
  ...more,
});

describe('moving along', () => {
  test('is what the server does with one change, for all places and changes', () => {
    const number = fc.nat(30);
    fc.assert(
      fc.property(number, number, number, number, number, (start, length, at, removed, inserted) => {
        const change = { start: at, length: removed, inserted };
        const theirs = { start: at, end: at + removed, text: '字'.repeat(inserted) };
        const span = { start, end: start + length + 1 };
        const [from, to] = [mapStart(span.start, theirs), mapEnd(span.end, theirs)];
        expect(shifted(span, change)).toEqual(from < to ? { start: from, end: to } : null);
      }),
      { numRuns: 2_000 },
    );
  });
  test('changes of one event apply from the end, whatever order they come in', () => {
    const changes = [
      { rangeOffset: 2, rangeLength: 0, text: '甲乙' },
      { rangeOffset: 20, rangeLength: 3, text: '' },
    ];
    const move = (all: typeof changes) =>
      ordered(all).reduce((s, c) => (s && shifted(s, c)) ?? s, { start: 10, end: 15 });
    expect(move(changes)).toEqual({ start: 12, end: 17 });
    expect(move([...changes].reverse())).toEqual({ start: 12, end: 17 });
  });
  test('the server is asked about rewrites and what was swallowed, not about typing', () => {
    const span = { start: 10, end: 20 };
    expect(uncertain(span, { start: 12, length: 1, inserted: 1 })).toBe(false);
    expect(uncertain(span, { start: 0, length: 5, inserted: 50 })).toBe(false);
    expect(uncertain(span, { start: 5, length: 30, inserted: 0 })).toBe(true);
    expect(uncertain(span, { start: 5, length: 30, inserted: 30 })).toBe(true);
  });
});

describe('tags by one key', () => {
  const tags = [tag('目标'), tag('措施', { key: 'c' }), tag('期限', { key: '1' })];
  const keys = (items: readonly Offer[]) => items.map((i) => [i.label, i.press]);
  test('digits that no tag has go to those without a key; the last tag comes first', () => {
    expect(keys(offers(tags, null, new Set()))).toEqual([
      ['目标', '2'],
      ['措施', 'c'],
      ['期限', '1'],
    ]);
    expect(offers(tags, 'id-期限', new Set())[0]?.label).toBe('期限');
  });
  test('a key chooses alone, never within a word', () => {
    const items = offers(tags, null, new Set());
    expect(pressed(items, 'C')?.label).toBe('措施');
    expect(pressed(items, '1')?.label).toBe('期限');
    expect(pressed(items, '12')).toBeUndefined();
    expect(pressed(items, '9')).toBeUndefined();
  });
  test('what was typed is a tag by its name, or a new one', () => {
    const items = offers(tags, null, new Set());
    expect(typed(items, '措施')).toMatchObject({ kind: 'tag', tag: { id: 'id-措施' } });
    expect(typed(items, ' 口径 ')).toEqual({ kind: 'new', name: '口径' });
    expect(typed(items, ' ')).toBeUndefined();
  });
});

describe('the list', () => {
  const items = [
    {
      uri: 'file:///w/a.txt',
      annotation: view({ id: '1', tags: [tag('目标'), tag('措施')], section: ['一、', '（二）'] }),
    },
    { uri: 'file:///w/b.txt', annotation: view({ id: '2', author: '乙', status: 'resolved', note: '口径不一' }) },
    { uri: 'file:///w/a.txt', annotation: view({ id: '3', anchor: 'orphan', span: null, tags: [tag('措施')] }) },
  ];
  const names = (by: Parameters<typeof grouped>[1]) =>
    grouped(items, by).map((g) => [g.name, g.items.map((i) => i.annotation.id).join('')]);
  test('groups by everything that it promises', () => {
    expect(names('document')).toEqual([
      ['file:///w/a.txt', '13'],
      ['file:///w/b.txt', '2'],
    ]);
    expect(names('tag')).toEqual([
      ['措施', '13'],
      ['目标', '1'],
      ['', '2'],
    ]);
    expect(names('author')).toEqual([
      ['甲', '13'],
      ['乙', '2'],
    ]);
    expect(names('section')[0]).toEqual(['一、 › （二）', '1']);
    expect(names('status').map(([name]) => name)).toEqual(['open', 'resolved', 'attention']);
  });
  test('finds by words of text, note, tag, author and file, all of which must occur', () => {
    const found = (query: string) => items.filter((i) => matches(i, query)).map((i) => i.annotation.id);
    expect(found('')).toEqual(['1', '2', '3']);
    expect(found('口径')).toEqual(['2']);
    expect(found('措施 统筹')).toEqual(['1', '3']);
    expect(found('措施 乙')).toEqual([]);
    expect(found('B.TXT')).toEqual(['2']);
  });
  test('doubtful and lost ones need attention', () => {
    expect(items.filter((i) => needsAttention(i.annotation)).map((i) => i.annotation.id)).toEqual(['3']);
  });
});

describe('words', () => {
  beforeEach(() => editor.reset());
  test('a screen reader hears words, tag, state, author and note', () => {
    const said = spoken(view({ tags: [tag('措施')], note: '核对', replies: [] }));
    for (const part of ['统筹协调', '措施', 'open', '甲', 'note']) expect(said).toContain(part);
  });
  test('cuts by characters, not in the middle of one', () => {
    expect(short('𠮷林省落实责任', 3)).toBe('𠮷林…');
    expect(short(' 一\n二 ', 10)).toBe('一 二');
  });
  test('age', () => {
    const then = '2026-01-01T00:00:00Z';
    const aged = (seconds: number) => age(then, Date.parse(then) + seconds * 1000);
    expect([aged(5), aged(7_200), aged(86_400 * 3)]).toEqual(['now', '2 hours ago', '3 days ago']);
    expect(aged(-100)).toBe('now');
  });
  test('every place of some words, none overlapping', () => {
    expect(every('节水节水节', '节水')).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
    expect(every('节水', '')).toEqual([]);
  });
});

test('the report of agreement is Markdown that no name or text can break', () => {
  const report = agreementMarkdown({
    authors: ['甲', '乙|丙'],
    documents: 1,
    tags: [{ tag: '措施', coders: 2, units: 40, alpha: 0.5, alphaU: null }],
    pairs: [],
    alphaU: 0.25,
    disagreements: [
      {
        uri: 'file:///a.txt',
        document: 'a.txt',
        tag: '措施',
        start: 3,
        end: 9,
        text: '落实\n责任|制',
        by: ['甲'],
        notBy: ['乙|丙'],
      },
    ],
  });
  expect(report).toContain('αᵤ = 0.250');
  expect(report).toContain('| 措施 | 2 | 40 | 0.500 | – |');
  expect(report).toContain('| a.txt | 措施 | 落实 责任\\|制 | 甲 | 乙\\|丙 |');
  for (const line of report.split('\n'))
    if (line.startsWith('| a.txt')) expect(line.split(/(?<!\\)\|/)).toHaveLength(7);
});

test.each([
  ['annotations: /a/.annotations/docs/b.txt/01.jsonl: permission denied', 'may not be written to'],
  ['annotations: /a/.annotations: read-only file system', 'may not be written to'],
  ['annotations: /a/x.jsonl: no space left on the device', 'no space'],
  ["EEXIST: file already exists, mkdir '/a/.annotations/docs'", 'in the way'],
  ['annotations: /a/x.jsonl: not a directory', 'in the way'],
])('says why it was not saved: %s', (reason, words) => {
  expect(writeFailure(reason)).toContain(words);
  expect(writeFailure('annotations: the span is empty')).toBeNull();
});

describe('what was typed and could not be written', () => {
  const failing = (times: number) => {
    let left = times;
    return async () => {
      if (left-- > 0) throw new Error('Not saved');
      return 'written';
    };
  };
  beforeEach(() => editor.reset());

  test('is written when it is tried again', async () => {
    editor.answer = 'Try Again';
    expect(await kept('很长的意见', failing(2))).toBe('written');
    expect(editor.messages.map((m) => m.text)).toEqual(['Not saved', 'Not saved']);
  });
  test('can be copied', async () => {
    editor.answer = 'Copy What I Wrote';
    expect(await kept('很长的意见', failing(1))).toBeNull();
    expect(editor.clipboard).toBe('很长的意见');
  });
  test('is given up where nobody answers; without words the failure is the command’s', async () => {
    expect(await kept('意见', failing(1))).toBeNull();
    await expect(kept('  ', failing(1))).rejects.toThrow('Not saved');
    expect(editor.messages).toHaveLength(1);
  });
});

test('damaged files are told one by one, the worst first', () => {
  const at = (uri: string, line: number, kind: 'unreadable' | 'conflict-marker' | 'unknown-event') => ({
    uri,
    line,
    kind,
  });
  const damage = [
    at('a', 3, 'conflict-marker'),
    at('a', 5, 'unreadable'),
    at('b', 2, 'conflict-marker'),
    at('c', 9, 'unknown-event'),
  ];
  const told = notices(damage, (uri) => `${uri}.jsonl`);
  expect(told.map((n) => [n.uri, n.line])).toEqual([
    ['a', 5],
    ['b', 2],
    ['c', 9],
  ]);
  expect(new Set(told.map((n) => n.message)).size).toBe(3);
});
