/**
 * Whatever people write into tags, notes and names: the CAS JSON export keeps the rules of the format's specification
 * (Apache UIMA, "JSON serialization of the Apache UIMA CAS": order of keys, ids, references, ranges, views, anchors).
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CODECS } from '../../server/src/core/annotations/codecs/all.ts';
import { stableUuid } from '../../server/src/core/annotations/ids.ts';
import { exchange, TEXT } from './exchanges.ts';

type Json = Record<string, unknown>;
const OPTIONS = { now: '2026-11-21T00:00:00Z', uuidOf: stableUuid, generator: 'test' };

/** Features that the format itself declares: name to range. */
const BUILT_IN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'uima.cas.Sofa': {
    sofaNum: 'uima.cas.Integer',
    sofaID: 'uima.cas.String',
    mimeType: 'uima.cas.String',
    sofaString: 'uima.cas.String',
  },
  'uima.tcas.Annotation': { sofa: 'uima.cas.Sofa', begin: 'uima.cas.Integer', end: 'uima.cas.Integer' },
  'uima.tcas.DocumentAnnotation': { language: 'uima.cas.String' },
};
const PARENT: Readonly<Record<string, string>> = { 'uima.tcas.DocumentAnnotation': 'uima.tcas.Annotation' };
const PRIMITIVE: Readonly<Record<string, string>> = { 'uima.cas.String': 'string', 'uima.cas.Integer': 'number' };

/** What is against the specification; nothing where all is well. */
function violations(cas: Json): string[] {
  const out: string[] = [];
  const check = (right: boolean, what: string): void => {
    if (!right) out.push(what);
  };
  check(Object.keys(cas).join() === '%TYPES,%FEATURE_STRUCTURES,%VIEWS', `sections: ${Object.keys(cas)}`);
  const types = cas['%TYPES'] as Record<string, Json>;
  const parentOf = (type: string): string | undefined =>
    (types[type]?.['%SUPER_TYPE'] as string | undefined) ?? PARENT[type];
  const rangeOf = (type: string | undefined, feature: string): string | undefined =>
    type === undefined
      ? undefined
      : (BUILT_IN[type]?.[feature] ??
        ((types[type]?.[feature] as Json | undefined)?.['%RANGE'] as string | undefined) ??
        rangeOf(parentOf(type), feature));
  for (const [name, type] of Object.entries(types)) {
    check(/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(name) && type['%NAME'] === name, `type ${name}`);
    const keys = Object.keys(type);
    check(keys.findLastIndex((k) => k.startsWith('%')) < keys.filter((k) => k.startsWith('%')).length, `order ${name}`);
    for (const [key, feature] of Object.entries(type)) {
      if (key.startsWith('%')) continue;
      check(/^[A-Za-z]\w*$/.test(key) && (feature as Json)['%NAME'] === key, `feature ${key}`);
      check(typeof (feature as Json)['%RANGE'] === 'string', `range of ${key}`);
    }
  }
  const structures = cas['%FEATURE_STRUCTURES'] as Json[];
  const seen = new Map<unknown, Json>();
  for (const s of structures) {
    const [id, type] = [s['%ID'], s['%TYPE'] as string];
    check(Object.keys(s)[0] === '%ID' && Object.keys(s)[1] === '%TYPE', `keys of ${id}`);
    check(Number.isInteger(id) && (id as number) > 0 && !seen.has(id), `id ${id}`);
    check(type in types || type in BUILT_IN, `type ${type}`);
    for (const [key, value] of Object.entries(s)) {
      if (key.startsWith('%')) continue;
      const reference = key.startsWith('@');
      const range = rangeOf(type, key.replace(/^[@^]/, ''));
      check(range !== undefined, `${type} has no ${key}`);
      check(reference === !(range! in PRIMITIVE), `reference ${key}`);
      if (!reference) check(typeof value === PRIMITIVE[range!], `value of ${key}`);
      // A sofa stands before what refers to it; here nothing refers forward.
      else check(seen.get(value)?.['%TYPE'] === range, `${key} → ${value}`);
    }
    seen.set(id, s);
    if (!('begin' in s)) continue;
    const text = seen.get(s['@sofa'])?.['sofaString'] as string;
    const [begin, end] = [s['begin'] as number, s['end'] as number];
    check(begin >= 0 && begin <= end && end <= text.length, `offsets ${begin}–${end}`);
    if ('@Dependent' in s) {
      const to = seen.get(s['@Dependent']);
      check(to?.['begin'] === begin && to['end'] === end, 'a relation stands where its dependent stands');
    }
  }
  for (const view of Object.values(cas['%VIEWS'] as Record<string, Json>)) {
    check(seen.get(view['%SOFA'])?.['%TYPE'] === 'uima.cas.Sofa', 'sofa of a view');
    const members = view['%MEMBERS'] as unknown[];
    check(new Set(members).size === members.length, 'members twice');
    check(
      members.every((id) => seen.has(id) && id !== view['%SOFA']),
      'members',
    );
    check(members.length === structures.length - 1, 'all are indexed');
  }
  return out;
}

