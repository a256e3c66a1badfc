/** What Node gives the server: its host, timers and version. */
import os from 'node:os';
import type { Environment } from '../lsp/environment.ts';
import { globMatcher } from '../platform/globs.ts';
import { NodeHost } from './host.ts';

declare const POLICY_ANNOTATOR_VERSION: string;

/** Set by the bundler from package.json. */
export const version = (): string =>
  typeof POLICY_ANNOTATOR_VERSION === 'string' ? POLICY_ANNOTATOR_VERSION : '0.0.0-dev';

export const nodeEnvironment = (): Environment => ({
  kind: 'node',
  version: version(),
  matcher: globMatcher,
  user() {
    try {
      return os.userInfo().username;
    } catch {
      return ''; // A user id without a name, as in some containers.
    }
  },
  createHost: (context) => new NodeHost(context),
  later(ms, callback) {
    const timer = setTimeout(callback, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
});
