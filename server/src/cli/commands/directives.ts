/** `directives`: the numbered directives as a task table. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { DirectiveFormat } from '../run-directives.ts';

export function register(program: Command, io: Io): void {
  program
    .command('directives')
    .description('print the numbered directives as a task table')
    .argument('<files...>', 'files or globs')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['table', 'json', 'csv', 'md']).default('table'),
    )
    .action(async (args: string[], { format }: { format: DirectiveFormat }) =>
      (await import('../run-directives.ts')).runDirectives(args, format, io),
    );
}
