/**
 * The desktop editor as host of the tests, through @vscode/test-electron: for machines with a display that can
 * download VS Code, or that name one in `VSCODE_EXECUTABLE`. Changes when that package does.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cache, root } from '../../scripts/lib/paths.mjs';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';

/** Whether the desktop editor can be had here. */
export async function electronAvailable(env = process.env) {
  if (env.VSCODE_EXECUTABLE) return true;
  const display = process.platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY;
  if (!display) return false;
  return fetch(RELEASES, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * Runs the suite there.
 * @param {{ workspace: string, tests: string, log: (line: string) => void }} options
 * @returns {Promise<{ code: number } & object>} exit code and the counts that the suite reported
 */
export async function runInElectron({ workspace, tests, log }) {
  const vscodeExecutablePath =
    process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode({ cachePath: path.join(cache, 'electron') }));
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'pa-'));
  const report = path.join(profile, 'result.json');
  log(`desktop editor ${vscodeExecutablePath}`);
  try {
    const launchArgs = [workspace, '--user-data-dir', path.join(profile, 'd'), '--disable-workspace-trust'];
    const code = await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      extensionTestsEnv: { POLICY_EDITOR_REPORT: report },
      launchArgs: [...launchArgs, '--disable-extensions', '--no-sandbox'],
    }).catch(() => 1);
    return { code, ...JSON.parse(fs.readFileSync(report, 'utf8')) };
  } finally {
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