it('keeps the rules of the specification', () => {
  fc.assert(
    fc.property(exchange, (given) => {
      const { files } = CODECS.uima.export(given, OPTIONS);
      for (const file of files) expect(violations(JSON.parse(file.text!) as Json)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('gives back places, tags, notes and relations', () => {
  fc.assert(
    fc.property(exchange, (given) => {
      const { files } = CODECS.uima.export(given, OPTIONS);
      const back = CODECS.uima.import!(files, OPTIONS).exchange.documents[0]!;
      const placed = given.documents[0]!.annotations.filter((a) => a.span);
      const show = (a: (typeof placed)[0]): string =>
        JSON.stringify([a.span, [...a.tags].sort(), a.note, a.author, a.status]);
      const got = back.annotations.filter((a) => a.span);
      expect(back.text).toBe(TEXT);
      expect(got.map(show).sort()).toEqual(placed.map(show).sort());
      const ends = new Set(placed.map((a) => a.id));
      const relations = given.documents[0]!.relations.filter((r) => ends.has(r.from) && ends.has(r.to));
      expect(back.relations.map((r) => r.type)).toEqual(relations.map((r) => r.type));
    }),
    { numRuns: 200 },
  );
});

it('a planted violation is noticed', () => {
  const exported = CODECS.uima.export(
    {
      tags: [],
      documents: [
        {
          name: 'a.txt',
          text: TEXT,
          attributes: {},
          relations: [{ id: 'r', type: '依据', from: 'a', to: 'b' }],
          annotations: ['a', 'b'].map((id, i) => ({
            id,
            motivation: 'tagging',
            author: '',
            created: '',
            modified: '',
            span: { start: i * 4, end: i * 4 + 3 },
            quote: TEXT.slice(i * 4, i * 4 + 3),
            tags: ['标'],
            note: null,
            status: 'open' as const,
            reason: null,
            attributes: {},
            replies: [],
            extra: {},
          })),
        },
      ],
    },
    OPTIONS,
  ).files[0]!.text!;
  expect(violations(JSON.parse(exported) as Json)).toEqual([]);
  const plants: readonly [RegExp, string][] = [
    [/"@Governor": 3/, '"@Governor": 99'],
    [/"@Governor": 3/, '"Governor": 3'],
    [/"%ID": 4/, '"%ID": 3'],
    [/"end": 3/, '"end": 999'],
    [/"label": "标"/, '"labels": "标"'],
    [/"%SOFA": 1/, '"%SOFA": 2'],
  ];
  for (const [from, to] of plants) {
    const planted = exported.replace(from, to);
    expect(planted).not.toBe(exported);
    expect(violations(JSON.parse(planted) as Json), to).not.toEqual([]);
  }
});

it('of several texts in one file the first view is read, and annotations of others are reported', () => {
  const sofa = (id: number, sofaID: string, sofaString: string) => ({
    '%ID': id,
    '%TYPE': 'uima.cas.Sofa',
    sofaID,
    sofaString,
  });
  const text = JSON.stringify([
    sofa(1, 'translation', 'in English'),
    sofa(2, '_InitialView', '各部门落实责任'),
    { '%ID': 3, '%TYPE': 'x.Y', '@sofa': 1, begin: 0, end: 2, value: 'preposition' },
    { '%ID': 4, '%TYPE': 'x.Y', '@sofa': 2, '^begin': 3, '^end': 5, value: '动作' },
  ]);
  const { exchange: back, losses } = CODECS.uima.import!([{ name: 'a.json', text }], OPTIONS);
  expect(back.documents[0]).toMatchObject({ text: '各部门落实责任' });
  expect(back.documents[0]!.annotations.map((a) => [a.quote, a.tags])).toEqual([['落实', ['动作']]]);
  expect(losses.map((l) => l.kind)).toEqual(['view']);
});
