/** What `parse` does: reads all files, resolves references between them, prints them in order. */
import { pathToFileURL } from 'node:url';
import { inputFiles } from './inputs.ts';
import { type Io, UNUSABLE } from './io.ts';
import { runOverFiles } from './pool.ts';
import type { Slotted } from './tasks.ts';

const fill = ({ pieces, slots }: Slotted, targets: ReadonlyMap<string, string>): string =>
  pieces.map((piece, i) => (i === 0 ? piece : JSON.stringify(targets.get(slots[i - 1]!) ?? null) + piece)).join('');

export async function runParse(args: readonly string[], io: Io): Promise<void> {
  const files = await inputFiles(args, io);
  const parsed: Slotted[] = [];
  const targets = new Map<string, string>();
  await runOverFiles('parse', files, io, (outcome) => {
    if (!outcome.ok) {
      io.err(outcome.error);
      io.fail(UNUSABLE);
      return;
    }
    const uri = pathToFileURL(outcome.file).toString();
    for (const name of outcome.value.names) if (!targets.has(name)) targets.set(name, uri);
    parsed.push(outcome.value);
  });
  for (const document of parsed) io.out(`${fill(document, targets)}\n`);
}
