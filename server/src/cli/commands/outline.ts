/** `outline`: the section tree. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';

export function register(program: Command, io: Io): void {
  program
    .command('outline')
    .description('print the section tree')
    .argument('<files...>', 'files or globs')
    .addOption(new Option('--format <format>', 'how to print it').choices(['tree', 'json']).default('tree'))
    .action(async (args: string[], { format }: { format: 'tree' | 'json' }) =>
      (await import('../run-outline.ts')).runOutline(args, format, io),
    );
}
