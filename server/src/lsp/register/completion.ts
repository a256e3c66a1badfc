/** Completion, with documentation made when an item is looked at. */
import type { CompletionItem, MarkupContent } from 'vscode-languageserver';
import { completion, type CompletionItem as Item, resolveCompletion } from '../../core/features/completion.ts';
import { toRange } from '../../core/features/ranges.ts';
import { dispatched } from '../dispatch.ts';
import { CompletionItemKind } from '../library.ts';
import { placeOf } from '../places.ts';
import type { Session } from '../session.ts';
import { canonical } from '../uris.ts';

/** What makes editors ask without being told to: openers of terms and titles. */
export const TRIGGERS = ['“', '「', '『', '‘', '《'];

const KIND: Readonly<Record<Item['kind'], CompletionItemKind>> = {
  term: CompletionItemKind.Keyword,
  title: CompletionItemKind.File,
  marker: CompletionItemKind.Enum,
  phrase: CompletionItemKind.Text,
};

interface Data {
  readonly uri: string;
  readonly item: Item['data'];
}

export function registerCompletion(session: Session): void {
  const { connection } = session;
  connection.onCompletion(
    dispatched(session, 'completion', async (params) => {
      await session.service.glossaryReady();
      const at = placeOf(session, params);
      if (!at) return null;
      const found = await completion(at.workspace, at.uri, at.offset, { locale: session.locale });
      const items = found.map((item): CompletionItem => {
        const data: Data = { uri: at.uri, item: item.data };
        return {
          label: item.label,
          kind: KIND[item.kind],
          filterText: item.filter,
          sortText: item.sort,
          ...(item.detail ? { detail: item.detail } : {}),
          textEdit: { range: toRange(at.lines, item.span), newText: item.insert },
          data,
        };
      });
      // Ranking and pinyin depend on what is typed, so editors ask again instead of filtering an old list.
      return { isIncomplete: items.length > 0, items };
    }),
  );
  connection.onCompletionResolve(
    dispatched(session, 'completionItem/resolve', (item: CompletionItem): CompletionItem => {
      const data = item.data as Data | undefined;
      if (typeof data?.uri !== 'string' || !data.item) return item;
      const page = resolveCompletion(session.service.workspace(), canonical(data.uri), data.item, session.locale);
      if (!page) return item;
      const documentation: MarkupContent | string = session.client.markdownCompletion
        ? { kind: 'markdown', value: page.markdown }
        : page.plaintext;
      return { ...item, documentation };
    }),
  );
}
