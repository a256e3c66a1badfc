/**
 * The one way every request goes: it yields once so that cancellations arrive, then runs, is timed, and its answer is
 * dropped when the document has moved on. A handler that throws answers with an error and harms nobody else.
 * Positions and URIs are converted here, so that handlers see UTF-16 and canonical URIs only.
 * Changes when all requests should behave otherwise.
 */
import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from './library.ts';
import { convert, fromUtf8, toUtf8 } from './positions.ts';
import type { Session } from './session.ts';
import { canonical, mapUris } from './uris.ts';

/** Above this many milliseconds a request is logged with its name. */
const SLOW = 500;

const uriOf = (params: unknown): string => {
  const p = params as { textDocument?: { uri?: unknown }; item?: { uri?: unknown }; uri?: unknown } | null | undefined;
  const uri = p?.textDocument?.uri ?? p?.item?.uri ?? p?.uri;
  return typeof uri === 'string' ? uri : '';
};

const cancelled = () => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

async function inward<P>(session: Session, wire: P, uri: string): Promise<P> {
  const params = mapUris(wire, canonical) as P;
  return session.utf8 ? ((await convert(params, uri, fromUtf8, session.textOf)) as P) : params;
}

async function outward<R>(session: Session, result: R, uri: string): Promise<R> {
  const converted = session.utf8 ? ((await convert(result, uri, toUtf8, session.textOf)) as R) : result;
  if (!session.documents.spelledOtherwise) return converted;
  return mapUris(converted, (u) => session.documents.get(u)?.wire ?? u) as R;
}

/** Wraps a handler; the result is what `connection.onRequest` and its kin take. */
export function dispatched<P, R>(
  session: Session,
  name: string,
  handler: Handler<P, R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (wire, token) => {
    const { host } = session;
    session.active++;
    try {
      await host.yield();
      if (token.isCancellationRequested) throw cancelled();
      const started = host.now();
      const uri = canonical(uriOf(wire));
      const version = session.documents.get(uri)?.version;
      const result = await handler(await inward(session, wire, uri), token);
      if (token.isCancellationRequested) throw cancelled();
      if (version !== undefined && session.documents.get(uri)?.version !== version)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'the document changed');
      const answer = await outward(session, result, uri);
      const took = host.now() - started;
      if (took > SLOW) session.log('warn', `${name} took ${took} ms ${uri}`);
      return answer;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
      session.log('error', `${name}: ${stack ?? message}`);
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${name}: ${message}`);
    } finally {
      session.active--;
      session.answered = host.now();
    }
  };
}
