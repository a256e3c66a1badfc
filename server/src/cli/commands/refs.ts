/** `refs`: where a term or document is mentioned. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { RefsOptions } from '../run-refs.ts';

export function register(program: Command, io: Io): void {
  program
    .command('refs')
    .description('print where a term or title is mentioned, in either script')
    .argument('<term-or-title>', 'a term, a title (with or without 《》) or a document number')
    .argument('<files...>', 'files or globs')
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'json']).default('table'))
    .option('--glossary <files...>', 'your own glossary files (*.glossary.yml)')
    .action(async (query: string, args: string[], options: RefsOptions) =>
      (await import('../run-refs.ts')).runRefs(query, args, options, io),
    );
}
