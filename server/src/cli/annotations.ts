/** `annotations list|export|import|agreement|doctor`: the annotations beside the documents. */
import { type Command, Option } from 'commander';
import type { AgreementOptions, DoctorOptions, ExportOptions, ImportOptions, ListOptions } from './annotations-run.ts';
import type { Io } from './io.ts';

const WRITTEN = [
  'w3c',
  'brat',
  'uima',
  'webanno',
  'doccano',
  'labelstudio',
  'spacy',
  'conll2002',
  'qdpx',
  'qdc',
  'csv',
  'markdown',
  'html',
  'docx',
];
const READ = WRITTEN.filter((f) => f !== 'markdown' && f !== 'html');

const more = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value];

export function register(program: Command, io: Io): void {
  const load = () => import('./annotations-run.ts');
  const group = program.command('annotations').description('the annotations beside the documents');
  group
    .command('list')
    .description('print annotations with their places in the text as it is')
    .argument('<files...>', 'files or globs')
    .addOption(new Option('--format <format>', 'how to print them').choices(['table', 'json', 'csv']).default('table'))
    .option('--by <author>', 'those of one author')
    .option('--tag <name>', 'those with a tag')
    .addOption(new Option('--status <status>', 'those of a status').choices(['open', 'resolved']))
    .option('--attention', 'those that have no certain place')
    .action(async (args: string[], options: ListOptions) => (await load()).runList(args, options, io));
  group
    .command('export')
    .description('write annotations in a format of other programs; what it cannot hold is said on stderr')
    .argument('<files...>', 'documents: files or globs')
    .addOption(new Option('--to <format>', 'the format').choices(WRITTEN).makeOptionMandatory())
    .option('--out <folder>', 'where to; one text goes to stdout without it')
    .action(async (args: string[], options: ExportOptions) => (await load()).runExport(args, options, io));
  group
    .command('import')
    .description('read annotations of other programs; exit code 1 where some have no certain place')
    .argument('<files...>', 'files of that format, texts beside them included')
    .addOption(new Option('--from <format>', 'the format').choices(READ).makeOptionMandatory())
    .option('--document <file>', 'the document that they are about; found by its name without it')
    .option('--author <name>', 'who imports')
    .action(async (args: string[], options: ImportOptions) => (await load()).runImport(args, options, io));
  group
    .command('agreement')
    .description('print the agreement between annotators, per tag and pair, and where they disagree')
    .argument('<files...>', 'documents: files or globs')
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'json']).default('table'))
    .option('--by <author>', 'one of the annotators to compare; repeat it', more)
    .option('--tag <name>', 'one of the tags to compare; repeat it', more)
    .action(async (args: string[], options: AgreementOptions) => (await load()).runAgreement(args, options, io));
  group
    .command('doctor')
    .description('verify the logs, place everything anew, report what needs a person (exit code 1)')
    .argument('[folder]', 'where to look', '.')
    .option('--compact', 'join the segments that you alone wrote, remove base texts that nothing uses')
    .option('--follow', 'take annotations along to documents that other programs moved')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .option('--author <name>', 'who you are')
    .action(async (folder: string, options: DoctorOptions) => (await load()).runDoctor(folder, options, io));
}
