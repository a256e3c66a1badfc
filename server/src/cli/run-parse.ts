/** What `parse` does: reads all files, resolves references between them, prints them in order. */
import { pathToFileURL } from 'node:url';
import { termKey } from '../core/text/fold.ts';
import type { DocumentSummary } from '../core/workspace/summary.ts';
import { TitleIndex } from '../core/workspace/titles.ts';
import { inputFiles } from './inputs.ts';
import { type Io, UNUSABLE } from './io.ts';
import { runOverFiles } from './pool.ts';
import type { Slotted } from './tasks/parse.ts';

/** The documents of the run by title and number, found by the same rules as those of a workspace. */
class Run {
  readonly #index = new TitleIndex();
  readonly #named = new Map<string, DocumentSummary>();

  add(uri: string, { title, number }: Slotted): void {
    const spanned = (text: string | null) => text && { text, span: { start: 0, end: 0 } };
    // The index looks at names alone, so no summary of the whole document is made for it.
    const named = { uri, title: spanned(title), docNumber: spanned(number), references: [] };
    this.#named.set(uri, named as unknown as DocumentSummary);
    this.#index.update(null, named as unknown as DocumentSummary);
  }

  resolve(title: string): string | null {
    const look = (uri: string) => this.#named.get(uri);
    return (this.#index.resolve(termKey(title), look)[0] ?? this.#index.numbered(title, look)[0])?.uri ?? null;
  }
}

const fill = ({ pieces, slots }: Slotted, run: Run): string =>
  pieces.map((piece, i) => (i === 0 ? piece : JSON.stringify(run.resolve(slots[i - 1]!)) + piece)).join('');

export async function runParse(args: readonly string[], io: Io): Promise<void> {
  const files = await inputFiles(args, io);
  const parsed: Slotted[] = [];
  const run = new Run();
  await runOverFiles('parse', files, io, (outcome) => {
    if (!outcome.ok) {
      io.err(outcome.error);
      io.fail(UNUSABLE);
      return;
    }
    run.add(pathToFileURL(outcome.file).toString(), outcome.value);
    parsed.push(outcome.value);
  });
  for (const document of parsed) io.out(`${fill(document, run)}\n`);
}
