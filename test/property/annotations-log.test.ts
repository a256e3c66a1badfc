/** The log: any order of events and files folds to one state, torn and foreign lines never hurt, tag sets merge by lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, unitsOf } from '../../server/src/core/annotations/anchoring/comparable.ts';
import { diff } from '../../server/src/core/annotations/anchoring/diff.ts';
import { type KnownEvent, readSegment, writeEvent } from '../../server/src/core/annotations/events.ts';
import { fromUtf8, utf8 } from '../../server/src/core/annotations/log.ts';
import { foldEvents } from '../../server/src/core/annotations/state.ts';
import {
  addTag,
  EMPTY_TAGS,
  liveTags,
  mergeTags,
  readTagSet,
  resolveTag,
  writeTagSet,
} from '../../server/src/core/annotations/tagset.ts';
import { NormalText } from '../../server/src/core/annotations/units.ts';

const id = fc.constantFrom('a1', 'a2', 'a3');
const name = fc.constantFrom('李', '王');
const word = fc.string({ unit: fc.constantFrom('甲', '乙', '\u{20bb7}', '"', '\n', '\\', 'x'), maxLength: 6 });
const target = fc.record({
  quote: fc.record({ exact: word, prefix: word, suffix: word }),
  position: fc.record({ start: fc.nat(50), end: fc.nat(50) }),
  base: fc.constantFrom('h1', 'h2'),
});
const kind = fc.oneof(
  fc.record({ e: fc.constant('add'), a: id, target: fc.option(target), note: fc.option(word) }),
  fc.record({ e: fc.constant('set'), a: id, set: fc.record({ note: word, foreign: fc.nat() }) }),
  fc.record({ e: fc.constantFrom('tag', 'untag'), a: id, tag: fc.constantFrom('t1', 't2'), name: word }),
  fc.record({ e: fc.constant('attr'), a: id, key: fc.constantFrom('k1', 'k2'), value: fc.option(fc.nat()) }),
  fc.record({ e: fc.constant('attr'), key: fc.constantFrom('k1', 'k2'), value: fc.option(word) }),
  fc.record({ e: fc.constantFrom('del', 'restore'), a: id }),
  fc.record({ e: fc.constant('reply'), a: id, r: fc.constantFrom('r1', 'r2'), text: fc.option(word) }),
  fc.record({ e: fc.constantFrom('resolve', 'reopen'), a: id, reason: fc.option(word) }),
  fc.record({
    e: fc.constant('anchor'),
    a: id,
    from: fc.constant(null),
    to: fc.option(target),
    cause: fc.constant('edit'),
    auto: fc.boolean(),
    confidence: fc.constant(0.5),
  }),
  fc.record({
    e: fc.constant('link'),
    l: fc.constantFrom('l1', 'l2'),
    a: id,
    to: fc.record({ kind: fc.constant('annotation'), id }),
    type: word,
  }),
  fc.record({ e: fc.constant('unlink'), l: fc.constantFrom('l1', 'l2') }),
);
/** Few time stamps, so that they collide. */
const events = fc.array(fc.tuple(kind, name, fc.nat(5)), { maxLength: 40 }).map((list) =>
  list.map(
    ([k, by, t], i) =>
      ({
        id: `01${String(i).padStart(4, '0')}`,
        t: `2026-11-21T00:00:0${t}.000Z`,
        by,
        ...k,
      }) as unknown as KnownEvent,
  ),
);

const plain = (state: ReturnType<typeof foldEvents>): string =>
  JSON.stringify({ ...state, annotations: [...state.annotations], relations: [...state.relations] });

describe('the log', () => {
  it('folds to one state, whatever the order and however often an event is there', () => {
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat()), fc.nat(5), (list, keys, twice) => {
        const mixed = [...list, ...list.slice(0, twice)]
          .map((e) => [keys.next().value ?? 0, e] as const)
          .sort(([a], [b]) => a - b)
          .map(([, e]) => e);
        expect(plain(foldEvents(mixed))).toBe(plain(foldEvents(list)));
      }),
      { numRuns: 1500 },
    );
  });

  it('gives back what was written, whole lines only, whatever follows the last one', () => {
    fc.assert(
      fc.property(events, fc.nat(400), (list, cut) => {
        const bytes = utf8(list.map(writeEvent).join(''));
        const torn = bytes.subarray(0, Math.max(0, bytes.length - cut));
        const whole = fromUtf8(torn).split('\n').length - 1;
        const { events: back, problems } = readSegment('f', fromUtf8(torn));
        expect(back.slice(0, whole)).toEqual(list.slice(0, whole));
        expect(problems.length).toBeLessThanOrEqual(1);
        expect(problems.every((p) => p.kind === 'torn')).toBe(true);
      }),
      { numRuns: 800 },
    );
  });

  it('never throws on foreign bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { events: none, problems } = readSegment('f', fromUtf8(bytes));
        expect(none).toEqual([]);
        expect(problems.length).toBeLessThanOrEqual(300);
      }),
    );
  });

  it('bytes and text are the encoder’s', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(Buffer.from(utf8(text)).equals(Buffer.from(new TextEncoder().encode(text)))).toBe(true);
        expect(fromUtf8(utf8(text))).toBe(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
        );
      }),
    );
  });
});

