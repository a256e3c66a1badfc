/** Entry point of the language server in Node: over IPC, `--stdio`, a pipe or a socket. */
import net from 'node:net';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { nodeEnvironment } from './environment.ts';
import { saveMemory } from './memory.ts';

const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some((a) => TRANSPORTS.some((t) => a === t || a.startsWith(`${t}=`)))) process.argv.push('--stdio');

/** The value of `--name value` or `--name=value`; undefined where the option is missing, empty where its value is. */
function optionValue(name: string): string | undefined {
  const at = process.argv.findIndex((a) => a === name || a.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const given = process.argv[at]!;
  return given === name ? (process.argv[at + 1] ?? '') : given.slice(name.length + 1);
}

function refuse(reason: string): never {
  process.stderr.write(`policy-annotator: ${reason}\n`);
  process.exit(2);
}

/** Connects to the client that waits there; the library would end without a word where nobody does. */
function connect(to: net.NetConnectOpts, name: string): net.Socket {
  const socket = net.connect(to);
  socket.once('error', (error) => refuse(`no connection to ${name}: ${error.message}`));
  return socket;
}

function transport(): net.Socket | null {
  const port = optionValue('--socket');
  const pipe = optionValue('--pipe');
  if (port !== undefined) {
    if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
      refuse(`--socket needs a port from 1 to 65535, not “${port}”`);
    return connect({ port: Number(port), host: '127.0.0.1' }, `port ${port}`);
  }
  if (pipe === undefined) return null;
  return pipe === '' ? refuse('--pipe needs a name') : connect({ path: pipe }, pipe);
}

saveMemory();
const socket = transport();
const connection = socket
  ? createConnection(ProposedFeatures.all, socket, socket)
  : createConnection(ProposedFeatures.all);
process.on('unhandledRejection', (reason) => {
  connection.console.error(`unhandled rejection: ${reason instanceof Error ? reason.stack : String(reason)}`);
});
startServer(connection, nodeEnvironment());
