/**
 * Writing glossaries: code actions at a term, suggestions, import and export. The server makes edits, the client applies
 * them. Changes when the glossary can be written in another way.
 */
import type { CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver';
import { fromBase64 } from '../../core/annotations/codecs/bytes.ts';
import { glossaryOffer } from '../../core/features/glossaryEntry.ts';
import { toRange } from '../../core/features/ranges.ts';
import { suggestEntries } from '../../core/features/suggest.ts';
import { CATEGORY } from '../../core/features/words.ts';
import { fromTable, toTable } from '../../core/glossary/csv.ts';
import { addEntries } from '../../core/glossary/edit.ts';
import { plainEntry } from '../../core/glossary/entries.ts';
import type { FileEntry } from '../../core/glossary/model.ts';
import { glossaryFor } from '../../core/glossary/place.ts';
import { fromTbx, toTbx } from '../../core/glossary/tbx.ts';
import { type Message, say } from '../../core/l10n.ts';
import { termKey } from '../../core/text/fold.ts';
import { LineIndex } from '../../core/text/lines.ts';
import { dispatched } from '../dispatch.ts';
import { CodeActionKind, LSPErrorCodes, ResponseError } from '../library.ts';
import {
  ADD_TERMS,
  type AddTermsParams,
  EXPORT_TERMS,
  type ExportTermsParams,
  type ExportTermsResult,
  type GlossaryEdit,
  IMPORT_TERMS,
  type ImportTermsParams,
  SUGGEST_TERMS,
  type SuggestTermsParams,
  type TermSuggestion,
} from '../protocol.ts';
import type { Session } from '../session.ts';

/** The client's command that shows the entry of the term at the cursor. */
export const OPEN_ENTRY = 'policyAnnotator.openGlossaryEntry';

const ADD = { en: 'Add “{0}” to the glossary', zh: '将“{0}”加入术语库' };
const OPEN = { en: 'Open the glossary entry of “{0}”', zh: '打开“{0}”的术语条目' };
const NO_PLACE = {
  en: 'Save the document or open a folder first: the glossary is kept beside the documents.',
  zh: '请先保存文件或打开文件夹，术语库存放在文件旁边。',
};
const NO_GLOSSARY = { en: '{0} is no glossary that entries can be added to', zh: '{0} 不是可以添加词条的术语库' };
const NO_TERMS = { en: '{0} is neither CSV, TSV nor TBX', zh: '{0} 不是 CSV、TSV 或 TBX 文件' };

export function registerGlossary(session: Session): void {
  const { connection } = session;
  const fail = (message: Message, ...args: string[]): never => {
    throw new ResponseError(LSPErrorCodes.RequestFailed, say(session.locale, message, ...args));
  };

  connection.onRequest(
    SUGGEST_TERMS,
    dispatched(session, 'suggestTerms', async ({ uri, most }: SuggestTermsParams): Promise<TermSuggestion[]> => {
      const { service } = session;
      await service.glossaryReady();
      const segmenter = await session.host.segmenter().catch(() => null);
      const found = await suggestEntries(service.workspace(), segmenter, {
        most: most ?? 60,
        turn: () => session.host.yield(),
        ...(uri === undefined ? {} : { uris: new Set([uri]), least: 1 }),
      });
      return found.map(({ term, reason, count, documents, entry, contexts }) => ({
        term,
        reason,
        count,
        documents,
        entry,
        category: entry.category ? say(session.locale, CATEGORY[entry.category]) : '',
        contexts: contexts.map((c) => ({ uri: c.uri, text: c.text })),
      }));
    }),
  );

  connection.onRequest(
    ADD_TERMS,
    dispatched(session, 'addTerms', ({ uri, entries }: AddTermsParams) => adding(session, uri, entries, fail)),
  );

  connection.onRequest(
    EXPORT_TERMS,
    dispatched(session, 'exportTerms', async ({ format, builtin }: ExportTermsParams): Promise<ExportTermsResult> => {
      await session.service.glossaryReady();
      const entries = session.service
        .workspace()
        .glossary.entries.filter((e) => builtin || e.file.kind === 'user')
        .map(plainEntry);
      const text = format === 'tbx' ? toTbx(entries) : toTable(entries, format === 'csv' ? ',' : '\t');
      return { text, entries: entries.length };
    }),
  );

  connection.onRequest(
    IMPORT_TERMS,
    dispatched(session, 'importTerms', async ({ uri, name, base64 }: ImportTermsParams): Promise<GlossaryEdit> => {
      const decoded = session.host.decode(fromBase64(base64));
      if (!decoded.ok) return fail(NO_TERMS, name);
      const tbx = /\.(tbx|xml)$/i.test(name) ? fromTbx(decoded.text) : null;
      if (tbx === null && /\.(tbx|xml)$/i.test(name)) return fail(NO_TERMS, name);
      const { entries, problems } = tbx ?? fromTable(decoded.text);
      const made = await adding(session, uri, entries, fail);
      return { ...made, skipped: made.skipped + problems.length };
    }),
  );
}

/** The edit that writes those entries which the nearest glossary does not have yet. */
async function adding(
  session: Session,
  uri: string,
  entries: readonly FileEntry[],
  fail: (message: Message, ...args: string[]) => never,
): Promise<GlossaryEdit> {
  const { glossaries } = session.service;
  const target = glossaryFor(uri, glossaries.uris(), session.folders) ?? fail(NO_PLACE);
  const text = session.documents.get(target)?.text ?? (await session.service.located(target))?.text ?? null;
  // It brings the built-in glossary with it, which a start does not need.
  const { readGlossaryFile } = await import('../../core/glossary/read.ts');
  const had = new Set((text === null ? [] : (await readGlossaryFile(target, text)).entries).flatMap((e) => e.keys));
  const fresh = entries.filter((e) => {
    const key = termKey(e.term);
    return key.length >= 2 && !had.has(key) && had.add(key);
  });
  const skipped = entries.length - fresh.length;
  if (fresh.length === 0) return { uri: target, edit: null, added: 0, skipped };
  const change = (await addEntries(text ?? '', fresh)) ?? fail(NO_GLOSSARY, target.slice(target.lastIndexOf('/') + 1));
  const range = toRange(new LineIndex(text ?? ''), change.span);
  return {
    uri: target,
    edit: editOf(session, target, text === null, range, change.text),
    added: fresh.length,
    skipped,
  };
}

function editOf(session: Session, uri: string, isNew: boolean, range: Range, newText: string): WorkspaceEdit {
  const version = session.documents.get(uri)?.version ?? null;
  if (!isNew && !session.client.versionedEdits) return { changes: { [uri]: [{ range, newText }] } };
  return {
    documentChanges: [
      ...(isNew ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }] : []),
      { textDocument: { uri, version }, edits: [{ range, newText }] },
    ],
  };
}

/** Code actions for the term at the cursor or the selected words. */
export async function glossaryActions(session: Session, uri: string, range: Range): Promise<CodeAction[]> {
  const document = session.service.policy(uri);
  if (!document) return [];
  await session.service.glossaryReady();
  const { lines } = document.structure;
  const at = { start: lines.offset(range.start), end: lines.offset(range.end) };
  const offer = glossaryOffer(session.service.workspace(), uri, at);
  if (!offer) return [];
  const kind = CodeActionKind.Refactor;
  if (offer.kind === 'open') {
    if (!session.options.commands?.includes(OPEN_ENTRY)) return [];
    const title = say(session.locale, OPEN, offer.term);
    return [{ title, kind, command: { title, command: OPEN_ENTRY } }];
  }
  const { glossaries } = session.service;
  const target = glossaryFor(uri, glossaries.uris(), session.folders);
  if (target === null || !(session.client.createsFiles || glossaries.has(target))) return [];
  const refuse = (): never => {
    throw new ResponseError(LSPErrorCodes.RequestFailed, '');
  };
  const made = await adding(session, uri, [offer.draft()], refuse).catch(() => null);
  return made?.edit ? [{ title: say(session.locale, ADD, offer.term), kind, edit: made.edit }] : [];
}
