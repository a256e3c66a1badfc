/** `terms`: every term with its occurrences and glossary entry. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { TermsOptions } from '../run-terms.ts';

export function register(program: Command, io: Io): void {
  program
    .command('terms')
    .description('print every term with its occurrences and glossary entry')
    .argument('<files...>', 'files or globs')
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'json', 'csv']).default('table'))
    .option('--undefined', 'only terms that no glossary has')
    .option('--glossary <files...>', 'your own glossary files (*.glossary.yml)')
    .action(async (args: string[], options: TermsOptions) =>
      (await import('../run-terms.ts')).runTerms(args, options, io),
    );
}
