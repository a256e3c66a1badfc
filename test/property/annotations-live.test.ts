/** Live mapping against CodeMirror's: equal for every edit, but where text comes back or a replacement is compared first. */
import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveRanges, SMALL, type TextChange } from '../../server/src/core/annotations/anchoring/live.ts';

/** No character twice, so that what comes back can come back to one place alone. */
const START = Array.from({ length: 260 }, (_, i) =>
  i === 99 ? '\u{20bb7}' : String.fromCharCode(0x5000 + i * 3),
).join('');

const fresh = fc.nat(12);
const edit = fc.record({ at: fc.nat(400), size: fc.nat(20), text: fresh });
const range = fc.record({ at: fc.nat(200), size: fc.integer({ min: 1, max: 30 }) });

interface Oracle {
  start: number;
  end: number;
  attached: boolean;
}

function step(oracle: Oracle, change: TextChange, length: number): void {
  const set = ChangeSet.of([{ from: change.start, to: change.end, insert: change.text }], length);
  if (!oracle.attached) {
    oracle.start = oracle.end = set.mapPos(oracle.start, -1);
    return;
  }
  const start = set.mapPos(oracle.start, 1);
  const end = set.mapPos(oracle.end, -1);
  if (end <= start) {
    oracle.attached = false;
    oracle.start = oracle.end = change.start;
  } else [oracle.start, oracle.end] = [start, end];
}

describe('live mapping', () => {
  it('equals mapPos for any sequence of insertions, deletions and small replacements', () => {
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 1, maxLength: 12 }),
        fc.array(edit, { maxLength: 30 }),
        (ranges, edits) => {
          const live = new LiveRanges(START);
          const oracles = ranges.map(({ at, size }, i) => {
            const start = Math.min(at, START.length - 1);
            const end = Math.min(START.length, start + size);
            live.set(String(i), start, end);
            return { start, end, attached: true };
          });
          let next = 0xe000;
          for (const { at, size, text: count } of edits) {
            // New characters are never those of the text or of another edit, so nothing can come back by chance.
            const text = Array.from({ length: count }, () => String.fromCharCode(next++)).join('');
            const start = Math.min(at, live.text.length);
            const end = Math.min(live.text.length, start + size);
            // The design differs here: replacements of more than SMALL by more than SMALL are compared first.
            const change = { start, end, text: end - start > SMALL ? text.slice(0, SMALL) : text };
            const length = live.text.length;
            live.apply([change], 0);
            for (const oracle of oracles) step(oracle, change, length);
          }
          for (const [i, oracle] of oracles.entries()) {
            const { start, end, attached } = live.get(String(i))!;
            expect({ start, end, attached }).toEqual(oracle);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('undone edits leave every range where it was', () => {
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 1, maxLength: 12 }),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (ranges, edits) => {
          const live = new LiveRanges(START);
          for (const [i, { at, size }] of ranges.entries()) {
            const start = Math.min(at, START.length - 1);
            live.set(String(i), start, Math.min(START.length, start + size));
          }
          const before = [...live.all()].map((r) => ({ ...r }));
          const undo: TextChange[] = [];
          for (const { at, size } of edits) {
            const start = Math.min(at, live.text.length);
            const end = Math.min(live.text.length, start + size);
            undo.push({ start, end: start, text: live.text.slice(start, end) });
            live.apply([{ start, end, text: '' }], 0);
          }
          for (const change of undo.reverse()) live.apply([change], 0);
          expect(live.text).toBe(START);
          for (const [i, r] of [...live.all()].entries()) {
            expect({ start: r.start, end: r.end, attached: r.attached }).toEqual({
              start: before[i]!.start,
              end: before[i]!.end,
              attached: true,
            });
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('an external rewrite and a switch of line ends keep every untouched range', () => {
    const paragraphs = Array.from(
      { length: 30 },
      (_, i) => `${i}、${'加强统筹协调落实责任'.slice(i % 5)}第${i}项，完善机制${i * 7}。`,
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 5 }), fc.boolean(), (edited, crlf) => {
        const text = paragraphs.join('\n');
        const live = new LiveRanges(text);
        let at = 0;
        for (const [i, p] of paragraphs.entries()) {
          live.set(String(i), at + 3, at + p.length - 1);
          at += p.length + 1;
        }
        const next = paragraphs
          .map((p, i) => (edited.includes(i) ? `${p}另加一句${i}。` : p))
          .join(crlf ? '\r\n' : '\n');
        live.apply([{ start: 0, end: text.length, text: next }], 0);
        for (const [i, p] of paragraphs.entries()) {
          const r = live.get(String(i))!;
          expect(r.attached).toBe(true);
          expect(live.text.slice(r.start, r.end)).toBe(p.slice(3, -1));
        }
      }),
      { numRuns: 300 },
    );
  });
});
