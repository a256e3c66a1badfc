/** What `refs` does: where a term or document is mentioned, whichever script it is written in. */
import { referencesOf } from '../core/features/references.ts';
import { positionIn } from '../core/workspace/summary.ts';
import type { Io } from './io.ts';
import { loadWorkspace } from './load-workspace.ts';
import { textTable } from './tables.ts';

export interface RefsOptions {
  readonly format: 'table' | 'json';
  readonly glossary?: readonly string[];
}

const AROUND = 16;

export async function runRefs(query: string, args: readonly string[], options: RefsOptions, io: Io): Promise<void> {
  const { workspace, fileOf } = await loadWorkspace(args, options.glossary ?? [], io);
  const rows = referencesOf(workspace, query).map(({ uri, span, declaration }) => {
    const summary = workspace.summary(uri)!;
    const text = workspace.text(uri)!;
    const context = text.slice(Math.max(0, span.start - AROUND), span.end + AROUND).replace(/\s+/g, ' ');
    return {
      uri,
      text: text.slice(span.start, span.end),
      declaration,
      range: { start: positionIn(summary, span.start), end: positionIn(summary, span.end) },
      context,
    };
  });
  if (rows.length === 0) io.err(`${query}: not mentioned in these documents`);
  if (options.format === 'json') io.out(`${JSON.stringify(rows, null, 2)}\n`);
  else
    io.out(
      textTable(
        rows.map(({ uri, range, context }) => [
          `${fileOf.get(uri)}:${range.start.line + 1}:${range.start.character + 1}`,
          context,
        ]),
      ),
    );
}
