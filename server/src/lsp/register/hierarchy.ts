/** Call hierarchy as citation hierarchy. */
import type { CallHierarchyItem } from 'vscode-languageserver';
import {
  type HierarchyCall,
  type HierarchyItem,
  incoming,
  outgoing,
  prepareHierarchy,
} from '../../core/features/citationHierarchy.ts';
import type { Span } from '../../core/text/span.ts';
import { dispatched } from '../dispatch.ts';
import { SymbolKind } from '../library.ts';
import { anyRange, completeFor, placeOf, surveyCited, surveyCiting } from '../places.ts';
import type { Session } from '../session.ts';

const KIND = { document: SymbolKind.File, term: SymbolKind.Key, missing: SymbolKind.Null } as const;

export function registerHierarchy(session: Session): void {
  const { connection } = session;
  const ranges = (uri: string, spans: readonly Span[]) =>
    Promise.all(spans.map((span) => anyRange(session.service, uri, span)));

  const toItem = async (item: HierarchyItem): Promise<CallHierarchyItem> => ({
    name: item.name,
    kind: KIND[item.kind],
    detail: item.detail,
    uri: item.uri,
    range: await anyRange(session.service, item.uri, item.span),
    selectionRange: await anyRange(session.service, item.uri, item.selection),
    data: item,
  });
  /** The item that was given out, which comes back in `data`. */
  const fromItem = ({ data }: CallHierarchyItem): HierarchyItem | null => {
    const item = data as HierarchyItem | undefined;
    return typeof item?.uri === 'string' && item.kind in KIND ? item : null;
  };

  connection.languages.callHierarchy.onPrepare(
    dispatched(session, 'prepareCallHierarchy', async (params) => {
      const at = placeOf(session, params);
      const item = at && prepareHierarchy(at.workspace, at.uri, at.offset);
      return item ? [await toItem(item)] : null;
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    dispatched(session, 'incomingCalls', async ({ item: wire }, token) => {
      const item = fromItem(wire);
      if (!item) return null;
      if (item.key === null) await surveyCiting(session, item.name, token);
      else await completeFor(session, item.key, token);
      const calls: readonly HierarchyCall[] = incoming(session.service.workspace(), item);
      return Promise.all(
        calls.map(async (call) => ({
          from: await toItem(call.item),
          fromRanges: await ranges(call.item.uri, call.spans),
        })),
      );
    }),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    dispatched(session, 'outgoingCalls', async ({ item: wire }, token) => {
      const item = fromItem(wire);
      if (!item) return null;
      await surveyCited(session, item.uri, token);
      const calls: readonly HierarchyCall[] = outgoing(session.service.workspace(), item);
      return Promise.all(
        calls.map(async (call) => ({ to: await toItem(call.item), fromRanges: await ranges(item.uri, call.spans) })),
      );
    }),
  );
}
