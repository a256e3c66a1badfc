import { expect, test } from 'vitest';
import { releaseMemory, saveMemory } from '../../../server/src/node/memory.ts';

test('memory that nothing needs is given back', () => {
  saveMemory();
  let waste: unknown[] | null = Array.from({ length: 400_000 }, (_, i) => ({ i }));
  expect(waste.length).toBe(400_000);
  const before = process.memoryUsage().heapUsed;
  waste = null;
  releaseMemory();
  expect(process.memoryUsage().heapUsed).toBeLessThan(before - 5_000_000);
});
