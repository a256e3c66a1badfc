/** Selection ranges, with words of the host's segmenter where it answers in time. */
import { selectionRange, sentenceAt } from '../../core/features/selectionRange.ts';
import type { Host } from '../../core/host.ts';
import type { LazyDocument } from '../../core/service.ts';
import type { Span } from '../../core/text/span.ts';
import { dispatched } from '../dispatch.ts';
import type { Session } from '../session.ts';

async function wordAt(host: Host, document: LazyDocument, offset: number): Promise<Span | null> {
  const { text } = document;
  const sentence = sentenceAt({ text, lines: document.structure.lines }, offset);
  try {
    let start = sentence.start;
    for (const word of await (await host.segmenter()).words(text.slice(sentence.start, sentence.end))) {
      const end = start + word.text.length;
      if (offset < end) return { start, end };
      start = end;
    }
  } catch (error) {
    host.log('warn', `no words: ${error instanceof Error ? error.message : String(error)}`);
  }
  return null;
}

export function registerSelection(session: Session): void {
  session.connection.onSelectionRanges(
    dispatched(session, 'selectionRange', async ({ textDocument: { uri }, positions }) => {
      const document = session.service.policy(uri);
      if (!document) return [];
      const { lines } = document.structure;
      return Promise.all(
        positions.map(async (position) => {
          const offset = lines.offset(position);
          return selectionRange(document.document, offset, await wordAt(session.host, document, offset));
        }),
      );
    }),
  );
}
