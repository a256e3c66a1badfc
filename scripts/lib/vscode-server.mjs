/**
 * Runs the VS Code server on the loopback interface. Changes when its command line or its settings change.
 * Node's built-ins only.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { end, plainEnvironment, run, start } from './processes.mjs';

const QUIET = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** A folder for one run: profile, extensions, sockets. Its path is short because a socket's path is limited. */
export function makeProfile(settings = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pa-'));
  const file = path.join(folder, 'd/data/Machine/settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const write = (more) => fs.writeFileSync(file, JSON.stringify({ ...QUIET, ...more }, null, 2));
  write(settings);
  return {
    folder,
    /** Replaces the settings; a running editor takes them over. */
    configure: write,
    remove: () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

const common = (profile) => [
  'out/server-main.js',
  '--accept-server-license-terms',
  '--server-data-dir',
  path.join(profile.folder, 'd'),
  '--extensions-dir',
  path.join(profile.folder, 'e'),
];

/** The editor's variables of an outer editor would confuse this one. */
function environment(profile) {
  const env = plainEnvironment({ TMPDIR: profile.folder });
  for (const key of Object.keys(env)) if (/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(key)) delete env[key];
  return env;
}

/** Installs a .vsix into the profile, as a user would. */
export async function installExtension(host, profile, vsix) {
  const args = [...common(profile), '--install-extension', path.resolve(vsix), '--force'];
  const options = { cwd: host.serverRoot, env: environment(profile), onOutput: () => {} };
  const { code, output } = await run(host.node, args, options);
  if (code !== 0) throw new Error(`${vsix} was not installed:\n${output}`);
}

/**
 * Puts an extension's folder into the profile as it stands: after a build, reloading the window runs the new one.
 * (The editor takes a development extension from its address only while it is itself under test.)
 */
export function linkExtension(profile, folder) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  fs.mkdirSync(path.join(profile.folder, 'e'), { recursive: true });
  fs.symlinkSync(folder, path.join(profile.folder, 'e', `${publisher}.${name}-${version}`), 'dir');
}

/**
 * Starts the server on a free port of 127.0.0.1, reachable only with a random token.
 * @returns {Promise<{ authority: string, address: (query: Record<string, string>) => string, stop: () => Promise<void> }>}
 */
export async function startServer(host, profile, { extraArgs = [], onOutput } = {}) {
  const token = crypto.randomBytes(16).toString('hex');
  const options = ['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--telemetry-level', 'off'];
  const child = start(host.node, [...common(profile), ...options, '--disable-workspace-trust', ...extraArgs], {
    cwd: host.serverRoot,
    env: environment(profile),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      onOutput?.(chunk);
      if (output === null) return;
      output += chunk;
      const found = /listening on (\d+)/i.exec(output);
      if (found) resolve(found[1]);
      if (found) output = null;
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the VS Code server ended with exit code ${code}\n${output ?? ''}`)));
  });
  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    address: (query) => `http://${authority}/?${new URLSearchParams({ tkn: token, ...query })}`,
    stop: () => end(child),
    exited: new Promise((resolve) => child.once('exit', resolve)),
  };
}

/** A path of this machine as the address that the browser side of the editor uses. */
export const remoteUri = (authority, file) => `vscode-remote://${authority}${path.resolve(file)}`;
