/** How benchmarks take and print times: the best of several runs, as megabytes a second and as a ratio. */

/** Size as UTF-8 in megabytes (10⁶ bytes). */
export const megabytes = (text: string): number => Buffer.byteLength(text) / 1e6;

/** The best time of `runs` runs in milliseconds, after one that warms up. */
export function best(work: () => unknown, runs = 7): number {
  work();
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Prints a line: name, milliseconds, throughput, and the throughput as a ratio to a baseline's. */
export function row(name: string, size: number, ms: number, baselineMs?: number): void {
  const throughput = `${((size / ms) * 1000).toFixed(1)} MB/s`;
  const ratio = baselineMs === undefined ? '' : `${(baselineMs / ms).toFixed(2)} × baseline`;
  console.log(`${name.padEnd(26)} ${ms.toFixed(1).padStart(9)} ms ${throughput.padStart(13)}  ${ratio}`);
}
