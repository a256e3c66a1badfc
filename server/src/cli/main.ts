/**
 * Entry point of the command line: declares the commands; what they do is loaded when one runs.
 * Changes when a command is added (`commands/index.ts`) or what all share changes.
 */
import { Command, CommanderError } from 'commander';
import { version } from '../node/environment.ts';
import { COMMANDS } from './commands/index.ts';
import { processIo, UNUSABLE } from './io.ts';

async function main(): Promise<void> {
  const io = processIo();
  const program = new Command('policy-annotator')
    .description('Reads Chinese policy documents: structure, terms, references, checks, annotations.')
    .version(version())
    .showHelpAfterError('(run with --help to see how it is used)')
    .exitOverride();
  for (const register of COMMANDS) register(program, io);
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : UNUSABLE;
      return;
    }
    io.err(`policy-annotator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = UNUSABLE;
  }
}

void main();
