/** What Node gives the server: its host, timers and version. */
import { execFile } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../lsp/environment.ts';
import { globMatcher } from '../platform/globs.ts';
import { NodeHost } from './host.ts';
import { releaseMemory } from './memory.ts';

declare const POLICY_ANNOTATOR_VERSION: string;
declare const POLICY_ANNOTATOR_READERS: string;

/** Set by the bundler from package.json. */
export const version = (): string =>
  typeof POLICY_ANNOTATOR_VERSION === 'string' ? POLICY_ANNOTATOR_VERSION : '0.0.0-dev';

export const nodeEnvironment = (): Environment => ({
  kind: 'node',
  version: version(),
  readers: typeof POLICY_ANNOTATOR_READERS === 'string' ? POLICY_ANNOTATOR_READERS : '',
  matcher: globMatcher,
  user() {
    try {
      return os.userInfo().username;
    } catch {
      return ''; // A user id without a name, as in some containers.
    }
  },
  gitUser(folder) {
    return new Promise((resolve) => {
      const cwd = folder.startsWith('file:') ? fileURLToPath(folder) : os.homedir();
      // No git, no such folder or no name: then git does not know.
      execFile('git', ['config', 'user.name'], { cwd, timeout: 3_000 }, (error, name) =>
        resolve(error ? '' : name.trim()),
      );
    });
  },
  releaseMemory,
  createHost: (context) => new NodeHost(context),
  later(ms, callback) {
    const timer = setTimeout(callback, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
});
