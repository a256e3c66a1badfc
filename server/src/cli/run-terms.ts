/** What `terms` does: every term with its occurrences and glossary entry. */
import type { Io } from './io.ts';
import { loadWorkspace } from './load-workspace.ts';
import { csv, textTable } from './tables.ts';
import { termRows } from './term-rows.ts';

export interface TermsOptions {
  readonly format: 'table' | 'json' | 'csv';
  readonly undefined?: boolean;
  readonly glossary?: readonly string[];
}

export async function runTerms(args: readonly string[], options: TermsOptions, io: Io): Promise<void> {
  const { workspace, fileOf } = await loadWorkspace(args, options.glossary ?? [], io);
  const rows = termRows(workspace, options.undefined === true);
  if (options.format === 'json') {
    io.out(`${JSON.stringify(rows, null, 2)}\n`);
    return;
  }
  const first = ({ occurrences: [at] }: (typeof rows)[number]): string =>
    at ? `${fileOf.get(at.uri)}:${at.range.start.line + 1}:${at.range.start.character + 1}` : '';
  if (options.format === 'csv') {
    const header = ['术语', '类别', '次数', '文件数', '范围', '英译', '释义', '可信度', '首见'];
    const cells = rows.map((r) => [
      r.term,
      r.category,
      String(r.count),
      String(r.documents),
      r.entry?.scope ?? '',
      r.entry?.translation ?? '',
      r.entry?.definition.zh ?? '',
      r.entry?.confidence ?? '',
      first(r),
    ]);
    io.out(csv(header, cells));
    return;
  }
  io.out(textTable(rows.map((r) => [r.term, String(r.count), r.category, r.entry?.scope ?? '-', first(r)])));
}
