/** Selection ranges, with words of the host's segmenter where it answers in time. */
import { selectionRange, sentenceAt } from '../../core/features/selectionRange.ts';
import type { Word } from '../../core/host.ts';
import { intlSegmenter } from '../../core/service/intl-segmenter.ts';
import type { LazyDocument } from '../../core/service.ts';
import type { Span } from '../../core/text/span.ts';
import { dispatched } from '../dispatch.ts';
import type { Session } from '../session.ts';

/** Milliseconds that a reader waits for the better segmenter, which takes a second on its first use. */
const PATIENCE = 100;

async function wordsOf(session: Session, sentence: string): Promise<readonly Word[]> {
  const best = session.host.segmenter().then((s) => s.words(sentence));
  const tooLate = new Promise<null>((resolve) => session.environment.later(PATIENCE, () => resolve(null)));
  return (await Promise.race([best.catch(() => null), tooLate])) ?? intlSegmenter().words(sentence);
}

async function wordAt(session: Session, document: LazyDocument, offset: number): Promise<Span | null> {
  const { text } = document;
  const sentence = sentenceAt({ text, lines: document.structure.lines }, offset);
  try {
    let start = sentence.start;
    const words = await wordsOf(session, text.slice(sentence.start, sentence.end));
    for (const word of words) {
      const end = start + word.text.length;
      if (offset < end) return { start, end };
      start = end;
    }
  } catch (error) {
    session.log('warn', `no words: ${error instanceof Error ? error.message : String(error)}`);
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
          return selectionRange(document.document, offset, await wordAt(session, document, offset));
        }),
      );
    }),
  );
}
