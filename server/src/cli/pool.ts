/**
 * Runs a task over many files, in worker threads where that pays, with results in the order of the files.
 * Changes when the way work is shared out changes. The number of workers never changes a byte of the output.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Io } from './io.ts';
import { type Outcome, runTask, type TaskName, type TaskOptions } from './tasks.ts';

/** Bytes below which starting threads costs more than they save. */
const WORTH = 2_000_000;

const sizeOf = (file: string): number => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** `POLICY_ANNOTATOR_WORKERS` sets the number of threads; 0 keeps everything in the main thread. */
function workerCount(files: readonly string[], io: Io): number {
  const wanted = io.env['POLICY_ANNOTATOR_WORKERS'];
  if (wanted !== undefined && /^\d+$/.test(wanted)) return Math.min(Number(wanted), files.length);
  const most = Math.min(os.availableParallelism(), files.length, 16);
  if (most < 2 || files.reduce((sum, f) => sum + sizeOf(f), 0) < WORTH) return 0;
  return most;
}

function progress(io: Io, total: number): (done: number) => void {
  if (!io.interactive || total < 50) return () => {};
  return (done) => {
    if (done % 20 === 0 || done === total)
      process.stderr.write(`\r${done}/${total}${done === total ? '\r\x1b[K' : ''}`);
  };
}

/** Calls `each` once per file, in the order of `files`, as soon as that order allows. */
export async function runOverFiles<T extends TaskName>(
  task: T,
  files: readonly string[],
  io: Io,
  each: (outcome: Outcome<T>) => void,
  options?: TaskOptions<T>,
): Promise<void> {
  const workers = workerCount(files, io);
  const tick = progress(io, files.length);
  if (workers === 0) {
    for (const [i, file] of files.entries()) {
      each(await runTask(task, file, io.cwd, options));
      tick(i + 1);
    }
    return;
  }
  const waiting = new Map<number, Outcome<T>>();
  let next = 0;
  let shown = 0;
  const deliver = (index: number, outcome: Outcome<T>): void => {
    waiting.set(index, outcome);
    for (let o = waiting.get(shown); o; o = waiting.get(shown)) {
      waiting.delete(shown++);
      each(o);
      tick(shown);
    }
  };
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(path.join(__dirname, 'cli-worker.js'), { workerData: { task, cwd: io.cwd, options } });
      let current = -1;
      const feed = (): void => {
        if (next >= files.length) {
          worker.postMessage(null);
          return;
        }
        current = next++;
        worker.postMessage(files[current]);
      };
      worker.on('message', (outcome: Outcome<T>) => {
        deliver(current, outcome);
        feed();
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      feed();
    });
  await Promise.all(Array.from({ length: workers }, work));
}
