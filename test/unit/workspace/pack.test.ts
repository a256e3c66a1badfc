import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Details, packDetails } from '../../../server/src/core/workspace/details.ts';
import { PackReader, PackWriter } from '../../../server/src/core/workspace/pack.ts';
import type { OutlineItem } from '../../../server/src/core/workspace/summary.ts';

test('numbers, texts, spans and lists come back, part by part', () => {
  const text = fc.option(fc.string());
  const number = fc.option(fc.integer({ min: -0x7fffffff, max: 0x7fffffff }));
  const record = fc.record({ name: text, size: number, inner: fc.array(text, { maxLength: 4 }) });
  fc.assert(
    fc.property(fc.array(record), fc.array(record), (first, second) => {
      const to = new PackWriter(2);
      for (const records of [first, second])
        to.part().list(records, (r) =>
          to
            .text(r.name)
            .num(r.size)
            .list(r.inner, (i) => to.text(i)),
        );
      const pack = to.done();
      [first, second].forEach((records, part) => {
        const from = new PackReader(pack, part);
        const read = from.list(() => ({ name: from.text(), size: from.num(), inner: from.list(() => from.text()) }));
        expect(read).toEqual(records);
      });
    }),
  );
});

test('places that are missing stay missing', () => {
  const to = new PackWriter(1).part().span(null).span({ start: 0, end: 7 });
  const from = new PackReader(to.done(), 0);
  expect([from.spanOrNull(), from.spanOrNull()]).toEqual([null, { start: 0, end: 7 }]);
});

test('a part that was not written is noticed', () => {
  expect(() => new PackWriter(2).part().num(1).done()).toThrow(/1 of 2/);
});

test('headings are those of the outline from top to bottom, or the ones that are wanted', () => {
  const span = fc.record({ start: fc.nat(999), end: fc.nat(999) });
  const outline = (depth: number): fc.Arbitrary<OutlineItem[]> =>
    fc.array(
      fc.record({
        kind: fc.constant('numbered' as const),
        level: fc.nat(9),
        marker: fc.option(fc.string()),
        title: fc.string(),
        headingSpan: span,
        span,
        children: depth > 0 ? outline(depth - 1) : fc.constant([]),
      }),
      { maxLength: 3 },
    );
  const flat = (items: readonly OutlineItem[]): object[] =>
    items.flatMap((s) => [{ marker: s.marker, title: s.title, span: s.headingSpan }, ...flat(s.children)]);
  const none = { references: [], citations: [], definitions: [], enumerations: [], meetings: [] };
  fc.assert(
    fc.property(outline(2), fc.infiniteStream(fc.boolean()), (items, choices) => {
      const details = new Details(packDetails({ ...none, outline: items }));
      const all = flat(items);
      expect(details.headings()).toEqual(all);
      const wanted = all.map((_, i) => i).filter(() => choices.next().value);
      expect(details.headings(wanted)).toEqual(wanted.map((i) => all[i]));
      expect(details.outline).toEqual(items);
    }),
  );
});
