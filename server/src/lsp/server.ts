/**
 * The language server: ties a connection to a session and registers every feature.
 * Changes when a feature is added or the life cycle changes. Knows nothing of Node or the browser.
 */
import type { Connection } from 'vscode-languageserver';
import { serverCapabilities } from './capabilities.ts';
import type { Environment } from './environment.ts';
import { registerActions } from './register/actions.ts';
import { registerAnnotations } from './register/annotations.ts';
import { registerCompletion } from './register/completion.ts';
import { registerDiagnostics } from './register/diagnostics.ts';
import { registerGlossary } from './register/glossary.ts';
import { registerHierarchy } from './register/hierarchy.ts';
import { registerInformation } from './register/information.ts';
import { registerJumps } from './register/jumps.ts';
import { registerRename } from './register/rename.ts';
import { registerSelection } from './register/selection.ts';
import { registerSideFiles } from './register/side-files.ts';
import { registerStructure } from './register/structure.ts';
import { both, registerSync } from './register/sync.ts';
import { registerTerms } from './register/terms.ts';
import { registerTokens } from './register/tokens.ts';
import { registerWorkspace, type WorkspaceControl } from './register/workspace.ts';
import { Session } from './session.ts';

/** Starts serving; returns at once. */
export function startServer(connection: Connection, environment: Environment): void {
  const session = new Session(connection, environment);
  let workspace: WorkspaceControl | null = null;
  connection.onInitialize((params) => {
    session.begin(params);
    const diagnostics = registerDiagnostics(session);
    const sideFiles = registerSideFiles(session, () => diagnostics.refresh());
    registerSync(session, both(registerAnnotations(session, diagnostics), sideFiles, diagnostics));
    registerStructure(session);
    registerTokens(session);
    registerTerms(session);
    registerJumps(session);
    registerCompletion(session);
    registerRename(session);
    registerHierarchy(session);
    registerGlossary(session);
    registerSelection(session);
    registerActions(session);
    registerInformation(session);
    workspace = registerWorkspace(session, diagnostics, sideFiles);
    return {
      capabilities: serverCapabilities(session.client, session.utf8),
      serverInfo: { name: 'policy-annotator', version: environment.version },
    };
  });
  connection.onInitialized(() => {
    workspace?.start().catch((error) => session.log('error', `start: ${String(error)}`));
  });
  connection.onShutdown(async () => {
    await session.service.dispose().catch((error) => session.log('error', `shutdown: ${String(error)}`));
  });
  connection.listen();
}
