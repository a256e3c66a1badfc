/** What `directives` does: a task table as text, JSON, CSV for Excel, or Markdown. */
import path from 'node:path';
import { inputFiles } from './inputs.ts';
import { type Io, UNUSABLE } from './io.ts';
import { runOverFiles } from './pool.ts';
import { csv, markdownTable, textTable } from './tables.ts';

export type DirectiveFormat = 'table' | 'json' | 'csv' | 'md';

export async function runDirectives(args: readonly string[], format: DirectiveFormat, io: Io): Promise<void> {
  const files = await inputFiles(args, io);
  const rows: { file: string; line: number; path: readonly string[]; title: string | null; text: string }[] = [];
  await runOverFiles('directives', files, io, (outcome) => {
    if (outcome.ok) {
      const file = path.relative(io.cwd, outcome.file);
      for (const row of outcome.value) rows.push({ file, ...row });
    } else {
      io.err(outcome.error);
      io.fail(UNUSABLE);
    }
  });
  if (format === 'json') {
    io.out(`${JSON.stringify(rows, null, 2)}\n`);
    return;
  }
  const cells = rows.map((r) => [r.file, String(r.line), r.path.join(' '), r.title ?? '', r.text]);
  if (format === 'csv') io.out(csv(['文件', '行', '编号', '标题', '内容'], cells));
  else if (format === 'md') io.out(markdownTable(['文件', '行', '编号', '标题', '内容'], cells));
  else
    io.out(textTable(cells.map(([file, line, marker, title, text]) => [`${file}:${line}`, marker!, title || text!])));
}
