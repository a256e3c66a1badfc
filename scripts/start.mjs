/**
 * `npm start [-- --browser] [--no-build] [folder]`: opens a folder (the sample documents) in an editor with the extension loaded.
 * Changes when the steps from a fresh clone to an open editor change.
 */
import path from 'node:path';
import { findEditor, openBrowser, openEditor } from './lib/desktop-editor.mjs';
import { ensureInstalled, requireNode } from './lib/install.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { endAll, onInterrupt, run } from './lib/processes.mjs';
import { ensureHost, hostUnavailable } from './lib/vscode-download.mjs';
import { linkExtension, makeProfile, startServer } from './lib/vscode-server.mjs';

const args = process.argv.slice(2);
const folder = path.resolve(args.find((a) => !a.startsWith('-')) ?? inRoot('seeds'));
const cleanups = [];
const stop = async () => {
  for (const clean of cleanups.reverse()) await clean();
  await endAll();
};

async function main() {
  requireNode();
  await ensureInstalled();
  if (!args.includes('--no-build')) await build();
  const editor = args.includes('--browser') ? null : findEditor();
  if (editor) return inDesktop(editor);
  return inBrowser();
}

async function build() {
  console.log('Building …');
  const { code } = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (code !== 0) throw new Error('the build failed');
}

async function inDesktop(editor) {
  console.log(`Opening ${folder} in ${editor}. Close its window or press Ctrl-C here to end.`);
  const instance = openEditor(editor, root, folder);
  cleanups.push(instance.stop);
  return instance.exited;
}

async function inBrowser() {
  const reason = hostUnavailable();
  if (reason) throw new Error(`no editor was found on PATH (install VS Code, or set EDITOR_BIN), and ${reason}`);
  const host = await ensureHost();
  const profile = makeProfile();
  cleanups.push(profile.remove);
  linkExtension(profile, root);
  const server = await startServer(host, profile);
  cleanups.push(server.stop);
  const address = server.address({ folder });
  console.log(`\nVS Code ${host.version} with ${folder} is at\n\n  ${address}\n\nPress Ctrl-C to end it.`);
  if (!(await openBrowser(address))) console.log('(There is no display here: open the address in a browser yourself.)');
  return server.exited;
}

onInterrupt(stop);
try {
  const code = await main();
  await stop();
  process.exit(code ?? 1);
} catch (error) {
  console.error(`npm start: ${error.message}`);
  await stop();
  process.exit(1);
}
