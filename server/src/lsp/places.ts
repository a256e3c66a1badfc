/** Spans of any document of the workspace as ranges. Changes when another kind of document can be pointed at. */
import type { CancellationToken, Range, TextDocumentPositionParams } from 'vscode-languageserver';
import { toRange } from '../core/features/ranges.ts';
import { termAt } from '../core/features/subject.ts';
import type { Service, Waiter } from '../core/service.ts';
import { termKey } from '../core/text/fold.ts';
import type { Span } from '../core/text/span.ts';
import { positionIn } from '../core/workspace/summary.ts';
import { core } from '../core/workspace/titles.ts';
import type { Session } from './session.ts';

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The range of a span in an open or indexed document; null for another one. */
export function knownRange(service: Service, uri: string, span: Span): Range | null {
  const open = service.opened(uri);
  if (open) return toRange(open.structure.lines, span);
  const summary = service.workspace().summary(uri);
  return summary ? { start: positionIn(summary, span.start), end: positionIn(summary, span.end) } : null;
}

/** The same for any file, which is read where it is not known; its beginning where it can't be read. */
export async function anyRange(service: Service, uri: string, span: Span): Promise<Range> {
  const known = knownRange(service, uri, span);
  if (known) return known;
  const located = await service.located(uri);
  return located ? toRange(located.lines, span) : START;
}

/** The open policy document and the offset that a request is about; null where there is nothing to answer. */
export function placeOf(session: Session, { textDocument: { uri }, position }: TextDocumentPositionParams) {
  const document = session.service.policy(uri);
  if (!document) return null;
  const { lines } = document.structure;
  return { uri, document, lines, offset: lines.offset(position), workspace: session.service.workspace() };
}

/** Resolves when all documents that may name the term at a place are read to the end; at once when the index is made. */
export async function completeAt(
  session: Session,
  { workspace, uri, offset }: NonNullable<ReturnType<typeof placeOf>>,
  token: CancellationToken,
): Promise<void> {
  if (!session.service.reading) return;
  const key = termAt(workspace, uri, offset);
  if (key !== null) await completeFor(session, key, token);
}

/** The same for a term. */
export async function completeFor(session: Session, key: string, token: CancellationToken): Promise<void> {
  const { service } = session;
  if (service.reading) await session.waiting(service.completeFor(key, waiter(session, token)));
}

/** Resolves when the structure of all documents that may cite a title, or bear it, is read; at once when the index is made. */
export async function surveyCiting(session: Session, title: string, token: CancellationToken): Promise<void> {
  const { service } = session;
  if (service.reading) await session.waiting(service.surveyFor(core(termKey(title)), waiter(session, token)));
}

/** Milliseconds that an answer waits for the index at most: then it says what is known. */
export const PATIENCE = 2_000;

/**
 * While the index is being made, reads the documents that an open one cites: those whose 《》 hold `offset`, or all.
 * Resolves at once when the index is made.
 */
export async function surveyCited(
  session: Session,
  uri: string,
  token: CancellationToken,
  offset: number | null = null,
): Promise<void> {
  const { service } = session;
  const document = service.reading ? service.policy(uri) : null;
  if (!document) return;
  const keys = document.document.references
    .filter((r) => !r.periodical && (offset === null || (r.span.start <= offset && offset <= r.span.end)))
    .map((r) => core(termKey(r.shortFor ?? r.title)));
  if (keys.length > 0)
    await session.waiting(service.surveyTitled([...new Set(keys)], waiter(session, token, PATIENCE)));
}

/** Waits for the index until the request is cancelled, `enough` is there, or `ms` have passed. */
export function waiter(session: Session, token: CancellationToken, ms?: number, enough = () => false): Waiter {
  let gone = token.isCancellationRequested;
  const left = new Promise<void>((resolve) => {
    const leave = () => {
      gone = true;
      resolve();
    };
    token.onCancellationRequested(leave);
    if (ms !== undefined) session.environment.later(ms, leave);
  });
  return { over: () => gone || enough(), left };
}
