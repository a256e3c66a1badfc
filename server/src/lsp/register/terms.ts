/** Hover, references, highlights, links and symbol search: requests that terms and titles answer. */
import type { CancellationToken, Location, SymbolInformation } from 'vscode-languageserver';
import { highlights } from '../../core/features/highlights.ts';
import { hover } from '../../core/features/hover.ts';
import { documentLinks } from '../../core/features/links.ts';
import { toRange } from '../../core/features/ranges.ts';
import { references, titleAt } from '../../core/features/references.ts';
import { wantedFor, workspaceSymbols } from '../../core/features/workspaceSymbols.ts';
import { dispatched } from '../dispatch.ts';
import { DocumentHighlightKind, SymbolKind } from '../library.ts';
import { anyRange, completeAt, knownRange, PATIENCE, placeOf, surveyCited, surveyCiting, waiter } from '../places.ts';
import type { Session } from '../session.ts';

const SYMBOL = { document: SymbolKind.File, section: SymbolKind.String, term: SymbolKind.Key } as const;

/** An address that editors open at the line. */
const addressOf = (uri: string, line: number): string => `${uri}#L${line + 1}`;

/** While the index is being made, a search reads the documents that may bear the name. */
async function surveyFor(session: Session, query: string, token: CancellationToken): Promise<void> {
  const { service } = session;
  if (!service.reading) return;
  const { key, enough } = wantedFor(query);
  await session.waiting(
    service.surveyFor(
      key,
      waiter(session, token, PATIENCE, () => service.size >= enough),
    ),
  );
}

export function registerTerms(session: Session): void {
  const { connection } = session;
  connection.onHover(
    dispatched(session, 'hover', async (params, token) => {
      await session.service.glossaryReady();
      const at = placeOf(session, params);
      if (at) await surveyCited(session, at.uri, token, at.offset);
      const options = { locale: session.locale, bilingual: session.settings.hover.bilingual };
      const found = at && hover(at.workspace, at.uri, at.offset, options);
      if (!found) return null;
      const contents = session.client.markdownHover
        ? { kind: 'markdown' as const, value: found.markdown }
        : { kind: 'plaintext' as const, value: found.plaintext };
      return { contents, range: toRange(at.lines, found.span) };
    }),
  );
  connection.onReferences(
    dispatched(session, 'references', async (params, token) => {
      const at = placeOf(session, params);
      if (!at) return null;
      await completeAt(session, at, token);
      const title = titleAt(at.workspace, at.uri, at.offset);
      if (title !== null) await surveyCiting(session, title, token);
      const { includeDeclaration } = params.context;
      const answer: Location[] = [];
      for (const { uri, span } of references(at.workspace, at.uri, at.offset, { includeDeclaration }))
        answer.push({
          uri,
          range: knownRange(session.service, uri, span) ?? (await anyRange(session.service, uri, span)),
        });
      return answer;
    }),
  );
  connection.onDocumentHighlight(
    dispatched(session, 'documentHighlight', (params) => {
      const at = placeOf(session, params);
      if (!at) return null;
      return highlights(at.workspace, at.uri, at.offset).map(({ span, kind }) => ({
        range: toRange(at.lines, span),
        kind: kind === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
  connection.onDocumentLinks(
    dispatched(session, 'documentLink', async ({ textDocument: { uri } }, token) => {
      const document = session.service.policy(uri);
      if (!document) return [];
      await surveyCited(session, uri, token);
      const links = documentLinks(session.service.workspace(), uri);
      return Promise.all(
        links.map(async ({ span, target, tooltip }) => ({
          range: toRange(document.structure.lines, span),
          target: addressOf(target.uri, (await anyRange(session.service, target.uri, target.span)).start.line),
          tooltip,
        })),
      );
    }),
  );
  connection.onWorkspaceSymbol(
    dispatched(session, 'workspaceSymbol', async (params, token) => {
      const query = String(params.query ?? '');
      await surveyFor(session, query, token);
      const symbols = await workspaceSymbols(session.service.workspace(), query);
      const answer: SymbolInformation[] = [];
      for (const { name, kind, container, uri, span } of symbols) {
        const range = knownRange(session.service, uri, span) ?? (await anyRange(session.service, uri, span));
        answer.push({ name, kind: SYMBOL[kind], containerName: container, location: { uri, range } });
      }
      return answer;
    }),
  );
}
