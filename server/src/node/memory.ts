/**
 * How freely this process takes memory, and when it gives it back. V8 lets its heap grow to a multiple of what lives before
 * it looks for garbage, and in Node nothing makes it look when there is nothing to do: a server that reads thousands of
 * documents once would hold two thirds of nothing for the rest of the day. Changes when another measure helps more.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Lets the heap grow by half of what lives between two collections. */
export function saveMemory(): void {
  setFlagsFromString('--heap-growing-percent=50');
}

/** Collects all garbage now: a pause of some 50 ms for a thousand documents, for when nobody asks for anything. */
export function releaseMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('globalThis.gc');
  if (typeof collect === 'function') collect();
}
