/** Exchanges with whatever people write into tags, notes and names. Changes when an exchange can hold something else. */
import fc from 'fast-check';
import type { Exchange } from '../../server/src/core/annotations/codecs/exchange.ts';
import { isUuid } from '../../server/src/core/annotations/ids.ts';

export const TEXT = '　　关于巡河的通知\n一、𠮷林段由街道负责。\n';

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', ']]>', '<a&b>', '"', "'", '\u0000\u0007', '\ufffe', '\ud800', ' 甲 ', '乙\t\n丙', '𠮷'),
);
const uuid = fc.uuid({ version: 4 });
const id = fc.oneof(uuid, wild);
const when = fc.oneof(
  fc.constantFrom('2026-11-21T00:00:00Z', '', 'today', '2026-02-30T00:00:00Z', '2026-13-01T25:61:00Z', '2026-01-01'),
  wild,
);
const span = fc
  .tuple(fc.nat(TEXT.length - 2), fc.integer({ min: 1, max: 5 }))
  .map(([start, size]) => ({ start, end: Math.min(TEXT.length, start + size) }));

export const exchange: fc.Arbitrary<Exchange> = fc
  .record({
    tags: fc.uniqueArray(
      fc.record({
        id,
        name: wild,
        color: fc.constantFrom('#112233', '#abc', 'red', ''),
        key: fc.constant(null),
        description: wild,
        guideline: wild,
        parent: fc.option(id),
      }),
      { selector: (t) => t.id, maxLength: 4 },
    ),
    annotations: fc.uniqueArray(
      fc.record({
        id,
        motivation: fc.constant('tagging'),
        author: wild,
        created: when,
        modified: when,
        span: fc.option(span),
        quote: wild,
        tags: fc.uniqueArray(wild, { maxLength: 3 }),
        note: fc.option(wild),
        status: fc.constantFrom('open' as const, 'resolved' as const),
        reason: fc.constant(null),
        attributes: fc.constant({}),
        replies: fc.array(fc.record({ id: uuid, author: wild, created: when, text: wild }), { maxLength: 2 }),
        extra: fc.constant({}),
      }),
      { selector: (a) => a.id, maxLength: 5 },
    ),
    name: wild,
    attributes: fc.dictionary(wild, wild, { maxKeys: 3 }),
    type: wild,
    link: uuid,
  })
  .map(({ tags, annotations, name, attributes, type, link }) => {
    const [first, second] = annotations;
    const relations = first && second ? [{ id: link, type, from: first.id, to: second.id }] : [];
    return { tags, documents: [{ name, text: TEXT, annotations, attributes, relations }] };
  })
  // No two things have one UUID, which would be a fault of the sender.
  .filter(({ tags, documents }) => {
    const all = documents.flatMap((d) => [
      ...d.annotations.flatMap((a) => [a.id, ...a.replies.map((r) => r.id)]),
      ...d.relations.map((r) => r.id),
    ]);
    const ids = [...tags.map((t) => t.id), ...all].filter(isUuid);
    return new Set(ids).size === ids.length;
  });
