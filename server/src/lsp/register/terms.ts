/** Hover, jumps, references, highlights, links and symbol search: requests that terms and titles answer. */
import {
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type SymbolInformation,
  SymbolKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { definition } from '../../core/features/definition.ts';
import { highlights } from '../../core/features/highlights.ts';
import { hover } from '../../core/features/hover.ts';
import { documentLinks } from '../../core/features/links.ts';
import { toRange } from '../../core/features/ranges.ts';
import { references } from '../../core/features/references.ts';
import type { Target } from '../../core/features/types.ts';
import { workspaceSymbols } from '../../core/features/workspaceSymbols.ts';
import { dispatched } from '../dispatch.ts';
import { anyRange, knownRange } from '../places.ts';
import type { Session } from '../session.ts';

const SYMBOL = { document: SymbolKind.File, section: SymbolKind.String, term: SymbolKind.Key } as const;
/** An address that editors open at the line. */
const addressOf = (uri: string, line: number): string => `${uri}#L${line + 1}`;

/** The open policy document and the offset that a request is about; null where there is nothing to answer. */
export function placeOf(session: Session, { textDocument: { uri }, position }: TextDocumentPositionParams) {
  const document = session.service.policy(uri);
  if (!document) return null;
  const { lines } = document.structure;
  return { uri, document, lines, offset: lines.offset(position), workspace: session.service.workspace() };
}

export async function toLinks(session: Session, targets: readonly Target[], uri: string, asLinks: boolean) {
  const { service } = session;
  const lines = service.opened(uri)?.structure.lines;
  const answer: (Location | LocationLink)[] = [];
  for (const target of targets) {
    const selection = await anyRange(service, target.uri, target.selection);
    if (!asLinks || !lines) answer.push({ uri: target.uri, range: selection });
    else
      answer.push({
        originSelectionRange: toRange(lines, target.origin),
        targetUri: target.uri,
        targetRange: await anyRange(service, target.uri, target.span),
        targetSelectionRange: selection,
      });
  }
  return answer as Location[] | LocationLink[];
}

export function registerTerms(session: Session): void {
  const { connection } = session;
  connection.onHover(
    dispatched(session, 'hover', async (params) => {
      await session.service.glossaryReady();
      const at = placeOf(session, params);
      const options = { locale: session.locale, bilingual: session.settings.hover.bilingual };
      const found = at && hover(at.workspace, at.uri, at.offset, options);
      if (!found) return null;
      const { markdownHover } = session.client;
      return {
        contents: markdownHover
          ? { kind: 'markdown' as const, value: found.markdown }
          : { kind: 'plaintext' as const, value: found.plaintext },
        range: toRange(at.lines, found.span),
      };
    }),
  );
  connection.onDefinition(
    dispatched(session, 'definition', async (params) => {
      await session.service.glossaryReady();
      const at = placeOf(session, params);
      if (!at) return null;
      const targets = definition(at.workspace, at.uri, at.offset);
      return toLinks(session, targets, at.uri, session.client.links('definition'));
    }),
  );
  connection.onReferences(
    dispatched(session, 'references', async (params) => {
      const at = placeOf(session, params);
      if (!at) return null;
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
    dispatched(session, 'documentLink', async ({ textDocument: { uri } }) => {
      const document = session.service.policy(uri);
      if (!document) return [];
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
    dispatched(session, 'workspaceSymbol', async ({ query }) => {
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
