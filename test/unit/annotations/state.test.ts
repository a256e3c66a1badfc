/** What a log of events says in the end, whatever their order. Changes with core/annotations/state.ts. */
import { describe, expect, it } from 'vitest';
import type { KnownEvent } from '../../../server/src/core/annotations/events.ts';
import type { Annotation } from '../../../server/src/core/annotations/model.ts';
import { foldEvents } from '../../../server/src/core/annotations/state.ts';

type Told = { readonly e: KnownEvent['e']; readonly t?: number; readonly by?: string; readonly id?: string } & Readonly<
  Record<string, unknown>
>;

/** Events on annotation `a`, one a minute unless `t` says the minute. */
const events = (told: readonly Told[]): KnownEvent[] =>
  told.map(
    (e, i) =>
      ({
        id: `e${i}`,
        by: '李',
        a: 'a',
        ...e,
        t: `2031-01-01T00:${String(e.t ?? i).padStart(2, '0')}:00.000Z`,
      }) as unknown as KnownEvent,
  );

/** The annotation that the events make, read forwards and backwards. */
function folded(...told: readonly Told[]): Annotation {
  const all = events([{ e: 'add', note: '初稿', tags: [{ tag: 'x', name: '措施' }] }, ...told]);
  const forwards = foldEvents(all);
  expect(foldEvents([...all].reverse())).toEqual(forwards);
  return forwards.annotations.get('a')!;
}

const note = (text: string, more: object = {}): Told => ({ e: 'set', set: { note: text }, ...more });
const minute = (n: number): string => `2031-01-01T00:${String(n).padStart(2, '0')}:00.000Z`;

describe('of two who changed one thing', () => {
  it.each<[string, Told, Told, string]>([
    ['the later one has it', note('甲', { t: 5 }), note('乙', { t: 4 }), '甲'],
    ['at one time the one whose name is greater', note('甲', { t: 5, by: 'b' }), note('乙', { t: 5, by: 'a' }), '甲'],
    ['of one name the one whose id is greater', note('甲', { t: 5, id: 'm' }), note('乙', { t: 5, id: 'k' }), '甲'],
  ])('%s', (_, one, other, expected) => {
    expect(folded(one, other).note).toBe(expected);
    expect(folded(other, one).note).toBe(expected);
  });

  it('who changed different things both have theirs', () => {
    const a = folded(note('改'), { e: 'tag', tag: 'y', name: '主体' }, { e: 'attr', key: '级别', value: '市' });
    expect([a.note, a.tags.map((t) => t.name), a.attributes]).toEqual(['改', ['措施', '主体'], { 级别: '市' }]);
  });
});

describe('an annotation', () => {
  it('is deleted and comes back', () => {
    expect(folded({ e: 'del' }).deleted).toBe(true);
    expect(folded({ e: 'del' }, { e: 'restore' }).deleted).toBe(false);
    expect(folded({ e: 'del' }, note('改')).deleted).toBe(true);
  });

  it('is resolved with a reason, and opened again', () => {
    expect(folded({ e: 'resolve', reason: '已采纳', by: '王' })).toMatchObject({
      status: 'resolved',
      reason: '已采纳',
      statusBy: '王',
      author: '李',
    });
    expect(folded({ e: 'resolve', reason: '已采纳' }, { e: 'reopen' })).toMatchObject({ status: 'open', reason: null });
    expect(folded()).toMatchObject({ status: 'open', statusBy: null });
  });

  it('loses tags and attributes that were taken away', () => {
    const a = folded(
      { e: 'untag', tag: 'x' },
      { e: 'attr', key: '级别', value: '市' },
      { e: 'attr', key: '级别', value: null },
    );
    expect([a.tags, a.attributes]).toEqual([[], {}]);
    expect(folded({ e: 'untag', tag: 'x' }, { e: 'tag', tag: 'x' }).tags).toEqual([{ tag: 'x', name: 'x' }]);
  });

  it('is modified by people, not by being found again', () => {
    const found = { e: 'anchor', from: null, to: null, cause: 'diff', auto: true, confidence: 1 } as const;
    const a = folded(note('改'), found, { ...found, t: 9 });
    expect(a.modified).toBe(minute(1));
    expect(a.history.map((h) => h.at)).toEqual([minute(2), minute(9)]);
  });

  it('keeps fields of other programs, and a motivation that it does not know', () => {
    const a = folded({ e: 'set', set: { urgency: 3, motivation: 'blessing' } });
    expect([a.extra, a.motivation]).toEqual([{ urgency: 3 }, 'blessing']);
    expect(folded({ e: 'set', set: { motivation: 7 } })).toMatchObject({
      motivation: 'commenting',
      extra: { motivation: 7 },
    });
  });
});

describe('replies', () => {
  it('stand in the order in which they were written, also when one was written anew', () => {
    const a = folded(
      { e: 'reply', r: 'z', text: '请核对', by: '王' },
      { e: 'reply', r: 'b', text: '已核对' },
      { e: 'reply', r: 'z', text: '请核对出处', by: '赵' },
    );
    expect(a.replies).toEqual([
      { id: 'z', author: '王', created: minute(1), modified: minute(3), text: '请核对出处' },
      { id: 'b', author: '李', created: minute(2), modified: minute(2), text: '已核对' },
    ]);
  });

  it('of one time stand in the order of their ids', () => {
    const a = folded({ e: 'reply', r: 'n', text: '二', t: 3 }, { e: 'reply', r: 'm', text: '一', t: 3 });
    expect(a.replies.map((r) => r.id)).toEqual(['m', 'n']);
  });

  it('are taken back, and keep the author and time that an import gives', () => {
    expect(folded({ e: 'reply', r: 'z', text: '误' }, { e: 'reply', r: 'z', text: null }).replies).toEqual([]);
    const [reply] = folded({
      e: 'reply',
      r: 'z',
      text: '旧',
      author: '陈',
      created: '2029-05-01T00:00:00.000Z',
    }).replies;
    expect(reply).toMatchObject({ author: '陈', created: '2029-05-01T00:00:00.000Z' });
  });
});

describe('a log', () => {
  it('counts an event once, and names what has no beginning', () => {
    const all = events([{ e: 'add', note: '一' }, note('二'), { e: 'set', a: 'b', set: { note: '三' } }]);
    const state = foldEvents([...all, ...all]);
    expect([[...state.annotations.keys()], state.incomplete, state.latest]).toEqual([['a'], ['b'], minute(2)]);
  });

  it('tells attributes of the document from those of annotations', () => {
    const state = foldEvents(
      events([
        { e: 'attr', a: undefined, key: '密级', value: '内部' },
        { e: 'attr', a: undefined, key: '期限', value: '五年' },
        { e: 'attr', a: undefined, key: '期限', value: null },
        { e: 'add', attributes: { 级别: '市' } },
      ]),
    );
    expect([state.attributes, state.annotations.get('a')?.attributes]).toEqual([{ 密级: '内部' }, { 级别: '市' }]);
  });

  it('has relations until they are undone', () => {
    const link: Told = { e: 'link', l: 'r', to: { kind: 'annotation', id: 'b' }, type: 'supports', by: '王' };
    expect(foldEvents(events([link])).relations.get('r')).toMatchObject({ from: 'a', author: '王', tag: null });
    expect(foldEvents(events([link, { e: 'unlink', l: 'r' }])).relations.size).toBe(0);
    expect(foldEvents(events([link, { e: 'unlink', l: 'r' }, link])).relations.size).toBe(1);
  });
});
