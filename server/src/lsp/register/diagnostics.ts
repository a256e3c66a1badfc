/**
 * Diagnostics: pulled where the client can pull, pushed after a pause in typing where it can't; never both.
 * Changes when findings are shown at other times.
 */
import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../../core/checks/run.ts';
import { toDiagnostic } from '../../core/features/diagnostics.ts';
import { foldRepeats } from '../../core/features/repeats.ts';
import type { LineIndex } from '../../core/text/lines.ts';
import { dispatched } from '../dispatch.ts';
import { DocumentDiagnosticReportKind } from '../library.ts';
import { knownRange } from '../places.ts';
import { convert, toUtf8 } from '../positions.ts';
import { CHECK_WORKSPACE, type CheckWorkspaceParams, type CheckWorkspaceResult } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { SyncListener } from './sync.ts';

/** Milliseconds of silence before findings are pushed. */
const PAUSE = 200;

export interface Diagnostics extends SyncListener {
  /** Other documents, settings or the glossary changed: what is shown may be wrong. */
  refresh(): void;
}

export function diagnosticsOf(session: Session, uri: string, findings: readonly Finding[], lines: LineIndex) {
  const { client, service, options } = session;
  const shown = session.settings.foldRepeated ? foldRepeats(findings, session.locale) : findings;
  return shown.map((finding) =>
    toDiagnostic(finding, lines, {
      uri,
      related: client.relatedInformation,
      tags: client.diagnosticTags,
      data: client.diagnosticData,
      ruleBase: client.codeDescriptions ? (options.ruleBase ?? null) : null,
      rangeIn: (other, span) => knownRange(service, other, span),
    }),
  );
}

export function registerDiagnostics(session: Session): Diagnostics {
  const { connection, environment } = session;
  const timers = new Map<string, () => void>();
  const pushed = new Map<string, string>();
  let refreshing: (() => void) | null = null;

  const open = async (uri: string, cancelled?: () => boolean): Promise<Diagnostic[]> => {
    const findings = await session.service.findings(uri, cancelled);
    const document = session.service.policy(uri);
    return document ? diagnosticsOf(session, uri, findings, document.structure.lines) : [];
  };

  const push = async (uri: string): Promise<void> => {
    timers.delete(uri);
    const at = session.documents.get(uri);
    if (!at) return;
    try {
      // Of the state that they are made from: what changes meanwhile makes others.
      session.service.workspace();
      const key = session.service.findingsKey(uri);
      const diagnostics = await open(uri);
      if (session.documents.get(uri)?.version !== at.version || pushed.get(uri) === key) return;
      pushed.set(uri, key);
      const wire = session.utf8 ? await convert(diagnostics, uri, toUtf8, session.textOf) : diagnostics;
      if (session.documents.get(uri)?.version !== at.version) return;
      await connection.sendDiagnostics({
        uri: at.wire,
        ...(session.client.versionedDiagnostics ? { version: at.version } : {}),
        diagnostics: wire as Diagnostic[],
      });
    } catch (error) {
      session.log('error', `diagnostics of ${uri}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  };

  const later = (uri: string): void => {
    timers.get(uri)?.();
    timers.set(
      uri,
      environment.later(PAUSE, () => void push(uri)),
    );
  };

  connection.languages.diagnostics.on(
    dispatched(session, 'diagnostic', async ({ textDocument: { uri }, previousResultId }, token) => {
      session.service.workspace();
      const resultId = session.service.findingsKey(uri);
      if (previousResultId === resultId && session.documents.get(uri))
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      const items = await open(uri, () => token.isCancellationRequested);
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }),
  );

  connection.onRequest(
    CHECK_WORKSPACE,
    dispatched(
      session,
      'checkWorkspace',
      async (params: CheckWorkspaceParams, token): Promise<CheckWorkspaceResult> => {
        const { service, host } = session;
        const uris = [...service.workspace().uris()].sort();
        const results: { uri: string; diagnostics: Diagnostic[] }[] = [];
        const report = (value: object): void => {
          if (params?.workDoneToken !== undefined)
            void connection.sendNotification('$/progress', { token: params.workDoneToken, value });
        };
        report({ kind: 'begin', title: '', percentage: 0, cancellable: true });
        try {
          for (const [i, uri] of uris.entries()) {
            if (token.isCancellationRequested) break;
            const document = service.workspace().document(uri);
            const findings = document ? await service.findingsOf(uri) : [];
            if (document && findings.length > 0)
              results.push({ uri, diagnostics: diagnosticsOf(session, uri, findings, document.lines) });
            if (i % 10 === 9) report({ kind: 'report', percentage: Math.round((100 * (i + 1)) / uris.length) });
            await host.yield();
          }
        } finally {
          report({ kind: 'end' });
        }
        return { documents: uris.length, results };
      },
    ),
  );

  return {
    touched(uri) {
      if (!session.client.pullsDiagnostics) later(uri);
    },
    closed(uri) {
      timers.get(uri)?.();
      timers.delete(uri);
      const wire = session.documents.get(uri)?.wire ?? uri;
      if (pushed.delete(uri)) void connection.sendDiagnostics({ uri: wire, diagnostics: [] });
    },
    refresh() {
      if (refreshing) return;
      refreshing = environment.later(PAUSE, () => {
        refreshing = null;
        if (!session.client.pullsDiagnostics) for (const { uri } of session.documents.all()) later(uri);
        else if (session.client.refreshesDiagnostics && session.documents.all().length > 0)
          connection.languages.diagnostics.refresh().catch(() => {});
      });
    },
  };
}
