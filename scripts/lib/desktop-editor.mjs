/**
 * Finds a VS Code-compatible editor and opens an Extension Development Host in it.
 * Changes when an editor is added or its command line changes. Node's built-ins only.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { end, run, start } from './processes.mjs';

const NAMES = ['code', 'codium', 'cursor', 'windsurf'];
const windows = process.platform === 'win32';

/** The executable named by `EDITOR_BIN`, or the first known editor on PATH; null when there is none. */
export function findEditor(env = process.env) {
  if (env.EDITOR_BIN) return env.EDITOR_BIN;
  const endings = windows ? ['.cmd', '.exe'] : [''];
  for (const name of NAMES)
    for (const folder of (env.PATH ?? '').split(path.delimiter))
      for (const ending of endings) {
        const file = path.join(folder, name + ending);
        if (folder && isExecutable(file)) return file;
      }
  return null;
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Opens `folder` with the extension in `extension`, in an instance of its own.
 * @returns {{ exited: Promise<number>, stop: () => Promise<void> }} `exited` resolves when its window was closed
 */
export function openEditor(editor, extension, folder) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-annotator-'));
  const args = ['--new-window', '--wait', '--disable-workspace-trust', '--user-data-dir', profile];
  const child = start(editor, [...args, `--extensionDevelopmentPath=${extension}`, folder], {
    stdio: 'inherit',
    shell: windows,
  });
  const exited = new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${editor} can't be started: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
  return {
    exited,
    async stop() {
      await endInstance(profile);
      await end(child);
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
    },
  };
}

/** The launcher detaches the window's process; that one leaves its id in its profile. */
async function endInstance(profile) {
  try {
    const pid = Number(fs.readFileSync(path.join(profile, 'code.lock'), 'utf8'));
    if (pid > 1) process.kill(pid, 'SIGTERM');
  } catch {
    // it never came up, or is gone
  }
}

/** Opens an address in the user's browser when there is a display. @returns {Promise<boolean>} whether one was opened */
export async function openBrowser(address, env = process.env) {
  const quiet = { onOutput: () => {}, timeoutMs: 10_000 };
  if (process.platform === 'darwin') return (await run('open', [address], quiet)).code === 0;
  if (windows) return (await run('cmd', ['/c', 'start', '""', address.replaceAll('&', '^&')], quiet)).code === 0;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return false;
  return (await run('xdg-open', [address], quiet)).code === 0;
}
