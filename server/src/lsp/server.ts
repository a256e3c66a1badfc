/**
 * The language server: ties a connection to a session and registers every feature.
 * Changes when a feature is added or the life cycle changes. Knows nothing of Node or the browser.
 */
import type { Connection } from 'vscode-languageserver';
import { serverCapabilities } from './capabilities.ts';
import type { Environment } from './environment.ts';
import { negotiate } from './positions.ts';
import type { InitializationOptions } from './protocol.ts';
import { registerStructure } from './register/structure.ts';
import { registerSync } from './register/sync.ts';
import { Session } from './session.ts';
import { readSettings } from './settings.ts';

/** Starts serving; returns at once. */
export function startServer(connection: Connection, environment: Environment): void {
  const session = new Session(connection, environment);
  connection.onInitialize((params) => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    session.begin(options, params.capabilities ?? {}, params.locale);
    session.settings = readSettings(undefined);
    session.utf8 = negotiate(params.capabilities?.general?.positionEncodings) === 'utf-8';
    session.documents.utf8 = session.utf8;
    return {
      capabilities: serverCapabilities(session.capabilities, session.utf8),
      serverInfo: { name: 'policy-annotator', version: environment.version },
    };
  });
  connection.onShutdown(() => undefined);
  registerSync(session);
  registerStructure(session);
  connection.listen();
}
