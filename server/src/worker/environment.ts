/** What a web worker gives the server: its host, timers and version. */
import type { Environment } from '../lsp/environment.ts';
import { globMatcher } from '../platform/globs.ts';
import { WorkerHost } from './host.ts';

declare const POLICY_ANNOTATOR_VERSION: string;
declare const POLICY_ANNOTATOR_READERS: string;

export const workerEnvironment = (): Environment => ({
  kind: 'worker',
  version: typeof POLICY_ANNOTATOR_VERSION === 'string' ? POLICY_ANNOTATOR_VERSION : '0.0.0-dev',
  readers: typeof POLICY_ANNOTATOR_READERS === 'string' ? POLICY_ANNOTATOR_READERS : '',
  matcher: globMatcher,
  user: () => '',
  createHost: (context) => new WorkerHost(context),
  later(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
});
