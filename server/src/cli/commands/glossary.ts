/** `glossary`: checks glossary files, and exchanges them with other tools. */
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { CheckOptions, ExportOptions, ImportOptions } from '../run-glossary.ts';

export function register(program: Command, io: Io): void {
  const glossary = program.command('glossary').description('check glossary files, export and import them');
  glossary
    .command('check')
    .description('check *.glossary.yml files; exit 1 for errors')
    .argument('<files...>', 'files or globs')
    .action(async (files: string[], options: CheckOptions) =>
      (await import('../run-glossary.ts')).runGlossaryCheck(files, options, io),
    );
  glossary
    .command('export')
    .description('print the entries of glossary files as CSV, TSV or TBX (ISO 30042)')
    .argument('[files...]', '*.glossary.yml files or globs')
    .addOption(
      new Option('--format <format>', 'how to print them').choices(['csv', 'tsv', 'tbx', 'json']).default('csv'),
    )
    .option('--builtin', 'with the built-in glossary, before the entries of the files')
    .option('-o, --output <file>', 'write a file instead of standard output')
    .addHelpText(
      'after',
      `
Tables name their columns in the first row. Lists are separated by |, the parts of a component
or source by " = "; a backslash keeps such a mark as it is. Nothing is lost on the way back.

  policy-annotator glossary export own.glossary.yml --format tbx -o own.tbx
  policy-annotator glossary export --builtin -o all.csv`,
    )
    .action(async (files: string[], options: ExportOptions) =>
      (await import('../run-glossary.ts')).runGlossaryExport(files, options, io),
    );
  glossary
    .command('import')
    .description('read CSV, TSV or TBX and write glossary entries')
    .argument('<files...>', 'files or globs')
    .addOption(
      new Option('--format <format>', 'what the files are; by default their names tell').choices(['csv', 'tsv', 'tbx']),
    )
    .option('--to <file>', 'a *.glossary.yml to add the entries to; it is made where there is none')
    .option('--strict', 'write nothing where anything had to be left out')
    .addHelpText(
      'after',
      `
A table without headings has the term in its first column and the translation in its second.
Headings of other tools are known as well: 术语, 别名, 类别, 释义, 英译, source, target, en …
Entries that the file has already are left alone. What cannot be taken over is reported as
file:line: field: reason, and the exit code is 1.

  policy-annotator glossary import terms.csv --to own.glossary.yml
  policy-annotator glossary import memoq.tbx > new.glossary.yml`,
    )
    .action(async (files: string[], options: ImportOptions) =>
      (await import('../run-glossary.ts')).runGlossaryImport(files, options, io),
    );
}
