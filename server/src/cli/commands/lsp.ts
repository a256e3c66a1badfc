/** `lsp`: the language server itself, for any editor. */
import path from 'node:path';
import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('lsp')
    .description('start the language server')
    .option('--stdio', 'speak over standard input and output (the default)')
    .option('--node-ipc', 'speak over the IPC channel of the parent process')
    .option('--socket <port>', 'connect to a port of this machine')
    .option('--pipe <name>', 'connect to a named pipe')
    .option('--clientProcessId <pid>', 'end when this process ends')
    .action(() => {
      require(path.join(__dirname, 'server', 'node.js'));
    });
}
