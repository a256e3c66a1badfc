/**
 * Child processes that never outlive us. Changes when the way commands are run changes.
 * Node's built-ins only: `npm start` and `npm test` use it before anything is installed.
 */
import { spawn } from 'node:child_process';

const windows = process.platform === 'win32';
const running = new Set();

/** Without what npm adds to the environment of a script: it would point a nested npm at the wrong folder. */
export function plainEnvironment(more = {}) {
  const inherited = Object.entries(process.env).filter(
    ([key]) => !/^(npm_(package|lifecycle)_|npm_config_(local_)?prefix$|INIT_CWD$)/i.test(key),
  );
  return { ...Object.fromEntries(inherited), ...more };
}

/**
 * Starts a process in a group of its own.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { detached: !windows, env: plainEnvironment(), ...options });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Ends a process and everything that it started; resolves when it is gone. */
export async function end(child, graceMs = 3000) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signal(child, 'SIGTERM');
    let timer;
    await Promise.race([gone, new Promise((resolve) => (timer = setTimeout(resolve, graceMs)))]);
    clearTimeout(timer);
  }
  signal(child, 'SIGKILL'); // its children may have stayed
}

function signal(child, name) {
  try {
    if (windows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, name);
  } catch {
    // gone already
  }
}

/** Ends every process that `start` began. */
export const endAll = () => Promise.all([...running].map((child) => end(child)));

/**
 * Runs a command to its end.
 * @param {{ onOutput?: (text: string) => void, timeoutMs?: number } & import('node:child_process').SpawnOptions} [options]
 *   Without `onOutput` the command writes to our own streams.
 * @returns {Promise<{ code: number, output: string }>} `code` is 124 after a timeout, 127 if the command can't start.
 */
export function run(command, args, { onOutput, timeoutMs, ...options } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...options });
    let output = '';
    let late = false;
    const take = (chunk) => {
      output += chunk;
      onOutput?.(chunk);
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    const timer =
      timeoutMs &&
      setTimeout(() => {
        late = true;
        take(`\nended after ${timeoutMs / 1000} s\n`);
        void end(child);
      }, timeoutMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      take(`${error.message}\n`);
      resolve({ code: 127, output });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: late ? 124 : (code ?? 1), output });
    });
  });
}

/** The npm that runs us, or the one on PATH, as arguments for `run`. */
export function npmCommand(args) {
  const self = process.env.npm_execpath;
  if (self?.endsWith('.js')) return [process.execPath, [self, ...args], {}];
  return [windows ? 'npm.cmd' : 'npm', args, { shell: windows }];
}

/** Calls `stop` once on Ctrl-C or a polite kill, then leaves with the usual exit code. */
export function onInterrupt(stop) {
  let stopping = false;
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(name, async () => {
      if (stopping) return;
      stopping = true;
      await stop();
      process.exit(code);
    });
  }
}
