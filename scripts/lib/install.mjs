/**
 * Installs the checkout's dependencies when they are missing or not the ones of the lockfile.
 * Changes when the way of installing changes. Node's built-ins only.
 */
import fs from 'node:fs';
import { inRoot, root } from './paths.mjs';
import { npmCommand, plainEnvironment, run } from './processes.mjs';

const OLDEST_NODE = 20;

/** Ends the process with advice when this Node is too old. */
export function requireNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  console.error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`);
  process.exit(1);
}

/**
 * What differs between the lockfile and what is installed.
 * @returns {string | null} a reason to install, or null. Optional packages may be absent: they fail to build on some machines.
 */
export function staleReason() {
  const read = (file) => JSON.parse(fs.readFileSync(inRoot(file), 'utf8')).packages;
  let installed;
  try {
    installed = read('node_modules/.package-lock.json');
  } catch {
    return 'nothing is installed yet';
  }
  for (const [name, wanted] of Object.entries(read('package-lock.json'))) {
    if (name === '' || wanted.link) continue;
    const found = installed[name];
    if (!found && (wanted.optional || wanted.devOptional || wanted.peer)) continue;
    if (found?.version !== wanted.version) return `${name.replace('node_modules/', '')} is not ${wanted.version}`;
  }
  return null;
}

/** Runs `npm ci` if needed. Throws when it fails. */
export async function ensureInstalled() {
  const reason = staleReason();
  if (!reason) return;
  console.log(`Installing dependencies (${reason}) …`);
  const [command, args, options] = npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const ticker = setInterval(() => console.log(`  npm ci … ${seconds()} s`), 10_000);
  const { code } = await run(command, args, {
    cwd: root,
    env: plainEnvironment({ PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }),
    ...options,
  });
  clearInterval(ticker);
  console.log(`  npm ci: ${code === 0 ? 'done' : 'failed'} in ${seconds()} s`);
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}`);
}
