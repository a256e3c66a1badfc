/** `check`: findings of all rules, with fixes, a baseline and machine formats. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Io } from '../io.ts';
import type { CheckOptions } from '../run-check.ts';

function whole(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('a whole number is expected');
  return Number(value);
}

export function register(program: Command, io: Io): void {
  program
    .command('check')
    .description('print what does not fit in the documents; exit code 1 where it is grave enough')
    .argument('<files...>', 'files or globs')
    .addOption(
      new Option('--format <format>', 'how to print it')
        .choices(['stylish', 'json', 'sarif', 'github'])
        .default('stylish'),
    )
    .option('--fix', 'write all safe fixes into the files')
    .option('--fix-dry-run', 'print what --fix would change, as a diff, and change nothing')
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that makes the exit code 1')
        .choices(['error', 'warning', 'information', 'hint'])
        .default('error'),
    )
    .option('--max-warnings <n>', 'exit code 1 where there are more warnings', whole)
    .addOption(new Option('--preset <name>', 'which rules run').choices(['standard', 'reading', 'drafting', 'archive']))
    .option('--baseline <file>', 'leave out the findings listed there; the file is made where it is missing')
    .option('--config <file>', 'configuration for all files in place of the nearest .policy-annotator.yml')
    .addOption(new Option('--lang <language>', 'language of the messages').choices(['zh-cn', 'en']))
    .option('--timing', 'say on stderr how long it took')
    .action(async (args: string[], options: CheckOptions) =>
      (await import('../run-check.ts')).runCheck(args, options, io),
    );
}
