/**
 * Files beside the documents: glossaries of users and configurations of checks. Found in the workspace and in the
 * settings, read again when they change, their problems shown in the file.
 * Changes when such files are found or reported otherwise.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { SOURCE } from '../../core/features/diagnostics.ts';
import { toRange } from '../../core/features/ranges.ts';
import type { FileChange } from '../../core/host.ts';
import { type Message, say } from '../../core/l10n.ts';
import { CONFIG_FILE } from '../../core/service/checking.ts';
import type { Span } from '../../core/text/span.ts';
import { DiagnosticSeverity } from '../library.ts';
import { convert, toUtf8 } from '../positions.ts';
import type { Session } from '../session.ts';
import type { SyncListener } from './sync.ts';

interface Problem {
  readonly span: Span;
  readonly severity: 'error' | 'warning';
  readonly message: Message;
  readonly args: readonly (string | number)[];
}

/** What holds files of one kind: `Glossaries` and `Checking` both do. */
interface Holder {
  read(uri: string, text: string | null): Promise<boolean>;
  remove(uri: string): boolean;
  has(uri: string): boolean;
  problems(): IterableIterator<readonly [string, readonly Problem[]]>;
}

export interface SideFiles extends Partial<SyncListener> {
  /** Finds and reads all files; resolves when what they say is in use. */
  load(): Promise<void>;
  changed(changes: readonly FileChange[]): Promise<void>;
}

/** A path of the settings as URIs: an address, an absolute path, or a path below each folder. */
function located(path: string, folders: readonly string[]): string[] {
  if (/^[a-z][a-z0-9+.-]+:\//i.test(path)) return [URI.parse(path).toString()];
  if (/^([a-z]:)?[\\/]/i.test(path)) return [URI.file(path).toString()];
  return folders.map((f) => Utils.joinPath(URI.parse(f), path.replaceAll('\\', '/')).toString());
}

/** Configuration files in the folders above a workspace folder, which count for it as well. */
function* above(folder: string): Generator<string> {
  let at = URI.parse(folder);
  for (let up = Utils.dirname(at); up.path !== at.path; up = Utils.dirname(at)) {
    yield Utils.joinPath(up, CONFIG_FILE).toString();
    at = up;
  }
}

export function registerSideFiles(session: Session, refreshDiagnostics: () => void): SideFiles {
  const { connection } = session;
  const { glossaries, checking } = session.service;
  const reported = new Set<string>();
  const holderOf = (uri: string): Holder | null => {
    if (glossaries.has(uri) || uri.endsWith('.glossary.yml')) return glossaries;
    return checking.has(uri) || uri.endsWith(`/${CONFIG_FILE}`) ? checking : null;
  };

  const show = async (uri: string, problems: readonly Problem[]): Promise<void> => {
    const at = problems.length > 0 ? await session.service.located(uri) : null;
    if (!at) return;
    const diagnostics: Diagnostic[] = problems.map(({ span, severity, message, args }) => ({
      range: toRange(at.lines, span),
      severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      source: SOURCE,
      code: uri.endsWith(CONFIG_FILE) ? 'configuration' : 'glossary',
      message: say(session.locale, message, ...args),
    }));
    const wire = session.utf8 ? await convert(diagnostics, uri, toUtf8, session.textOf) : diagnostics;
    await connection.sendDiagnostics({ uri, diagnostics: wire as Diagnostic[] });
  };
  const report = async (): Promise<void> => {
    const all = [...glossaries.problems(), ...checking.problems()].filter(([, problems]) => problems.length > 0);
    for (const [uri, problems] of all) await show(uri, problems);
    const now = new Set(all.map(([uri]) => uri));
    for (const uri of reported) if (!now.has(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    reported.clear();
    for (const uri of now) reported.add(uri);
  };

  const textOf = (uri: string): string | null => session.documents.get(uri)?.text ?? null;
  const use = async (touchedGlossaries: boolean): Promise<void> => {
    if (touchedGlossaries) await session.service.reloadGlossary();
    refreshDiagnostics();
    await report();
  };

  const list = async (folder: string, pattern: string): Promise<readonly string[]> => {
    try {
      return await session.host.list(folder, [pattern], session.settings.files.exclude);
    } catch (error) {
      session.log('info', `${pattern}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  };
  const readAll = async (holder: Holder, uris: ReadonlySet<string>): Promise<void> => {
    for (const [known] of [...holder.problems()]) if (!uris.has(known)) holder.remove(known);
    for (const uri of uris) await holder.read(uri, textOf(uri));
  };

  return {
    async load() {
      const { folders, settings, host } = session;
      const wanted = new Set(settings.glossaryPaths.flatMap((p) => located(p, folders)));
      const configs = new Set<string>();
      for (const folder of folders) {
        for (const uri of await list(folder, '**/*.glossary.yml')) wanted.add(uri);
        for (const uri of await list(folder, `**/${CONFIG_FILE}`)) configs.add(uri);
        for (const uri of above(folder)) if (await host.stat(uri).catch(() => null)) configs.add(uri);
      }
      await readAll(glossaries, wanted);
      await readAll(checking, configs);
      await use(true);
    },
    async changed(changes) {
      const ours = changes.filter(({ uri }) => holderOf(uri) !== null);
      let touchedGlossaries = false;
      for (const { uri, type } of ours) {
        const holder = holderOf(uri)!;
        touchedGlossaries ||= holder === glossaries;
        if (type === 'deleted') holder.remove(uri);
        else await holder.read(uri, textOf(uri));
      }
      if (ours.length > 0) await use(touchedGlossaries);
    },
    touched(uri) {
      const holder = holderOf(uri);
      if (!holder?.has(uri)) return;
      holder
        .read(uri, textOf(uri))
        .then(() => use(holder === glossaries))
        .catch((error) => session.log('error', `${uri}: ${String(error)}`));
    },
  };
}
