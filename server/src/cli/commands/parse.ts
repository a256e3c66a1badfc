/** `parse`: every document as one line of JSON (contract/document.schema.json). */
import type { Command } from 'commander';
import type { Io } from '../io.ts';

export function register(program: Command, io: Io): void {
  program
    .command('parse')
    .description('print each document as one JSON object a line')
    .argument('<files...>', 'files or globs')
    .action(async (args: string[]) => (await import('../run-parse.ts')).runParse(args, io));
}
