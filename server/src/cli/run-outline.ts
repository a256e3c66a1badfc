/** What `outline` does. */
import path from 'node:path';
import { inputFiles } from './inputs.ts';
import { type Io, UNUSABLE } from './io.ts';
import { runOverFiles } from './pool.ts';
import type { Outcome } from './tasks.ts';

export async function runOutline(args: readonly string[], format: 'tree' | 'json', io: Io): Promise<void> {
  const files = await inputFiles(args, io);
  const print = (outcome: Outcome<'outline'>): void => {
    if (!outcome.ok) {
      io.err(outcome.error);
      io.fail(UNUSABLE);
    } else if (format === 'json') io.out(`${outcome.value}\n`);
    else io.out(`${path.relative(io.cwd, outcome.file)}\n${outcome.value}`);
  };
  await runOverFiles('outline', files, io, print, format);
}
