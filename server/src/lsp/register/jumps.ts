/** Definition, type definition, implementation, and the pages of the built-in glossary that they lead to. */
import type { Location, LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import { type DefinitionOptions, definition } from '../../core/features/definition.ts';
import { implementation } from '../../core/features/implementation.ts';
import { toRange } from '../../core/features/ranges.ts';
import { typeDefinition } from '../../core/features/typeDefinition.ts';
import type { Target } from '../../core/features/types.ts';
import { dispatched } from '../dispatch.ts';
import { pageText, pageUri } from '../glossary-pages.ts';
import { anyRange, placeOf, surveyCited } from '../places.ts';
import type { Session } from '../session.ts';

type Jump = 'definition' | 'typeDefinition' | 'implementation';

async function toLocations(session: Session, targets: readonly Target[], uri: string, jump: Jump) {
  const { service, client } = session;
  const lines = service.opened(uri)?.structure.lines;
  const answer: (Location | LocationLink)[] = [];
  for (const target of targets) {
    const selection = await anyRange(service, target.uri, target.selection);
    if (!client.links(jump) || !lines) answer.push({ uri: target.uri, range: selection });
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

export function registerJumps(session: Session): void {
  const { connection, client } = session;
  const options: DefinitionOptions = client.contentPages
    ? { builtin: (entry) => ({ uri: pageUri(entry), span: { start: 0, end: 0 } }) }
    : {};
  const jump = (name: Jump, find: typeof definition) =>
    dispatched(session, name, async (params: TextDocumentPositionParams, token) => {
      await session.service.glossaryReady();
      const at = placeOf(session, params);
      if (at) await surveyCited(session, at.uri, token, at.offset);
      return at ? toLocations(session, find(at.workspace, at.uri, at.offset, options), at.uri, name) : null;
    });
  connection.onDefinition(jump('definition', definition));
  connection.onTypeDefinition(jump('typeDefinition', typeDefinition));
  connection.onImplementation(jump('implementation', implementation));
  connection.workspace.textDocumentContent.on(async ({ uri }) => {
    await session.service.glossaryReady();
    return { text: pageText(session.service.workspace().glossary, uri, session.locale) ?? '' };
  });
}
