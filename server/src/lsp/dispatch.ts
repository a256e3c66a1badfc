/**
 * The one way every request goes: it yields once so that cancellations arrive, then runs, is timed, and its answer is
 * dropped when the document has moved on. A handler that throws answers with an error and harms nobody else.
 * Changes when all requests should behave otherwise.
 */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { convert, fromUtf8, toUtf8 } from './positions.ts';
import type { Session } from './session.ts';

/** Above this many milliseconds a request is logged with its name. */
const SLOW = 500;

const uriOf = (params: unknown): string => {
  const p = params as { textDocument?: { uri?: unknown }; item?: { uri?: unknown } } | null | undefined;
  const uri = p?.textDocument?.uri ?? p?.item?.uri;
  return typeof uri === 'string' ? uri : '';
};

const cancelled = () => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/** Wraps a handler; the result is what `connection.onRequest` and its kin take. */
export function dispatched<P, R>(
  session: Session,
  name: string,
  handler: Handler<P, R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (wire, token) => {
    const { host } = session;
    await host.yield();
    if (token.isCancellationRequested) throw cancelled();
    const uri = uriOf(wire);
    const version = session.documents.get(uri)?.version;
    const started = host.now();
    try {
      const { utf8, textOf } = session;
      const params = utf8 ? ((await convert(wire, uri, fromUtf8, textOf)) as P) : wire;
      const result = await handler(params, token);
      if (token.isCancellationRequested) throw cancelled();
      if (version !== undefined && session.documents.get(uri)?.version !== version)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'the document changed');
      return utf8 ? ((await convert(result, uri, toUtf8, textOf)) as R) : result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
      session.log('error', `${name}: ${stack ?? message}`);
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${name}: ${message}`);
    } finally {
      const took = host.now() - started;
      if (took > SLOW) session.log('warn', `${name} took ${took} ms ${uri}`);
    }
  };
}
