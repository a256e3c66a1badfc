import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackReader, PackWriter } from '../../../server/src/core/workspace/pack.ts';

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
