/**
 * The workspace: folders, indexing with progress, file events, configuration, status.
 * Changes when the server learns of the workspace in another way.
 */
import type { FileEvent } from 'vscode-languageserver';
import type { FileChange } from '../../core/host.ts';
import { say } from '../../core/l10n.ts';
import { CONFIG_FILE } from '../../core/service/checking.ts';
import type { IndexProgress, IndexSteps } from '../../core/service.ts';
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, FileChangeType } from '../library.ts';
import { GET_STATUS, REINDEX, type ServerStatus, STATUS } from '../protocol.ts';
import type { Session } from '../session.ts';
import { record } from '../settings.ts';
import { canonical } from '../uris.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { SideFiles } from './side-files.ts';

/** Milliseconds between two status notifications, and between two progress reports. */
const BEAT = 250;
/** Files beside the documents whose changes matter: glossaries, configuration, annotations. */
const WATCHED = ['**/*.glossary.yml', `**/${CONFIG_FILE}`, '**/.annotations/**'];

/** From so many documents on it is worth the pause to collect what indexing left behind. */
const MANY = 200;

const INDEXING = { en: 'Indexing policy documents', zh: '正在索引政策文件' };
const LEFT_OUT = { en: '{0} files were left out; the log says why', zh: '有 {0} 个文件未索引，原因见日志' };

const TYPE = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

export interface WorkspaceControl {
  /** Called once the client is ready. */
  start(): Promise<void>;
}

export function registerWorkspace(session: Session, diagnostics: Diagnostics, sideFiles: SideFiles): WorkspaceControl {
  const { connection, environment } = session;
  let state: ServerStatus['state'] = 'starting';
  let progress: IndexProgress = { done: 0, total: 0 };
  let left = 0;
  let waiting = false;

  const status = (): ServerStatus => {
    const { terms, references, documents } = session.service.counts();
    return {
      state,
      documents,
      total: progress.total,
      terms,
      references,
      segmenter: session.segmenter,
      ...(left > 0 ? { message: say(session.locale, LEFT_OUT, left) } : {}),
    };
  };
  const tell = (): void => {
    if (waiting) return;
    waiting = true;
    environment.later(BEAT, () => {
      waiting = false;
      try {
        void connection.sendNotification(STATUS, status());
      } catch (error) {
        session.log('error', `status: ${error instanceof Error ? error.stack : String(error)}`);
      }
    });
  };
  session.onStatus = tell;
  connection.onRequest(GET_STATUS, () => status());

  const index = async ({ before = async () => {}, fresh = false }: IndexSteps = {}): Promise<void> => {
    const { files } = session.settings;
    left = 0;
    progress = { done: 0, total: 0 };
    state = 'indexing';
    tell();
    const bar = session.client.progress ? await connection.window.createWorkDoneProgress().catch(() => null) : null;
    bar?.begin(say(session.locale, INDEXING), 0, '', false);
    let reported = 0;
    session.service.events.progress = (now) => {
      progress = now;
      if (session.host.now() - reported < BEAT) return;
      reported = session.host.now();
      bar?.report(Math.round((100 * now.done) / Math.max(1, now.total)), `${now.done}/${now.total}`);
      tell();
    };
    const settings = { include: files.include, exclude: files.exclude, maxBytes: files.maxSize * 1_000_000 };
    const steps: IndexSteps = {
      fresh,
      async before() {
        await before();
        await sideFiles.load();
        await session.host.yield();
        session.service.workspace(); // a first hover finds everything read
        if (!files.cache && session.indexFile) await session.host.remove(session.indexFile).catch(() => {});
      },
    };
    try {
      if (await session.service.index(session.folders, settings, steps)) state = 'ready';
    } catch (error) {
      state = 'failed';
      session.log('error', `indexing: ${error instanceof Error ? error.stack : String(error)}`);
    }
    bar?.done();
    tell();
    diagnostics.refresh();
    void session.service.stored.then(release);
  };
  /** Everything was read once: what that left behind goes when requests have paused. */
  const release = async (): Promise<void> => {
    if (!environment.releaseMemory || session.service.size < MANY) return;
    await session.rest();
    environment.releaseMemory();
  };
  connection.onRequest(REINDEX, async () => {
    await index({ fresh: true });
    return null;
  });

  const configure = async (): Promise<void> => {
    if (!session.client.configuration) return;
    try {
      session.configure(await connection.workspace.getConfiguration('policyAnnotator'));
    } catch (error) {
      session.log('warn', `configuration: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  connection.onDidChangeConfiguration(async ({ settings }) => {
    const before = JSON.stringify(session.settings.files);
    if (session.client.configuration) await configure();
    else session.configure(record(settings)['policyAnnotator']);
    for (const { uri } of session.documents.all()) session.opened(uri);
    diagnostics.refresh();
    if (JSON.stringify(session.settings.files) !== before) await index();
    else await sideFiles.load();
  });

  const changed = async (events: readonly FileEvent[]): Promise<void> => {
    // Whoever listens trusts these: an event without an address or of an unknown type is none.
    const all: readonly FileEvent[] = Array.isArray(events) ? events : [];
    const changes: FileChange[] = all
      .filter((e) => typeof e?.uri === 'string' && e.type in TYPE)
      .map(({ uri, type }) => ({ uri: canonical(uri), type: TYPE[type] }));
    session.filesChanged(changes);
    await sideFiles.changed(changes);
    const { include, exclude } = session.settings.files;
    const matches = environment.matcher(include, exclude);
    const relative = (uri: string): string | null => {
      const folder = session.folders.find((f) => uri.startsWith(f.endsWith('/') ? f : `${f}/`));
      return folder === undefined ? null : decodeURIComponent(uri.slice(folder.length).replace(/^\//, ''));
    };
    await session.service.filesChanged(changes, (uri) => {
      const path = relative(uri);
      return path !== null && matches(path);
    });
    diagnostics.refresh();
    tell();
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    changed(changes).catch((error) => session.log('error', `didChangeWatchedFiles: ${String(error)}`));
  });

  // Watchers of files do not hear of what went with a folder.
  connection.workspace.onDidDeleteFiles(({ files }) => {
    const all = Array.isArray(files) ? files : [];
    changed(all.map(({ uri }) => ({ uri, type: FileChangeType.Deleted }))).catch((error) =>
      session.log('error', `didDeleteFiles: ${String(error)}`),
    );
  });

  session.service.events.changed = () => {
    // Whoever indexes refreshes at the end: until then every file would have the open documents checked again.
    if (state !== 'indexing') diagnostics.refresh();
    tell();
  };
  session.service.events.problem = (uri, message) => {
    left++;
    session.log('warn', message.includes(uri) ? message : `${uri}: ${message}`);
  };

  return {
    async start() {
      session.service.expectIndex();
      await configure();
      const { client } = session;
      if (client.registersConfiguration)
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'policyAnnotator' });
      if (client.registersWatchers) {
        const patterns = [...session.settings.files.include, ...WATCHED];
        void connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: patterns.map((globPattern) => ({ globPattern })),
        });
      }
      if (client.folders)
        connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
          const gone = new Set(removed.map((f) => canonical(f.uri)));
          const kept = session.folders.filter((f) => !gone.has(f));
          session.folders = [...new Set([...kept, ...added.map((f) => canonical(f.uri))])];
          await index();
        });
      // The first outline comes before everything else.
      await index({ before: () => session.quiet() });
    },
  };
}