describe('units of place', () => {
  it('go to code points of the normalised text and back', () => {
    const unit = fc.constantFrom('中', '\u{20bb7}', '\r\n', '\n', '\r', 'a', '\u3000', 'e\u0301');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), fc.boolean(), (body, bom) => {
        const raw = (bom ? '\ufeff' : '') + body;
        const normal = new NormalText(raw);
        expect(normal.text).toBe(body.replace(/\r\n?/g, '\n'));
        const points = [...normal.text];
        for (let p = 0; p <= points.length; p++) {
          const offset = points.slice(0, p).join('').length;
          expect(normal.fromPoint(p)).toBe(offset);
          expect(normal.toPoint(offset)).toBe(p);
          expect(normal.fromRaw(normal.toRaw(offset))).toBe(offset);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('comparing', () => {
  const prose = fc.string({ unit: fc.constantFrom(...'加强统筹协调落实责任，。；、“”…—— \n　ab.'), maxLength: 200 });
  it('matches equal units in order or moved, each at most once', () => {
    fc.assert(
      fc.property(prose, prose, prose, (head, a, b) => {
        const [old, fresh] = [comparable(head + a), comparable(b + head)];
        const m = diff(old, fresh);
        let last = -1;
        for (const [i, j] of m.to.entries()) {
          if (j < 0) continue;
          expect(fresh.text[j]).toBe(old.text[i]);
          expect(m.from[j]).toBe(i);
          if (m.kind[i] === 1) {
            expect(j).toBeGreaterThan(last);
            last = j;
          }
        }
      }),
      { numRuns: 1500 },
    );
  });
  it('keeps everything where texts are equal but for blanks', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const [a, b] = [comparable(text), comparable(text.replace(/[\n　 ]/g, '').replace(/(.{7})/gs, '$1\n'))];
        // A run of dots or dashes is one unit only where nothing stands in it.
        fc.pre(a.text === b.text);
        expect(diff(a, b).to.every((j, i) => j === i)).toBe(true);
        expect(unitsOf(a, 0, text.length)).toEqual({ from: 0, to: a.text.length });
      }),
    );
  });
});

describe('the tag set', () => {
  const t = (n: number): string => `2026-11-21T00:00:0${n}Z`;
  it('reads after a union merge of two branches, and with conflict marks in it', () => {
    const base = addTag(EMPTY_TAGS, 'b', { name: '措施' }, t(1));
    const left = writeTagSet(addTag(base, 'a', { name: '主体' }, t(2)));
    const right = writeTagSet(
      addTag(
        { ...base, tags: new Map(base.tags).set('b', { ...base.tags.get('b')!, name: '举措', updated: t(3) }) },
        'c',
        { name: '时限' },
        t(2),
      ),
    );
    const union = [...new Set([...left.split('\n'), ...right.split('\n')])].join('\n');
    const marked = left
      .replace('"tag:b"', '<<<<<<< HEAD\n"tag:b"')
      .replace('"version"', `=======\n${right.split('\n').slice(1, 3).join('\n')}\n>>>>>>> right\n"version"`);
    for (const text of [union, marked])
      expect(liveTags(readTagSet(text)).map((x) => x.name)).toEqual(['举措', '主体', '时限'].sort());
    expect(() => JSON.parse(left)).not.toThrow();
  });
  it('survives a round trip with what others wrote in it, and any formatting', () => {
    const text = '{\n  "guide": {"a": 1},\n  "tag:x": {"name": "措施", "color": "#112233", "x": 5}, "version": 1\n}';
    for (const form of [text, JSON.stringify(JSON.parse(text), null, 2), JSON.stringify(JSON.parse(text))]) {
      const set = readTagSet(form);
      expect(set.problems).toEqual([]);
      const again = readTagSet(writeTagSet(set));
      expect(again).toEqual(set);
      expect(again.extra).toEqual({ guide: { a: 1 } });
      expect(again.tags.get('x')).toMatchObject({ color: '#112233', extra: { x: 5 } });
    }
  });
  it('merged tags stand for what they went into, also in circles', () => {
    let set = addTag(
      addTag(addTag(EMPTY_TAGS, 'a', { name: '甲' }, t(1)), 'b', { name: '乙' }, t(1)),
      'c',
      { name: '丙', parent: 'a' },
      t(1),
    );
    set = mergeTags(set, 'a', 'b', t(2));
    expect(resolveTag(set, 'a')?.name).toBe('乙');
    expect(set.tags.get('c')?.parent).toBe('b');
    expect(mergeTags(set, 'b', 'a', t(3))).toBe(set);
    const circle = new Map(set.tags).set('b', { ...set.tags.get('b')!, mergedInto: 'a' });
    expect(resolveTag({ ...set, tags: circle }, 'a')).toBeDefined();
  });
});
