/**
 * Annotations: keeps their places in step with the open documents, and answers the client's calls.
 * Changes when annotations need to hear of something else.
 */
import type { Annotations } from '../../core/annotations/service.ts';
import { Author } from '../author.ts';
import { dispatched } from '../dispatch.ts';
import { ResponseError } from '../library.ts';
import {
  ANNOTATIONS,
  ANNOTATIONS_CHANGED,
  type AnnotationsCall,
  AUTHOR,
  type AuthorParams,
  EDITED_MEANWHILE,
  type FileParams,
  SUPPRESS,
  SUPPRESSIONS,
  type SuppressParams,
  UNSUPPRESS,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import { canonical, mapUris } from '../uris.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { SyncListener } from './sync.ts';

/** Schemes of documents that no annotation can be kept beside. */
const FLEETING = /^(untitled|git|output|vscode-[a-z-]+|policy-annotator-[a-z]+):/;

const LOOK_MS = 5_000;

export function registerAnnotations(session: Session, diagnostics: Diagnostics): Partial<SyncListener> {
  const { connection } = session;
  const author = new Author(session);
  session.author = async () => (await author.find()).name;
  let loading: Promise<Annotations> | null = null;
  const load = (): Promise<Annotations> => {
    loading ??= session.service.annotations().then((annotations) => {
      annotations.onChange((change) => {
        const uri = session.documents.get(change.uri)?.wire ?? change.uri;
        void connection.sendNotification(ANNOTATIONS_CHANGED, { ...change, uri });
        if (change.reason === 'log') {
          session.service.suppressionsChanged();
          diagnostics.touched(change.uri);
        }
      });
      look(annotations);
      return annotations;
    });
    return loading;
  };
  /** Every few seconds, for what no watcher tells of. */
  const look = (annotations: Annotations): void => {
    session.environment.later(LOOK_MS, () => {
      annotations
        .look()
        .catch((error) => session.log('warn', `annotations: ${String(error)}`))
        .finally(() => look(annotations));
    });
  };
  /** Events of a document's life come in order, whatever each of them waits for. */
  let queue: Promise<void> = Promise.resolve();
  const then = (name: string, act: (annotations: Annotations) => void | Promise<void>): void => {
    queue = queue
      .then(async () => {
        // Nothing that a reader waits for: the first outline comes before the code of annotations is loaded.
        if (!loading) await session.quiet();
        return act(await load());
      })
      .catch((error) => session.log('error', `annotations, ${name}: ${error?.stack ?? String(error)}`));
  };

  connection.onRequest(
    ANNOTATIONS,
    dispatched(session, 'annotations', async ({ method, params: wire, version }: AnnotationsCall) => {
      await session.waiting(queue);
      const annotations = await load();
      const params = mapUris(wire, canonical) as AnnotationsCall['params'];
      const uri = 'uri' in params && typeof params.uri === 'string' ? params.uri : '';
      if (author.changed()) annotations.authorChanged();
      if (version !== undefined && (session.documents.get(uri)?.version ?? version) !== version)
        throw new ResponseError(EDITED_MEANWHILE, 'the document was edited meanwhile');
      return annotations.call(method, params) as Promise<unknown>;
    }),
  );
  connection.onRequest(
    AUTHOR,
    dispatched(session, 'author', async ({ name }: AuthorParams) => {
      if (name !== undefined) author.given = name.trim();
      return author.find();
    }),
  );
  const changed = <R>(uri: string, result: R): R => {
    session.service.suppressionsChanged();
    diagnostics.touched(uri);
    diagnostics.refresh();
    return result;
  };
  connection.onRequest(
    SUPPRESS,
    dispatched(session, 'suppress', async ({ uri, ...what }: SuppressParams) =>
      changed(uri, await (await load()).suppress(uri, { ...what, reason: what.reason ?? null })),
    ),
  );
  connection.onRequest(
    UNSUPPRESS,
    dispatched(session, 'unsuppress', async ({ uri, id }: FileParams & { readonly id: string }) => {
      await (await load()).unsuppress(uri, id);
      return changed(uri, null);
    }),
  );
  connection.onRequest(
    SUPPRESSIONS,
    dispatched(session, 'suppressions', async ({ uri }: FileParams) => (await load()).suppressions(uri)),
  );
  connection.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of Array.isArray(files) ? files : [])
      then('rename', async (annotations) => {
        const to = canonical(newUri);
        await annotations.renamed(canonical(oldUri), to);
        // An editor may open the new name before it says that the old one is gone.
        for (const { uri } of session.documents.all()) {
          if (uri === to || uri.startsWith(`${to}/`)) await annotations.refresh(uri);
        }
      });
  });

  const kept = (uri: string): boolean => !FLEETING.test(uri);
  return {
    opened: ({ uri, text, version }) => {
      if (kept(uri)) then('open', (annotations) => void annotations.open(uri, text, version).catch(report));
    },
    edited: ({ uri, version }, edits) => {
      if (kept(uri)) then('change', (annotations) => annotations.change(uri, edits, version));
    },
    saved: (uri) => {
      if (kept(uri)) then('save', (annotations) => annotations.saved(uri));
    },
    closed: (uri) => {
      if (kept(uri)) then('close', (annotations) => annotations.close(uri));
    },
  };

  function report(error: unknown): void {
    session.log('error', `annotations: ${error instanceof Error ? error.stack : String(error)}`);
  }
}
