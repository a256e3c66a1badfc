/** Rename of a term of a user's glossary, everywhere. What can't be renamed says why. */
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { toRange } from '../../core/features/ranges.ts';
import { prepareRename, type RenameProblem, rename } from '../../core/features/rename.ts';
import { type Message, say } from '../../core/l10n.ts';
import { dispatched } from '../dispatch.ts';
import { LSPErrorCodes, ResponseError } from '../library.ts';
import { anyRange, completeAt, placeOf } from '../places.ts';
import type { Session } from '../session.ts';

const PROBLEM: Readonly<Record<RenameProblem, Message>> = {
  nothing: { en: 'There is no term here.', zh: '此处没有术语。' },
  builtin: { en: 'Terms of the built-in glossary can’t be renamed.', zh: '内置术语库的术语不能重命名。' },
  'no-entry': {
    en: 'Only terms of your own glossaries (*.glossary.yml) can be renamed.',
    zh: '只能重命名自建术语库（*.glossary.yml）中的术语。',
  },
  short: { en: 'A term has at least two characters.', zh: '术语至少有两个字。' },
  taken: { en: 'Another entry of this scope has that name.', zh: '同一范围内已有同名词条。' },
  marks: { en: 'A term holds no line ends, colons or hash signs.', zh: '术语不能含换行、冒号或井号。' },
};

export function registerRename(session: Session): void {
  const { connection, client } = session;
  const fail = (problem: RenameProblem): never => {
    throw new ResponseError(LSPErrorCodes.RequestFailed, say(session.locale, PROBLEM[problem]));
  };
  connection.onPrepareRename(
    dispatched(session, 'prepareRename', async (params) => {
      await session.service.glossaryReady();
      const at = placeOf(session, params);
      if (!at) return null;
      const answer = prepareRename(at.workspace, at.uri, at.offset);
      if (!answer.ok) return fail(answer.problem);
      return { range: toRange(at.lines, answer.value.span), placeholder: answer.value.name };
    }),
  );
  connection.onRenameRequest(
    dispatched(session, 'rename', async (params, token) => {
      const at = placeOf(session, params);
      if (!at) return null;
      await completeAt(session, at, token);
      const { toTraditional } = await import('../../core/service/traditional.ts');
      const answer = rename(at.workspace, at.uri, at.offset, params.newName, toTraditional);
      if (!answer.ok) return fail(answer.problem);
      const changes: Record<string, TextEdit[]> = {};
      for (const { uri, span, text } of answer.value) {
        changes[uri] ??= [];
        changes[uri].push({ range: await anyRange(session.service, uri, span), newText: text });
      }
      if (!client.versionedEdits) return { changes };
      const documentChanges = Object.entries(changes).map(
        ([uri, edits]): TextDocumentEdit => ({
          textDocument: { uri, version: session.documents.get(uri)?.version ?? null },
          edits,
        }),
      );
      return { documentChanges };
    }),
  );
}
